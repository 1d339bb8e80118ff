package counterfoil.domain.customer;

import counterfoil.domain.customer.CustomerEvent.CustomerDetailsChanged;
import counterfoil.domain.customer.CustomerEvent.CustomerErased;
import counterfoil.domain.customer.CustomerEvent.CustomerRegistered;

/** A customer as the events have made it. */
public sealed interface CustomerState {

  /** No event yet. */
  record Unknown() implements CustomerState {}

  record Known(CustomerNumber number, CustomerDetails details) implements CustomerState {}

  /** Nothing is left but the number. */
  record Erased(CustomerNumber number) implements CustomerState {}

  /**
   * The state after {@code event}.
   *
   * @throws IllegalStateException if the event cannot follow: the record itself is damaged then
   */
  default CustomerState after(CustomerEvent event) {
    return switch (event) {
      case CustomerRegistered(var number, var details) when this instanceof Unknown ->
          new Known(number, details);
      case CustomerDetailsChanged(var number, _, var after) when this instanceof Known ->
          new Known(number, after);
      case CustomerErased(var number, _, _) when this instanceof Known -> new Erased(number);
      case CustomerRegistered _, CustomerDetailsChanged _, CustomerErased _ ->
          throw new IllegalStateException(
              event.getClass().getSimpleName() + " cannot follow in this customer's history");
    };
  }
}
