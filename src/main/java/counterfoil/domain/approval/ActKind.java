package counterfoil.domain.approval;

import java.util.Locale;

/** A kind of act that has bands of amounts of its own. */
public enum ActKind {
  CASH_IN,
  CASH_OUT,
  TRANSFER,
  CHEQUE,
  FEE;

  /** As in the limits' names, {@code approval.cash_in} and {@code supervisor.cash_in}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
