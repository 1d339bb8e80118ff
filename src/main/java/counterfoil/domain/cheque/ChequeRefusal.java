package counterfoil.domain.cheque;

import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import java.time.LocalDate;

/** Why a cheque was not taken in. */
public sealed interface ChequeRefusal extends Refusal {
  @Override
  default String code() {
    return switch (this) {
      case ChequeTakenAlready _ -> "cheque_taken_already";
    };
  }

  /**
   * The same number of the same bank, and for all that is known the same drawer, taken in before.
   */
  record ChequeTakenAlready(String number, LocalDate on, AccountNumber account)
      implements ChequeRefusal {}
}
