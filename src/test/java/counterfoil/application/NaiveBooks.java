package counterfoil.application;

import counterfoil.application.Order.Serve;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillId;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.BigMoney;

/**
 * A branch as a child would keep its books: cents by account, pieces by drawer, additions and
 * subtractions. Knows nothing of events, states and deciders; believes that what was posted was
 * right, and says beforehand what can under no circumstances be.
 */
final class NaiveBooks {
  /** A product that costs so much for each withdrawal. */
  static final String DEAR = "dear";

  static final int DEAR_CENTS = 75;

  private final Set<AccountNumber> dear = new HashSet<>();
  private final SortedMap<AccountNumber, Long> balances = new TreeMap<>();
  private final Map<AccountNumber, Long> overdrafts = new HashMap<>();
  private final SortedMap<TillId, SortedMap<Long, Integer>> drawers = new TreeMap<>();
  private final Map<UUID, Bag> bags = new LinkedHashMap<>();
  private final Map<String, TillId> tillOf = new HashMap<>();
  private final Map<Long, Act> acts = new HashMap<>();

  /** The cheques on paper that lie in the branch. */
  private final Set<Paper> papers = new HashSet<>();

  private boolean dayOpen;
  private long outsideCents;
  private long overShortCents;

  /** A cheque by what tells it; who has no drawer may be anybody's. */
  private record Paper(String numberAndBank, Optional<String> drawer) {
    boolean maybe(Paper other) {
      boolean apart =
          drawer.isPresent() && other.drawer.isPresent() && !drawer.equals(other.drawer);
      return numberAndBank.equals(other.numberAndBank) && !apart;
    }
  }

  /** Cash between two drawers. */
  record Bag(TillId from, TillId to, Cash cash) {}

  /** What an act did, so that it can be undone. */
  private record Act(
      Map<AccountNumber, Long> effects, List<Paper> papers, Cash received, Cash given) {}

  SortedMap<AccountNumber, Long> balances() {
    return balances;
  }

  SortedMap<TillId, SortedMap<Long, Integer>> drawers() {
    return drawers;
  }

  Map<UUID, Bag> bags() {
    return bags;
  }

  Optional<TillId> tillOf(String teller) {
    return Optional.ofNullable(tillOf.get(teller));
  }

  boolean dayOpen() {
    return dayOpen;
  }

  long balance(AccountNumber number) {
    return balances.getOrDefault(number, 0L);
  }

  Cash drawer(TillId till) {
    return cash(drawers.getOrDefault(till, new TreeMap<>()));
  }

  long overShortCents() {
    return overShortCents;
  }

  long inBagsCents() {
    return bags.values().stream().mapToLong(bag -> cents(bag.cash())).sum();
  }

  /** What came in less what went out, less over and short: what must lie in the branch. */
  long cashCents() {
    long there = inBagsCents();
    for (var drawer : drawers.values()) {
      for (var pile : drawer.entrySet()) {
        there += pile.getKey() * pile.getValue();
      }
    }
    if (there != outsideCents + overShortCents) {
      throw new AssertionError(there + " is not " + outsideCents + " and " + overShortCents);
    }
    return there;
  }

  /** Why an order can under no circumstances be posted; nothing where it may be. */
  Optional<String> impossible(String who, Order order) {
    if (!(order instanceof Serve serve)) {
      return Optional.empty();
    }
    if (!dayOpen) {
      return Optional.of("no day is open");
    }
    if (BranchModel.TELLERS.contains(who) && tillOf(who).isEmpty()) {
      return Optional.of("a teller without a till");
    }
    Map<AccountNumber, Long> after = new HashMap<>();
    for (AccountCommand command : serve.commands()) {
      if (command instanceof Withdraw c) {
        long left = after.getOrDefault(c.account(), balance(c.account())) - cents(c.amount());
        after.put(c.account(), left);
        if (left < -overdrafts.getOrDefault(c.account(), 0L)) {
          return Optional.of("more than there is");
        }
      }
      if (command instanceof Transfer c
          && balance(c.from()) - cents(c.amount()) < -overdrafts.getOrDefault(c.from(), 0L)) {
        return Optional.of("more than there is");
      }
    }
    return serve
        .cash()
        .given()
        .filter(given -> serve.cash().received().isEmpty())
        .filter(given -> tillOf(who).map(till -> !drawer(till).contains(given)).orElse(true))
        .map(_ -> "cash that is not in the drawer");
  }

