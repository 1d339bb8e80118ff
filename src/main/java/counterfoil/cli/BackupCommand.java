package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.domain.staff.Permission;
import counterfoil.eventstore.backup.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the whole ledger into one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the whole ledger into one file that proves itself.",
      "A file that exists is left as it is."
    })
final class BackupCommand implements Callable<Integer> {
  private final CommandSession session;

  @Parameters(paramLabel = "OUT", description = "The file to make.")
  private Path out = Path.of("");

  BackupCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withFiles(Permission.MAINTAIN_LEDGER, this::backup);
  }

  private int backup(Ledger ledger) {
    Backup backup = ledger.backup(out, session.progress("Backed up %,d of %,d entries."));
    session.answerWithRoot(
        backup.entries(),
        backup.root(),
        "Backed up %d entries to %s.".formatted(backup.entries(), out));
    return ExitCode.DONE;
  }
}
