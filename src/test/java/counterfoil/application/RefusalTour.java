package counterfoil.application;

import static counterfoil.application.BranchModel.ADA;
import static counterfoil.application.BranchModel.ALMA;
import static counterfoil.application.BranchModel.BEA;
import static counterfoil.application.BranchModel.EUR;
import static counterfoil.application.BranchModel.HANNA;
import static counterfoil.application.BranchModel.HUGO;
import static counterfoil.application.BranchModel.PASSWORD;
import static counterfoil.application.BranchModel.money;
import static counterfoil.application.BranchModel.serve;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import counterfoil.application.Ledger.SignedIn;
import counterfoil.application.Order.CashSlip;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.RemoveHolder;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Terms;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.branch.LimitName;
import counterfoil.domain.branch.Product;
import counterfoil.domain.branch.SettingsCommand;
import counterfoil.domain.branch.SettingsCommand.ChangeSetting;
import counterfoil.domain.branch.SettingsCommand.DefineProduct;
import counterfoil.domain.branch.SettingsCommand.SetDenominations;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.CashReading;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.customer.CustomerCommand;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffCommand.Administration;
import counterfoil.domain.staff.StaffCommand.CertifyKey;
import counterfoil.domain.staff.StaffCommand.ChangePassword;
import counterfoil.domain.staff.StaffCommand.GrantRole;
import counterfoil.domain.staff.StaffCommand.ReinstateStaff;
import counterfoil.domain.staff.StaffCommand.RevokeKey;
import counterfoil.domain.staff.StaffCommand.RevokeRole;
import counterfoil.domain.staff.StaffCommand.SuspendStaff;
import counterfoil.domain.staff.StaffCommand.UnlockSignIn;
import counterfoil.domain.staff.StaffEvent.Cause;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.domain.till.TillId;
import counterfoil.payload.StaffEvents;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.BigMoney;

/**
 * A walk along everything that must be refused, each for its own reason; what is in the way is set
 * right again. Needs the day open, no till of tina's, and tess at hers.
 */
final class RefusalTour {
  private static final StaffName ZOE = new StaffName("zoe");

  private final BranchModel branch;
  private final String mark;
  private final TillId till;
  private final AccountNumber rich;
  private final AccountNumber poor;
  private final AccountNumber gone;
  private final CustomerNumber holder;

  RefusalTour(BranchModel branch, int number, TillId tillOfTess) {
    this.branch = branch;
    this.mark = "9" + number;
    this.till = tillOfTess;
    this.rich = new AccountNumber(mark + "-rich");
    this.poor = new AccountNumber(mark + "-poor");
    this.gone = new AccountNumber(mark + "-gone");
    this.holder = new CustomerNumber("H" + mark);
  }

  void walk() {
    prepare();
    amountsAndTexts();
    accounts();
    holders();
    postings();
    restrictions();
    cash();
    tills();
    settings();
    customers();
    approvals();
    reversals();
    staff();
    doors();
    day();
  }

  private void refused(String code, String who, Order order) {
    refused(code, branch.give(who, order), order);
  }

  private static void refused(String code, Outcome outcome, Object what) {
    var refused = assertInstanceOf(Outcome.Refused.class, outcome, what::toString);
    assertEquals(code, refused.refusal().code(), what::toString);
  }

  private void prepare() {
    for (LimitName limit : LimitName.values()) {
      if (branch.ledger.settings().limit(limit).isPresent()) {
        change("none", new SetLimit(limit.code(), Optional.empty()));
      }
    }
    branch.done(
        "tess",
        new Order.KeepCustomer(new RegisterCustomer(holder, CustomerDetails.named("Holder"))));
    open(rich, "1000.00", holder);
    open(poor, "0", holder);
    open(gone, "0", holder);
    branch.done("tess", serve(new CloseAccount(gone, true, Details.NONE)));
  }

  private void open(AccountNumber number, String deposit, CustomerNumber... holders) {
    branch.done(
        "tess",
        serve(
            new OpenAccount(
                number,
                "Holder",
                "current",
                money(deposit),
                List.of(holders),
                Terms.NONE,
                Details.NONE)));
  }

  private Order deposit(String amount) {
    return serve(new Deposit(rich, money(amount), Details.NONE));
  }

