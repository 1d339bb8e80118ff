package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.domain.staff.Permission;
import counterfoil.eventstore.jdbc.Restoration.Restored;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the read models anew. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Makes balances, journal and snapshots anew from the entries.",
      "With --tape-from-database: makes a lost or damaged tape anew from the database, if that is"
          + " whole and ends where the checkpoint says. What was there is kept aside."
    })
final class RebuildCommand implements Callable<Integer> {
  private final CommandSession session;

  @Option(
      names = "--tape-from-database",
      description = "Make the tape, not the read models; needs --checkpoint.")
  private boolean tapeFromDatabase;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "The last checkpoint of the ledger, as `verify --json` names it.")
  private Optional<Path> checkpoint = Optional.empty();

  RebuildCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (tapeFromDatabase != checkpoint.isPresent()) {
      throw new BadInput(
          "--tape-from-database and --checkpoint FILE go together: without a checkpoint nobody can"
              + " say that the database is whole.");
    }
    return checkpoint.isPresent()
        ? rebuildTape(DemandedCheckpoint.read(checkpoint.get()))
        : session.withFiles(Permission.MAINTAIN_LEDGER, this::rebuild);
  }

  private int rebuildTape(DemandedCheckpoint end) {
    Instant begin = session.surroundings().clock().instant();
    Restored restored =
        session
            .recovery()
            .tapeFromDatabase(
                session.ledgerFolder(),
                end.origin(),
                end.entries(),
                end.root(),
                session.progress("Made the tape: step %,d of %,d."));
    restored.aside().ifPresent(aside -> session.note("What was there is kept in " + aside + "."));
    answer("Made the tape", restored.entries(), begin);
    session.out().flush();
    return ExitCode.DONE;
  }

  private int rebuild(Ledger ledger) {
    Instant begin = session.surroundings().clock().instant();
    long entries = ledger.rebuild(session.progress("Rebuilt from %,d of %,d entries."));
    answer("Rebuilt everything", entries, begin);
    return ExitCode.DONE;
  }

  private void answer(String done, long entries, Instant begin) {
    var took = Duration.between(begin, session.surroundings().clock().instant());
    if (session.json()) {
      session
          .out()
          .object(json -> {
            json.writeNumberField("entries", entries);
            json.writeNumberField("seconds", ImportCommand.seconds(took));
          });
    } else {
      session
          .out()
          .line(
              String.format(
                  Locale.ROOT,
                  "%s from %,d entries in %s s.",
                  done,
                  entries,
                  ImportCommand.seconds(took)));
    }
  }
}
