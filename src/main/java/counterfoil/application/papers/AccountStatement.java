package counterfoil.application.papers;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.branch.Product;
import counterfoil.eventstore.Entry;
import counterfoil.payload.AccountEvents;
import counterfoil.projection.AccountLine;
import counterfoil.projection.CustomerLine;
import counterfoil.report.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** An account's statement over business dates. */
final class AccountStatement {
  private final Branch branch;

  AccountStatement(Branch branch) {
    this.branch = branch;
  }

  /** Nothing for an account that there is not. */
  Optional<Statement> of(AccountNumber number, LocalDate from, LocalDate to) {
    return branch.account(number).map(account -> of(account, from, to));
  }

  /**
   * An entry counts for its business date, however late it was recorded; so the balance runs over
   * what stands on the paper.
   */
  private Statement of(AccountLine account, LocalDate from, LocalDate to) {
    Money opening = Money.zero(branch.currency());
    List<Entry> within = new ArrayList<>();
    for (Entry entry : branch.ledger().store().load(AccountEvents.stream(account.number()), 0)) {
      LocalDate booked = entry.provenance().businessDate();
      if (booked.isBefore(from)) {
        opening = opening.plus(moved(entry));
      } else if (!booked.isAfter(to)) {
        within.add(entry);
      }
    }
    return new Statement(
        branch.letterhead(),
        whose(account),
        from,
        to,
        opening,
        lines(within, opening),
        branch.latestMoment());
  }

  private Money moved(Entry entry) {
    return AccountEvents.decode(entry.type(), entry.payload())
        .moved()
        .orElse(Money.zero(branch.currency()));
  }

  private static List<Statement.Line> lines(List<Entry> entries, Money opening) {
    List<Statement.Line> lines = new ArrayList<>();
    Money balance = opening;
    for (Entry entry : entries) {
      AccountEvent event = AccountEvents.decode(entry.type(), entry.payload());
      Optional<Move> move = Move.of(event);
      if (move.isPresent()) {
        balance = balance.plus(move.get().amount());
        lines.add(line(entry, event, move.get(), balance));
      }
    }
    return lines;
  }

  private static Statement.Line line(Entry entry, AccountEvent event, Move move, Money balance) {
    var where = entry.provenance();
    return new Statement.Line(
        entry.position(),
        where.businessDate(),
        where.valueDate().orElse(where.businessDate()),
        move.kind(),
        move.amount(),
        balance,
        move.with(),
        event.details().reference(),
        move.narrative());
  }

  private Statement.Account whose(AccountLine account) {
    List<CustomerLine> holders = branch.ledger().inquiries().customers().holders(account.number());
    return new Statement.Account(
        account.number(),
        holders.isEmpty()
            ? List.of(account.holder())
            : holders.stream().map(holder -> holder.details().name()).toList(),
        holders.stream()
            .findFirst()
            .map(main -> main.details().address().lines().toList())
            .orElse(List.of()),
        branch
            .settings()
            .product(account.product(), branch.currency())
            .map(Product::name)
            .orElse(account.product()));
  }
}
