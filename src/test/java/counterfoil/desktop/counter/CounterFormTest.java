package counterfoil.desktop.counter;

import static counterfoil.desktop.counter.Branch.money;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.FakeSession;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.StoreStopped;
import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountStatus;
import counterfoil.projection.JournalLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterFormTest {
  private final Branch branch =
      new Branch().open("1004-2213", "Nadia Rahimi", "100.00").open("1002-4471", "School", "0.00");
  private final SimpleObjectProperty<Locale> locale = new SimpleObjectProperty<>(Locale.ENGLISH);
  private CounterViewModel counter = at(branch.desk());
  private CounterForm form = counter.form();

  private CounterViewModel at(Desk desk) {
    var model = branch.counter(desk, new DirectBackground(), locale);
    model.open(new AccountNumber("1004-2213"));
    return model;
  }

  /** A desk whose answers the test gives, or never gives. */
  private List<CompletableFuture<Outcome>> answersByHand(List<Posting> handedOver) {
    List<CompletableFuture<Outcome>> answers = new ArrayList<>();
    counter =
        at(
            new Desk(
                new FakeSession(
                    Branch.TELLER,
                    Set.of(),
                    posting -> {
                      handedOver.add(posting);
                      answers.add(new CompletableFuture<>());
                      return answers.getLast();
                    }),
                Runnable::run,
                Runnable::run));
    form = counter.form();
    return answers;
  }

  @AfterEach
  void closeTheBranch() {
    branch.close();
  }

  private void type(Field field, String text) {
    form.textProperty(field).set(text);
  }

  private String problem(Field field) {
    return Optional.ofNullable(form.problemsProperty().get().get(field))
        .map(Message::key)
        .orElse("");
  }

  private AccountLine card() {
    return counter.sheet().accountProperty().get().orElseThrow();
  }

  @Test
  void the_balances_after_are_shown_while_typing() {
    branch.overdraft("1004-2213", "50.00");
    counter.refresh();
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "120.00");
    var after = form.readingProperty().get().after().orElseThrow();
    assertEquals(money("-20.00"), after.ledger());
    assertEquals(money("30.00"), after.available());
  }

  @Test
  void a_deposit_is_posted_and_confirmed_and_the_form_is_ready_for_the_next() {
    type(Field.AMOUNT, "1,250.00");
    type(Field.NARRATIVE, "Rent, November");
    form.post();
    assertEquals(money("1350.00"), card().ledger());
    assertEquals(
        Optional.of(
            Message.of(
                "counter.posted.deposit", 3L, money("1350.00"), new AccountNumber("1004-2213"))),
        form.confirmationProperty().get());
    assertEquals("", form.textProperty(Field.AMOUNT).get());
    assertEquals("", form.textProperty(Field.NARRATIVE).get());
    assertEquals(Optional.of(Field.AMOUNT), form.attentionProperty().get().field());
    assertEquals(List.of(1L, 0L), counter.sheet().versions());
  }

  @Test
  void what_is_missing_is_said_only_once_the_field_was_left() {
    assertEquals("", problem(Field.AMOUNT));
    form.leave(Field.AMOUNT);
    assertEquals("kit.amount.missing", problem(Field.AMOUNT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "NaN", "１２", "1,5", "-", "12.50 EUR", "0x1F"})
  void a_text_that_is_no_amount_posts_nothing_and_stays(String typed) {
    type(Field.AMOUNT, typed);
    form.post();
    assertNotEquals("", problem(Field.AMOUNT));
    assertEquals(typed, form.textProperty(Field.AMOUNT).get());
    assertEquals(List.of(), branch.postings());
  }

  @Test
  void more_than_is_available_is_refused_while_typing_with_the_figure() {
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "100.01");
    assertEquals(
        Message.of("counter.problem.only-available", money("100.00")),
        form.problemsProperty().get().get(Field.AMOUNT));
    assertEquals(Optional.empty(), form.readingProperty().get().after());
    form.post();
    assertEquals(List.of(), branch.postings());
    assertEquals("100.01", form.textProperty(Field.AMOUNT).get());
  }

  @Test
  void a_zero_on_the_way_to_an_amount_is_not_yet_wrong() {
    type(Field.AMOUNT, "0");
    assertEquals("", problem(Field.AMOUNT));
    form.leave(Field.AMOUNT);
    assertEquals("kit.refusal.amount-not-positive", problem(Field.AMOUNT));
    type(Field.AMOUNT, "0.50");
    assertEquals("", problem(Field.AMOUNT));
  }

  @Test
  void enter_goes_through_the_fields_and_posts_on_the_last() {
    type(Field.AMOUNT, "5");
    form.goOnFrom(Field.AMOUNT);
    assertEquals(Optional.of(Field.NARRATIVE), form.attentionProperty().get().field());
    form.goOnFrom(Field.NARRATIVE);
    assertEquals(Optional.of(Field.REFERENCE), form.attentionProperty().get().field());
    assertEquals(List.of(), branch.postings());
    form.goOnFrom(Field.REFERENCE);
    assertEquals(money("105.00"), card().ledger());
  }

  @Test
  void a_second_enter_while_under_way_posts_nothing() {
    List<Posting> handedOver = new ArrayList<>();
    var answers = answersByHand(handedOver);
    type(Field.AMOUNT, "5.00");
    form.post();
    form.post();
    assertTrue(form.underWayProperty().get());
    assertEquals(1, handedOver.size());
    answers
        .getFirst()
        .complete(branch.ledger().counter().post(handedOver.getFirst(), Branch.TELLER));
    assertFalse(form.underWayProperty().get());
    assertEquals(money("105.00"), card().ledger());
  }

  @Test
  void while_under_way_neither_the_act_nor_the_form_can_be_changed() {
    answersByHand(new ArrayList<>());
    type(Field.AMOUNT, "5.00");
    form.post();
    form.choose(Act.WITHDRAW);
    form.clear();
    assertEquals(Act.DEPOSIT, form.actProperty().get());
    assertEquals("5.00", form.textProperty(Field.AMOUNT).get());
  }

  @Test
  void after_a_fault_everything_typed_is_there_and_the_same_act_goes_out_under_the_same_id() {
    List<Posting> handedOver = new ArrayList<>();
    var answers = answersByHand(handedOver);
    type(Field.AMOUNT, "5.00");
    type(Field.REFERENCE, "R-7");
    form.post();
    answers.getFirst().completeExceptionally(new StoreStopped("disk"));
    assertEquals(Optional.of(Message.of("kit.fault.stopped")), form.faultProperty().get());
    assertEquals("5.00", form.textProperty(Field.AMOUNT).get());
    assertEquals("R-7", form.textProperty(Field.REFERENCE).get());
    form.post();
    assertEquals(handedOver.get(0).commandId(), handedOver.get(1).commandId());
    answers.get(1).completeExceptionally(new StoreStopped("disk"));
    type(Field.AMOUNT, "6.00");
    form.post();
    assertNotEquals(handedOver.get(0).commandId(), handedOver.get(2).commandId());
  }

  @Test
  void another_account_asked_for_while_under_way_comes_after_the_answer() {
    List<Posting> handedOver = new ArrayList<>();
    var answers = answersByHand(handedOver);
    type(Field.AMOUNT, "5.00");
    form.post();
    counter.open(new AccountNumber("1002-4471"));
    assertEquals("1004-2213", card().number().value());
    answers
        .getFirst()
        .complete(branch.ledger().counter().post(handedOver.getFirst(), Branch.TELLER));
    assertEquals("1002-4471", card().number().value());
    assertEquals("", form.textProperty(Field.AMOUNT).get());
    assertEquals(money("105.00"), branch.account("1004-2213").ledger());
  }

  @Test
  void an_act_that_was_not_recorded_stays_in_sight_whatever_was_asked_for_meanwhile() {
    List<Posting> handedOver = new ArrayList<>();
    var answers = answersByHand(handedOver);
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "5.00");
    branch.withdraw("1004-2213", "1.00");
    form.post();
    counter.open(new AccountNumber("1002-4471"));
    answers
        .getFirst()
        .complete(branch.ledger().counter().post(handedOver.getFirst(), Branch.TELLER));
    assertEquals("1004-2213", card().number().value());
    assertEquals("5.00", form.textProperty(Field.AMOUNT).get());
    assertEquals(1, form.betweenProperty().get().size());
  }

  @Test
  void an_answered_act_posted_again_is_another_act() {
    List<Posting> handedOver = new ArrayList<>();
    var answers = answersByHand(handedOver);
    for (int i = 0; i < 2; i++) {
      type(Field.AMOUNT, "5.00");
      form.post();
      answers
          .getLast()
          .complete(branch.ledger().counter().post(handedOver.getLast(), Branch.TELLER));
    }
    assertNotEquals(handedOver.get(0).commandId(), handedOver.get(1).commandId());
    assertEquals(money("110.00"), card().ledger());
  }

  @Test
  void what_came_in_between_is_shown_and_nothing_typed_is_lost() {
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "60.00");
    branch.withdraw("1004-2213", "10.00");
    form.post();
    assertEquals(
        List.of(Optional.of(money("-10.00"))),
        form.betweenProperty().get().stream().map(JournalLine::amount).toList());
    assertEquals("60.00", form.textProperty(Field.AMOUNT).get());
    assertEquals(money("90.00"), card().ledger());
    assertEquals(money("30.00"), form.readingProperty().get().after().orElseThrow().ledger());
    form.post();
    assertEquals(money("30.00"), card().ledger());
    assertEquals(List.of(), form.betweenProperty().get());
  }

  @Test
  void enter_pressed_twice_does_not_post_on_a_change_that_nobody_has_read() {
    form.choose(Act.WITHDRAW);
    type(Field.AMOUNT, "60.00");
    branch.withdraw("1004-2213", "10.00");
    form.goOnFrom(Field.REFERENCE);
    form.goOnFrom(Field.REFERENCE);
    assertEquals(1, branch.postings().size());
    assertEquals(money("90.00"), branch.account("1004-2213").ledger());
    assertEquals(Optional.of(Field.FORM), form.attentionProperty().get().field());
  }

  @Test
  void a_deposit_is_posted_though_the_account_has_changed() {
    type(Field.AMOUNT, "60.00");
    branch.withdraw("1004-2213", "10.00");
    form.post();
    assertEquals(money("150.00"), card().ledger());
  }

  @Test
  void a_refusal_by_the_ledger_stands_under_its_field_until_something_is_typed() {
    form.choose(Act.OPEN);
    type(Field.NUMBER, "1002-4471");
    type(Field.HOLDER, "Somebody Else");
    type(Field.PRODUCT, "Current account");
    form.post();
    assertEquals("kit.refusal.account-exists", problem(Field.NUMBER));
    assertEquals("Somebody Else", form.textProperty(Field.HOLDER).get());
    assertEquals(Optional.of(Field.NUMBER), form.attentionProperty().get().field());
    type(Field.NUMBER, "1002-4472");
    assertEquals("", problem(Field.NUMBER));
  }

  @Test
  void an_account_opened_is_on_the_desk_ready_for_a_deposit() {
    form.choose(Act.OPEN);
    type(Field.NUMBER, " 1009-0001 ");
    type(Field.HOLDER, "محمد علي");
    type(Field.PRODUCT, "Savings");
    type(Field.AMOUNT, "20");
    form.post();
    assertEquals(new AccountNumber("1009-0001"), card().number());
    assertEquals("محمد علي", card().holder());
    assertEquals(money("20.00"), card().ledger());
    assertEquals(Act.DEPOSIT, form.actProperty().get());
    assertEquals("Savings", form.textProperty(Field.PRODUCT).get());
  }

  @Test
  void an_account_may_be_opened_without_a_deposit() {
    form.choose(Act.OPEN);
    type(Field.NUMBER, "1009-0001");
    type(Field.HOLDER, "王小明");
    type(Field.PRODUCT, "Savings");
    form.post();
    assertEquals(money("0.00"), card().ledger());
  }

  @Test
  void a_number_with_spaces_inside_is_refused_in_words() {
    form.choose(Act.OPEN);
    type(Field.NUMBER, "1009 0001");
    form.leave(Field.NUMBER);
    assertEquals("counter.problem.number-spaces", problem(Field.NUMBER));
  }

  @Test
  void a_name_of_ten_thousand_characters_is_refused_with_its_length() {
    form.choose(Act.OPEN);
    type(Field.NUMBER, "1009-0001");
    type(Field.PRODUCT, "Savings");
    type(Field.HOLDER, "x".repeat(10_000));
    assertEquals("kit.refusal.text-too-long", problem(Field.HOLDER));
    form.post();
    assertEquals(List.of(), branch.postings());
  }

  @Test
  void a_narrative_with_a_line_break_is_refused_in_words() {
    type(Field.AMOUNT, "1");
    type(Field.NARRATIVE, "one\ntwo");
    assertEquals("kit.refusal.text-not-plain", problem(Field.NARRATIVE));
  }

  @Test
  void the_payee_is_named_while_its_number_is_typed() {
    form.choose(Act.TRANSFER);
    type(Field.PAYEE, "1002-4471");
    assertEquals("School", form.payeeProperty().get().orElseThrow().holder());
    type(Field.PAYEE, "1002-447");
    assertEquals(Optional.empty(), form.payeeProperty().get());
  }

  @Test
  void a_transfer_to_a_number_that_is_no_account_is_refused_under_it() {
    form.choose(Act.TRANSFER);
    type(Field.PAYEE, "9");
    type(Field.AMOUNT, "5");
    assertEquals("", problem(Field.PAYEE));
    form.leave(Field.PAYEE);
    assertEquals("kit.refusal.account-not-found", problem(Field.PAYEE));
  }

  @Test
  void a_transfer_to_the_account_itself_is_refused_under_the_payee() {
    form.choose(Act.TRANSFER);
    type(Field.PAYEE, "1004-2213");
    type(Field.AMOUNT, "5");
    form.leave(Field.PAYEE);
    assertEquals("kit.refusal.transfer-to-itself", problem(Field.PAYEE));
  }

  @Test
  void a_transfer_moves_the_money_and_shows_the_payer() {
    form.choose(Act.TRANSFER);
    type(Field.PAYEE, "1002-4471");
    type(Field.AMOUNT, "30");
    form.post();
    assertEquals(money("70.00"), card().ledger());
    assertEquals(money("30.00"), branch.account("1002-4471").ledger());
  }

  @Test
  void closing_names_what_is_paid_out_and_does_it() {
    form.choose(Act.CLOSE);
    assertEquals(Optional.of(Branch.euros("100.00")), form.readingProperty().get().amount());
    form.post();
    assertEquals(AccountStatus.CLOSED, card().status());
    assertEquals("kit.refusal.account-closed", form.whyNot(Act.DEPOSIT).orElseThrow().key());
  }

  @Test
  void closing_with_money_in_it_and_no_payout_is_refused_at_the_tick() {
    form.choose(Act.CLOSE);
    form.payoutProperty().set(false);
    assertEquals("kit.refusal.balance-not-zero", problem(Field.PAYOUT));
  }

  @Test
  void what_was_typed_stays_when_the_act_changes() {
    type(Field.AMOUNT, "60.00");
    form.choose(Act.WITHDRAW);
    assertEquals("60.00", form.textProperty(Field.AMOUNT).get());
    assertEquals(
        Optional.of(
            new Withdraw(new AccountNumber("1004-2213"), Branch.euros("60.00"), Details.NONE)),
        form.readingProperty().get().command());
  }

  @Test
  void amounts_are_read_in_the_language_of_the_desktop() {
    type(Field.AMOUNT, "1,250.00");
    assertEquals(Optional.of(Branch.euros("1250.00")), form.readingProperty().get().amount());
    locale.set(Locale.GERMAN);
    assertEquals(Optional.empty(), form.readingProperty().get().amount());
    locale.set(Locale.ENGLISH);
    assertEquals(Optional.of(Branch.euros("1250.00")), form.readingProperty().get().amount());
  }

  @Test
  void without_an_account_only_opening_can_be_done() {
    counter.back();
    assertEquals(Optional.empty(), counter.sheet().accountProperty().get());
    assertEquals("counter.problem.no-account", form.whyNot(Act.DEPOSIT).orElseThrow().key());
    assertEquals(Optional.empty(), form.whyNot(Act.OPEN));
    type(Field.AMOUNT, "5");
    form.post();
    assertEquals("counter.problem.no-account", problem(Field.FORM));
  }

  @Test
  void escape_first_leaves_the_search_then_empties_the_form_then_puts_the_account_away() {
    counter.finder().textProperty().set("scho");
    type(Field.AMOUNT, "5");
    counter.back();
    assertEquals("", counter.finder().textProperty().get());
    assertEquals("5", form.textProperty(Field.AMOUNT).get());
    counter.back();
    assertEquals("", form.textProperty(Field.AMOUNT).get());
    assertEquals("1004-2213", card().number().value());
    counter.back();
    assertEquals(Optional.empty(), counter.sheet().accountProperty().get());
  }
}
