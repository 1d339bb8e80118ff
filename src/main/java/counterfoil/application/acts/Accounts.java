package counterfoil.application.acts;

import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Standing;
import counterfoil.application.dispatch.Subject;
import counterfoil.domain.Decision;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OfTwoAccounts;
import counterfoil.domain.account.AccountDecider;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.Circumstances;
import counterfoil.payload.AccountEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The accounts of an act while it is decided, command after command. For one thread, once. */
final class Accounts {
  private final Circumstances now;
  private final Standing standing;
  private final Map<AccountNumber, AccountState> states = new LinkedHashMap<>();
  private final Map<AccountNumber, List<AccountEvent>> events = new LinkedHashMap<>();

  Accounts(Circumstances now, Standing standing) {
    this.now = now;
    this.standing = standing;
  }

  /** The accounts a command concerns, the paying one first. */
  static List<AccountNumber> of(AccountCommand command) {
    return switch (command) {
      case OfTwoAccounts c -> Stream.of(c.from(), c.to()).distinct().toList();
      case OfOneAccount c -> List.of(c.account());
    };
  }

  static Subject<AccountState, AccountEvent> subject(AccountNumber number) {
    return Subject.of(AccountEvents.KIND, number.value());
  }

  /** The account as the commands so far have left it. */
  AccountState state(AccountNumber number) {
    AccountState changed = states.get(number);
    return changed != null ? changed : standing.of(subject(number));
  }

  /** Does one command, or says why not. */
  Optional<Refusal> obey(AccountCommand command) {
    return switch (decide(command)) {
      case Decision.Refused<AccountEvent>(var refusal) -> Optional.of(refusal);
      case Decision.Accepted<AccountEvent>(var decided) -> {
        decided.forEach(this::take);
        yield Optional.empty();
      }
    };
  }

  private Decision<AccountEvent> decide(AccountCommand command) {
    return switch (command) {
      case OfTwoAccounts c -> AccountDecider.decide(state(c.from()), state(c.to()), c, now);
      case OfOneAccount c -> AccountDecider.decide(state(c.account()), c, now);
    };
  }

  private void take(AccountEvent event) {
    AccountNumber number = event.account();
    states.put(number, state(number).after(event));
    events.computeIfAbsent(number, _ -> new ArrayList<>()).add(event);
  }

  /** What has happened, in the order in which the accounts were first touched. */
  List<Change<?, ?>> changes() {
    List<Change<?, ?>> changes = new ArrayList<>();
    events.forEach((number, own) -> changes.add(new Change<>(subject(number), own)));
    return changes;
  }
}