  private Order withdraw(AccountNumber number, String amount) {
    return serve(new Withdraw(number, money(amount), Details.NONE));
  }

  private void amountsAndTexts() {
    refused("amount_not_positive", "tess", deposit("0"));
    refused("too_many_decimals", "tess", deposit("1.001"));
    refused("amount_too_large", "tess", deposit("10000000000000000"));
    refused(
        "other_currency", "tess", serve(new Deposit(rich, BigMoney.parse("USD 1"), Details.NONE)));
    refused("amount_negative", HUGO, serve(new SetOverdraftLimit(rich, money("-1"), Details.NONE)));
    AccountNumber other = new AccountNumber(mark + "-other");
    refused(
        "text_missing",
        "tess",
        serve(new OpenAccount(other, " ", "current", money("0"), Details.NONE)));
    refused(
        "text_too_long",
        "tess",
        serve(new Deposit(rich, money("1"), new Details("", "x".repeat(141)))));
    refused("text_not_plain", "tess", serve(new Deposit(rich, money("1"), new Details("", "\n"))));
  }

  private void accounts() {
    refused("insufficient_funds", "tess", withdraw(rich, "100000.00"));
    refused("balance_too_large", "tess", deposit("9999999999999.99"));
    refused("account_not_found", "tess", withdraw(new AccountNumber(mark + "-none"), "1"));
    refused(
        "account_exists",
        "tess",
        serve(new OpenAccount(rich, "X", "current", money("0"), Details.NONE)));
    refused("account_closed", "tess", withdraw(gone, "1"));
    refused("balance_not_zero", "tess", serve(new CloseAccount(rich, false, Details.NONE)));
    Order overdrawing = serve(new ChargeFee(poor, money("1.00"), Details.NONE));
    assertInstanceOf(Outcome.ApprovalNeeded.class, branch.give("tess", overdrawing));
    var overdrawn = branch.giveSigned("tess", UUID.randomUUID(), overdrawing, HUGO);
    assertInstanceOf(Outcome.Posted.class, overdrawn);
    refused("account_overdrawn", "tess", serve(new CloseAccount(poor, true, Details.NONE)));
    refused(
        "transfer_to_itself", "tess", serve(new Transfer(rich, rich, money("1"), Details.NONE)));
    refused(
        "product_not_found",
        "tess",
        serve(
            new OpenAccount(
                new AccountNumber(mark + "-odd"), "X", "odd", money("0"), Details.NONE)));
    define("plain", false);
    AccountNumber strict = new AccountNumber(mark + "-strict");
    branch.done(
        "tess", serve(new OpenAccount(strict, "X", "plain" + mark, money("0"), Details.NONE)));
    refused(
        "overdraft_not_offered",
        HUGO,
        serve(new SetOverdraftLimit(strict, money("1"), Details.NONE)));
  }

  private void define(String code, boolean overdraft) {
    branch.done(
        ADA,
        new Order.ChangeSettings(
            new DefineProduct(
                code + mark,
                code,
                Product.Kind.CURRENT,
                money("0"),
                overdraft,
                money("0"),
                BigDecimal.ZERO)));
  }

  private void holders() {
    CustomerNumber second = new CustomerNumber("S" + mark);
    refused("holder_not_found", HUGO, serve(new AddHolder(rich, second, Details.NONE)));
    branch.done(
        "tess",
        new Order.KeepCustomer(new RegisterCustomer(second, CustomerDetails.named("Second"))));
    refused("holder_already", HUGO, serve(new AddHolder(rich, holder, Details.NONE)));
    refused("not_a_holder", HUGO, serve(new RemoveHolder(rich, second, Details.NONE)));
    refused("last_holder", HUGO, serve(new RemoveHolder(rich, holder, Details.NONE)));
    branch.done(HUGO, serve(new AddHolder(rich, second, Details.NONE)));
    branch.done(HUGO, serve(new RemoveHolder(rich, second, Details.NONE)));
    AccountNumber club = new AccountNumber(mark + "-club");
    open(club, "0", holder, second);
    for (int i = 3; i <= 21; i++) {
      CustomerNumber member = new CustomerNumber("M" + mark + "-" + i);
      branch.done(
          "tess",
          new Order.KeepCustomer(new RegisterCustomer(member, CustomerDetails.named("Member"))));
      var joining = serve(new AddHolder(club, member, Details.NONE));
      if (i == 21) {
        refused("too_many_holders", HUGO, joining);
      } else {
        branch.done(HUGO, joining);
      }
    }
    CustomerNumber dead = new CustomerNumber("D" + mark);
    AccountNumber estate = new AccountNumber(mark + "-estate");
    branch.done("tess", new Order.KeepCustomer(new RegisterCustomer(dead, flagged(Set.of()))));
    open(estate, "10.00", dead);
    branch.done(
        "tess",
        new Order.KeepCustomer(new ChangeCustomerDetails(dead, flagged(Set.of(Flag.DECEASED)))));
    refused("holder_deceased", "tess", withdraw(estate, "10.00"));
  }

