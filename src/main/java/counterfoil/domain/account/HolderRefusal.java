package counterfoil.domain.account;

import counterfoil.domain.Refusal;
import counterfoil.domain.customer.CustomerNumber;

/** Why the holders of an account cannot be these. */
public sealed interface HolderRefusal extends Refusal {

  @Override
  default String code() {
    return switch (this) {
      case HolderAlready _ -> "holder_already";
      case NotAHolder _ -> "not_a_holder";
      case LastHolder _ -> "last_holder";
      case TooManyHolders _ -> "too_many_holders";
    };
  }

  record HolderAlready(AccountNumber account, CustomerNumber customer) implements HolderRefusal {}

  record NotAHolder(AccountNumber account, CustomerNumber customer) implements HolderRefusal {}

  record LastHolder(AccountNumber account, CustomerNumber customer) implements HolderRefusal {}

  record TooManyHolders(AccountNumber account, int allowed) implements HolderRefusal {}
}
