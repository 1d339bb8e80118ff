package counterfoil.application.acts;

import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Standing;
import counterfoil.domain.Decision;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OfTwoAccounts;
import counterfoil.domain.account.AccountConditions;
import counterfoil.domain.account.AccountDecider;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.Circumstances;
import counterfoil.domain.approval.Condition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;

/** The accounts of an act while it is decided, command after command. For one thread, once. */
final class Accounts {
  private final Circumstances circumstances;
  private final Standing standing;
  private final Map<AccountNumber, AccountState> states = new LinkedHashMap<>();
  private final Map<AccountNumber, List<AccountEvent>> events = new LinkedHashMap<>();
  private final Set<String> words = new LinkedHashSet<>();
  private Map<AccountNumber, AccountState> before = Map.of();
  private Optional<AccountCommand> latest = Optional.empty();
  private List<AccountEvent> decided = List.of();

  Accounts(Circumstances circumstances, Standing standing) {
    this.circumstances = circumstances;
    this.standing = standing;
  }

  /** The accounts a command concerns, the paying one first. */
  static List<AccountNumber> of(AccountCommand command) {
    return switch (command) {
      case OfTwoAccounts c -> Stream.of(c.from(), c.to()).distinct().toList();
      case OfOneAccount c -> List.of(c.account());
    };
  }

  /** The account as the commands so far have left it. */
  AccountState state(AccountNumber number) {
    AccountState changed = states.get(number);
    return changed != null ? changed : standing.of(Subjects.account(number));
  }

  /** The account as it was before the latest command. */
  AccountState before(AccountNumber number) {
    AccountState earlier = before.get(number);
    return earlier != null ? earlier : standing.of(Subjects.account(number));
  }

  /** Those that have changed, as they are now. */
  Map<AccountNumber, AccountState> states() {
    return states;
  }

  /** Does one command, or says why not. */
  Optional<Refusal> obey(AccountCommand command) {
    return switch (decide(command)) {
      case Decision.Refused<AccountEvent>(var refusal) -> Optional.of(refusal);
      case Decision.Accepted<AccountEvent>(var accepted) -> {
        before = Map.copyOf(states);
        latest = Optional.of(command);
        decided = accepted;
        words.add(OrderText.nameOf(command));
        accepted.forEach(this::take);
        yield Optional.empty();
      }
    };
  }

  private Decision<AccountEvent> decide(AccountCommand command) {
    return switch (command) {
      case OfTwoAccounts c ->
          AccountDecider.decide(state(c.from()), state(c.to()), c, circumstances);
      case OfOneAccount c -> AccountDecider.decide(state(c.account()), c, circumstances);
    };
  }

  private void take(AccountEvent event) {
    AccountNumber number = event.account();
    states.put(number, state(number).after(event));
    events.computeIfAbsent(number, _ -> new ArrayList<>()).add(event);
  }

  /** Why the latest command needs an approval, as far as its accounts go. */
  Set<Condition> conditions(LocalDate businessDate) {
    AccountCommand command = latest.orElseThrow();
    AccountNumber paying = of(command).getFirst();
    return AccountConditions.of(before(paying), command, decided, businessDate);
  }

  /** What the latest command has moved: the largest of its amounts. */
  Money moved() {
    return decided.stream()
        .flatMap(event -> event.moved().stream())
        .map(Money::abs)
        .reduce(zero(), (one, other) -> one.isGreaterThan(other) ? one : other);
  }

  /** Cash paid in with all commands together. */
  Money paidIn() {
    Money sum = zero();
    for (AccountEvent event : all()) {
      sum =
          switch (event) {
            case AccountOpened e -> sum.plus(e.openingDeposit());
            case MoneyDeposited e when e.means() == Means.CASH -> sum.plus(e.amount());
            default -> sum;
          };
    }
    return sum;
  }

  /** Cash paid out with all commands together. */
  Money paidOut() {
    Money sum = zero();
    for (AccountEvent event : all()) {
      sum =
          switch (event) {
            case AccountClosed e -> sum.plus(e.payout());
            case MoneyWithdrawn e when e.means() == Means.CASH -> sum.plus(e.amount());
            default -> sum;
          };
    }
    return sum;
  }

  private List<AccountEvent> all() {
    return events.values().stream().flatMap(List::stream).toList();
  }

  private Money zero() {
    return Money.zero(circumstances.currency());
  }

  /** The account, where the act is about one only. */
  Optional<AccountNumber> only() {
    return events.size() == 1 ? events.keySet().stream().findFirst() : Optional.empty();
  }

  /** What was done, in the words of the commands. */
  String what() {
    return String.join(" + ", words);
  }

  /** What has happened, in the order in which the accounts were first touched. */
  List<Change<?, ?>> changes() {
    List<Change<?, ?>> changes = new ArrayList<>();
    events.forEach((number, own) -> changes.add(new Change<>(Subjects.account(number), own)));
    return changes;
  }
}
