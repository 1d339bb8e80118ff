package counterfoil.application.acts;

import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.till.TillSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/** What an act comes to, before anybody is asked to approve it. */
public sealed interface Plan {

  /**
   * What is to be recorded.
   *
   * @param conditions why it needs an approval; empty where it needs none
   * @param amount what an approver looks at first, where there is one
   */
  record Ready(
      List<Change<?, ?>> changes,
      Permission permission,
      Optional<TillSession> till,
      Optional<String> reason,
      Set<Condition> conditions,
      Optional<Money> amount,
      Effects effects)
      implements Plan {
    public Ready {
      changes = List.copyOf(changes);
      conditions = Set.copyOf(conditions);
    }

    /** Without accounts, cash, or anything that a second person is asked for. */
    static Ready of(Permission permission, Change<?, ?>... changes) {
      return new Ready(
          List.of(changes),
          permission,
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Effects.NONE);
    }
  }

  record Refused(Refusal refusal) implements Plan {}

  /** It depends on some more streams. */
  record Also(List<Concern> concerns) implements Plan {}

  /** What a person sees of it before it is done. */
  record Effects(
      Map<AccountNumber, AccountState> accounts,
      Optional<Cash> received,
      Optional<Cash> given,
      Optional<Cash> drawer,
      boolean aboveSoftLimit) {
    static final Effects NONE =
        new Effects(Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    public Effects {
      accounts = Map.copyOf(accounts);
    }
  }
}
