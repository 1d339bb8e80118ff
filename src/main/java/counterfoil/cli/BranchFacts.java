package counterfoil.cli;

import counterfoil.domain.cash.Denominations;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerNumber;
import java.time.LocalDate;
import java.util.Optional;

/** What must be known of the branch to understand a command; as of now, whenever it is asked. */
interface BranchFacts {
  Denominations denominations();

  /** Nothing where nobody has that number. */
  Optional<CustomerDetails> customer(CustomerNumber number);

  /** The clock's date at the branch. */
  LocalDate today();
}
