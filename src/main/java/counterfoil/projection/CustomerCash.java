package counterfoil.projection;

import counterfoil.domain.customer.CustomerNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The cash that one customer brought and took on one business date.
 *
 * @param customer nothing where an account's holder is known by name only: each such account then
 *     stands for itself
 * @param name the holder as the account names them
 * @param postings at least one, in the order of the ledger
 */
public record CustomerCash(
    LocalDate date, Optional<CustomerNumber> customer, String name, List<CashPosting> postings) {
  public CustomerCash {
    postings = List.copyOf(postings);
  }

  /**
   * A posting of cash.
   *
   * @param amount more than zero for cash in, less for cash out
   */
  public record CashPosting(JournalLine line, Money amount) {}

  /** All cash in; never set off against cash out. */
  public Money in() {
    return sum(true);
  }

  /** All cash out, as a positive amount. */
  public Money out() {
    return sum(false).negated();
  }

  private Money sum(boolean in) {
    CurrencyUnit currency = postings.getFirst().amount().getCurrencyUnit();
    return postings.stream()
        .map(CashPosting::amount)
        .filter(amount -> amount.isPositive() == in)
        .reduce(Money.zero(currency), Money::plus);
  }
}