  private static CustomerDetails flagged(Set<Flag> flags) {
    return new CustomerDetails("Somebody", Optional.empty(), "", "", "", "", flags, "");
  }

  private LocalDate today() {
    return branch.ledger.businessDate();
  }

  private void postings() {
    refused("cheque_in_future", "tess", cheque(today().plusDays(1)));
    refused("cheque_stale", "tess", cheque(today().minusYears(2)));
    var taken = branch.done("tess", cheque(today()));
    refused("cheque_taken_already", "tess", cheque(today().minusDays(1)));
    branch.done(HUGO, new Order.Reverse(taken.position(), "Came back unpaid", CashSlip.NONE));
    refused("period_backwards", HUGO, interest(today().minusDays(1), today().minusDays(2)));
    refused("period_not_over", HUGO, interest(today().minusDays(9), today().plusDays(1)));
  }

  private Order cheque(LocalDate date) {
    return serve(
        new DepositCheque(
            rich,
            money("10"),
            new Cheque("1", "Bank", date),
            today().plusDays(3),
            UUID.randomUUID(),
            Details.NONE));
  }

  private Order interest(LocalDate from, LocalDate to) {
    return serve(
        new CreditInterest(
            rich, money("0.01"), Optional.of(new InterestPeriod(from, to)), Details.NONE));
  }

  private void restrictions() {
    UUID hold = UUID.randomUUID();
    branch.done("tess", hold(rich, hold, "10.00", Optional.empty()));
    refused("hold_exists", "tess", hold(rich, hold, "10.00", Optional.empty()));
    refused(
        "release_date_passed",
        "tess",
        hold(rich, UUID.randomUUID(), "1", Optional.of(today().minusDays(1))));
    refused(
        "hold_beyond_balance", "tess", hold(rich, UUID.randomUUID(), "99999", Optional.empty()));
    refused("holds_open", "tess", serve(new CloseAccount(rich, true, Details.NONE)));
    Order release = serve(new ReleaseHold(rich, hold, "Over", Details.NONE));
    assertInstanceOf(
        Outcome.Posted.class, branch.giveSigned("tess", UUID.randomUUID(), release, HANNA));
    refused("hold_not_found", "tess", serve(new ReleaseHold(rich, hold, "Over", Details.NONE)));
    AccountNumber held = new AccountNumber(mark + "-held");
    open(held, "100.00");
    for (int i = 0; i < 100; i++) {
      branch.done("tess", hold(held, UUID.randomUUID(), "0.01", Optional.empty()));
    }
    refused("too_many_holds", "tess", hold(held, UUID.randomUUID(), "0.01", Optional.empty()));
    refused("not_frozen", HUGO, serve(new Unfreeze(rich, "x", Details.NONE)));
    branch.done(HUGO, serve(new Freeze(rich, "x", Details.NONE)));
    refused("account_frozen", "tess", withdraw(rich, "1.00"));
    branch.done(HUGO, serve(new Unfreeze(rich, "x", Details.NONE)));
  }

  private static Order hold(
      AccountNumber number, UUID id, String amount, Optional<LocalDate> releaseOn) {
    return serve(new PlaceHold(number, id, money(amount), releaseOn, "Why", Details.NONE));
  }

  private static Cash pieces(String face, int count) {
    return Cash.ofWritten(EUR, Map.of(face, count));
  }

