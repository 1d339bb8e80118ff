package counterfoil.domain.cheque;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.Decision.refused;

import counterfoil.domain.Decision;
import counterfoil.domain.cheque.ChequeEvent.ChequeHandedBack;
import counterfoil.domain.cheque.ChequeEvent.ChequePresented;
import counterfoil.domain.cheque.ChequeRefusal.ChequeTakenAlready;
import java.util.List;

/** The rule of a cheque on paper: it is good for one deposit, until that is reversed. */
public final class ChequeDecider {
  private ChequeDecider() {}

  /**
   * Takes one in, unless it may be one that is here: of the same drawer, or either's not known.
   *
   * @param number as it was given, for the refusal
   */
  public static Decision<ChequeEvent> present(
      ChequeState state, String number, ChequePresented paper) {
    return state.presented().stream()
        .filter(one -> one.maybe(paper.drawer()))
        .findFirst()
        .<Decision<ChequeEvent>>map(
            one -> refused(new ChequeTakenAlready(number, one.on(), one.account())))
        .orElseGet(() -> accepted(paper));
  }

  /** What its reversed deposit adds; nothing where it is not here. */
  public static List<ChequeEvent> handBack(ChequeState state, ChequePresented paper) {
    return state
        .of(paper.drawer())
        .<List<ChequeEvent>>map(_ -> List.of(new ChequeHandedBack(paper.cheque(), paper.drawer())))
        .orElseGet(List::of);
  }
}
