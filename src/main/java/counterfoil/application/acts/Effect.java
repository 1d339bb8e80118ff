package counterfoil.application.acts;

import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Standing;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.ChequeDeposited;
import counterfoil.domain.account.AccountEvent.HoldPlaced;
import counterfoil.domain.account.AccountEvent.HoldReleased;
import counterfoil.domain.account.AccountEvent.MinimumBalanceSet;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountEvent.TransactionReversed;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.account.Hold;
import counterfoil.domain.approval.ActText.Part;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.Denominations;
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
import counterfoil.domain.till.TillState;
import counterfoil.payload.AccountEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a planned act does, as an approver reads it: each account with every amount and its balance
 * afterwards, each till with its cash. Told from the very events that would be recorded.
 */
final class Effect {
  /** What went over the counter as cash when it was first posted. */
  private static final Set<String> OVER_THE_COUNTER =
      Set.of(AccountEvents.MONEY_DEPOSITED, AccountEvents.MONEY_WITHDRAWN);

  private final List<Part> parts = new ArrayList<>();
  private final Standing standing;
  private final CurrencyUnit currency;
  private boolean cashReversed;
  private boolean cashMoved;

  private Effect(Standing standing, CurrencyUnit currency) {
    this.standing = standing;
    this.currency = currency;
  }

  static List<Part> of(List<Change<?, ?>> changes, Standing standing, CurrencyUnit currency) {
    var effect = new Effect(standing, currency);
    changes.forEach(effect::tell);
    if (effect.cashReversed && !effect.cashMoved) {
      // Taken over from another system, or from before there were tills: no drawer knows of it.
      effect.add("cash", "none");
    }
    return effect.parts;
  }

  private void tell(Change<?, ?> change) {
    List<AccountEvent> ofAccount = only(change, AccountEvent.class);
    List<TillEvent> ofTill = only(change, TillEvent.class);
    if (!ofAccount.isEmpty()) {
      tellAccount(ofAccount.getFirst().account(), ofAccount);
    } else if (!ofTill.isEmpty()) {
      tellTill(ofTill.getFirst().till(), ofTill);
    }
  }

  private static <E> List<E> only(Change<?, ?> change, Class<E> type) {
    return change.events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void tellAccount(AccountNumber number, List<AccountEvent> events) {
    add("account_effect", number.value());
    AccountState state = standing.of(Subjects.account(number));
    for (AccountEvent event : events) {
      add("effect", snake(event.getClass().getSimpleName()));
      tellMore(event, state);
      amount(event).ifPresent(amount -> add("amount", written(amount)));
      state = state.after(event);
    }
    switch (state) {
      case Open open -> {
        add("balance_after", written(open.ledger()));
        add("available_after", written(open.available()));
      }
      case Unopened _, Closed _ -> add("balance_after", written(Money.zero(currency)));
    }
  }

  /** What the amount alone does not say: which entry, which cheque, what kind of hold. */
  private void tellMore(AccountEvent event, AccountState before) {
    switch (event) {
      case TransactionReversed e -> {
        add("reversed", snake(e.type()));
        cashReversed |= OVER_THE_COUNTER.contains(e.type());
      }
      case ChequeDeposited e -> e.cheque().ifPresent(cheque -> add("cheque", cheque.number()));
      case HoldReleased e ->
          hold(before, e)
              .ifPresent(hold -> {
                add("hold_kind", hold.kind().name().toLowerCase(Locale.ROOT));
                add("hold_reason", hold.reason());
              });
      default -> {
        // Its amount says all.
      }
    }
  }

  private static Optional<Hold> hold(AccountState state, HoldReleased event) {
    return state instanceof Open open ? open.hold(event.holdId()) : Optional.empty();
  }

  private static Optional<Money> amount(AccountEvent event) {
    return switch (event) {
      case HoldPlaced e -> Optional.of(e.amount());
      case HoldReleased e -> Optional.of(e.amount());
      case OverdraftLimitSet e -> Optional.of(e.limit());
      case MinimumBalanceSet e -> Optional.of(e.amount());
      default -> event.moved();
    };
  }

  private void tellTill(TillId till, List<TillEvent> events) {
    add("till_effect", till.value());
    TillState state = standing.of(Subjects.till(till));
    for (TillEvent event : events) {
      tellCash(event);
      state = state.after(event);
    }
    add("cash_after", written(state.drawer(currency).total()));
  }

  private void tellCash(TillEvent event) {
    switch (event) {
      case TillCashMoved e -> {
        cash("in", e.received());
        cash("out", e.given());
        cashMoved = true;
      }
      case TillOpened e -> counted(e.expected(), e.counted());
      case TillCashCounted e -> counted(e.expected(), e.counted());
      case TillClosed e -> counted(e.expected(), e.counted());
      case CashOverShortBooked e -> add("difference", written(e.difference()));
      case CashAccepted e -> cash("in", e.cash());
      case CashDeclined e -> cash("in", e.cash());
      case CashBroughtIn e -> cash("in", e.cash());
      case CashOffered e -> cash("out", e.cash());
      case CashSentOut e -> cash("out", e.cash());
      case CashDelivered e -> add("delivered", written(e.cash().total()));
    }
  }

  private void cash(String way, Cash cash) {
    if (!cash.isEmpty()) {
      add("cash_" + way, written(cash.total()));
      add("pieces_" + way, pieces(cash));
    }
  }

  private void counted(Cash expected, Cash counted) {
    add("expected", written(expected.total()));
    add("counted", written(counted.total()));
  }

  /** The highest first: {@code 4 x 50, 1 x 20}. */
  private String pieces(Cash cash) {
    return cash.pieces().entrySet().stream()
        .sorted(Map.Entry.<Long, Integer>comparingByKey().reversed())
        .map(pile -> pile.getValue() + " x " + Denominations.label(currency, pile.getKey()))
        .collect(Collectors.joining(", "));
  }

  private void add(String name, String value) {
    parts.add(new Part(name, value));
  }

  private static String written(Money amount) {
    return amount.getAmount().toPlainString() + " " + amount.getCurrencyUnit().getCode();
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
