package counterfoil.cli;

import counterfoil.application.Actor;
import counterfoil.application.InterestRun;
import counterfoil.application.InterestRun.Report;
import counterfoil.application.Ledger;
import counterfoil.application.Session;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.workstation.Export.Period;
import counterfoil.eventstore.Progress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Credits interest for a period. */
@Command(
    name = "interest",
    mixinStandardHelpOptions = true,
    description = {
      "Credits interest for a period to every account whose product earns some. Days that were"
          + " credited before are left out: run again, it goes on where it was, or adds nothing.",
      "Exit code 1 when a posting was refused; those before it stand."
    })
final class InterestCommand implements Callable<Integer> {
  private final CommandSession session;

  @Option(names = "--from", paramLabel = "DATE", description = "The first day that earned it.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DATE", description = "The last day, before today's.")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--dry-run",
      description = "Only say what would be credited now; nothing is recorded.")
  private boolean dryRun;

  InterestCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Period asked = BusinessDates.period(from, to);
    var period = new InterestPeriod(asked.from(), asked.to());
    return session.withPerson(
        List.of(Permission.POST_BACK_OFFICE),
        Actor.TELLER,
        (ledger, person) -> run(ledger, person, period));
  }

  private int run(Ledger ledger, Session person, InterestPeriod period) {
    InterestRun interest = ledger.interest();
    Progress progress = session.progress("Looked at %,d of %,d accounts.");
    Report report =
        dryRun
            ? interest.rehearse(person, period, progress)
            : interest.post(person, period, progress);
    answer(report, period);
    report.refused().map(RefusalWords::sentence).ifPresent(session::note);
    return report.refused().isPresent() ? ExitCode.NO : ExitCode.DONE;
  }

  private void answer(Report report, InterestPeriod period) {
    String total = report.total().getAmount().toPlainString();
    String currency = report.total().getCurrencyUnit().getCode();
    if (!session.json()) {
      session
          .out()
          .line(
              "%s %s %s to %,d accounts for %s to %s."
                  .formatted(
                      dryRun ? "Would credit" : "Credited",
                      total,
                      currency,
                      report.credited(),
                      period.from(),
                      period.to()));
      return;
    }
    session
        .out()
        .object(json -> {
          json.writeStringField("from", period.from().toString());
          json.writeStringField("to", period.to().toString());
          json.writeNumberField("accounts", report.credited());
          json.writeStringField("total", total);
          json.writeStringField("currency", currency);
          json.writeBooleanField("dry_run", dryRun);
          if (report.refused().isPresent()) {
            json.writeStringField("refused", report.refused().get().code());
            json.writeStringField("message", RefusalWords.sentence(report.refused().get()));
          }
        });
  }
}
