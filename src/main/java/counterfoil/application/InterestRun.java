package counterfoil.application;

import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome.ApprovalNeeded;
import counterfoil.application.Outcome.ChangedMeanwhile;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.InterestDue;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Progress;
import counterfoil.projection.AccountStatus;
import counterfoil.projection.Inquiries;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Credits interest for a period to every account whose product earns some: a posting of the back
 * office, without a till. Each account's is one act; whatever stops the run, the same run goes on
 * where it was, and a finished one adds nothing. Days that were credited before are left out.
 */
public final class InterestRun {
  private final Inquiries inquiries;
  private final InterestAccrual accrual;
  private final CurrencyUnit currency;
  private final String origin;

  InterestRun(Inquiries inquiries, InterestAccrual accrual, CurrencyUnit currency, String origin) {
    this.inquiries = inquiries;
    this.accrual = accrual;
    this.currency = currency;
    this.origin = origin;
  }

  /**
   * What has come of it.
   *
   * @param refused the first refusal, where there was one; the run ended there
   */
  public record Report(int credited, Money total, Optional<Refusal> refused) {}

  /** Credits what was earned; stops where {@code progress} says so. */
  public Report post(Session session, InterestPeriod period, Progress progress) {
    return run(posting -> refused(session.post(posting)), period, progress);
  }

  /** What {@link #post} would come to now; nothing is recorded. */
  public Report rehearse(Session session, InterestPeriod period, Progress progress) {
    return run(
        posting ->
            session.rehearse(posting.order()) instanceof Rehearsal.Impossible(var refusal)
                ? Optional.of(refusal)
                : Optional.empty(),
        period,
        progress);
  }

  private static Optional<Refusal> refused(Outcome outcome) {
    return switch (outcome) {
      case Posted _ -> Optional.empty();
      case Refused(_, var refusal) -> Optional.of(refusal);
      case ApprovalNeeded _, ChangedMeanwhile _ ->
          throw new IllegalStateException("interest asks nobody");
    };
  }

  private Report run(
      Function<Posting, Optional<Refusal>> credit, InterestPeriod period, Progress progress) {
    List<AccountNumber> accounts = open();
    Money total = Money.zero(currency);
    int credited = 0;
    for (int i = 0; i < accounts.size(); i++) {
      AccountNumber number = accounts.get(i);
      Optional<InterestDue> due = accrual.uncredited(number, period);
      if (due.isPresent()) {
        Optional<Refusal> refused = credit.apply(posting(number, due.get(), period));
        if (refused.isPresent()) {
          return new Report(credited, total, refused);
        }
        credited++;
        total = total.plus(due.get().amount().getAmount());
      }
      if (!progress.report(i + 1, accounts.size())) {
        break;
      }
    }
    return new Report(credited, total, Optional.empty());
  }

  private List<AccountNumber> open() {
    List<AccountNumber> open = new ArrayList<>();
    inquiries.eachAccount(
        inquiries.lastPosition(),
        line -> {
          if (line.status() == AccountStatus.OPEN) {
            open.add(line.number());
          }
        });
    return open;
  }

  private Posting posting(AccountNumber number, InterestDue due, InterestPeriod asked) {
    String name = "interest/%s/%s/%s/%s".formatted(origin, number, asked.from(), asked.to());
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    var command = new CreditInterest(number, due.amount(), due.period(), Details.NONE);
    return new Posting(id, new Serve(command), OptionalLong.empty());
  }
}
