package counterfoil.desktop.counter;

import static counterfoil.desktop.StaffedBranch.cash;
import static counterfoil.desktop.StaffedBranch.euros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Order.Approve;
import counterfoil.application.Order.Reject;
import counterfoil.application.Order.Serve;
import counterfoil.application.Session;
import counterfoil.desktop.StaffedBranch;
import counterfoil.desktop.approval.Countersigning;
import counterfoil.desktop.approval.LedgerApprovals;
import counterfoil.desktop.approval.Waiting;
import counterfoil.desktop.approval.Waiting.Stage;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.PromptSession;
import counterfoil.desktop.shell.CounterRequest;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerNumber;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The counter of a branch with staff, tills and approvals, on its real ledger. */
class CashCounterTest {
  private final StaffedBranch branch = new StaffedBranch();
  private final Countersigning signing = signingAt(branch.teller());
  private final CounterViewModel counter = counterOf(branch.teller(), signing);
  private final CounterForm form = counter.form();

  private Desk desk(Session session) {
    return new PromptSession(session).desk();
  }

  private Countersigning signingAt(Session session) {
    return Countersigning.at(
        desk(session),
        new LedgerApprovals(branch.ledger()),
        new DirectBackground(),
        branch.ledger().clock());
  }

  private CounterViewModel counterOf(Session session, Countersigning by) {
    var model =
        new CounterViewModel(
            branch.ledger(),
            desk(session),
            by,
            new DirectBackground(),
            new SimpleObjectProperty<>(Locale.ENGLISH));
    model.open(StaffedBranch.ACCOUNT);
    return model;
  }

  @AfterEach
  void closeTheBranch() {
    branch.close();
  }

  private void type(Field field, String text) {
    form.textProperty(field).set(text);
  }

  private void pieces(String face, String number) {
    form.cash().piecesProperty(face).set(number);
  }

  private String problem(Field field) {
    return Optional.ofNullable(form.problemsProperty().get().get(field))
        .map(Message::key)
        .orElse("");
  }

  private Open account() {
    return (Open) counter.sheet().served().orElseThrow().state();
  }

  @Test
  void balance_and_till_after_are_shown_before_posting() {
    type(Field.AMOUNT, "250.00");
    assertEquals(euros("750.00"), form.readingProperty().get().after().orElseThrow().ledger());
    var foretold = form.foretold().orElseThrow();
    assertEquals(euros("1500.00"), foretold.drawer().orElseThrow().total());
    assertEquals(Set.of(), foretold.conditions());
  }

  @Test
  void counted_pieces_go_into_the_drawer_as_they_were_counted() {
    type(Field.AMOUNT, "250.00");
    pieces("50", "5");
    assertTrue(form.cash().countProperty().get().fits());
    form.post();
    assertEquals(euros("750.00"), account().ledger());
    assertEquals(15, branch.drawer().pieces(euros("50.00")));
    assertEquals("", form.cash().piecesProperty("50").get());
  }

  @Test
  void what_is_missing_is_said_and_nothing_is_posted() {
    type(Field.AMOUNT, "250.00");
    pieces("50", "4");
    assertEquals(Optional.of(euros("50.00")), form.cash().countProperty().get().missing());
    form.post();
    assertEquals("counter.cash.missing", problem(Field.CASH));
    assertEquals(Optional.of(Field.CASH), form.attentionProperty().get().field());
    assertEquals(euros("500.00"), account().ledger());
    assertEquals("4", form.cash().piecesProperty("50").get());
  }

  @Test
  void change_is_computed_from_the_drawer() {
    type(Field.AMOUNT, "37.00");
    pieces("50", "1");
    assertEquals(Optional.of(euros("13.00")), form.cash().countProperty().get().beyond());
    assertEquals(Optional.of(cash(Map.of("10", 1, "1", 3))), form.foretold().orElseThrow().given());
    form.post();
    assertEquals(euros("537.00"), account().ledger());
    assertEquals(euros("1287.00"), branch.drawer().total());
  }

