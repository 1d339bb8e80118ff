package counterfoil.application.history;

import counterfoil.domain.account.AccountNumber;
import java.time.LocalDate;
import org.joda.money.Money;

/**
 * One row of the accounts file, checked.
 *
 * @param line of the file, the header being line 1
 * @param birthDate of the holder as written, or empty. It is not recorded, but belongs to what the
 *     row says: a row in which it has changed is another row
 */
record AccountRow(
    long line,
    AccountNumber number,
    LocalDate openedOn,
    String branch,
    String holderReference,
    String holder,
    String birthDate,
    String product,
    Money overdraftLimit)
    implements HistoryRow {
  @Override
  public long version() {
    return 0;
  }

  /** The opening, and the overdraft limit where there is one. */
  @Override
  public int events() {
    return overdraftLimit.isZero() ? 1 : 2;
  }
}
