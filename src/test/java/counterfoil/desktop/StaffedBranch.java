package counterfoil.desktop;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Ledger.SignedIn;
import counterfoil.application.LedgerPlace.Folder;
import counterfoil.application.Order;
import counterfoil.application.Order.BringCashIn;
import counterfoil.application.Order.ChangeSettings;
import counterfoil.application.Order.KeepCustomer;
import counterfoil.application.Order.ManageStaff;
import counterfoil.application.Order.OfferCash;
import counterfoil.application.Order.OpenBusinessDay;
import counterfoil.application.Order.OpenTill;
import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Posting;
import counterfoil.application.Session;
import counterfoil.application.StoredLedgers;
import counterfoil.application.notary.Workstation;
import counterfoil.application.signin.Passwords;
import counterfoil.application.signin.Passwords.Cost;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.Terms;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
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
import counterfoil.payload.TillEvents;
import counterfoil.projection.AccountLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A branch at work, in a folder of its own that goes with it: the day is open, Amara serves from
 * till T-01 with 1,250.00 in it, Lucia is the head teller, and Nadia Rahimi holds account 1004-2213
 * with 500.00.
 */
public final class StaffedBranch implements AutoCloseable {
  public static final String PASSWORD = "four tall brown horses";
  public static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  public static final CustomerNumber NADIA = new CustomerNumber("C-000001");
  public static final AccountNumber ACCOUNT = new AccountNumber("1004-2213");
  private static final UUID CHEQUE_HOLD = new UUID(7, 7);
  private static final TillId TILL = new TillId("T-01");

  /** 1,250.00. */
  private static final Cash FLOAT = cash(Map.of("50", 10, "20", 20, "10", 20, "5", 20, "1", 50));

  private final Path folder;
  private final Ledger ledger;
  private final Session admin;
  private final Session lucia;
  private final Session amara;

  public StaffedBranch() {
    this(InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")));
  }

  public StaffedBranch(InstantSource clock) {
    this(new StoredLedgers(clock), clock);
  }

  /** At a workstation that signs, and remembers in {@code own} what it has seen. */
  public static StaffedBranch witnessed(Path own) {
    var clock = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
    return new StaffedBranch(
        new StoredLedgers(clock, Optional.of(new Workstation("WS-02", own))), clock);
  }

  private StaffedBranch(StoredLedgers ledgers, InstantSource clock) {
    folder = emptyFolder();
    ledger =
        ledgers.found(
            new Folder(folder),
            new Charter(
                "counterfoil.local/riverside/test",
                "Riverside branch",
                "EUR",
                ZoneOffset.UTC,
                clock.instant(),
                false));
    add(
        ledger.unstaffed(new Actor("founder", Actor.ADMINISTRATOR, "WS-01")),
        "ada",
        Role.ADMINISTRATOR);
    admin = signIn("ada");
    add(admin, "lucia", Role.HEAD_TELLER);
    add(admin, "amara", Role.TELLER);
    lucia = signIn("lucia");
    amara = signIn("amara");
    post(lucia, new OpenBusinessDay(DAY));
    post(lucia, new BringCashIn(FLOAT, "head office"));
    post(lucia, new OfferCash(TillId.VAULT, TILL, FLOAT));
    post(amara, new OpenTill(TILL, FLOAT, ""));
    customer(NADIA, CustomerDetails.named("Nadia Rahimi"));
    open(ACCOUNT, NADIA, "Nadia Rahimi", "0.00");
    serve(cheque());
    // Before its day, and so with the supervisor's password.
    var release =
        Posting.of(new Serve(new ReleaseHold(ACCOUNT, CHEQUE_HOLD, "good", Details.NONE)));
    Outcome released =
        amara.submitApproved(release, Optional.empty(), "lucia", PASSWORD.toCharArray()).join();
    if (!(released instanceof Outcome.Posted)) {
      throw new AssertionError(released.toString());
    }
  }

  private static Path emptyFolder() {
    try {
      return Files.createTempDirectory("staffed-branch");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Money that leaves the drawer alone. */
  private static AccountCommand cheque() {
    return new DepositCheque(
        ACCOUNT,
        BigMoney.parse("EUR 500.00"),
        new Cheque("77", "First Bank", DAY),
        DAY.plusDays(1),
        CHEQUE_HOLD,
        Details.NONE);
  }

  private static void add(Session by, String name, Role role) {
    // Hashed at the least cost: here nobody breaks in.
    var credential = new Passwords(new Cost(64, 1, 1)).hash(PASSWORD.toCharArray());
    post(
        by,
        new ManageStaff(
            new AddStaffMember(new StaffName(name), fullName(name), Set.of(role), credential)));
  }

  private static String fullName(String name) {
    return name.equals("amara") ? "Amara Okafor" : name;
  }

  private Session signIn(String name) {
    return switch (ledger.signIn(name, PASSWORD.toCharArray(), "WS-02")) {
      case SignedIn.Yes(var session) -> session;
      case SignedIn.No(var refusal) -> throw new AssertionError(refusal.toString());
    };
  }

  public Ledger ledger() {
    return ledger;
  }

  public Session teller() {
    return amara;
  }

  public Session headTeller() {
    return lucia;
  }

  public Session administrator() {
    return admin;
  }

  public void customer(CustomerNumber number, CustomerDetails details) {
    post(amara, new KeepCustomer(new RegisterCustomer(number, details)));
  }

  public void open(AccountNumber number, CustomerNumber holder, String name, String deposit) {
    serve(
        new OpenAccount(
            number,
            name,
            "current",
            BigMoney.parse("EUR " + deposit),
            List.of(holder),
            Terms.NONE,
            Details.NONE));
  }

  public Posted serve(AccountCommand command) {
    return post(amara, new Serve(command));
  }

  public void limit(String name, String amount) {
    post(
        admin,
        new ChangeSettings(new SetLimit(name, Optional.of(BigMoney.parse("EUR " + amount)))));
  }

  public static Posted post(Session session, Order order) {
    Outcome outcome = session.post(Posting.of(order));
    if (outcome instanceof Posted posted) {
      return posted;
    }
    throw new AssertionError(order + ": " + outcome);
  }

  public AccountLine account() {
    return ledger.inquiries().account(ACCOUNT).orElseThrow();
  }

  /** What lies in Amara's drawer. */
  public Cash drawer() {
    return ledger
        .streams()
        .load(TillEvents.stream(TILL), TillEvents.KIND)
        .state()
        .drawer(CurrencyUnit.EUR);
  }

  public static Cash cash(Map<String, Integer> written) {
    return Cash.ofWritten(CurrencyUnit.EUR, written);
  }

  public static Money euros(String amount) {
    return Money.parse("EUR " + amount);
  }

  @Override
  public void close() {
    ledger.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }
}
