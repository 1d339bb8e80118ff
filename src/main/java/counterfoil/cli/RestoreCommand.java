package counterfoil.cli;

import counterfoil.eventstore.jdbc.Restoration.Permission;
import counterfoil.eventstore.jdbc.Restoration.Restored;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the ledger again from a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the ledger again from a backup, which is proven first.",
      "From a damaged ledger that is replaced, the entries behind the backup's end are kept as far"
          + " as they can be proven. What is replaced is kept aside, never deleted."
    })
final class RestoreCommand implements Callable<Integer> {
  private final CommandSession session;

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Option(names = "--replace", description = "Replace the ledger that is there.")
  private boolean replace;

  @Option(
      names = "--drop-entries",
      description =
          "With --replace: also a ledger with entries that the restored one will not have.")
  private boolean dropEntries;

  RestoreCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Restored restored =
        session
            .recovery()
            .restore(
                session.ledgerFolder(),
                file,
                new Permission(replace, dropEntries),
                session.progress("Restored: step %,d of %,d."));
    if (restored.entries() > restored.fromBackup()) {
      session.note(
          "The backup ends at entry %d; the ledger that was there gave the rest, up to entry %d."
              .formatted(restored.fromBackup(), restored.entries()));
    }
    restored.aside().ifPresent(aside -> session.note("What was there is kept in " + aside + "."));
    session.answerWithRoot(
        restored.entries(),
        restored.root(),
        "Restored the ledger up to entry %d.".formatted(restored.entries()));
    session.out().flush();
    return ExitCode.DONE;
  }
}