  private static CashSlip given(Cash cash) {
    return new CashSlip(Optional.empty(), Optional.of(cash));
  }

  private static CashSlip received(Cash cash) {
    return new CashSlip(Optional.of(cash), Optional.empty());
  }

  private void cash() {
    read("negative_pieces", "50", -1);
    read("too_many_pieces", "50", 10_000_001);
    refused(
        "unknown_denomination",
        "tess",
        serve(new Deposit(rich, money("35"), Details.NONE), received(pieces("35", 1))));
    refused(
        "cash_does_not_match",
        "tess",
        serve(new Deposit(rich, money("35"), Details.NONE), received(pieces("20", 1))));
    refused(
        "drawer_lacks",
        "tess",
        serve(new Withdraw(rich, money("950"), Details.NONE), given(pieces("5", 190))));
    refused(
        "no_cash_involved",
        "tess",
        serve(new Transfer(rich, poor, money("1"), Details.NONE), received(pieces("1", 1))));
    Cash before = branch.books.drawer(till);
    UUID toVault = UUID.randomUUID();
    branch.give("tess", toVault, new Order.OfferCash(till, TillId.VAULT, before));
    refused("no_exact_payout", "tess", withdraw(rich, "35.00"));
    branch.done("tess", new Order.DeclineCash(toVault, till, till, "Needed"));
    refused(
        "denomination_held",
        ADA,
        new Order.ChangeSettings(new SetDenominations(List.of("50", "20", "10", "5"))));
    List<String> faces = Denominations.builtIn(EUR).labels();
    change("a coin more", new SetDenominations(with("25", faces)));
    change("the old ones again", new SetDenominations(faces));
    refused(
        "denominations_malformed",
        ADA,
        new Order.ChangeSettings(new SetDenominations(List.of("gold"))));
    refused("no_cash_moved", HUGO, new Order.BringCashIn(Cash.none(EUR), "Bank"));
  }

  private static List<String> with(String face, List<String> faces) {
    return Stream.concat(faces.stream(), Stream.of(face)).toList();
  }

  private void read(String code, String face, long count) {
    var reading = Cash.read(Denominations.builtIn(EUR), Map.of(face, count));
    Refusal refusal = assertInstanceOf(CashReading.Refused.class, reading).refusal();
    assertEquals(code, refusal.code());
    branch.met(refusal);
  }

  private void change(String what, SettingsCommand command) {
    assertInstanceOf(
        Outcome.Posted.class, branch.give(ADA, new Order.ChangeSettings(command)), () -> what);
  }

  private void tills() {
    TillId spare = new TillId("S-" + mark);
    Cash none = Cash.none(EUR);
    refused("no_till_open", "tina", deposit("1"));
    refused("vault_has_no_teller", "tina", new Order.OpenTill(TillId.VAULT, none, ""));
    refused("till_already_open", "tina", new Order.OpenTill(till, none, ""));
    refused("teller_has_till", "tess", new Order.OpenTill(spare, none, ""));
    refused("till_not_open", "tess", new Order.CloseTill(spare, none, "", false));
    refused("till_of_another", "tina", new Order.OfferCash(till, TillId.VAULT, pieces("1", 1)));
    refused("over_short_needs_reason", HUGO, new Order.CountTill(till, pieces("1", 1), ""));
    branch.done(HUGO, new Order.OpenTill(spare, none, ""));
    refused("count_of_own_till", HUGO, new Order.CountTill(spare, none, ""));
    branch.done(HUGO, new Order.CloseTill(spare, none, "", false));
    change("a hard limit", new SetLimit("till.hard", Optional.of(money("1"))));
    refused("till_above_limit", "tess", deposit("1"));
    change("none", new SetLimit("till.hard", Optional.empty()));
    refused("offer_to_itself", "tess", new Order.OfferCash(till, till, pieces("1", 1)));
    refused("offer_of_nothing", "tess", new Order.OfferCash(till, TillId.VAULT, none));
    UUID offer = UUID.randomUUID();
    refused("offer_not_found", HUGO, new Order.AcceptCash(offer, till, TillId.VAULT));
    Cash one = pieces("1", 1);
    branch.done("tess", serve(new Deposit(rich, money("1"), Details.NONE), received(one)));
    branch.give("tess", offer, new Order.OfferCash(till, spare, one));
    refused("offer_for_another", HUGO, new Order.AcceptCash(offer, till, TillId.VAULT));
    refused(
        "offers_outstanding",
        "tess",
        new Order.CloseTill(till, branch.books.drawer(till), "", false));
    branch.done("tess", new Order.DeclineCash(offer, till, till, "Back"));
    refused("offer_declined", "tess", new Order.DeclineCash(offer, till, till, "Back"));
    UUID sold = UUID.randomUUID();
    branch.give("tess", sold, new Order.OfferCash(till, TillId.VAULT, one));
    branch.done(HUGO, new Order.AcceptCash(sold, till, TillId.VAULT));
    refused("offer_accepted", HUGO, new Order.AcceptCash(sold, till, TillId.VAULT));
    refused("till_unknown", "tess", new Order.OfferCash(till, new TillId("N-" + mark), one));
    UUID waiting = UUID.randomUUID();
    branch.give(HUGO, waiting, new Order.OfferCash(TillId.VAULT, till, one));
    refused(
        "offers_waiting", "tess", new Order.CloseTill(till, branch.books.drawer(till), "", false));
    branch.done("tess", new Order.DeclineCash(waiting, TillId.VAULT, till, "Enough"));
    refused("not_permitted", ALMA, deposit("1"));
  }

