package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Order.AcceptCash;
import counterfoil.application.Order.Approve;
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
import counterfoil.application.Outcome.ApprovalNeeded;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.application.signin.Passwords;
import counterfoil.application.signin.Passwords.Cost;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Terms;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffCommand.ChangePassword;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.payload.TillEvents;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch with staff: what each may do, and that account and till move together. */
class StaffSessionTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final String PASSWORD = "four tall brown horses";
  private static final AccountNumber NADIA = new AccountNumber("1004-2213");
  private static final CustomerNumber CUSTOMER = new CustomerNumber("C-000001");
  private static final TillId T1 = new TillId("T-01");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));

  @TempDir Path folder;
  private Ledger ledger;
  private Session admin;
  private Session lucia;
  private Session amara;

  @BeforeEach
  void found() {
    var charter =
        new Charter(
            "counterfoil.example/riverside",
            "Riverside",
            "EUR",
            ZoneOffset.UTC,
            CLOCK.instant(),
            false);
    ledger =
        new Ledger(
            EmbeddedStore.create(folder, charter, StoredLedgers.folderModels(charter), CLOCK),
            CLOCK,
            new Passwords(new Cost(64, 1, 1)));
    var founder = ledger.unstaffed(new Actor("founder", Actor.ADMINISTRATOR, "WS-01"));
    add(founder, "ada", Role.ADMINISTRATOR);
    admin = signIn("ada");
    add(admin, "lucia", Role.HEAD_TELLER);
    add(admin, "amara", Role.TELLER);
    lucia = signIn("lucia");
    amara = signIn("amara");
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void the_first_key_of_somebody_new_is_no_news_to_them_and_a_later_one_is() {
    assertEquals(Optional.empty(), signIn("amara").newKey());
    var name = new StaffName("amara");
    var credential = ledger.passwords().hash(PASSWORD.toCharArray());
    assertInstanceOf(
        Posted.class,
        admin.post(Posting.of(new ManageStaff(new ChangePassword(name, credential, false)))));
    assertEquals("ada", signIn("amara").newKey().orElseThrow().by());
  }

  private void add(Session by, String name, Role role) {
    var staff = new StaffName(name);
    var credential = ledger.passwords().hash(PASSWORD.toCharArray());
    posted(
        by.post(
            Posting.of(
                new Order.ManageStaff(new AddStaffMember(staff, name, Set.of(role), credential)))));
  }

  private Session signIn(String name) {
    return assertInstanceOf(
            Ledger.SignedIn.Yes.class, ledger.signIn(name, PASSWORD.toCharArray(), "WS-01"))
        .session();
  }

  @Test
  void once_there_is_staff_nothing_is_posted_without_signing_in() {
    assertTrue(ledger.staffed());
    assertRefused("sign_in_needed", ledger.counter().post(Posting.of(opening("0")), teller()));
  }

  private static Actor teller() {
    return new Actor("amara", Actor.TELLER, "WS-01");
  }

  @Test
  void nothing_is_posted_before_the_day_and_the_till_are_open() {
    assertRefused("day_not_open", post(amara, new Serve(opening("0"))));
    posted(post(lucia, new OpenBusinessDay(DAY)));
    assertRefused("no_till_open", post(amara, new Serve(opening("0"))));
    assertRefused("not_permitted", post(admin, new Serve(opening("0"))));
    openTill();
    posted(post(amara, new Serve(opening("0"))));
  }

  @Test
  void account_and_till_move_together_by_denomination_and_change_is_computed() {
    openDayAndTill();
    posted(post(amara, new Serve(opening("100.00"))));
    posted(
        post(
            amara,
            new Serve(
                List.of(new Deposit(NADIA, amount("37.50"), Details.NONE)),
                new CashSlip(Optional.of(cash(Map.of(5000L, 1))), Optional.empty()))));
    assertEquals(euros("137.50"), account().ledger());
    // 1,000 float + 100 + 50 - 12.50 change
    assertEquals(euros("1137.50"), drawer(T1).total());
    Posted withdrawn =
        posted(post(amara, new Serve(new Withdraw(NADIA, amount("60.00"), Details.NONE))));
    assertEquals(Optional.of(euros("77.50")), withdrawn.balance());
    assertEquals(euros("1077.50"), drawer(T1).total());
    assertRefused(
        "insufficient_funds",
        post(amara, new Serve(new Withdraw(NADIA, amount("77.51"), Details.NONE))));
  }

  @Test
  void what_is_above_the_limit_waits_for_somebody_elses_password() {
    openDayAndTill();
    limit("approval.cash_out", "50.00");
    posted(post(amara, new Serve(opening("500.00"))));
    var posting = Posting.of(new Serve(new Withdraw(NADIA, amount("60.00"), Details.NONE)));
    var needed = assertInstanceOf(ApprovalNeeded.class, amara.post(posting));
    assertEquals(Set.of(Condition.AMOUNT), needed.conditions());
    assertTrue(needed.text().contains("1004-2213"), needed.text());
    Optional<String> shown = Optional.of(needed.text());
    assertRefused(
        "name_or_password_wrong",
        amara.submitApproved(posting, shown, "lucia", "wrong wrong wrong".toCharArray()).join());
    assertRefused(
        "maker_is_checker",
        amara.submitApproved(posting, shown, "amara", PASSWORD.toCharArray()).join());
    assertRefused(
        "checker_not_head_teller",
        amara.submitApproved(posting, shown, "ada", PASSWORD.toCharArray()).join());
    var done = posted(amara.submitApproved(posting, shown, "lucia", PASSWORD.toCharArray()).join());
    assertEquals(
        Optional.of("lucia"),
        ledger.store().at(done.position()).orElseThrow().provenance().approver());
    assertEquals(euros("440.00"), account().ledger());
  }

  @Test
  void an_approval_from_the_queue_is_for_exactly_what_was_asked() {
    openDayAndTill();
    limit("approval.cash_out", "50.00");
    posted(post(amara, new Serve(opening("500.00"))));
    var posting = Posting.of(new Serve(new Withdraw(NADIA, amount("60.00"), Details.NONE)));
    posted(amara.requestApproval(posting).join());
    assertRefused("approval_pending", amara.post(posting));
    assertRefused("not_permitted", post(amara, new Approve(posting.commandId())));
    posted(post(lucia, new Approve(posting.commandId())));
    var others =
        new Posting(
            posting.commandId(),
            new Withdraw(NADIA, amount("61.00"), Details.NONE),
            OptionalLong.empty());
    assertRefused("approval_other_figures", amara.post(others));
    posted(amara.post(posting));
    assertEquals(euros("440.00"), account().ledger());
  }

  @Test
  void a_reversal_takes_back_account_and_till_once_and_is_not_reversed_itself() {
    openDayAndTill();
    posted(post(amara, new Serve(opening("100.00"))));
    var deposit = posted(post(amara, new Serve(new Deposit(NADIA, amount("80.00"), Details.NONE))));
    Cash before = drawer(T1);
    var reversal = Posting.of(new Reverse(deposit.position(), "wrong account", CashSlip.NONE));
    var needed = assertInstanceOf(ApprovalNeeded.class, amara.post(reversal));
    assertEquals(Set.of(Condition.REVERSAL), needed.conditions());
    Optional<String> shown = Optional.of(needed.text());
    var reversed =
        posted(amara.submitApproved(reversal, shown, "lucia", PASSWORD.toCharArray()).join());
    assertEquals(euros("100.00"), account().ledger());
    assertEquals(before.total().minus(euros("80.00")), drawer(T1).total());
    assertRefused(
        "reversed_already", post(amara, new Reverse(deposit.position(), "again", CashSlip.NONE)));
    assertRefused(
        "reversal_of_reversal",
        post(amara, new Reverse(reversed.position(), "back", CashSlip.NONE)));
  }

  @Test
  void the_day_closes_only_when_tills_are_closed_and_bags_are_empty() {
    openDayAndTill();
    assertRefused("left_open", post(lucia, new CloseBusinessDay(false, "")));
    assertRefused(
        "over_short_needs_reason",
        post(amara, new CloseTill(T1, cash(Map.of(5000L, 19)), "", true)));
    posted(post(amara, new CloseTill(T1, cash(Map.of(5000L, 19)), "one note short", true)));
    assertEquals(euros("0.00"), drawer(T1).total());
    assertRefused("left_open", post(lucia, new CloseBusinessDay(false, "")));
    UUID bag =
        ledger
            .streams()
            .load(TillEvents.stream(T1), TillEvents.KIND)
            .state()
            .offers()
            .firstEntry()
            .getKey();
    posted(post(lucia, new AcceptCash(bag, T1, TillId.VAULT)));
    assertEquals(euros("9950.00"), drawer(TillId.VAULT).total());
    posted(post(lucia, new CloseBusinessDay(false, "")));
    assertRefused("day_not_open", post(amara, new Serve(opening("0"))));
  }

  @Test
  void one_teller_has_one_till_and_a_till_one_teller() {
    openDayAndTill();
    assertRefused(
        "teller_has_till", post(amara, new OpenTill(new TillId("T-02"), Cash.none(EUR), "")));
    assertRefused("till_already_open", post(lucia, new OpenTill(T1, Cash.none(EUR), "")));
  }

  @Test
  void several_small_withdrawals_in_one_act_are_one_large_one() {
    openDayAndTill();
    limit("approval.cash_out", "50.00");
    posted(post(amara, new Serve(opening("500.00"))));
    var half = new Withdraw(NADIA, amount("30.00"), Details.NONE);
    assertInstanceOf(
        ApprovalNeeded.class, post(amara, new Serve(List.of(half, half), CashSlip.NONE)));
  }

  @Test
  void a_teller_neither_frees_a_customer_from_a_flag_nor_grants_an_overdraft() {
    openDayAndTill();
    var dormant =
        new CustomerDetails(
            "Nadia Rahimi", Optional.empty(), "", "", "", "", Set.of(Flag.DORMANT), "");
    posted(post(amara, new KeepCustomer(new ChangeCustomerDetails(CUSTOMER, dormant))));
    var freed = new ChangeCustomerDetails(CUSTOMER, CustomerDetails.named("Nadia Rahimi"));
    assertRefused("not_permitted", post(amara, new KeepCustomer(freed)));
    var generous =
        new OpenAccount(
            NADIA,
            "Nadia Rahimi",
            "current",
            amount("0"),
            List.of(CUSTOMER),
            new Terms(Optional.empty(), Optional.of(amount("1000.00"))),
            Details.NONE);
    assertRefused("not_permitted", post(amara, new Serve(generous)));
    posted(post(lucia, new KeepCustomer(freed)));
  }

  @Test
  void a_cheque_is_not_money_on_the_day_it_comes_in() {
    openDayAndTill();
    posted(post(amara, new Serve(opening("0"))));
    var cheque = new Cheque("000123", "Other Bank", DAY.minusDays(1));
    var deposit =
        new DepositCheque(NADIA, amount("80.00"), cheque, DAY, UUID.randomUUID(), Details.NONE);
    assertRefused("release_date_passed", post(amara, new Serve(deposit)));
  }

  @Test
  void nothing_is_taken_back_but_by_a_reversal_of_the_whole_act() {
    openDayAndTill();
    Posted opened = posted(post(amara, new Serve(opening("100.00"))));
    var forged =
        new AccountCommand.Reverse(
            opened.position(),
            "MoneyWithdrawn",
            new MoneyWithdrawn(NADIA, euros("1000000.00"), Means.CASH, Details.NONE),
            Optional.empty(),
            "no reason",
            Details.NONE);
    assertRefused("entry_not_found", post(amara, new Serve(forged)));
  }

  private void openDayAndTill() {
    posted(post(lucia, new OpenBusinessDay(DAY)));
    posted(
        post(
            lucia,
            new KeepCustomer(
                new RegisterCustomer(CUSTOMER, CustomerDetails.named("Nadia Rahimi")))));
    openTill();
  }

  private void openTill() {
    Cash cash = cash(Map.of(5000L, 180, 1000L, 80, 200L, 90, 50L, 40));
    Cash change = cash(Map.of(5000L, 10, 1000L, 45, 200L, 20, 50L, 20));
    posted(post(lucia, new BringCashIn(cash, "head office")));
    posted(post(lucia, new OfferCash(TillId.VAULT, T1, change)));
    posted(post(amara, new OpenTill(T1, change, "")));
  }

  private void limit(String name, String amount) {
    posted(post(admin, new ChangeSettings(new SetLimit(name, Optional.of(amount(amount))))));
  }

  private static OpenAccount opening(String deposit) {
    return new OpenAccount(NADIA, "Nadia Rahimi", "current", amount(deposit), Details.NONE);
  }

  private Open account() {
    return assertInstanceOf(Open.class, ledger.stateAt(NADIA, ledger.head().position()));
  }

  private Cash drawer(TillId till) {
    return ledger.streams().load(TillEvents.stream(till), TillEvents.KIND).state().drawer(EUR);
  }

  private static Cash cash(Map<Long, Integer> pieces) {
    return new Cash(EUR, new TreeMap<>(pieces));
  }

  private static Outcome post(Session session, Order order) {
    return session.post(Posting.of(order));
  }

  private static Posted posted(Outcome outcome) {
    return assertInstanceOf(Posted.class, outcome, outcome::toString);
  }

  private static void assertRefused(String code, Outcome outcome) {
    Refused refused = assertInstanceOf(Refused.class, outcome, outcome::toString);
    assertEquals(code, refused.refusal().code());
  }

  private static BigMoney amount(String amount) {
    return BigMoney.parse("EUR " + amount);
  }

  private static Money euros(String amount) {
    return Money.parse("EUR " + amount);
  }
}
