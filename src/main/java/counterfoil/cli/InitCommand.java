package counterfoil.cli;

import counterfoil.application.Founder;
import counterfoil.application.Founding;
import counterfoil.application.Ledger;
import counterfoil.application.Quoted;
import counterfoil.application.notary.Notary;
import counterfoil.application.practice.SampleFounding;
import counterfoil.application.signin.Passwords;
import counterfoil.domain.Refusal;
import counterfoil.domain.branch.FirstLimits;
import counterfoil.domain.branch.LimitName;
import counterfoil.domain.staff.StaffName;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.LedgerUnavailable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
      description = {
        "Who administers it, with the password from the environment variable "
            + Surroundings.STAFF_PASSWORD
            + " or the terminal: from then on its people sign in."
      })
  private Optional<String> admin = Optional.empty();

  @Option(
      names = "--sample",
      description = {
        "A ledger to practise in, and no one's money: with the staff teller, supervisor, auditor"
            + " and admin, all with the password given, customers, an open business day, and"
            + " teller's open till T-01."
      })
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
    var administrator = admin.map(InitCommand::staffName);
    var charter =
        Founding.charter(
            branch,
            existing(currency),
            session.surroundings().zone(),
            session.surroundings().clock().instant(),
            sample);
    if (session.ledgers().present(session.place())) {
      // The founding says so, before anybody is asked for a password.
      session.ledgers().found(session.place(), charter).close();
    }
    char[] password = chosenPassword(administrator);
    mirror.ifPresent(this::prepare);
    try (Ledger ledger = session.ledgers().found(session.place(), charter)) {
      staff(ledger, administrator, password);
    } finally {
      Arrays.fill(password, '\0');
    }
    mirror.ifPresent(there -> session.recovery().beginMirror(session.ledgerFolder(), there));
    answer(charter);
    return ExitCode.DONE;
  }

  private static StaffName staffName(String typed) {
    return StaffName.parse(typed)
        .orElseThrow(() ->
            new BadInput(
                "--admin %s: a sign-in name has 1 to %d letters and digits of ASCII, with dots,"
                        .formatted(Quoted.of(typed), StaffName.MAX_LENGTH)
                    + " hyphens or underscores inside."));
  }

  /** Asked for and looked at before anything is created; empty where nobody needs one. */
  private char[] chosenPassword(Optional<StaffName> administrator) {
    if (administrator.isEmpty() && !sample) {
      return new char[0];
    }
    char[] password = session.password(administrator.orElse(SampleFounding.ADMINISTRATOR).value());
    var names = new ArrayList<StaffName>(administrator.stream().toList());
    names.addAll(sample ? SampleFounding.NAMES : List.of());
    Passwords rules = new Passwords();
    for (StaffName name : names) {
      Optional<Refusal> refusal = rules.refuse(name, password);
      if (refusal.isPresent()) {
        throw new BadInput("Nothing was created. " + RefusalWords.sentence(refusal.get()));
      }
    }
    return password;
  }

  private void staff(Ledger ledger, Optional<StaffName> administrator, char[] password) {
    String workstation = session.surroundings().workstation();
    administrator.ifPresent(name ->
        new Founder(name, name.value())
            .join(ledger, Arrays.copyOf(password, password.length), workstation));
    if (sample) {
      new SampleFounding(ledger, workstation).furnish(administrator, password);
    }
    if (ledger.staffed()) {
      ledger.notary().ifPresent(Notary::ready);
    }
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
      if (admin.isPresent() || sample) {
        session.out().line(limits(CurrencyUnit.of(charter.currency())));
      }
    }
    session.out().flush();
  }

  private static String limits(CurrencyUnit currency) {
    var limits = FirstLimits.of(currency);
    return "A teller needs an approval above %s of cash and above %s between accounts; see and change"
            .formatted(
                limits.get(LimitName.APPROVAL_CASH_OUT), limits.get(LimitName.APPROVAL_TRANSFER))
        + " all limits with set_limit.";
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