  /** Writes down an order that was posted, with the cash that went over the counter. */
  void posted(String who, UUID id, long position, Order order, Cash received, Cash given) {
    switch (order) {
      case Serve serve -> served(who, position, serve, received, given);
      case Order.Reverse o -> {
        Act act = Objects.requireNonNull(acts.get(o.position()));
        act.effects().forEach((number, cents) -> balances.merge(number, -cents, Long::sum));
        papers.removeAll(act.papers());
        over(who, received, given);
        if (cents(received) - cents(given) != cents(act.given()) - cents(act.received())) {
          throw new AssertionError("the cash of " + o + " did not come back");
        }
      }
      case Order.OpenTill o -> {
        tillOf.put(who, o.till());
        for (var bag : List.copyOf(bags.entrySet())) {
          if (bag.getValue().to().equals(o.till())) {
            put(o.till(), bag.getValue().cash(), 1);
            bags.remove(bag.getKey());
          }
        }
        counted(o.till(), o.counted());
      }
      case Order.CountTill o -> counted(o.till(), o.counted());
      case Order.CloseTill o -> {
        counted(o.till(), o.counted());
        tillOf.values().remove(o.till());
        if (o.handOver() && !o.counted().isEmpty()) {
          put(o.till(), o.counted(), -1);
          bags.put(id, new Bag(o.till(), TillId.VAULT, o.counted()));
        }
      }
      case Order.OfferCash o -> {
        put(o.from(), o.cash(), -1);
        bags.put(id, new Bag(o.from(), o.to(), o.cash()));
      }
      case Order.AcceptCash o -> put(o.to(), taken(o.offer()), 1);
      case Order.DeclineCash o -> put(o.from(), taken(o.offer()), 1);
      case Order.BringCashIn o -> {
        put(TillId.VAULT, o.cash(), 1);
        outsideCents += cents(o.cash());
      }
      case Order.SendCashOut o -> {
        put(TillId.VAULT, o.cash(), -1);
        outsideCents -= cents(o.cash());
      }
      case Order.OpenBusinessDay _ -> dayOpen = true;
      case Order.CloseBusinessDay _ -> dayOpen = false;
      default -> {
        // No money moves.
      }
    }
  }

  private void served(String who, long position, Serve serve, Cash received, Cash given) {
    Map<AccountNumber, Long> before = new HashMap<>(balances);
    List<AccountNumber> touched = new ArrayList<>();
    List<Paper> taken = new ArrayList<>();
    for (AccountCommand command : serve.commands()) {
      switch (command) {
        case OpenAccount c -> {
          book(touched, c.account(), cents(c.openingDeposit()));
          if (c.product().equals(DEAR)) {
            dear.add(c.account());
          }
        }
        case Deposit c -> book(touched, c.account(), cents(c.amount()));
        case DepositCheque c -> {
          book(touched, c.account(), cents(c.amount()));
          if (liesHere(paper(c))) {
            throw new AssertionError("taken in twice: " + c);
          }
          taken.add(paper(c));
          papers.add(paper(c));
        }
        case CreditInterest c -> book(touched, c.account(), cents(c.amount()));
        case Withdraw c ->
            book(
                touched,
                c.account(),
                -cents(c.amount()) - (dear.contains(c.account()) ? DEAR_CENTS : 0));
        case ChargeFee c -> book(touched, c.account(), -cents(c.amount()));
        case Transfer c -> {
          book(touched, c.from(), -cents(c.amount()));
          book(touched, c.to(), cents(c.amount()));
        }
        case CloseAccount c -> book(touched, c.account(), -balance(c.account()));
        case CloseInto c -> {
          book(touched, c.to(), balance(c.from()));
          book(touched, c.from(), -balance(c.from()));
        }
        case SetOverdraftLimit c -> overdrafts.put(c.account(), cents(c.limit()));
        default -> {
          // No money moves.
        }
      }
    }
    over(who, received, given);
    Map<AccountNumber, Long> effects = new HashMap<>();
    for (AccountNumber number : touched) {
      effects.put(number, balance(number) - before.getOrDefault(number, 0L));
    }
    acts.put(position, new Act(effects, taken, received, given));
  }

  /** Whether the order takes in a cheque that lies in the branch already. */
  boolean presentsAgain(Order order) {
    return order instanceof Serve(var commands, _)
        && commands.stream()
            .anyMatch(c -> c instanceof DepositCheque cheque && liesHere(paper(cheque)));
  }

  private boolean liesHere(Paper paper) {
    return papers.stream().anyMatch(paper::maybe);
  }

  private static Paper paper(DepositCheque c) {
    return new Paper(
        c.cheque().number() + "/" + c.cheque().drawerBank(), c.cheque().drawerAccount());
  }

  private void book(List<AccountNumber> touched, AccountNumber number, long cents) {
    touched.add(number);
    balances.merge(number, cents, Long::sum);
  }

  private void over(String who, Cash received, Cash given) {
    if (!received.isEmpty() || !given.isEmpty()) {
      TillId till = tillOf(who).orElseThrow(() -> new AssertionError("cash without a till"));
      put(till, received, 1);
      put(till, given, -1);
      outsideCents += cents(received) - cents(given);
    }
  }

  private Cash taken(UUID offer) {
    return Objects.requireNonNull(bags.remove(offer)).cash();
  }

  private void counted(TillId till, Cash counted) {
    overShortCents += cents(counted) - cents(drawer(till));
    drawers.put(till, new TreeMap<>(counted.pieces()));
  }

  private void put(TillId till, Cash cash, int sign) {
    SortedMap<Long, Integer> drawer = drawers.computeIfAbsent(till, _ -> new TreeMap<>());
    cash.pieces().forEach((face, count) -> drawer.merge(face, sign * count, Integer::sum));
  }

  static Cash cash(SortedMap<Long, Integer> pieces) {
    return new Cash(BranchModel.EUR, pieces);
  }

  static long cents(Cash cash) {
    return cash.total().getAmountMinorLong();
  }

  private static long cents(BigMoney amount) {
    return amount.toMoney(RoundingMode.UNNECESSARY).getAmountMinorLong();
  }
}
