package counterfoil.report;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What was done for one customer at the counter.
 *
 * @param acts at least one
 * @param received cash from the customer; none for an act without
 * @param given cash to the customer; where there is also cash received, it is the change
 * @param copy 0 for the first print, then 1, 2, ...
 * @param proof that its first act is in the ledger, which is printed as a code where there is room
 *     for it; empty for none
 */
public record Receipt(
    Letterhead letterhead,
    Imprint imprint,
    List<Act> acts,
    Cash received,
    Cash given,
    int copy,
    String proof) {
  /**
   * @throws IllegalArgumentException if there is no act or the copy is negative
   */
  public Receipt {
    if (acts.isEmpty() || copy < 0) {
      throw new IllegalArgumentException("a receipt has an act, and no copy below 0");
    }
    acts = List.copyOf(acts);
  }

  /**
   * One act.
   *
   * @param counterparty the other account of a transfer; empty for none
   * @param amount positive; the kind says the direction
   * @param balanceAfter nothing where the customer does not want it printed
   * @param position of its entry in the ledger
   */
  public record Act(
      EntryKind kind,
      AccountNumber account,
      String holder,
      String counterparty,
      Money amount,
      Optional<Money> balanceAfter,
      String reference,
      String narrative,
      long position) {}
}
