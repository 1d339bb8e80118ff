package counterfoil.application;

import static counterfoil.application.BranchModel.ADA;
import static counterfoil.application.BranchModel.EUR;
import static counterfoil.application.BranchModel.HANNA;
import static counterfoil.application.BranchModel.HUGO;
import static counterfoil.application.BranchModel.TELLERS;
import static counterfoil.application.BranchModel.serve;
import static org.junit.jupiter.api.Assertions.assertFalse;

import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Serve;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.RemoveHolder;
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Terms;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.branch.Product;
import counterfoil.domain.branch.SettingsCommand.DefineProduct;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.cash.Payout;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.till.TillId;
import counterfoil.domain.workstation.Export;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** Gives a branch whatever comes to mind, and now and then ends the day and begins the next. */
final class RandomBranch {
  private static final Denominations EUROS = Denominations.builtIn(EUR);

  private final BranchModel branch;
  private final Random random;
  private final List<AccountNumber> accounts = new ArrayList<>();
  private final List<CustomerNumber> customers = new ArrayList<>();
  private final List<Long> posted = new ArrayList<>();
  private final List<Held> holds = new ArrayList<>();
  private final List<Cheque> papers = new ArrayList<>();
  private int given;
  private int accepted;

  private record Held(AccountNumber account, UUID hold) {}

  RandomBranch(BranchModel branch, Random random) {
    this.branch = branch;
    this.random = random;
  }

  int given() {
    return given;
  }

  /** How many of them were posted. */
  int accepted() {
    return accepted;
  }

  static TillId till(String teller) {
    return new TillId("T-0" + (TELLERS.indexOf(teller) + 1));
  }

  /** A product with a fee for each withdrawal. */
  void defineDear() {
    branch.done(
        ADA,
        new Order.ChangeSettings(
            new DefineProduct(
                NaiveBooks.DEAR,
                "Dear account",
                Product.Kind.CURRENT,
                money(0),
                true,
                money(NaiveBooks.DEAR_CENTS),
                BigDecimal.ZERO)));
  }

  void openDay() {
    branch.done(HUGO, new Order.OpenBusinessDay(branch.ledger.today()));
    if (branch.books.drawer(TillId.VAULT).total().isLessThan(Money.of(EUR, 100_000))) {
      branch.done(HUGO, new Order.BringCashIn(ofEach(200), "Bank"));
    }
    TELLERS.forEach(this::openTill);
  }

  private void openTill(String teller) {
    TillId till = till(teller);
    Cash there = branch.books.drawer(till);
    if (there.total().isLessThan(Money.of(EUR, 2000))
        && branch.books.drawer(TillId.VAULT).contains(ofEach(10))) {
      give(HUGO, new Order.OfferCash(TillId.VAULT, till, ofEach(10)));
    }
    Cash waiting =
        branch.books.bags().values().stream()
            .filter(bag -> bag.to().equals(till))
            .map(NaiveBooks.Bag::cash)
            .reduce(there, Cash::plus);
    give(teller, new Order.OpenTill(till, waiting, ""));
  }

  static Cash ofEach(int pieces) {
    SortedMap<Long, Integer> piles = new TreeMap<>();
    EUROS.faces().forEach(face -> piles.put(face, pieces));
    return new Cash(EUR, piles);
  }

  /** Closes every till and the day, sometimes by force; the clock goes to the next morning. */
  void closeDay() {
    boolean forced = random.nextInt(5) == 0;
    for (String teller : TELLERS) {
      branch.books.tillOf(teller).ifPresent(till -> closeTill(teller, till));
    }
    for (var bag : List.copyOf(branch.books.bags().entrySet())) {
      TillId to = bag.getValue().to();
      TillId from = bag.getValue().from();
      if (to.isVault()) {
        give(HUGO, new Order.AcceptCash(bag.getKey(), from, to));
      } else if (from.isVault()) {
        give(HUGO, new Order.DeclineCash(bag.getKey(), from, from, "Evening"));
      }
    }
    var closing = give(HUGO, new Order.CloseBusinessDay(forced, "Evening"));
    if (!(closing instanceof Outcome.Posted)) {
      branch.done(HUGO, new Order.CloseBusinessDay(true, "Evening, and something is open"));
    }
    branch.pass(Duration.ofDays(1));
  }

  void goHome(String teller) {
    closeTill(teller, till(teller));
  }