  private void settings() {
    setting("unknown_limit", new SetLimit("sky", Optional.of(money("1"))));
    setting("limit_not_positive", new SetLimit("till.soft", Optional.of(money("0"))));
    change("high", new SetLimit("supervisor.fee", Optional.of(money("10"))));
    setting("limits_out_of_order", new SetLimit("approval.fee", Optional.of(money("20"))));
    refused("beyond_supervisor", HUGO, serve(new ChargeFee(rich, money("11"), Details.NONE)));
    change("none", new SetLimit("supervisor.fee", Optional.empty()));
    setting("unknown_setting", new ChangeSetting("sky", "blue"));
    setting("number_out_of_range", new ChangeSetting("lock_after_minutes", "61"));
    setting("hours_malformed", new ChangeSetting("opening_hours", "always"));
    setting("too_many_lines", new ChangeSetting("receipt.header", "a\n".repeat(9)));
    setting("nothing_changed", new ChangeSetting("branch.name", ""));
    setting(
        "interest_out_of_range",
        new DefineProduct(
            "x", "X", Product.Kind.SAVINGS, money("0"), false, money("0"), new BigDecimal("101")));
  }

  private void setting(String code, SettingsCommand command) {
    refused(code, ADA, new Order.ChangeSettings(command));
  }

  private void customers() {
    customer("customer_exists", new RegisterCustomer(holder, CustomerDetails.named("X")));
    customer("details_unchanged", new ChangeCustomerDetails(holder, details(Optional.empty())));
    customer(
        "customer_not_found",
        new ChangeCustomerDetails(new CustomerNumber("N" + mark), details(Optional.empty())));
    CustomerNumber child = new CustomerNumber("B" + mark);
    customer("born_later", new RegisterCustomer(child, details(Optional.of(today().plusDays(1)))));
    customer(
        "born_too_early",
        new RegisterCustomer(child, details(Optional.of(LocalDate.of(1899, 12, 31)))));
    erasure();
  }

  private void erasure() {
    refused("erasure_account_open", ADA, new Order.EraseCustomer(holder, "Asked"));
    CustomerNumber leaving = new CustomerNumber("L" + mark);
    branch.done(
        "tess", new Order.KeepCustomer(new RegisterCustomer(leaving, CustomerDetails.named("L"))));
    AccountNumber left = new AccountNumber(mark + "-left");
    open(left, "0", leaving);
    branch.done("tess", serve(new CloseAccount(left, true, Details.NONE)));
    branch.done(ADA, new Order.EraseCustomer(leaving, "Asked"));
    refused("customer_erased", ADA, new Order.EraseCustomer(leaving, "Asked"));
  }

  private static CustomerDetails details(Optional<LocalDate> birthDate) {
    return new CustomerDetails("Holder", birthDate, "", "", "", "", Set.of(), "");
  }

