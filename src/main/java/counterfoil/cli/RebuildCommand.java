package counterfoil.cli;

import counterfoil.application.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes the read models anew. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = "Makes balances, journal and snapshots anew from the entries.")
final class RebuildCommand implements Callable<Integer> {
  private final Session session;

  RebuildCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLedger(this::rebuild);
  }

  private int rebuild(Ledger ledger) {
    Instant begin = session.surroundings().clock().instant();
    long entries = ledger.rebuild(session.progress("Rebuilt from %,d of %,d entries."));
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
                  "Rebuilt everything from %,d entries in %s s.",
                  entries,
                  ImportCommand.seconds(took)));
    }
    return ExitCode.DONE;
  }
}
