package counterfoil.report;

import counterfoil.domain.account.AccountNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An account over a period.
 *
 * @param lines in the order of the ledger
 * @param madeAt of the entry up to which the statement speaks, or of its making
 */
public record Statement(
    Letterhead letterhead,
    Account account,
    LocalDate from,
    LocalDate to,
    Money opening,
    List<Line> lines,
    Instant madeAt) {
  /**
   * @throws IllegalArgumentException if the period ends before it begins, or a line's balance is
   *     not the one before it and its amount: such a paper must not be handed out
   */
  public Statement {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the period ends before it begins");
    }
    lines = List.copyOf(lines);
    var balance = opening;
    for (var line : lines) {
      balance = balance.plus(line.amount());
      if (!balance.equals(line.balance())) {
        throw new IllegalArgumentException(
            "entry " + line.position() + " does not lead to its balance");
      }
    }
  }

  /**
   * Whose statement it is.
   *
   * @param holders the main one first
   * @param address of the main holder, one text a line; may be empty
   */
  public record Account(
      AccountNumber number, List<String> holders, List<String> address, String product) {
    public Account {
      holders = List.copyOf(holders);
      address = List.copyOf(address);
    }
  }

  /**
   * One entry.
   *
   * @param amount what it added; negative for what it took
   * @param counterparty the other account of a transfer; empty for none
   */
  public record Line(
      long position,
      LocalDate booked,
      LocalDate value,
      EntryKind kind,
      Money amount,
      Money balance,
      String counterparty,
      String reference,
      String narrative) {}

  public CurrencyUnit currency() {
    return opening.getCurrencyUnit();
  }

  public Money closing() {
    return lines.isEmpty() ? opening : lines.getLast().balance();
  }

  /** The sum of what was added. */
  public Money credits() {
    return sum(true);
  }

  /** The sum of what was taken, as a positive amount. */
  public Money debits() {
    return sum(false).negated();
  }

  public long count(boolean credits) {
    return lines.stream().filter(line -> isCredit(line) == credits).count();
  }

  private Money sum(boolean credits) {
    return lines.stream()
        .filter(line -> isCredit(line) == credits)
        .map(Line::amount)
        .reduce(Money.zero(currency()), Money::plus);
  }

  private static boolean isCredit(Line line) {
    return line.amount().isPositiveOrZero();
  }
}
