package counterfoil.domain.customer;

/** Something that happened to what the branch knows of one customer. */
public sealed interface CustomerEvent {
  CustomerNumber number();

  /** The customer is known from here on. */
  record CustomerRegistered(CustomerNumber number, CustomerDetails details)
      implements CustomerEvent {}

  /** The whole of the details, as they were and as they are from here on. */
  record CustomerDetailsChanged(
      CustomerNumber number, CustomerDetails before, CustomerDetails after)
      implements CustomerEvent {}
}
