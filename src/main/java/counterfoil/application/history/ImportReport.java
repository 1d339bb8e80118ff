package counterfoil.application.history;

import counterfoil.domain.account.AccountNumber;
import java.util.List;
import org.joda.money.Money;

/**
 * What an import found and did.
 *
 * @param accounts rows of the accounts file
 * @param transactions rows of the transactions file
 * @param entries entries recorded by this run; none where all were there already
 * @param differences rows whose own balance is not the computed one, in the order of the file
 * @param belowZero rows that left their account below zero
 */
public record ImportReport(
    long accounts, long transactions, long entries, List<Difference> differences, long belowZero) {
  public ImportReport {
    differences = List.copyOf(differences);
  }

  /**
   * A recorded balance beside the computed one.
   *
   * @param row the line of the transactions file, the header being line 1
   */
  public record Difference(long row, AccountNumber account, Money recorded, Money computed) {}
}