  private void closeTill(String teller, TillId till) {
    for (var bag : List.copyOf(branch.books.bags().entrySet())) {
      if (bag.getValue().from().equals(till)) {
        give(teller, new Order.DeclineCash(bag.getKey(), till, till, "Evening"));
      } else if (bag.getValue().to().equals(till)) {
        give(teller, new Order.DeclineCash(bag.getKey(), bag.getValue().from(), till, "Evening"));
      }
    }
    Cash counted = branch.books.drawer(till);
    if (random.nextInt(4) == 0) {
      counted = random.nextBoolean() ? counted.plus(one()) : less(counted);
    }
    give(teller, new Order.CloseTill(till, counted, "Counted twice", random.nextBoolean()));
  }

  private Cash one() {
    return Cash.of(any(EUROS.values()), 1);
  }

  private Cash less(Cash cash) {
    Cash piece = one();
    return cash.contains(piece) ? cash.minus(piece) : cash;
  }

  /** One act, whatever it is. */
  void act() {
    int kind = random.nextInt(100);
    if (accounts.size() < 5 || kind < 3) {
      openAccount();
    } else if (kind < 28) {
      deposit();
    } else if (kind < 50) {
      withdraw();
    } else if (kind < 60) {
      customer(new Transfer(account(), account(), amount(20_000), Details.NONE));
    } else if (kind < 72) {
      overAccounts();
    } else if (kind < 80) {
      overCash();
    } else if (kind < 88) {
      approved();
    } else if (kind < 94) {
      reverse();
    } else {
      office();
    }
  }

  private void openAccount() {
    String teller = any(TELLERS);
    CustomerNumber customer = CustomerNumber.numbered(customers.size() + 1);
    var details =
        new CustomerDetails(
            "Customer " + customers.size(),
            random.nextInt(4) == 0
                ? Optional.of(branch.ledger.today().minusYears(random.nextInt(80)).minusDays(1))
                : Optional.empty(),
            "",
            "",
            "",
            "",
            random.nextInt(10) == 0 ? Set.of(CustomerDetails.Flag.DORMANT) : Set.of(),
            "");
    if (give(teller, new Order.KeepCustomer(new RegisterCustomer(customer, details)))
        instanceof Outcome.Posted) {
      customers.add(customer);
    }
    AccountNumber number = new AccountNumber("A-" + accounts.size());
    Cash cash = someCash(random.nextInt(300_000));
    var opening =
        new OpenAccount(
            number,
            "Holder",
            random.nextInt(4) == 0 ? NaiveBooks.DEAR : "current",
            BigMoney.of(cash.total()),
            customers.isEmpty() ? List.of() : List.of(any(customers)),
            Terms.NONE,
            Details.NONE);
    if (give(teller, serve(opening, slip(cash, true))) instanceof Outcome.Posted) {
      accounts.add(number);
      if (random.nextInt(3) == 0) {
        give(HUGO, serve(new SetOverdraftLimit(number, amount(50_000), Details.NONE)));
      }
    }
  }

  private Cash someCash(int cents) {
    return Payout.fewestPieces(EUROS, Money.ofMinor(EUR, cents)).orElseThrow();
  }

  private static CashSlip slip(Cash cash, boolean in) {
    if (cash.isEmpty()) {
      return CashSlip.NONE;
    }
    return in
        ? new CashSlip(Optional.of(cash), Optional.empty())
        : new CashSlip(Optional.empty(), Optional.of(cash));
  }

  private void deposit() {
    BigMoney amount = amount(200_000);
    Money plain = amount.toMoney();
    // Sometimes untold, sometimes exact, sometimes with a note too much, for change.
    int manner = random.nextInt(3);
    Cash exact = Payout.fewestPieces(EUROS, plain).orElseThrow();
    CashSlip slip =
        switch (manner) {
          case 0 -> CashSlip.NONE;
          case 1 -> slip(exact, true);
          default -> slip(exact.plus(Cash.of(Money.of(EUR, 50), 1)), true);
        };
    remember(give(any(TELLERS), serve(new Deposit(account(), amount, Details.NONE), slip)));
  }

  private void withdraw() {
    String teller = any(TELLERS);
    BigMoney amount = amount(60_000);
    Optional<Cash> told =
        random.nextBoolean()
            ? Payout.propose(branch.books.drawer(till(teller)), amount.toMoney())
            : Optional.empty();
    var command = new Withdraw(account(), amount, Details.NONE);
    Order order = new Serve(List.of(command), new CashSlip(Optional.empty(), told));
    remember(secondedIfNeeded(teller, order));
  }

  private void customer(AccountCommand command) {
    remember(secondedIfNeeded(any(TELLERS), serve(command)));
  }