  private void customer(String code, CustomerCommand command) {
    refused(code, "tess", new Order.KeepCustomer(command));
  }

  private void approvals() {
    change("small", new SetLimit("approval.fee", Optional.of(money("5"))));
    Order fee = serve(new ChargeFee(rich, money("6.00"), Details.NONE));
    UUID id = UUID.randomUUID();
    assertInstanceOf(Outcome.ApprovalNeeded.class, branch.give("tess", id, fee));
    refused(
        "approval_not_needed",
        branch.ask(
            "tess", UUID.randomUUID(), serve(new ChargeFee(rich, money("4.00"), Details.NONE))),
        fee);
    refused("approval_not_found", HUGO, new Order.Approve(id));
    refused("maker_is_checker", branch.giveSigned("tess", id, fee, "tess"), fee);
    refused("checker_not_head_teller", branch.giveSigned("tess", id, fee, ALMA), fee);
    branch.ask("tess", id, fee);
    refused("approval_pending", branch.give("tess", id, fee), fee);
    refused("approval_not_shown", branch.giveSigned("tess", id, fee, HUGO), fee);
    refused("erasure_pending", ADA, new Order.EraseCustomer(holder, "Asked"));
    refused("not_the_maker", "tom", new Order.WithdrawRequest(id));
    branch.done(HUGO, new Order.Approve(id));
    refused("approval_decided", HUGO, new Order.Approve(id));
    Order more = serve(new ChargeFee(rich, money("7.00"), Details.NONE));
    refused("approval_other_figures", branch.give("tess", id, more), more);
    Order small = serve(new ChargeFee(rich, money("1.00"), Details.NONE));
    long taken = branch.done("tess", small).position();
    refused("approval_balance_changed", branch.give("tess", id, fee), fee);
    var back = new Order.Reverse(taken, "Wrong", CashSlip.NONE);
    assertInstanceOf(
        Outcome.Posted.class, branch.giveSigned("tess", UUID.randomUUID(), back, HUGO));
    assertInstanceOf(Outcome.Posted.class, branch.give("tess", id, fee));
    refused("approval_used", "tess", new Order.WithdrawRequest(id));
    UUID rejected = UUID.randomUUID();
    branch.ask("tess", rejected, fee);
    branch.done(HANNA, new Order.Reject(rejected, "No"));
    refused("approval_rejected", branch.give("tess", rejected, fee), fee);
    UUID withdrawn = UUID.randomUUID();
    branch.ask("tess", withdrawn, fee);
    branch.done("tess", new Order.WithdrawRequest(withdrawn));
    refused("approval_withdrawn", HANNA, new Order.Approve(withdrawn));
    UUID late = UUID.randomUUID();
    branch.ask("tess", late, fee);
    branch.pass(Duration.ofMinutes(16));
    refused("approval_expired", HANNA, new Order.Approve(late));
    change("none", new SetLimit("approval.fee", Optional.empty()));
  }

  private void reversals() {
    Order fee = serve(new ChargeFee(rich, money("1.00"), Details.NONE));
    long position = branch.done("tess", fee).position();
    Order reversal = new Order.Reverse(position, "Wrong", CashSlip.NONE);
    var undone = branch.giveSigned("tess", UUID.randomUUID(), reversal, HUGO);
    long second = assertInstanceOf(Outcome.Posted.class, undone).position();
    refused("reversed_already", HUGO, reversal);
    refused("reversal_of_reversal", HUGO, new Order.Reverse(second, "Wrong", CashSlip.NONE));
    long opening =
        branch
            .done(
                "tess",
                serve(
                    new OpenAccount(
                        new AccountNumber(mark + "-opened"),
                        "X",
                        "current",
                        money("0"),
                        Details.NONE)))
            .position();
    refused("not_reversible", HUGO, new Order.Reverse(opening, "Wrong", CashSlip.NONE));
    refused("entry_not_found", HUGO, new Order.Reverse(999_999_999, "Wrong", CashSlip.NONE));
    refused("nothing_to_reverse", HUGO, new Order.Reverse(1, "Wrong", CashSlip.NONE));
    refused("no_receipt", HUGO, new Order.ReprintReceipt(1));
    refused("own_approval", HUGO, new Order.SignOff(second, "Seen"));
    branch.done(HANNA, new Order.SignOff(second, "Seen"));
    refused("already_signed_off", HANNA, new Order.SignOff(second, "Seen"));
    long own = branch.done(HUGO, fee).position();
    refused("own_exception", HUGO, new Order.SignOff(own, "Mine"));
  }

