package counterfoil.projection;

import java.util.Collections;
import java.util.List;
import org.joda.money.Money;

/**
 * Which accounts a selection finds.
 *
 * @param numbers in the order asked for
 * @param ledgerTotal what they hold together
 */
public record AccountListing(List<String> numbers, Money ledgerTotal) {
  /** Takes {@code numbers} over without a copy: there may be a hundred thousand. */
  public AccountListing {
    numbers = Collections.unmodifiableList(numbers);
  }
}
