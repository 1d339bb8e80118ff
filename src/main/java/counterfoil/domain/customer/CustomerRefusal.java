package counterfoil.domain.customer;

import counterfoil.domain.Refusal;
import java.time.LocalDate;

/** Why a command over a customer was not carried out. */
public sealed interface CustomerRefusal extends Refusal {

  @Override
  default String code() {
    return switch (this) {
      case CustomerExists _ -> "customer_exists";
      case CustomerNotFound _ -> "customer_not_found";
      case BornLater _ -> "born_later";
      case BornTooEarly _ -> "born_too_early";
      case DetailsUnchanged _ -> "details_unchanged";
      case CustomerIsErased _ -> "customer_erased";
    };
  }

  record CustomerExists(CustomerNumber customer) implements CustomerRefusal {}

  record CustomerNotFound(CustomerNumber customer) implements CustomerRefusal {}

  /** A birth date after the business day. */
  record BornLater(LocalDate birthDate, LocalDate businessDate) implements CustomerRefusal {}

  /** A birth date before anybody alive. */
  record BornTooEarly(LocalDate birthDate, LocalDate earliest) implements CustomerRefusal {}

  /** A change that changes nothing. */
  record DetailsUnchanged(CustomerNumber customer) implements CustomerRefusal {}

  /** What was known of them was erased: nothing can be changed or erased any more. */
  record CustomerIsErased(CustomerNumber customer) implements CustomerRefusal {}
}
