package counterfoil.application;

import counterfoil.application.Order.AcceptCash;
import counterfoil.application.Order.BringCashIn;
import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.ChangeSettings;
import counterfoil.application.Order.CloseBusinessDay;
import counterfoil.application.Order.CloseTill;
import counterfoil.application.Order.KeepCustomer;
import counterfoil.application.Order.ManageStaff;
import counterfoil.application.Order.OfferCash;
import counterfoil.application.Order.OpenBusinessDay;
import counterfoil.application.Order.OpenTill;
import counterfoil.application.Order.Reverse;
import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.signin.Passwords;
import counterfoil.application.signin.Passwords.Cost;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.branch.SettingsCommand;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.payload.TillEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A branch with staff, in a folder of its own: whoever it takes to live through a small day. */
public final class StaffedBranch implements AutoCloseable {
  public static final CurrencyUnit EUR = CurrencyUnit.EUR;
  public static final String PASSWORD = "four tall brown horses";
  public static final String WORKSTATION = "WS-01";
  public static final TillId T1 = new TillId("T-01");
  public static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  public static final AccountNumber NADIA = new AccountNumber("1004-2213");
  public static final AccountNumber JONAS = new AccountNumber("1004-2214");

  private static final Duration STEP = Duration.ofMinutes(1);

  private Instant now = Instant.parse("2026-11-23T08:00:00Z");
  private final Path folder;
  private final EmbeddedStore store;
  private final Ledger ledger;
  private final Session administrator;
  private final Session headTeller;
  private final Session teller;
  private final Session auditor;

  public StaffedBranch() {
    InstantSource clock = this::tick;
    var charter =
        new Charter(
            "counterfoil.example/riverside",
            "Riverside branch",
            "EUR",
            ZoneOffset.UTC,
            clock.instant(),
            false);
    folder = temporaryFolder();
    store = EmbeddedStore.create(folder, charter, StoredLedgers.folderModels(charter), clock);
    ledger = new Ledger(store, clock, new Passwords(new Cost(64, 1, 1)));
    var founder = ledger.unstaffed(new Actor("founder", Actor.ADMINISTRATOR, WORKSTATION));
    add(founder, "ada", "Ada Berg", Role.ADMINISTRATOR);
    administrator = signIn("ada");
    add(administrator, "lucia", "Lucia Meyer", Role.HEAD_TELLER);
    add(administrator, "amara", "Amara Okafor", Role.TELLER);
    add(administrator, "oleg", "Oleg Petrov", Role.AUDITOR);
    headTeller = signIn("lucia");
    teller = signIn("amara");
    auditor = signIn("oleg");
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("staffed-branch");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A minute passes with everything that is recorded. */
  private synchronized Instant tick() {
    now = now.plus(STEP);
    return now;
  }

  /** Somebody sets the computer's clock, forward or back. */
  public synchronized void setClock(Duration by) {
    now = now.plus(by);
  }

  public Ledger ledger() {
    return ledger;
  }

  /**
   * The same branch from another workstation, as with a server.
   *
   * @param meanwhile happens at the first one once, between the first decision of a session here
   *     and its append
   */
  Ledger workstation(Runnable meanwhile) {
    var once = new AtomicReference<Runnable>(meanwhile);
    LedgerStore there =
        (LedgerStore)
            Proxy.newProxyInstance(
                LedgerStore.class.getClassLoader(),
                new Class<?>[] {LedgerStore.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("shared")) {
                    return true;
                  }
                  if (method.getName().equals("submit")) {
                    once.getAndSet(() -> {}).run();
                  }
                  return method.invoke(store, arguments);
                });
    return new Ledger(there, this::tick, new Passwords(new Cost(64, 1, 1)));
  }

  public Session administrator() {
    return administrator;
  }

  public Session headTeller() {
    return headTeller;
  }

  public Session teller() {
    return teller;
  }

  public Session auditor() {
    return auditor;
  }

  public void add(Session by, String name, String fullName, Role role) {
    var credential = ledger.passwords().hash(PASSWORD.toCharArray());
    post(
        by,
        new ManageStaff(
            new AddStaffMember(new StaffName(name), fullName, Set.of(role), credential)));
  }

  public Session signIn(String name) {
    return signIn(ledger, name);
  }