  private void staff() {
    StaffName name = new StaffName("new" + mark);
    administer("no_role", ADA, new AddStaffMember(name, "New", Set.of(), credential()));
    administer(
        "roles_do_not_mix",
        ADA,
        new AddStaffMember(name, "New", Set.of(Role.TELLER, Role.AUDITOR), credential()));
    branch.add(branch.as(ADA), name.value(), Role.TELLER);
    administer(
        "staff_exists", ADA, new AddStaffMember(name, "New", Set.of(Role.TELLER), credential()));
    administer("staff_not_found", ADA, new GrantRole(ZOE, Role.TELLER));
    administer("own_roles", ADA, new GrantRole(new StaffName(ADA), Role.AUDITOR));
    administer("role_held", ADA, new GrantRole(name, Role.TELLER));
    administer("role_not_held", ADA, new RevokeRole(name, Role.HEAD_TELLER));
    branch.done(ADA, new Order.ManageStaff(new GrantRole(name, Role.HEAD_TELLER)));
    branch.done(ADA, new Order.ManageStaff(new RevokeRole(name, Role.HEAD_TELLER)));
    branch.done(ADA, new Order.ManageStaff(new ChangePassword(name, credential(), true)));
    temporary(name);
    administer("own_suspension", ADA, new SuspendStaff(new StaffName(ADA), "x"));
    administer("not_suspended", ADA, new ReinstateStaff(name, "x"));
    branch.done(ADA, new Order.ManageStaff(new SuspendStaff(name, "x")));
    administer("already_suspended", ADA, new SuspendStaff(name, "x"));
    door("staff_suspended", name.value(), PASSWORD);
    branch.done(ADA, new Order.ManageStaff(new ReinstateStaff(name, "x")));
    administer("not_locked", ADA, new UnlockSignIn(name));
    keys(name);
    password("password_too_short", "short");
    password("password_too_long", "long and ".repeat(20));
    password("password_blank", " ".repeat(20));
    password("password_has_name", "hanna hanna hanna");
    password("password_common", "correcthorsebatterystaple");
    password("password_simple", "abcdefghijklmnopqrstuvwxyz");
  }

  private void keys(StaffName name) {
    administer("own_key", ADA, new RevokeKey(new StaffName(ADA), "x"));
    administer("key_not_pending", ADA, new CertifyKey(name, "x"));
    Session person = branch.signIn(name.value());
    var chosen = "five small grey donkeys".toCharArray();
    assertEquals(Optional.empty(), person.changePassword(PASSWORD.toCharArray(), chosen));
    person.signOut();
    branch.follow();
    var stream = StaffEvents.stream(name);
    if (branch.ledger.streams().load(stream, StaffEvents.KIND).state() instanceof Member member) {
      String key = member.signsWith().orElseThrow().publicKey();
      branch.done(ADA, new Order.ManageStaff(new CertifyKey(name, key)));
    }
    branch.done(ADA, new Order.ManageStaff(new RevokeKey(name, "x")));
    administer("no_signing_key", ADA, new RevokeKey(name, "x"));
    branch.done(ADA, new Order.ManageStaff(new ChangePassword(name, credential(), false)));
  }

  private void temporary(StaffName name) {
    Session person = branch.signIn(name.value());
    Order fee = serve(new ChargeFee(rich, money("1.00"), Details.NONE));
    Outcome held = person.post(Posting.of(fee));
    branch.met(held);
    refused("password_temporary", held, fee);
    Outcome unsigned =
        branch.giveSigned(
            "tess", UUID.randomUUID(), new Order.OpenBusinessDay(today()), name.value());
    refused("password_temporary", unsigned, name);
    String chosen = "five slow green kettles";
    Optional<Refusal> same = person.changePassword(chosen.toCharArray(), chosen.toCharArray());
    assertEquals("password_unchanged", same.orElseThrow().code());
    branch.met(same.orElseThrow());
    assertEquals(
        Optional.empty(), person.changePassword(PASSWORD.toCharArray(), chosen.toCharArray()));
    Outcome then = person.post(Posting.of(fee));
    branch.met(then);
    refused("no_till_open", then, fee);
    person.signOut();
    branch.done(ADA, new Order.ManageStaff(new ChangePassword(name, credential())));
    branch.follow();
  }