  /** Where an approval is needed, it is given or not. */
  private Outcome secondedIfNeeded(String who, Order order) {
    UUID id = UUID.randomUUID();
    Outcome outcome = give(who, id, order);
    return outcome instanceof Outcome.ApprovalNeeded && random.nextBoolean()
        ? counted(branch.giveSigned(who, id, order, HANNA))
        : outcome;
  }

  private void overAccounts() {
    AccountNumber number = account();
    switch (random.nextInt(14)) {
      case 0 -> customer(new ChargeFee(number, amount(500), Details.NONE));
      case 1 ->
          secondedIfNeeded(HUGO, serve(new CreditInterest(number, amount(500), Details.NONE)));
      case 2 -> give(HUGO, serve(new SetOverdraftLimit(number, amount(80_000), Details.NONE)));
      case 3 -> give(HUGO, serve(new SetMinimumBalance(number, amount(2_000), Details.NONE)));
      case 4, 5 -> cheque(number, false);
      case 6 -> cheque(number, true);
      case 7 -> {
        UUID hold = UUID.randomUUID();
        var command =
            new PlaceHold(number, hold, amount(10_000), Optional.empty(), "Promise", Details.NONE);
        if (give(any(TELLERS), serve(command)) instanceof Outcome.Posted) {
          holds.add(new Held(number, hold));
        }
      }
      case 8, 9 -> {
        if (!holds.isEmpty()) {
          Held held = holds.remove(random.nextInt(holds.size()));
          secondedIfNeeded(
              any(TELLERS),
              serve(new ReleaseHold(held.account(), held.hold(), "Cleared", Details.NONE)));
        }
      }
      case 10 -> {
        give(HUGO, serve(new Freeze(number, "Asked", Details.NONE)));
        customer(new Transfer(number, account(), amount(1_000), Details.NONE));
        give(HUGO, serve(new Unfreeze(number, "Asked", Details.NONE)));
      }
      case 11 -> customer(new CloseAccount(number, random.nextBoolean(), Details.NONE));
      case 12 -> customer(new CloseInto(number, account(), Optional.empty(), Details.NONE));
      default -> {
        give(HUGO, serve(new AddHolder(number, any(customers), Details.NONE)));
        give(HUGO, serve(new RemoveHolder(number, any(customers), Details.NONE)));
      }
    }
  }

  private void cheque(AccountNumber number, boolean cashBack) {
    UUID hold = UUID.randomUUID();
    List<AccountCommand> commands = new ArrayList<>();
    commands.add(
        new DepositCheque(
            number,
            amount(90_000),
            paper(),
            branch.ledger.businessDate().plusDays(3),
            hold,
            Details.NONE));
    if (cashBack) {
      commands.add(new Withdraw(number, amount(5_000), Details.NONE));
    }
    Outcome outcome = secondedIfNeeded(any(TELLERS), new Serve(commands, CashSlip.NONE));
    if (outcome instanceof Outcome.Posted) {
      holds.add(new Held(number, hold));
    }
    remember(outcome);
  }

  /** Every third one has been seen before, and may lie here still, or is another drawer's. */
  private Cheque paper() {
    LocalDate date = branch.ledger.businessDate().minusDays(2);
    if (!papers.isEmpty() && random.nextInt(3) == 0) {
      Cheque old = any(papers);
      return new Cheque(
          old.number(),
          old.drawerBank(),
          date,
          random.nextBoolean() ? old.drawerAccount() : drawer());
    }
    var cheque = new Cheque("" + given, "Bank", date, drawer());
    papers.add(cheque);
    return cheque;
  }

  private Optional<String> drawer() {
    return random.nextBoolean() ? Optional.of("DE" + random.nextInt(9)) : Optional.empty();
  }

  private void overCash() {
    String teller = any(TELLERS);
    TillId till = till(teller);
    switch (random.nextInt(8)) {
      case 0, 1 -> {
        TillId to = random.nextBoolean() ? TillId.VAULT : till(any(TELLERS));
        give(teller, new Order.OfferCash(till, to, part(till)));
      }
      case 2 -> give(HUGO, new Order.OfferCash(TillId.VAULT, till, part(TillId.VAULT)));
      case 3, 4, 5 -> answerOffer();
      case 6 -> {
        Cash drawer = branch.books.drawer(till);
        Cash counted = random.nextInt(3) == 0 ? less(drawer) : drawer;
        secondedIfNeeded(HUGO, new Order.CountTill(till, counted, "In between"));
      }
      default -> {
        give(HUGO, new Order.SendCashOut(part(TillId.VAULT), "Bank"));
        give(HUGO, new Order.BringCashIn(ofEach(1 + random.nextInt(3)), "Bank"));
      }
    }
  }

