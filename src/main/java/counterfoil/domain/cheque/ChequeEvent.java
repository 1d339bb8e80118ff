package counterfoil.domain.cheque;

import counterfoil.domain.account.AccountNumber;
import java.time.LocalDate;
import java.util.Optional;

/** What has happened to the cheques of one number and bank. */
public sealed interface ChequeEvent {
  ChequeKey cheque();

  /** Whose it is, where somebody has read it. */
  Optional<DrawerKey> drawer();

  /** It was taken in for an account, on a business day. */
  record ChequePresented(
      ChequeKey cheque, Optional<DrawerKey> drawer, AccountNumber account, LocalDate on)
      implements ChequeEvent {}

  /** Its deposit was reversed: it may be presented again. */
  record ChequeHandedBack(ChequeKey cheque, Optional<DrawerKey> drawer) implements ChequeEvent {}
}
