package counterfoil.application;

import static counterfoil.application.StaffedBranch.NADIA;
import static counterfoil.application.StaffedBranch.PASSWORD;
import static counterfoil.application.StaffedBranch.amount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.CloseTill;
import counterfoil.application.Order.ManageStaff;
import counterfoil.application.Order.Reverse;
import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome.ApprovalNeeded;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.approval.ApprovalEvent.ApprovalGranted;
import counterfoil.domain.approval.ApprovalState;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.approval.TextSignature;
import counterfoil.domain.branch.Product;
import counterfoil.domain.branch.SettingsCommand.DefineProduct;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffName;
import counterfoil.payload.ApprovalEvents;
import counterfoil.proof.Ed25519;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an approval is of, and what becomes of one that is not needed. */
class ApprovalRulesTest {
  private final StaffedBranch branch = new StaffedBranch().open();
  private final UUID id = UUID.randomUUID();

  @AfterEach
  void close() {
    branch.close();
  }

  private Outcome give(Order order) {
    return branch.teller().post(new Posting(id, order, OptionalLong.empty()));
  }

  /** By an approver who has seen the order alone. */
  private Outcome signed(Order order) {
    return signed(order, Optional.empty());
  }

  private Outcome signed(Order order, String shown) {
    return signed(order, Optional.of(shown));
  }

  private Outcome signed(Order order, Optional<String> shown) {
    return branch
        .teller()
        .submitApproved(
            new Posting(id, order, OptionalLong.empty()), shown, "lucia", PASSWORD.toCharArray())
        .join();
  }

  private Outcome ask(Order order) {
    return branch.teller().requestApproval(new Posting(id, order, OptionalLong.empty())).join();
  }

  private static void refused(String code, Outcome outcome) {
    assertEquals(
        code,
        assertInstanceOf(Refused.class, outcome, outcome::toString).refusal().code(),
        outcome::toString);
  }

  private ApprovalState approval() {
    return branch.ledger().streams().load(ApprovalEvents.stream(id), ApprovalEvents.KIND).state();
  }

  private static Order fee(String amount) {
    return new Serve(new ChargeFee(NADIA, amount(amount), Details.NONE));
  }

  @Test
  void the_text_of_a_reversal_names_the_account_what_it_takes_back_and_the_cash() {
    var position = branch.deposit(NADIA, "80.00").position();
    var needed =
        assertInstanceOf(
            ApprovalNeeded.class, give(new Reverse(position, "wrong; account", CashSlip.NONE)));
    assertEquals(
        "words: \"Take back entry "
            + position
            + ", reason “wrong; account”. Account 1004-2213: transaction reversed, of money"
            + " deposited, -80.00 EUR, balance then 500.00 EUR, available then 500.00 EUR. Till"
            + " T-01: cash out 80.00 EUR, in pieces 1 x 50 + 1 x 20 + 1 x 10, holds then 1,520.00"
            + " EUR. Needs a second person: a reversal.\"; do: reverse; position: "
            + position
            + "; reason: \"wrong; account\"; account_effect: 1004-2213; effect:"
            + " transaction_reversed; reversed: money_deposited; amount: -80.00 EUR;"
            + " balance_after: 500.00 EUR; available_after: 500.00 EUR; till_effect: T-01;"
            + " cash_out: 80.00 EUR; pieces_out: 1 x 50, 1 x 20, 1 x 10; cash_after: 1520.00 EUR",
        needed
            .text()
            .replaceAll("pieces_out: [^;]*", "pieces_out: 1 x 50, 1 x 20, 1 x 10")
            .replaceAll("in pieces [^,]*", "in pieces 1 x 50 + 1 x 20 + 1 x 10"));
  }

