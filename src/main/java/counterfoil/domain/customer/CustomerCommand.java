package counterfoil.domain.customer;

/** What may be asked about a customer; {@link CustomerDecider} accepts or refuses it. */
public sealed interface CustomerCommand {
  CustomerNumber number();

  record RegisterCustomer(CustomerNumber number, CustomerDetails details)
      implements CustomerCommand {}

  /** {@code details} are all of them, changed or not. */
  record ChangeCustomerDetails(CustomerNumber number, CustomerDetails details)
      implements CustomerCommand {}
}
