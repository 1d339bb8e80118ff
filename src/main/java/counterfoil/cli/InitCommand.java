package counterfoil.cli;

import counterfoil.application.Founding;
import counterfoil.application.Quoted;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.LedgerUnavailable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Creates a ledger. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Creates a ledger; one that exists is left as it is.")
final class InitCommand implements Callable<Integer> {

  private final CommandSession session;

  @Option(names = "--branch", paramLabel = "NAME", required = true, description = "Its branch.")
  private String branch = "";

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      required = true,
      description = "ISO 4217 code of the money in it, such as EUR.")
  private String currency = "";

  @Option(
      names = "--admin",
      paramLabel = "USER",
      description = "Who administers it. Has no effect before staff sign in.")
  private Optional<String> admin = Optional.empty();

  @Option(names = "--sample", description = "A ledger to practise in, and no one's money.")
  private boolean sample;

  @Option(
      names = "--mirror",
      paramLabel = "DIR",
      description = "A folder on another disk, in which the tape is mirrored.")
  private Optional<Path> mirror = Optional.empty();

  InitCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (Founding.refuseBranch(branch).isPresent()) {
      throw new BadInput(
          "--branch needs a name of 1 to %d characters without line breaks."
              .formatted(Charter.MAX_TEXT_LENGTH));
    }
    admin.ifPresent(name -> CommandSession.staffName("--admin", name));
    var charter =
        Founding.charter(
            branch,
            existing(currency),
            session.surroundings().zone(),
            session.surroundings().clock().instant(),
            sample);
    mirror.ifPresent(this::prepare);
    session.ledgers().found(session.place(), charter).close();
    mirror.ifPresent(there -> session.recovery().beginMirror(session.ledgerFolder(), there));
    answer(charter);
    return ExitCode.DONE;
  }

  /** A ledger that was to be mirrored is not founded where it cannot be. */
  private void prepare(Path there) {
    if (session.ledgers().present(session.place())) {
      // The founding says so.
      return;
    }
    try {
      session.recovery().prepareMirror(session.ledgerFolder(), there);
    } catch (LedgerUnavailable _) {
      throw new BadInput(
          "--mirror %s: name an empty folder that you may write, on another disk and outside the"
                  .formatted(Quoted.of(there.toString()))
              + " ledger's own; nothing was created.");
    }
  }

  private void answer(Charter charter) {
    if (session.json()) {
      session
          .out()
          .object(json -> {
            json.writeStringField("branch", charter.branch());
            json.writeStringField("currency", charter.currency());
            json.writeStringField("origin", charter.origin());
          });
    } else {
      session
          .out()
          .line(
              "Created the%s ledger of %s in %s: %s."
                  .formatted(
                      charter.practice() ? " practice" : "",
                      charter.branch(),
                      charter.currency(),
                      session.place()));
      session.out().line("Its name is " + charter.origin() + ".");
    }
    session.out().flush();
  }

  /** Pseudo currencies, such as gold or test codes, have no minor unit: nobody pays in them. */
  static CurrencyUnit existing(String code) {
    try {
      var currency = CurrencyUnit.of(code);
      if (!currency.isPseudoCurrency()) {
        return currency;
      }
    } catch (IllegalCurrencyException _) {
      // The sentence below says it for both.
    }
    throw new BadInput(
        "--currency %s: give the ISO 4217 code of money that people pay in, such as EUR."
            .formatted(Quoted.of(code)));
  }
}
