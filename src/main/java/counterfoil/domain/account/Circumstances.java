package counterfoil.domain.account;

import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/**
 * What a decision over an account rests on besides the account.
 *
 * @param currency the ledger's
 * @param businessDate the branch's day, which need not be the clock's
 * @param heldMoneyAllowed whether money on hold may be taken out: somebody entitled has approved it
 */
public record Circumstances(
    CurrencyUnit currency, LocalDate businessDate, boolean heldMoneyAllowed) {

  /** Without anybody's approval. */
  public static Circumstances of(CurrencyUnit currency, LocalDate businessDate) {
    return new Circumstances(currency, businessDate, false);
  }

  public Circumstances allowingHeldMoney() {
    return new Circumstances(currency, businessDate, true);
  }
}
