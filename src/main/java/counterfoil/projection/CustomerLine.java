package counterfoil.projection;

import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerNumber;
import java.time.LocalDate;

/**
 * A customer as the branch knows them now.
 *
 * @param registeredOn the business date
 * @param version of their stream, from 0
 * @param lastPosition the last entry that concerns who they are
 */
public record CustomerLine(
    CustomerNumber number,
    CustomerDetails details,
    LocalDate registeredOn,
    long version,
    long lastPosition) {
  /** Whether nothing is known of them but the number any more. */
  public boolean erased() {
    return details.equals(CustomerDetails.ERASED);
  }
}