  @Test
  void the_text_of_a_released_hold_names_the_account_the_amount_and_the_kind() {
    var hold = UUID.randomUUID();
    branch.serve(
        new PlaceHold(NADIA, hold, amount("50.00"), Optional.empty(), "promise", Details.NONE));
    var needed =
        assertInstanceOf(
            ApprovalNeeded.class,
            give(new Serve(new ReleaseHold(NADIA, hold, "kept", Details.NONE))));
    var text = ActText.of(needed.text());
    assertEquals(
        "account_effect: 1004-2213; effect: hold_released; hold_kind: hold; hold_reason: promise;"
            + " amount: 50.00 EUR",
        new ActText(text.figures()).canonical());
    assertTrue(needed.text().endsWith("available_after: 500.00 EUR"), needed.text());
  }

  @Test
  void what_is_asked_for_in_the_queue_has_the_text_that_was_shown() {
    branch.limit("approval.fee", "5.00");
    var needed = assertInstanceOf(ApprovalNeeded.class, give(fee("6.00")));
    ask(fee("6.00"));
    var pending = assertInstanceOf(ApprovalState.Pending.class, approval());
    assertEquals(needed.text(), pending.request().text());
    assertEquals(pending.request().text(), ActText.of(pending.request().text()).canonical());
  }

  @Test
  void the_approver_signs_the_very_text_that_was_shown() {
    branch.limit("approval.fee", "5.00");
    var needed = assertInstanceOf(ApprovalNeeded.class, give(fee("6.00")));
    var posted = assertInstanceOf(Posted.class, signed(fee("6.00"), needed.text()));
    assertSignedOver(needed.text(), posted);
  }

  @Test
  void what_comes_to_another_balance_than_was_shown_is_shown_again_before_it_is_signed() {
    branch.limit("approval.fee", "5.00");
    var needed = assertInstanceOf(ApprovalNeeded.class, give(fee("6.00")));
    branch.deposit(NADIA, "100.00");
    var again = assertInstanceOf(ApprovalNeeded.class, signed(fee("6.00"), needed.text()));
    assertNotEquals(needed.text(), again.text());
    assertTrue(again.text().contains("balance_after: 594.00 EUR"), again.text());
    assertInstanceOf(ApprovalState.Unasked.class, approval(), "nothing is signed unseen");
    assertSignedOver(
        again.text(), assertInstanceOf(Posted.class, signed(fee("6.00"), again.text())));
  }

  @Test
  void a_text_that_was_never_the_acts_is_not_signed() {
    branch.limit("approval.fee", "5.00");
    assertInstanceOf(ApprovalNeeded.class, signed(fee("6.00"), "do: charge_fee; amount: 1.00 EUR"));
    assertInstanceOf(ApprovalState.Unasked.class, approval());
  }

  @Test
  void an_approver_who_has_seen_the_order_alone_signs_no_more_than_that() {
    branch.limit("approval.fee", "5.00");
    var posted = assertInstanceOf(Posted.class, signed(fee("6.00")));
    assertSignedOver(
        "words: Charge account 1004-2213 a fee of 6.00 EUR.; do: charge_fee; account: 1004-2213;"
            + " amount: 6 EUR",
        posted);
  }

  @Test
  void what_the_queue_shows_is_signed_and_posted_as_it_was_asked_for() {
    branch.limit("approval.fee", "5.00");
    var needed = assertInstanceOf(ApprovalNeeded.class, give(fee("6.00")));
    ask(fee("6.00"));
    branch.post(branch.headTeller(), new Order.Approve(id));
    assertSignedOver(needed.text(), assertInstanceOf(Posted.class, give(fee("6.00"))));
  }

  @Test
  void what_was_approved_from_the_queue_is_not_posted_once_the_balance_has_moved() {
    branch.limit("approval.fee", "5.00");
    ask(fee("6.00"));
    branch.post(branch.headTeller(), new Order.Approve(id));
    branch.deposit(NADIA, "100.00");
    refused("approval_balance_changed", give(fee("6.00")));
    branch.serve(new Withdraw(NADIA, amount("100.00"), Details.NONE));
    assertInstanceOf(Posted.class, give(fee("6.00")), "the very balance that was read");
  }

  @Test
  void what_waits_is_signed_by_nobody_who_has_not_seen_its_balances() {
    branch.limit("approval.fee", "5.00");
    ask(fee("6.00"));
    refused("approval_not_shown", signed(fee("6.00")));
    assertInstanceOf(ApprovalState.Pending.class, approval());
  }

