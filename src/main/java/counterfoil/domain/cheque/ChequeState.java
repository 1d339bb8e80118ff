package counterfoil.domain.cheque;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cheque.ChequeEvent.ChequeHandedBack;
import counterfoil.domain.cheque.ChequeEvent.ChequePresented;
import java.time.LocalDate;

/** One cheque as its events have made it. */
public sealed interface ChequeState {
  /** It was never seen here, or was handed back. */
  record Outside() implements ChequeState {}

  /** It was taken in. */
  record Presented(AccountNumber account, LocalDate on) implements ChequeState {}

  /** The state after {@code event}, which may follow any other. */
  default ChequeState after(ChequeEvent event) {
    return switch (event) {
      case ChequePresented e -> new Presented(e.account(), e.on());
      case ChequeHandedBack _ -> new Outside();
    };
  }
}
