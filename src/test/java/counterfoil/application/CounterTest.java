package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Outcome.ChangedMeanwhile;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.application.dispatch.Dispatcher;
import counterfoil.application.dispatch.SigningDesk;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountRefusal.InsufficientFunds;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.CommandIdReused;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Progress;
import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountStatus;
import counterfoil.projection.JournalLine;
import counterfoil.projection.StreamLoader;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CounterTest {
  private static final AccountNumber NADIA = new AccountNumber("1004-2213");
  private static final AccountNumber SCHOOL = new AccountNumber("1002-4471");
  private static final Actor AMARA = new Actor("amara", Actor.TELLER, "WS-02");

  private final Ledger ledger =
      new MemoryLedgers(InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"))).ledger();

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_deposit_is_in_every_answer_that_follows() {
    open(NADIA, "100.00");
    Posted posted = posted(post(deposit(NADIA, "25.50")));
    assertEquals(euros("125.50"), posted.balance().orElseThrow());
    assertEquals(1, posted.version());
    assertEquals(2, posted.position());
    AccountLine line = ledger.inquiries().account(NADIA).orElseThrow();
    assertEquals(euros("125.50"), line.ledger());
    assertEquals(1, line.version());
  }

  @Test
  void the_history_adds_up_to_the_balance_because_the_opening_deposit_is_in_it() {
    open(NADIA, "100.00");
    post(deposit(NADIA, "20.00"));
    post(new Withdraw(NADIA, amount("50.00"), Details.NONE));
    List<JournalLine> history = new ArrayList<>();
    ledger.inquiries().eachOfHistory(NADIA, Long.MAX_VALUE, history::add);
    assertEquals(
        List.of(euros("100.00"), euros("20.00"), euros("-50.00")),
        history.stream().map(line -> line.amount().orElseThrow()).toList());
    assertEquals(
        List.of(euros("100.00"), euros("120.00"), euros("70.00")),
        history.stream().map(line -> line.balance().orElseThrow()).toList());
    assertEquals(history.reversed(), ledger.inquiries().history(NADIA, Long.MAX_VALUE, 10));
  }

  @Test
  void what_waits_when_an_audit_raises_its_alarm_is_not_posted() {
    open(NADIA, "10.00");
    CompletableFuture<Void> disk = new CompletableFuture<>();
    var streams = new StreamLoader(ledger.store(), ledger.reads());
    AtomicReference<Optional<Finding>> doubt = new AtomicReference<>(Optional.empty());
    var slow = answeringAfter(disk);
    var dispatcher =
        new Dispatcher(
            slow,
            new SigningDesk(slow, "test"),
            subject -> streams.load(subject.stream(), subject.kind()),
            doubt::get,
            false);
    var outcomes = new Outcomes(ledger.inquiries(), CurrencyUnit.EUR);
    Counter counter =
        new Counter(actor ->
            new UnstaffedSession(dispatcher, outcomes, "Riverside", ledger::businessDate, actor));
    var deposited = counter.submit(Posting.of(deposit(NADIA, "5.00")), AMARA);
    var beyond =
        counter.submit(Posting.of(new Withdraw(NADIA, amount("99.00"), Details.NONE)), AMARA);
    var behind = counter.submit(Posting.of(deposit(NADIA, "1.00")), AMARA);
    assertFalse(beyond.isDone());
    doubt.set(Optional.of(Finding.of(1, Finding.Kind.JOURNAL_ROW_WRONG)));
    disk.complete(null);
    posted(deposited.join());
    assertThrows(LedgerInDoubt.class, () -> EventStoreException.await(beyond));
    assertThrows(LedgerInDoubt.class, () -> EventStoreException.await(behind));
    assertEquals(2, ledger.head().position());
  }

  /** The ledger's store, with a disk that takes its time. */
  private EventStore answeringAfter(CompletableFuture<Void> disk) {
    return (EventStore)
        Proxy.newProxyInstance(
            EventStore.class.getClassLoader(),
            new Class<?>[] {EventStore.class},
            (_, method, arguments) ->
                method.getName().equals("submit")
                    ? ledger
                        .store()
                        .submit((Append) arguments[0])
                        .thenCombine(disk, (appended, _) -> appended)
                    : method.invoke(ledger.store(), arguments));
  }

  @Test
  void a_withdrawal_beyond_the_balance_is_refused_with_its_figures_and_leaves_nothing() {
    open(NADIA, "10.00");
    Refused refused =
        assertInstanceOf(Refused.class, post(new Withdraw(NADIA, amount("10.01"), Details.NONE)));
    assertEquals(new InsufficientFunds(NADIA, euros("10.00"), euros("10.01")), refused.refusal());
    assertEquals(1, ledger.head().position());
  }

  @Test
  void a_transfer_changes_both_accounts_in_one_act() {
    open(NADIA, "300.00");
    open(SCHOOL, "0.00");
    Posted posted =
        posted(post(new Transfer(NADIA, SCHOOL, amount("120.00"), new Details("", "fees"))));
    assertEquals(euros("180.00"), posted.balance().orElseThrow());
    assertEquals(euros("120.00"), ledger.inquiries().account(SCHOOL).orElseThrow().ledger());
    assertEquals(List.of(3L, 4L), ledger.inquiries().entry(3).orElseThrow().sameAct());
    assertEquals(euros("300.00"), ledger.inquiries().totals(4).depositsOnBook());
  }

  @Test
  void the_same_command_again_gives_the_first_outcome_even_if_it_would_be_refused_now() {
    open(NADIA, "10.00");
    Posting posting = Posting.of(new Withdraw(NADIA, amount("10.00"), Details.NONE));
    Posted first = posted(ledger.counter().post(posting, AMARA));
    Posted again = posted(ledger.counter().post(posting, AMARA));
    assertTrue(again.before());
    assertEquals(first.position(), again.position());
    assertEquals(first.balance(), again.balance());
    assertEquals(2, ledger.head().position());
  }

  @Test
  void the_same_id_with_another_amount_is_an_error() {
    open(NADIA, "10.00");
    UUID id = UUID.randomUUID();
    ledger.counter().post(new Posting(id, deposit(NADIA, "1.00"), OptionalLong.empty()), AMARA);
    assertThrows(
        CommandIdReused.class,
        () ->
            ledger
                .counter()
                .post(new Posting(id, deposit(NADIA, "2.00"), OptionalLong.empty()), AMARA));
  }

  @Test
  void a_withdrawal_decided_on_an_older_account_shows_what_came_in_between() {
    open(NADIA, "100.00");
    post(deposit(NADIA, "5.00"));
    Outcome outcome =
        ledger
            .counter()
            .post(
                new Posting(
                    UUID.randomUUID(),
                    new Withdraw(NADIA, amount("1.00"), Details.NONE),
                    OptionalLong.of(0)),
                AMARA);
    ChangedMeanwhile changed = assertInstanceOf(ChangedMeanwhile.class, outcome);
    assertEquals(List.of(2L), changed.between().stream().map(JournalLine::position).toList());
  }

  @Test
  void a_deposit_decided_on_an_older_account_is_simply_taken() {
    open(NADIA, "100.00");
    post(deposit(NADIA, "5.00"));
    posted(
        ledger
            .counter()
            .post(
                new Posting(UUID.randomUUID(), deposit(NADIA, "1.00"), OptionalLong.of(0)), AMARA));
  }

  @Test
  void postings_in_flight_are_decided_one_on_the_other() {
    open(NADIA, "0.00");
    List<CompletableFuture<Outcome>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(submit(deposit(NADIA, "1.00")));
      answers.add(submit(new Withdraw(NADIA, amount("1.00"), Details.NONE)));
    }
    answers.forEach(answer -> posted(answer.join()));
    assertEquals(euros("0.00"), ledger.inquiries().account(NADIA).orElseThrow().ledger());
    assertEquals(200, ledger.inquiries().account(NADIA).orElseThrow().version());
  }

  @Test
  void a_closed_account_keeps_its_past_and_its_payout() {
    open(NADIA, "100.00");
    posted(post(new CloseAccount(NADIA, true, Details.NONE)));
    AccountLine now = ledger.inquiries().account(NADIA).orElseThrow();
    AccountLine then = ledger.inquiries().account(NADIA, 1).orElseThrow();
    assertEquals(AccountStatus.CLOSED, now.status());
    assertEquals(euros("0.00"), now.ledger());
    assertEquals(AccountStatus.OPEN, then.status());
    assertEquals(euros("100.00"), then.ledger());
    assertTrue(ledger.inquiries().account(NADIA, 0).isEmpty());
  }

  @Test
  void replay_snapshots_and_read_models_agree() {
    open(NADIA, "0.00");
    open(SCHOOL, "0.00");
    for (int i = 0; i < 120; i++) {
      posted(post(deposit(NADIA, "2.00")));
      posted(post(new Transfer(NADIA, SCHOOL, amount("1.00"), Details.NONE)));
    }
    Verification verification = ledger.verify(Progress.NONE);
    assertEquals(List.of(), verification.findings());
    assertEquals(362, verification.entries());
  }

  private void open(AccountNumber number, String deposit) {
    posted(post(new OpenAccount(number, "Nadia Rahimi", "current", amount(deposit), Details.NONE)));
  }

  private Outcome post(AccountCommand command) {
    return ledger.counter().post(Posting.of(command), AMARA);
  }

  private CompletableFuture<Outcome> submit(AccountCommand command) {
    return ledger.counter().submit(Posting.of(command), AMARA);
  }

  private static Posted posted(Outcome outcome) {
    return assertInstanceOf(Posted.class, outcome);
  }

  private static AccountCommand deposit(AccountNumber number, String amount) {
    return new Deposit(number, amount(amount), Details.NONE);
  }

  private static BigMoney amount(String amount) {
    return BigMoney.parse("EUR " + amount);
  }

  private static Money euros(String amount) {
    return Money.parse("EUR " + amount);
  }
}