  @Test
  void a_fee_that_overdraws_needs_a_second_person_whatever_the_limit_of_fees() {
    branch.limit("approval.fee", "300.00");
    branch.serve(new ChargeFee(NADIA, amount("260.00"), Details.NONE));
    var needed = assertInstanceOf(ApprovalNeeded.class, give(fee("260.00")));
    assertEquals(Set.of(Condition.OVERDRAFT), needed.conditions());
    assertTrue(needed.text().contains("Needs a second person: overdraws the account."));
    var posted = assertInstanceOf(Posted.class, signed(fee("260.00"), needed.text()));
    var ledger = branch.ledger();
    assertTrue(
        ledger.inquiries().exceptions().exceptions(ledger.businessDate(), ledger.zone()).stream()
            .anyMatch(exception -> exception.line().position() == posted.position()),
        "it is among the exceptions");
  }

  @Test
  void what_waits_in_the_queue_is_signed_at_the_desk_in_the_text_of_the_queue() {
    branch.limit("approval.fee", "5.00");
    ask(fee("6.00"));
    var asked = assertInstanceOf(ApprovalState.Pending.class, approval()).request().text();
    var again = assertInstanceOf(ApprovalNeeded.class, signed(fee("6.00"), "something else"));
    assertEquals(asked, again.text());
    assertSignedOver(asked, assertInstanceOf(Posted.class, signed(fee("6.00"), asked)));
  }

  @Test
  void what_waits_in_the_queue_is_signed_by_nobody_once_the_balance_has_moved() {
    branch.limit("approval.fee", "5.00");
    ask(fee("6.00"));
    var asked = assertInstanceOf(ApprovalState.Pending.class, approval()).request().text();
    branch.deposit(NADIA, "100.00");
    refused("approval_balance_changed", signed(fee("6.00"), asked));
    assertInstanceOf(ApprovalState.Pending.class, approval());
  }

  /** What is on record as asked for is that text, and the approver's signature is over it. */
  private void assertSignedOver(String text, Posted posted) {
    var used = assertInstanceOf(ApprovalState.Used.class, approval());
    assertEquals(text, used.request().text());
    TextSignature signature =
        branch.ledger().store().load(ApprovalEvents.stream(id), 0).stream()
            .map(entry -> ApprovalEvents.KIND.decode(entry.type(), entry.payload()))
            .flatMap(event ->
                event instanceof ApprovalGranted granted
                    ? granted.signature().stream()
                    : Stream.empty())
            .findFirst()
            .orElseThrow();
    var base64 = Base64.getDecoder();
    assertTrue(
        Ed25519.verifies(
            base64.decode(signature.publicKey()),
            TextSignature.message(id, used.request().digest(), text),
            base64.decode(signature.signature())),
        posted::toString);
  }

  @Test
  void no_other_act_is_posted_under_the_id_of_an_approval() {
    branch.limit("approval.fee", "5.00");
    ask(fee("6.00"));
    refused("approval_other_figures", give(fee("1.00")));
    refused(
        "not_the_maker",
        branch.headTeller().post(new Posting(id, fee("6.00"), OptionalLong.empty())));
  }

  @Test
  void an_approver_of_what_needs_no_approval_is_told_so() {
    refused("approval_not_needed", signed(fee("1.00")));
    assertInstanceOf(Posted.class, give(fee("1.00")));
  }

  @Test
  void what_no_longer_needs_its_approval_is_posted_and_the_request_withdrawn() {
    branch.limit("approval.fee", "5.00");
    ask(fee("6.00"));
    refused("approval_pending", give(fee("6.00")));
    branch.change(new SetLimit("approval.fee", Optional.empty()));
    var posted = assertInstanceOf(Posted.class, give(fee("6.00")));
    assertInstanceOf(ApprovalState.Withdrawn.class, approval());
    assertEquals(
        Optional.empty(),
        branch.ledger().store().at(posted.position()).orElseThrow().provenance().approver());
    assertInstanceOf(Posted.class, give(fee("6.00")), "the same command again");
  }

