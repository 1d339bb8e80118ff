package counterfoil.domain.cheque;

import counterfoil.domain.account.AccountNumber;
import java.time.LocalDate;

/** What has happened to one cheque on paper. */
public sealed interface ChequeEvent {
  ChequeKey cheque();

  /** It was taken in for an account, on a business day. */
  record ChequePresented(ChequeKey cheque, AccountNumber account, LocalDate on)
      implements ChequeEvent {}

  /** Its deposit was reversed: it may be presented again. */
  record ChequeHandedBack(ChequeKey cheque) implements ChequeEvent {}
}
