package counterfoil.application;

import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.cash.Cash;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an order would come to, as things are now. */
public sealed interface Rehearsal {

  /**
   * It would be recorded.
   *
   * @param accounts as they would be after it
   * @param received cash from the customer, as told or made up
   * @param given cash to the customer, as told or proposed
   * @param drawer what the till would hold after it; nothing where no till takes part
   * @param aboveSoftLimit whether that is more than the till should hold
   * @param conditions why it needs an approval; empty where it needs none
   * @param text the act as an approver would read it: {@link
   *     counterfoil.domain.approval.ActText#canonical()}
   */
  record Possible(
      Map<AccountNumber, AccountState> accounts,
      Optional<Cash> received,
      Optional<Cash> given,
      Optional<Cash> drawer,
      boolean aboveSoftLimit,
      Set<Condition> conditions,
      String text)
      implements Rehearsal {
    public Possible {
      accounts = Map.copyOf(accounts);
      conditions = Set.copyOf(conditions);
    }
  }

  record Impossible(Refusal refusal) implements Rehearsal {}
}
