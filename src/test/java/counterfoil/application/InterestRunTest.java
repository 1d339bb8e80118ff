package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import counterfoil.application.Order.ChangeSettings;
import counterfoil.application.Order.ManageStaff;
import counterfoil.application.Order.OpenBusinessDay;
import counterfoil.application.Order.OpenTill;
import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.signin.Passwords;
import counterfoil.application.signin.Passwords.Cost;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.branch.Product.Kind;
import counterfoil.domain.branch.SettingsCommand.DefineProduct;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interest is credited once for each day, however often and for whatever periods it is run. */
class InterestRunTest {
  private static final String PASSWORD = "four tall brown horses";
  private static final AccountNumber NADIA = new AccountNumber("1004-2213");
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
  private static final InterestPeriod NOVEMBER =
      new InterestPeriod(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-02T09:00:00Z"));
  private final InstantSource clock = now::get;
  private Ledger ledger;
  private Session lucia;

  @BeforeEach
  void found() {
    var charter =
        new Charter(
            "counterfoil.example/riverside", "Riverside", "EUR", ZoneOffset.UTC, now.get(), false);
    ledger =
        new Ledger(
            EmbeddedStore.create(folder, charter, StoredLedgers.folderModels(charter), clock),
            clock,
            new Passwords(new Cost(64, 1, 1)));
    add(ledger.unstaffed(new Actor("founder", Actor.ADMINISTRATOR, "WS-01")), "ada");
    Session admin = signIn("ada");
    add(admin, "lucia", Role.HEAD_TELLER);
    lucia = signIn("lucia");
    post(
        admin,
        new ChangeSettings(
            new DefineProduct(
                "savings",
                "Savings account",
                Kind.SAVINGS,
                amount("0"),
                false,
                amount("0"),
                new BigDecimal("3.65"))));
    post(lucia, new OpenBusinessDay(FIRST));
    post(lucia, new OpenTill(new TillId("T-01"), Cash.none(CurrencyUnit.EUR), ""));
    post(lucia, new Serve(opening(NADIA, "savings")));
    post(lucia, new Serve(opening(new AccountNumber("1004-2214"), "current")));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void each_day_earns_once_whatever_is_run_again() {
    onTheFirstOfDecember();
    // 1,000.00 for the 29 days from 2 to 30 November, at a hundredth of a percent a day.
    var report = run(NOVEMBER);
    assertEquals(1, report.credited());
    assertEquals(Money.parse("EUR 2.90"), report.total());
    assertEquals(Optional.empty(), report.refused());
    assertEquals(Money.parse("EUR 1002.90"), account().ledger());
    assertEquals(0, run(NOVEMBER).credited());
    assertEquals(
        0,
        run(new InterestPeriod(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 11, 30))).credited());
    assertEquals(Money.parse("EUR 1002.90"), account().ledger());
  }

  @Test
  void a_closing_settles_what_was_earned_since_and_pays_it_out() {
    onTheFirstOfDecember();
    run(NOVEMBER);
    now.set(Instant.parse("2026-12-11T09:00:00Z"));
    // The day that is open is 1 December still: nothing has been earned since.
    Posted closed = post(lucia, new Serve(new CloseAccount(NADIA, true, Details.NONE)));
    var entries = ledger.inquiries().journal(closed.position(), ledger.head().position());
    assertEquals("AccountClosed", entries.getFirst().type());
    assertEquals(Optional.of(Money.parse("EUR -1002.90")), entries.getFirst().amount());
  }

  @Test
  void a_closing_without_a_run_before_it_pays_all_days_but_its_own() {
    onTheFirstOfDecember();
    Posted closed = post(lucia, new Serve(new CloseAccount(NADIA, true, Details.NONE)));
    var entries = ledger.inquiries().journal(closed.position(), ledger.head().position());
    assertEquals("InterestCredited", entries.getFirst().type());
    assertEquals(Optional.of(Money.parse("EUR 2.90")), entries.getFirst().amount());
    assertEquals(Optional.of(Money.parse("EUR -1002.90")), entries.get(1).amount());
  }

  private void onTheFirstOfDecember() {
    now.set(Instant.parse("2026-12-01T09:00:00Z"));
    TillId till = new TillId("T-01");
    Cash drawer =
        ledger.inquiries().tills().till(till).orElseThrow().state().drawer(CurrencyUnit.EUR);
    post(lucia, new Order.CloseTill(till, drawer, "", false));
    post(lucia, new Order.CloseBusinessDay(false, ""));
    post(lucia, new OpenBusinessDay(LocalDate.of(2026, 12, 1)));
    Cash more = Cash.of(Money.parse("EUR 0.10"), 100);
    post(lucia, new Order.BringCashIn(more, "head office"));
    post(lucia, new Order.OfferCash(TillId.VAULT, till, more));
    post(lucia, new OpenTill(till, drawer.plus(more), ""));
  }

  private InterestRun.Report run(InterestPeriod period) {
    return ledger.interest().post(lucia, period, (_, _) -> true);
  }

  private Open account() {
    return assertInstanceOf(Open.class, ledger.stateAt(NADIA, ledger.head().position()));
  }

  private void add(Session by, String name, Role... roles) {
    var credential = ledger.passwords().hash(PASSWORD.toCharArray());
    Set<Role> all = roles.length == 0 ? Set.of(Role.ADMINISTRATOR) : Set.of(roles);
    post(by, new ManageStaff(new AddStaffMember(new StaffName(name), name, all, credential)));
  }

  private Session signIn(String name) {
    return assertInstanceOf(
            Ledger.SignedIn.Yes.class, ledger.signIn(name, PASSWORD.toCharArray(), "WS-01"))
        .session();
  }

  private static OpenAccount opening(AccountNumber number, String product) {
    return new OpenAccount(number, "Nadia Rahimi", product, amount("1000"), Details.NONE);
  }

  private static Posted post(Session session, Order order) {
    Outcome outcome = session.post(Posting.of(order));
    return assertInstanceOf(Posted.class, outcome, outcome::toString);
  }

  private static BigMoney amount(String amount) {
    return BigMoney.parse("EUR " + amount);
  }
}