  private Credential credential() {
    return branch.ledger.passwords().hash(PASSWORD.toCharArray());
  }

  private void administer(String code, String who, Administration command) {
    refused(code, who, new Order.ManageStaff(command));
  }

  private void password(String code, String chosen) {
    Refusal refusal =
        branch.ledger.passwords().refuse(new StaffName(HANNA), chosen.toCharArray()).orElseThrow();
    assertEquals(code, refusal.code());
    branch.met(refusal);
  }

  private void door(String code, String name, String password) {
    var answer = branch.ledger.signIn(name, password.toCharArray(), "WS-door");
    Refusal refusal = assertInstanceOf(SignedIn.No.class, answer).refusal();
    assertEquals(code, refusal.code());
    branch.met(refusal);
    branch.follow();
  }

  private void doors() {
    door("name_or_password_wrong", "zoe" + mark, PASSWORD);
    Session bea = branch.signIn(BEA);
    for (int i = 0; i < 3; i++) {
      door("name_or_password_wrong", BEA, "wrong");
    }
    door("try_again_after", BEA, PASSWORD);
    for (int i = 3; i < 10; i++) {
      branch.pass(Duration.ofMinutes(2));
      door("name_or_password_wrong", BEA, "wrong");
    }
    branch.pass(Duration.ofMinutes(2));
    door("sign_in_locked", BEA, PASSWORD);
    Order unlock = new Order.ManageStaff(new UnlockSignIn(new StaffName(BEA)));
    Outcome own = bea.post(Posting.of(unlock));
    branch.met(own);
    refused("own_lock", own, unlock);
    branch.done(HUGO, unlock);
    bea.lock(Cause.ASKED);
    Outcome locked = bea.post(Posting.of(unlock));
    branch.met(locked);
    refused("workstation_locked", locked, unlock);
    assertEquals(Optional.empty(), bea.unlock(PASSWORD.toCharArray()));
    bea.signOut();
    Outcome out = bea.post(Posting.of(unlock));
    branch.met(out);
    refused("signed_out", out, unlock);
    Actor nobody = new Actor("nobody", Actor.TELLER, "WS-00");
    Outcome unsigned = branch.ledger.unstaffed(nobody).post(Posting.of(deposit("1")));
    branch.met(unsigned);
    refused("sign_in_needed", unsigned, nobody);
    branch.follow();
  }

  /** Ends with the next day open, and tess at her till. */
  private void day() {
    refused("day_already_open", HUGO, new Order.OpenBusinessDay(today()));
    refused("left_open", HUGO, new Order.CloseBusinessDay(false, ""));
    refused("force_needs_reason", HUGO, new Order.CloseBusinessDay(true, ""));
    long position =
        branch.done("tess", serve(new ChargeFee(rich, money("1.00"), Details.NONE))).position();
    branch.done(HUGO, new Order.CloseBusinessDay(true, "Fire alarm"));
    refused("day_not_open", "tess", deposit("1"));
    LocalDate ended = today();
    refused("date_not_later", HUGO, new Order.OpenBusinessDay(ended));
    refused("date_too_far_ahead", HUGO, new Order.OpenBusinessDay(ended.plusDays(99)));
    branch.pass(Duration.ofDays(1));
    branch.done(HUGO, new Order.OpenBusinessDay(ended.plusDays(1)));
    refused("till_session_of_another_day", "tess", deposit("1"));
    Cash drawer = branch.books.drawer(till);
    branch.done("tess", new Order.CloseTill(till, drawer, "", false));
    branch.done("tess", new Order.OpenTill(till, drawer, ""));
    refused("reversal_too_late", "tess", new Order.Reverse(position, "x", CashSlip.NONE));
  }
}
