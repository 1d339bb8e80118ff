package counterfoil.domain.cheque;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.Decision.refused;

import counterfoil.domain.Decision;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cheque.ChequeEvent.ChequeHandedBack;
import counterfoil.domain.cheque.ChequeEvent.ChequePresented;
import counterfoil.domain.cheque.ChequeRefusal.ChequeTakenAlready;
import counterfoil.domain.cheque.ChequeState.Outside;
import counterfoil.domain.cheque.ChequeState.Presented;
import java.time.LocalDate;
import java.util.List;

/** The rule of a cheque on paper: it is good for one deposit, until that is reversed. */
public final class ChequeDecider {
  private ChequeDecider() {}

  /** Takes it in for an account. */
  public static Decision<ChequeEvent> present(
      ChequeState state,
      ChequeKey key,
      Cheque cheque,
      AccountNumber account,
      LocalDate businessDate) {
    return switch (state) {
      case Outside _ -> accepted(new ChequePresented(key, account, businessDate));
      case Presented earlier ->
          refused(new ChequeTakenAlready(cheque.number(), earlier.on(), earlier.account()));
    };
  }

  /** What its reversed deposit adds; nothing where it is not here. */
  public static List<ChequeEvent> handBack(ChequeState state, ChequeKey cheque) {
    return switch (state) {
      case Outside _ -> List.of();
      case Presented _ -> List.of(new ChequeHandedBack(cheque));
    };
  }
}