  @Test
  void what_was_rejected_is_not_posted_under_its_id_even_if_it_needs_no_approval_by_now() {
    branch.limit("approval.fee", "5.00");
    ask(fee("6.00"));
    branch.post(branch.headTeller(), new Order.Reject(id, "no"));
    branch.change(new SetLimit("approval.fee", Optional.empty()));
    refused("approval_rejected", give(fee("6.00")));
  }

  @Test
  void an_approval_is_not_for_an_act_that_comes_to_other_amounts_by_now() {
    charging("0");
    branch.limit("approval.cash_out", "10.00");
    Order order = new Serve(new Withdraw(NADIA, amount("20.00"), Details.NONE));
    ask(order);
    branch.post(branch.headTeller(), new Order.Approve(id));
    charging("3");
    refused("approval_other_figures", give(order));
    charging("0");
    branch.deposit(NADIA, "5.00");
    refused("approval_balance_changed", give(order));
  }

  private void charging(String fee) {
    branch.change(
        new DefineProduct(
            "current",
            "Account " + fee,
            Product.Kind.CURRENT,
            amount("0"),
            true,
            amount(fee),
            BigDecimal.ZERO));
  }

  @Test
  void a_day_that_waits_for_an_approval_says_which_and_the_head_teller_rejects_it() {
    branch.limit("approval.fee", "5.00");
    ask(fee("6.00"));
    branch.post(
        branch.teller(),
        new CloseTill(StaffedBranch.T1, branch.drawer(StaffedBranch.T1), "", false));
    var close = new Order.CloseBusinessDay(false, "");
    var outcome = branch.headTeller().post(Posting.of(close));
    refused("left_open", outcome);
    assertTrue(
        RefusalFigures.sentence(((Refused) outcome).refusal())
            .contains("approval " + id + " asked by amara: reject it, or have amara withdraw it"),
        outcome::toString);
    branch.post(branch.headTeller(), new Order.Reject(id, "the day is over"));
    branch.post(branch.headTeller(), close);
  }

  private static void add(Ledger ledger, Session by, String name, Role role) {
    var credential = ledger.passwords().hash(PASSWORD.toCharArray());
    var command = new AddStaffMember(new StaffName(name), name, Set.of(role), credential);
    assertInstanceOf(Posted.class, by.post(Posting.of(new ManageStaff(command))));
  }

  @Test
  void cash_that_no_till_has_a_record_of_is_taken_back_without_cash_and_by_two_people() {
    var clock = new ScriptedClock(Instant.parse("2026-11-23T09:00:00Z"));
    try (Ledger ledger = new MemoryLedgers(clock).ledger()) {
      Session before = ledger.unstaffed(new Actor("founder", Actor.ADMINISTRATOR, "WS-00"));
      var number = new AccountNumber("7");
      before.post(
          Posting.of(new OpenAccount(number, "Holder", "current", amount("100"), Details.NONE)));
      var paidOut =
          (Posted) before.post(Posting.of(new Withdraw(number, amount("40"), Details.NONE)));
      add(ledger, before, "ada", Role.ADMINISTRATOR);
      Session ada = StaffedBranch.signIn(ledger, "ada");
      add(ledger, ada, "lucia", Role.HEAD_TELLER);
      add(ledger, ada, "hanna", Role.HEAD_TELLER);
      Session lucia = StaffedBranch.signIn(ledger, "lucia");
      lucia.post(Posting.of(new Order.OpenBusinessDay(ledger.today())));
      var posting = Posting.of(new Reverse(paidOut.position(), "wrong", CashSlip.NONE));
      var needed = assertInstanceOf(ApprovalNeeded.class, lucia.post(posting));
      assertEquals(Set.of(Condition.REVERSAL), needed.conditions());
      assertTrue(needed.text().endsWith("; cash: none"), needed.text());
      assertInstanceOf(
          Posted.class,
          lucia
              .submitApproved(posting, Optional.of(needed.text()), "hanna", PASSWORD.toCharArray())
              .join());
    }
  }
}