  private void answerOffer() {
    if (branch.books.bags().isEmpty()) {
      return;
    }
    UUID offer = any(List.copyOf(branch.books.bags().keySet()));
    NaiveBooks.Bag bag = Objects.requireNonNull(branch.books.bags().get(offer));
    String taker =
        bag.to().isVault()
            ? HUGO
            : TELLERS.stream().filter(t -> till(t).equals(bag.to())).findFirst().orElse(HUGO);
    give(
        taker,
        random.nextInt(4) == 0
            ? new Order.DeclineCash(offer, bag.from(), bag.to(), "Not now")
            : new Order.AcceptCash(offer, bag.from(), bag.to()));
  }

  private Cash part(TillId till) {
    SortedMap<Long, Integer> some = new TreeMap<>();
    branch
        .books
        .drawer(till)
        .pieces()
        .forEach((face, count) -> some.put(face, random.nextInt(Math.min(count, 20) + 1) / 4));
    return new Cash(EUR, some);
  }

  /** Through the queue: asked for, answered, and given again. */
  private void approved() {
    String teller = any(TELLERS);
    UUID id = UUID.randomUUID();
    Order order = serve(new Withdraw(account(), amount(300_000), Details.NONE));
    if (!(give(teller, id, order) instanceof Outcome.ApprovalNeeded)) {
      return;
    }
    counted(branch.ask(teller, id, order));
    switch (random.nextInt(4)) {
      case 0 -> give(HANNA, new Order.Reject(id, "Not today"));
      case 1 -> give(teller, new Order.WithdrawRequest(id));
      default -> give(any(List.of(HANNA, HUGO)), new Order.Approve(id));
    }
    remember(give(teller, id, order));
  }

  private Export journal() {
    return new Export(
        Export.Format.CSV,
        Export.Content.JOURNAL,
        Optional.empty(),
        Optional.empty(),
        1 + random.nextLong(1_000_000),
        1,
        "%064x".formatted(random.nextLong(Long.MAX_VALUE)));
  }

  private void reverse() {
    if (posted.isEmpty()) {
      return;
    }
    String teller = any(TELLERS);
    Order order = new Order.Reverse(any(posted), "Wrong account keyed", CashSlip.NONE);
    UUID id = UUID.randomUUID();
    if (give(teller, id, order) instanceof Outcome.ApprovalNeeded) {
      counted(branch.giveSigned(teller, id, order, any(List.of(HANNA, HUGO))));
    }
  }

  private void office() {
    switch (random.nextInt(5)) {
      case 0 ->
          give(
              ADA,
              new Order.ChangeSettings(
                  new SetLimit(
                      "approval.cash_out", Optional.of(money(100 * (200 + random.nextInt(900)))))));
      case 1 -> {
        if (!posted.isEmpty()) {
          give(any(TELLERS), new Order.ReprintReceipt(any(posted)));
        }
      }
      case 2 -> {
        if (!posted.isEmpty()) {
          give(HANNA, new Order.SignOff(any(posted), "Looked at"));
        }
      }
      case 3 -> give(HANNA, new Order.RecordExport(journal()));
      default ->
          give(
              ADA,
              new Order.ChangeSettings(
                  new SetLimit(
                      "over_short.second_person", Optional.of(money(1 + random.nextInt(20_000))))));
    }
  }

  private Outcome give(String who, Order order) {
    return give(who, UUID.randomUUID(), order);
  }

  private Outcome give(String who, UUID id, Order order) {
    given++;
    Optional<String> never = branch.books.impossible(who, order);
    Outcome outcome = branch.give(who, id, order);
    assertFalse(
        never.isPresent() && outcome instanceof Outcome.Posted,
        () -> who + " gave " + order + " though " + never);
    accepted += outcome instanceof Outcome.Posted ? 1 : 0;
    return outcome;
  }

  private Outcome counted(Outcome outcome) {
    given++;
    accepted += outcome instanceof Outcome.Posted ? 1 : 0;
    return outcome;
  }

  private void remember(Outcome outcome) {
    if (outcome instanceof Outcome.Posted(_, long position, _, _, boolean before) && !before) {
      posted.add(position);
    }
  }

  private AccountNumber account() {
    return any(accounts);
  }

  private BigMoney amount(int atMostCents) {
    return money(1 + random.nextInt(atMostCents));
  }

  private static BigMoney money(int cents) {
    return BigMoney.ofMinor(EUR, cents);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