  /** At another ledger, whose staff has the same password. */
  static Session signIn(Ledger ledger, String name) {
    return switch (ledger.signIn(name, PASSWORD.toCharArray(), WORKSTATION)) {
      case Ledger.SignedIn.Yes(var session) -> session;
      case Ledger.SignedIn.No(var refusal) -> throw new AssertionError(refusal);
    };
  }

  /** Posts what must go well; a head teller signs at the desk where somebody must. */
  public Posted post(Session session, Order order) {
    var posting = Posting.of(order);
    Outcome outcome = session.post(posting);
    if (outcome instanceof Outcome.ApprovalNeeded needed) {
      var shown = Optional.of(needed.text());
      outcome = session.submitApproved(posting, shown, "lucia", PASSWORD.toCharArray()).join();
    }
    if (outcome instanceof Posted posted) {
      return posted;
    }
    throw new AssertionError(order + ": " + outcome);
  }

  public void change(SettingsCommand command) {
    post(administrator, new ChangeSettings(command));
  }

  public void limit(String name, String amount) {
    change(new SetLimit(name, Optional.of(amount(amount))));
  }

  public Posted serve(AccountCommand command) {
    return post(teller, new Serve(command));
  }

  public Posted deposit(AccountNumber account, String amount) {
    return serve(new Deposit(account, amount(amount), Details.NONE));
  }

  public Posted withdraw(AccountNumber account, String amount) {
    return serve(new Withdraw(account, amount(amount), Details.NONE));
  }

  public Posted transfer(String amount) {
    return serve(new Transfer(NADIA, JONAS, amount(amount), Details.NONE));
  }

  public Posted reverse(long position, String reason) {
    return post(teller, new Reverse(position, reason, CashSlip.NONE));
  }

  /** The day is open, a customer registered, 1,000 of 18,290 from the vault lie in the till. */
  public StaffedBranch open() {
    post(headTeller, new OpenBusinessDay(DAY));
    post(
        headTeller,
        new KeepCustomer(
            new RegisterCustomer(
                new CustomerNumber("C-000001"), CustomerDetails.named("Nadia Rahimi"))));
    post(
        headTeller,
        new BringCashIn(cash(Map.of(5000L, 180, 1000L, 80, 500L, 90, 50L, 80)), "head office"));
    openTill(teller, T1);
    serve(new OpenAccount(NADIA, "Nadia Rahimi", "current", amount("500.00"), Details.NONE));
    serve(new OpenAccount(JONAS, "Jonas Weber", "savings", amount("20.00"), Details.NONE));
    return this;
  }

  public void openTill(Session by, TillId till) {
    Cash change = cash(Map.of(5000L, 10, 1000L, 40, 500L, 19, 50L, 10));
    post(headTeller, new OfferCash(TillId.VAULT, till, change));
    post(by, new OpenTill(till, change, ""));
  }

  /** Deposit, withdrawal, transfer, and a deposit to the wrong account that is taken back. */
  public StaffedBranch serveCustomers() {
    deposit(NADIA, "250.00");
    withdraw(NADIA, "35.50");
    transfer("100.00");
    reverse(deposit(JONAS, "80.00").position(), "wrong account");
    return this;
  }

  /** The till is one note of 50 short; all is handed to the vault, and the day closed. */
  public StaffedBranch closeDay() {
    Cash counted = drawer(T1).minus(cash(Map.of(5000L, 1)));
    post(teller, new CloseTill(T1, counted, "one note short", true));
    UUID bag = till(T1).offers().firstEntry().getKey();
    post(headTeller, new AcceptCash(bag, T1, TillId.VAULT));
    post(headTeller, new CloseBusinessDay(false, ""));
    return this;
  }

  public counterfoil.domain.till.TillState till(TillId till) {
    return ledger.streams().load(TillEvents.stream(till), TillEvents.KIND).state();
  }

  public Cash drawer(TillId till) {
    return till(till).drawer(EUR);
  }

  /** The same session, whose answers are there when its methods return. */
  public static Session waiting(Session session) {
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (_, method, arguments) -> {
              Object answer = method.invoke(session, arguments);
              if (answer instanceof CompletableFuture<?> future) {
                var _ = future.join();
              }
              return answer;
            });
  }

  public static Cash cash(Map<Long, Integer> pieces) {
    return new Cash(EUR, new TreeMap<>(pieces));
  }

  public static BigMoney amount(String amount) {
    return BigMoney.parse("EUR " + amount);
  }

  public static Money euros(String amount) {
    return Money.parse("EUR " + amount);
  }

  @Override
  public void close() {
    ledger.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
