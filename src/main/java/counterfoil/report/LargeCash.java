package counterfoil.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * Customers whose cash on one day, in or out, reached a threshold. In and out are never set off
 * against each other.
 *
 * @param days by day, then customer
 */
public record LargeCash(
    Letterhead letterhead,
    Imprint imprint,
    LocalDate from,
    LocalDate to,
    Money threshold,
    List<CustomerDay> days) {
  /**
   * @throws IllegalArgumentException if the period ends before it begins, or a day is among them
   *     that reached the threshold neither with cash in nor with cash out
   */
  public LargeCash {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the period ends before it begins");
    }
    days = List.copyOf(days);
    for (var day : days) {
      if (day.in().isLessThan(threshold) && day.out().isLessThan(threshold)) {
        throw new IllegalArgumentException("a day below the threshold: " + day.customer());
      }
    }
  }

  /**
   * One customer's day.
   *
   * @param document the kind and number of the customer's document; empty where none is known
   * @param entries at least one
   */
  public record CustomerDay(
      LocalDate day, String customer, String name, String document, List<Entry> entries) {
    /**
     * @throws IllegalArgumentException if there is no entry
     */
    public CustomerDay {
      if (entries.isEmpty()) {
        throw new IllegalArgumentException("a day without an entry");
      }
      entries = List.copyOf(entries);
    }

    public Money in() {
      return sum(true);
    }

    public Money out() {
      return sum(false).negated();
    }

    private Money sum(boolean in) {
      var zero = Money.zero(entries.getFirst().amount().getCurrencyUnit());
      return entries.stream()
          .map(Entry::amount)
          .filter(amount -> amount.isPositive() == in)
          .reduce(zero, Money::plus);
    }
  }

  /**
   * One posting of cash.
   *
   * @param amount positive for cash in, negative for cash out
   */
  public record Entry(
      long position, Instant at, String account, EntryKind kind, Money amount, String staff) {}
}
