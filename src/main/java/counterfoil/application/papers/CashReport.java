package counterfoil.application.papers;

import counterfoil.application.Actor;
import counterfoil.domain.branch.LimitName;
import counterfoil.payload.AccountEvents;
import counterfoil.projection.CustomerCash;
import counterfoil.projection.CustomerCash.CashPosting;
import counterfoil.projection.CustomerLine;
import counterfoil.report.EntryKind;
import counterfoil.report.LargeCash;
import counterfoil.report.LargeCash.CustomerDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Whose cash reached the branch's threshold. */
final class CashReport {
  private final Branch branch;

  CashReport(Branch branch) {
    this.branch = branch;
  }

  /** Nothing where the branch has set no threshold. */
  Optional<LargeCash> over(LocalDate from, LocalDate to, Actor maker) {
    return branch
        .settings()
        .limit(LimitName.REPORT_CASH_THRESHOLD)
        .map(threshold ->
            new LargeCash(
                branch.letterhead(),
                branch.imprint(maker),
                from,
                to,
                threshold,
                days(from, to, threshold)));
  }

  private List<CustomerDay> days(LocalDate from, LocalDate to, Money threshold) {
    var inquiries = branch.ledger().inquiries().days();
    List<CustomerDay> days = new ArrayList<>();
    for (LocalDate date : from.datesUntil(to.plusDays(1)).toList()) {
      inquiries.cash(date).stream()
          .filter(cash -> !cash.in().isLessThan(threshold) || !cash.out().isLessThan(threshold))
          .map(this::day)
          .sorted((one, other) -> one.customer().compareTo(other.customer()))
          .forEach(days::add);
    }
    return days;
  }

  private CustomerDay day(CustomerCash cash) {
    Optional<CustomerLine> customer =
        cash.customer().flatMap(branch.ledger().inquiries().customers()::customer);
    return new CustomerDay(
        cash.date(),
        cash.customer()
            .map(Object::toString)
            .orElseGet(
                () -> cash.postings().getFirst().line().account().map(Object::toString).orElse("")),
        customer.map(line -> line.details().name()).orElse(cash.name()),
        customer
            .map(line ->
                Stream.of(line.details().documentType(), line.details().documentNumber())
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining(" ")))
            .orElse(""),
        cash.postings().stream().map(CashReport::entry).toList());
  }

  private static LargeCash.Entry entry(CashPosting posting) {
    var line = posting.line();
    return new LargeCash.Entry(
        line.position(),
        line.recordedAt(),
        line.account().map(Object::toString).orElse(""),
        kind(line.type(), posting.amount()),
        posting.amount(),
        line.actor());
  }

  private static EntryKind kind(String type, Money amount) {
    return switch (type) {
      case AccountEvents.ACCOUNT_OPENED -> EntryKind.OPENING_DEPOSIT;
      case AccountEvents.ACCOUNT_CLOSED -> EntryKind.CLOSING_PAYOUT;
      case AccountEvents.TRANSACTION_REVERSED -> EntryKind.REVERSAL;
      default -> amount.isPositive() ? EntryKind.DEPOSIT : EntryKind.WITHDRAWAL;
    };
  }
}
