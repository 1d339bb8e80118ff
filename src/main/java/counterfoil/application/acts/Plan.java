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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
      Why why,
      Set<Condition> conditions,
      Optional<Money> amount,
      Effects effects)
      implements Plan {
    public Ready {
      changes = List.copyOf(changes);
      conditions = Set.copyOf(conditions);
    }

    Ready showing(Effects seen) {
      return new Ready(changes, permission, why, conditions, amount, seen);
    }

    Ready because(Why said) {
      return new Ready(changes, permission, said, conditions, amount, effects);
    }

    /** Without accounts, cash, or anything that a second person is asked for. */
    static Ready of(Permission permission, Change<?, ?> change) {
      return of(permission, List.of(change));
    }

    static Ready of(Permission permission, List<Change<?, ?>> changes) {
      return new Ready(changes, permission, Why.NONE, Set.of(), Optional.empty(), Effects.NONE);
    }
  }

  record Refused(Refusal refusal) implements Plan {}

  /** It depends on some more streams. */
  record Also(List<Concern> concerns) implements Plan {}

  /**
   * What is said with it.
   *
   * @param till the till session that it is done from
   * @param cause the command that led to it
   * @param date the business date where it is not the one that is open: the act opens it
   */
  record Why(
      Optional<TillSession> till,
      Optional<String> reason,
      Optional<UUID> cause,
      Optional<LocalDate> date) {
    static final Why NONE =
        new Why(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Why from(Optional<TillSession> till) {
      return new Why(till, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Why because(String given) {
      return new Why(till, Optional.of(given), cause, date);
    }

    Why after(UUID command) {
      return new Why(till, reason, Optional.of(command), date);
    }

    Why on(LocalDate day) {
      return new Why(till, reason, cause, Optional.of(day));
    }
  }

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

    Effects with(Map<AccountNumber, AccountState> after) {
      return new Effects(after, received, given, drawer, aboveSoftLimit);
    }
  }
}