  @Test
  void a_count_of_minus_one_is_refused_in_words() {
    type(Field.AMOUNT, "250.00");
    pieces("50", "-1");
    assertEquals(
        "refusal.negative_pieces", form.cash().countProperty().get().wrong().orElseThrow().key());
    form.post();
    assertEquals(euros("500.00"), account().ledger());
  }

  @Test
  void a_payout_is_proposed_from_what_the_drawer_holds() {
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "35.00");
    assertEquals(
        Optional.of(cash(Map.of("20", 1, "10", 1, "5", 1))),
        form.cash().countProperty().get().proposed());
    form.post();
    assertEquals(euros("1215.00"), branch.drawer().total());
  }

  @Test
  void what_is_changed_of_a_proposal_leaves_the_rest_of_it() {
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "35.00");
    pieces("20", "0");
    assertEquals("1", form.cash().piecesProperty("10").get());
    assertEquals("1", form.cash().piecesProperty("5").get());
    assertEquals(Optional.of(euros("20.00")), form.cash().countProperty().get().missing());
    pieces("10", "3");
    form.post();
    assertEquals(20, branch.drawer().pieces(euros("20.00")));
    assertEquals(17, branch.drawer().pieces(euros("10.00")));
  }

  @Test
  void a_sum_that_no_pieces_of_the_drawer_make_is_refused_at_the_cash() {
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "35.50");
    assertEquals("refusal.no_exact_payout", problem(Field.CASH));
    form.post();
    assertEquals(euros("500.00"), account().ledger());
  }

  @Test
  void a_cheque_in_and_cash_back_are_one_act() {
    form.choose(Act.CHEQUE);
    type(Field.AMOUNT, "200.00");
    type(Field.CHEQUE_NUMBER, "4711");
    type(Field.CHEQUE_BANK, "Second Bank");
    type(Field.CHEQUE_DATE, "2026-11-20");
    type(Field.RELEASE_ON, "+5");
    form.andAlso();
    assertEquals(1, form.basket().linesProperty().get().size());
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "50.00");
    long before = branch.ledger().head().position();
    form.post();
    assertEquals(List.of(), form.basket().linesProperty().get());
    assertEquals(euros("650.00"), account().ledger());
    assertEquals(euros("450.00"), account().available());
    assertEquals(euros("1200.00"), branch.drawer().total());
    var recorded =
        branch.ledger().inquiries().journal(before + 1, branch.ledger().head().position());
    assertEquals(
        1,
        recorded.stream()
            .map(line -> branch.ledger().store().at(line.position()).orElseThrow())
            .map(entry -> entry.commandId())
            .distinct()
            .count());
  }

  @Test
  void an_act_is_put_into_the_basket_only_when_it_is_whole() {
    form.andAlso();
    assertEquals(List.of(), form.basket().linesProperty().get());
    assertEquals("kit.amount.missing", problem(Field.AMOUNT));
  }

  @Test
  void a_cheque_dated_in_the_future_is_refused_at_its_date() {
    form.choose(Act.CHEQUE);
    type(Field.AMOUNT, "200.00");
    type(Field.CHEQUE_NUMBER, "4711");
    type(Field.CHEQUE_BANK, "Second Bank");
    type(Field.CHEQUE_DATE, "2026-11-24");
    type(Field.RELEASE_ON, "+5");
    assertEquals("refusal.cheque_in_future", problem(Field.CHEQUE_DATE));
  }

  @Test
  void a_hold_is_placed_and_released_from_the_card() {
    form.choose(Act.HOLD);
    type(Field.AMOUNT, "120.00");
    type(Field.REASON, "court order");
    form.post();
    assertEquals(euros("380.00"), account().available());
    form.chooseHold(account().holds().getFirst().id());
    assertEquals(Act.RELEASE, form.actProperty().get());
    type(Field.REASON, "lifted");
    form.post();
    // Before its day, it takes a second person.
    assertTrue(signing.signing().needProperty().get().isPresent());
    signing.signing().approverProperty().set("lucia");
    signing.signing().sign(StaffedBranch.PASSWORD.toCharArray());
    assertEquals(euros("500.00"), account().available());
  }

  @Test
  void a_teller_does_not_freeze_and_is_told_why() {
    assertEquals("counter.problem.not-permitted", form.whyNot(Act.FREEZE).orElseThrow().key());
  }

  @Test
  void an_account_is_opened_for_registered_customers() {
    branch.customer(new CustomerNumber("C-000002"), CustomerDetails.named("Omar Rahimi"));
    form.choose(Act.OPEN);
    type(Field.NUMBER, "1004-2214");
    type(Field.PRODUCT, "savings");
    type(Field.HOLDERS, "C-000001 C-000009");
    form.leave(Field.HOLDERS);
    assertEquals("counter.problem.no-customer", problem(Field.HOLDERS));
    type(Field.HOLDERS, "C-000001 C-000002");
    type(Field.AMOUNT, "20.00");
    form.post();
    assertEquals(
        List.of("C-000001", "C-000002"),
        account().holders().stream().map(CustomerNumber::value).toList());
    assertEquals("Nadia Rahimi", account().holder());
    assertEquals(euros("1270.00"), branch.drawer().total());
  }

  @Test
  void closing_pays_the_rest_out_of_the_drawer() {
    form.choose(Act.CLOSE);
    assertEquals(CashForm.Way.OUT, form.cash().countProperty().get().way());
    form.post();
    assertEquals(euros("750.00"), branch.drawer().total());
  }

  @Test
  void closing_into_another_account_leaves_the_drawer_alone() {
    branch.open(new AccountNumber("1004-2214"), StaffedBranch.NADIA, "Nadia Rahimi", "0.00");
    form.choose(Act.CLOSE);
    type(Field.INTO, "1004-2214");
    form.post();
    assertEquals(euros("1250.00"), branch.drawer().total());
    assertEquals(
        euros("500.00"),
        branch.ledger().inquiries().account(new AccountNumber("1004-2214")).orElseThrow().ledger());
  }

  @Test
  void above_the_limit_it_says_beforehand_that_somebody_else_must_approve() {
    branch.limit("approval.cash_out", "50.00");
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "60.00");
    assertEquals(Set.of(Condition.AMOUNT), form.foretold().orElseThrow().conditions());
  }

  @Test
  void a_wrong_password_says_so_and_keeps_everything_and_the_right_one_posts() {
    branch.limit("approval.cash_out", "50.00");
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "60.00");
    form.post();
    var desk = signing.signing();
    assertTrue(desk.needProperty().get().orElseThrow().text().contains("60"));
    desk.approverProperty().set("lucia");
    desk.sign("not the password".toCharArray());
    assertEquals(
        "refusal.name_or_password_wrong", desk.problemProperty().get().orElseThrow().key());
    assertEquals("60.00", form.textProperty(Field.AMOUNT).get());
    desk.sign(StaffedBranch.PASSWORD.toCharArray());
    assertEquals(Optional.empty(), desk.needProperty().get());
    assertEquals(euros("440.00"), account().ledger());
    assertEquals("", form.textProperty(Field.AMOUNT).get());
  }

  @Test
  void what_has_come_to_something_else_since_it_was_shown_is_read_again_and_then_signed() {
    branch.limit("approval.cash_out", "50.00");
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "60.00");
    form.post();
    var desk = signing.signing();
    // What lies in the till is another sum by now.
    branch.open(new AccountNumber("1004-2214"), StaffedBranch.NADIA, "Nadia Rahimi", "40.00");
    desk.approverProperty().set("lucia");
    desk.sign(StaffedBranch.PASSWORD.toCharArray());
    assertEquals("approval.sign.changed", desk.problemProperty().get().orElseThrow().key());
    assertTrue(desk.needProperty().get().orElseThrow().text().contains("cash_after: 1230.00 EUR"));
    assertEquals(euros("500.00"), account().ledger());
    desk.sign(StaffedBranch.PASSWORD.toCharArray());
    assertEquals(euros("440.00"), account().ledger());
  }

  @Test
  void nobody_signs_their_own_act() {
    branch.limit("approval.cash_out", "50.00");
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "60.00");
    form.post();
    signing.signing().approverProperty().set("amara");
    signing.signing().sign(StaffedBranch.PASSWORD.toCharArray());
    assertEquals(
        "approval.sign.oneself", signing.signing().problemProperty().get().orElseThrow().key());
    assertEquals(euros("500.00"), account().ledger());
  }

  @Test
  void an_act_sent_to_the_queue_is_posted_once_it_is_granted() {
    sendToTheQueue();
    assertEquals("", form.textProperty(Field.AMOUNT).get());
    assertEquals("counter.queued.withdraw", form.confirmationProperty().get().orElseThrow().key());
    var waiting = counter.waiting().actsProperty().get().getFirst();
    assertEquals(Stage.ASKED, waiting.stageAt(counter.waiting().now()));
    StaffedBranch.post(branch.headTeller(), new Approve(waiting.id()));
    counter.refresh();
    assertTrue(counter.waiting().ready().isPresent());
    counter.postGranted();
    assertEquals(List.of(), counter.waiting().actsProperty().get());
    assertEquals(euros("440.00"), account().ledger());
  }

  @Test
  void what_waits_in_the_queue_is_known_and_can_be_posted_after_a_restart() {
    sendToTheQueue();
    var id = counter.waiting().actsProperty().get().getFirst().id();
    var restarted = counterOf(branch.teller(), signingAt(branch.teller()));
    restarted.refresh();
    assertEquals(Stage.ASKED, only(restarted).stageAt(restarted.waiting().now()));
    StaffedBranch.post(branch.headTeller(), new Approve(id));
    var later = counterOf(branch.teller(), signingAt(branch.teller()));
    later.refresh();
    assertEquals(id, only(later).id());
    later.postGranted();
    assertEquals(List.of(), later.waiting().actsProperty().get());
    counter.refresh();
    assertEquals(euros("440.00"), account().ledger());
    assertEquals(List.of(), counter.waiting().actsProperty().get());
  }

  @Test
  void what_somebody_else_asked_for_waits_at_their_desk_only() {
    sendToTheQueue();
    var other = counterOf(branch.headTeller(), signingAt(branch.headTeller()));
    other.refresh();
    assertEquals(List.of(), other.waiting().actsProperty().get());
  }

  private static Waiting only(CounterViewModel at) {
    assertEquals(1, at.waiting().actsProperty().get().size());
    return at.waiting().actsProperty().get().getFirst();
  }

  @Test
  void a_rejection_is_shown_with_its_reason_and_put_away() {
    sendToTheQueue();
    var waiting = counter.waiting().actsProperty().get().getFirst();
    StaffedBranch.post(branch.headTeller(), new Reject(waiting.id(), "ask for the passport"));
    counter.refresh();
    var rejected = counter.waiting().actsProperty().get().getFirst();
    assertEquals(Stage.REJECTED, rejected.stageAt(counter.waiting().now()));
    assertEquals("ask for the passport", rejected.approval().orElseThrow().reason());
    counter.waiting().withdraw(rejected);
    assertEquals(List.of(), counter.waiting().actsProperty().get());
    assertEquals(euros("500.00"), account().ledger());
  }

  @Test
  void the_maker_takes_a_request_back() {
    sendToTheQueue();
    var waiting = counter.waiting().actsProperty().get().getFirst();
    counter.waiting().withdraw(waiting);
    assertEquals(List.of(), counter.waiting().actsProperty().get());
    assertEquals(
        List.of(),
        branch.ledger().inquiries().branch().pendingApprovals(branch.ledger().clock().instant()));
  }

  private void sendToTheQueue() {
    branch.limit("approval.cash_out", "50.00");
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "60.00");
    form.post();
    signing.signing().queue();
  }

  @Test
  void going_back_from_the_signature_keeps_what_was_typed() {
    branch.limit("approval.cash_out", "50.00");
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "60.00");
    form.post();
    signing.signing().goBack();
    assertEquals("60.00", form.textProperty(Field.AMOUNT).get());
    assertEquals(List.of(), counter.waiting().actsProperty().get());
  }

  @Test
  void a_reversal_shows_what_it_takes_back_and_marks_both_entries() {
    type(Field.AMOUNT, "80.00");
    form.post();
    var deposit = counter.sheet().line(0).orElseThrow();
    form.reverse(deposit);
    type(Field.REASON, "wrong account");
    var foretold = form.foretold().orElseThrow();
    assertEquals(Set.of(Condition.REVERSAL), foretold.conditions());
    assertEquals(euros("80.00"), foretold.given().orElseThrow().total());
    assertEquals(euros("500.00"), form.readingProperty().get().after().orElseThrow().ledger());
    form.post();
    signing.signing().approverProperty().set("lucia");
    signing.signing().sign(StaffedBranch.PASSWORD.toCharArray());
    assertEquals(euros("500.00"), account().ledger());
    assertEquals(euros("1250.00"), branch.drawer().total());
    assertTrue(counter.sheet().reversed(deposit.position()));
    var reversal = counter.sheet().line(0).orElseThrow();
    assertEquals(Optional.of(deposit.position()), counter.sheet().reverses(reversal.position()));
    assertEquals(
        Optional.of(reversal.position()), counter.sheet().reversedBy(Optional.of(deposit)));
    assertEquals(
        "counter.problem.reversed-already",
        form.whyNotReverse(Optional.of(deposit), Optional.of(reversal.position()))
            .orElseThrow()
            .key());
    assertEquals(
        "counter.problem.reversal",
        form.whyNotReverse(Optional.of(reversal), Optional.empty()).orElseThrow().key());
  }

  @Test
  void a_code_fills_the_form_and_posts_nothing() {
    counter.serve(
        new CounterRequest(
            CounterRequest.Act.WITHDRAW,
            StaffedBranch.ACCOUNT,
            Optional.empty(),
            Optional.of("40")));
    assertEquals(Act.WITHDRAW, form.actProperty().get());
    assertEquals("40", form.textProperty(Field.AMOUNT).get());
    assertEquals(Optional.of(Field.CASH), form.attentionProperty().get().field());
    assertEquals(euros("500.00"), account().ledger());
    assertFalse(form.underWayProperty().get());
  }

  @Test
  void a_code_that_takes_from_a_frozen_account_is_told_so_before_anything_is_posted() {
    StaffedBranch.post(
        branch.headTeller(),
        new Serve(new Freeze(StaffedBranch.ACCOUNT, "Court order", Details.NONE)));
    counter.refresh();
    long before = branch.ledger().head().position();
    counter.serve(
        new CounterRequest(
            CounterRequest.Act.WITHDRAW,
            StaffedBranch.ACCOUNT,
            Optional.empty(),
            Optional.empty()));
    assertEquals("refusal.account_frozen", problem(Field.FORM));
    type(Field.AMOUNT, "20.00");
    assertEquals("refusal.account_frozen", problem(Field.FORM));
    form.post();
    assertEquals(before, branch.ledger().head().position());
    form.choose(Act.DEPOSIT);
    assertEquals("", problem(Field.FORM), "what comes in may come");
  }

  @Test
  void a_customer_is_found_by_phone() {
    branch.customer(
        new CustomerNumber("C-000002"),
        new CustomerDetails(
            "Omar Rahimi", Optional.empty(), "", "", "0712 555 123", "", Set.of(), ""));
    branch.open(
        new AccountNumber("1004-2214"), new CustomerNumber("C-000002"), "Omar Rahimi", "0.00");
    counter.finder().textProperty().set("0712555");
    assertEquals(
        List.of("1004-2214"),
        counter.finder().foundProperty().get().stream()
            .map(line -> line.number().value())
            .toList());
  }
}
