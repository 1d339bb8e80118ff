package counterfoil.application.practice;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.TransactionReversed;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillEvent.CashAccepted;
import counterfoil.domain.till.TillEvent.CashBroughtIn;
import counterfoil.domain.till.TillEvent.CashDeclined;
import counterfoil.domain.till.TillEvent.CashDelivered;
import counterfoil.domain.till.TillEvent.CashOffered;
import counterfoil.domain.till.TillEvent.CashOverShortBooked;
import counterfoil.domain.till.TillEvent.CashSentOut;
import counterfoil.domain.till.TillEvent.TillCashCounted;
import counterfoil.domain.till.TillEvent.TillCashMoved;
import counterfoil.domain.till.TillEvent.TillClosed;
import counterfoil.domain.till.TillEvent.TillOpened;
import counterfoil.domain.till.TillId;
import counterfoil.eventstore.Entry;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.TillEvents;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Follows every note and every cent through the entries of a branch with tills, in plain sums and
 * by no rule of the program: what is in drawers, vault and bags must be what came in less what went
 * out, and what went over the counter must be what the accounts say went over it. For one thread.
 */
public final class CashTrail {
  private static final Set<String> CASH_TYPES =
      Set.of(
          AccountEvents.ACCOUNT_OPENED,
          AccountEvents.MONEY_DEPOSITED,
          AccountEvents.MONEY_WITHDRAWN,
          AccountEvents.ACCOUNT_CLOSED);

  private final CurrencyUnit currency;
  private final SortedMap<AccountNumber, Money> moved = new TreeMap<>();
  private final SortedMap<TillId, Cash> drawers = new TreeMap<>();
  private final Map<UUID, Cash> bags = new HashMap<>();
  private Money movedInCash;
  private Money overCounter;
  private Money fromOutside;
  private Money overShort;

  public CashTrail(CurrencyUnit currency) {
    this.currency = currency;
    this.movedInCash = Money.zero(currency);
    this.overCounter = Money.zero(currency);
    this.fromOutside = Money.zero(currency);
    this.overShort = Money.zero(currency);
  }

  /** Every entry in its order, from the first one of a branch with tills. */
  public void follow(Entry entry) {
    switch (entry.stream().category()) {
      case AccountEvents.CATEGORY ->
          follow(AccountEvents.KIND.decode(entry.type(), entry.payload()));
      case TillEvents.CATEGORY -> follow(TillEvents.KIND.decode(entry.type(), entry.payload()));
      default -> {
        // No money moves.
      }
    }
  }

  private void follow(AccountEvent event) {
    Optional<Money> amount = event.moved();
    amount.ifPresent(money -> moved.merge(event.account(), money, Money::plus));
    if (amount.isPresent() && isCash(event)) {
      movedInCash = movedInCash.plus(amount.get());
    }
  }

  private static boolean isCash(AccountEvent event) {
    return switch (event) {
      case AccountOpened _, AccountClosed _ -> true;
      case MoneyDeposited e -> e.means() == Means.CASH;
      case MoneyWithdrawn e -> e.means() == Means.CASH;
      case TransactionReversed e -> CASH_TYPES.contains(e.type());
      default -> false;
    };
  }

  private void follow(TillEvent event) {
    TillId till = event.till();
    switch (event) {
      case TillOpened e -> recount(till, e.expected(), e.counted());
      case TillCashCounted e -> recount(till, e.expected(), e.counted());
      case TillClosed e -> drawers.put(till, e.counted());
      case TillCashMoved e -> {
        drawers.put(till, drawer(till).plus(e.received()).minus(e.given()));
        overCounter = overCounter.plus(e.received().total()).minus(e.given().total());
      }
      case CashOverShortBooked e -> {
        drawers.put(till, e.counted());
        overShort = overShort.plus(e.difference());
      }
      case CashOffered e -> {
        drawers.put(till, drawer(till).minus(e.cash()));
        bags.put(e.offer(), e.cash());
      }
      case CashDelivered e -> bags.remove(e.offer());
      case CashDeclined e -> {
        bags.remove(e.offer());
        drawers.put(till, drawer(till).plus(e.cash()));
      }
      case CashAccepted e -> drawers.put(till, drawer(till).plus(e.cash()));
      case CashBroughtIn e -> {
        drawers.put(till, drawer(till).plus(e.cash()));
        fromOutside = fromOutside.plus(e.cash().total());
      }
      case CashSentOut e -> {
        drawers.put(till, drawer(till).minus(e.cash()));
        fromOutside = fromOutside.minus(e.cash().total());
      }
    }
  }

  /** Other pieces than thought, but of the same worth; another sum is booked as over or short. */
  private void recount(TillId till, Cash expected, Cash counted) {
    if (expected.total().equals(counted.total())) {
      drawers.put(till, counted);
    }
  }

  private Cash drawer(TillId till) {
    return drawers.getOrDefault(till, Cash.none(currency));
  }

  /** What each account's balance has changed by. */
  public Map<AccountNumber, Money> moved() {
    return Map.copyOf(moved);
  }

  /** What lies in each drawer, the vault's among them. */
  public Map<TillId, Cash> drawers() {
    return Map.copyOf(drawers);
  }

  public Money overShort() {
    return overShort;
  }

  /** Cash between two drawers. */
  public Money inBags() {
    return bags.values().stream().map(Cash::total).reduce(Money.zero(currency), Money::plus);
  }

  public Money inDrawers() {
    return drawers.values().stream().map(Cash::total).reduce(Money.zero(currency), Money::plus);
  }

  /** Where money was made or lost; to be asked between two acts. */
  public Optional<String> contradiction() {
    Money there = inDrawers().plus(inBags());
    Money due = fromOutside.plus(overCounter).plus(overShort);
    if (!there.equals(due)) {
      return Optional.of("the branch holds " + there + " in cash, but should hold " + due);
    }
    return overCounter.equals(movedInCash)
        ? Optional.empty()
        : Optional.of(
            "%s went over the counter, but the accounts say %s"
                .formatted(overCounter, movedInCash));
  }
}
