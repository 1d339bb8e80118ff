package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Progress;
import counterfoil.projection.JournalLine;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.h2.jdbcx.JdbcConnectionPool;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Postings that overtake the disk, on a real store, where something really is under way. */
class CounterInFlightTest {
  private static final AccountNumber NADIA = new AccountNumber("1");
  private static final AccountNumber JONAS = new AccountNumber("2");
  private static final Actor AMARA = new Actor("amara", Actor.TELLER, "WS-02");

  @TempDir Path folder = Path.of("");
  private Ledger ledger = new MemoryLedgers(InstantSource.system()).ledger();

  @BeforeEach
  void found() {
    ledger.close();
    InstantSource clock = InstantSource.system();
    ledger =
        new StoredLedgers(clock)
            .found(
                folder.resolve("ledger"),
                Founding.charter(
                    "Riverside", CurrencyUnit.EUR, ZoneOffset.UTC, clock.instant(), false));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void the_same_withdrawal_twice_under_way_gets_its_first_outcome_twice() {
    open(NADIA, "10.00");
    Posting posting = Posting.of(withdraw(NADIA, "10.00"));
    var first = ledger.counter().submit(posting, AMARA);
    var again = ledger.counter().submit(posting, AMARA);
    assertFalse(posted(first.join()).before());
    assertTrue(posted(again.join()).before());
    assertEquals(posted(first.join()).balance(), posted(again.join()).balance());
  }

  @Test
  void a_repeated_command_does_not_refuse_its_neighbours() {
    open(NADIA, "100.00");
    Posting early = Posting.of(withdraw(NADIA, "60.00"));
    posted(ledger.counter().post(early, AMARA));
    posted(ledger.counter().post(Posting.of(deposit(NADIA, "60.00")), AMARA));
    var repeated = ledger.counter().submit(early, AMARA);
    var next = ledger.counter().submit(Posting.of(withdraw(NADIA, "60.00")), AMARA);
    assertTrue(posted(repeated.join()).before());
    assertFalse(posted(next.join()).before());
  }

  @Test
  void a_refusal_is_spoken_only_on_what_is_on_disk() {
    open(NADIA, "0.00");
    for (int i = 0; i < 50; i++) {
      var deposit = ledger.counter().submit(Posting.of(deposit(NADIA, "5.00")), AMARA);
      var withdrawal = ledger.counter().submit(Posting.of(withdraw(NADIA, "5.01")), AMARA);
      assertInstanceOf(Refused.class, withdrawal.join());
      assertTrue(deposit.isDone());
      posted(ledger.counter().post(Posting.of(withdraw(NADIA, "5.00")), AMARA));
    }
  }

  @Test
  void whatever_is_repeated_or_overtaken_no_balance_is_wrong_and_none_goes_below_zero() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    open(NADIA, "100.00");
    open(JONAS, "100.00");
    List<Posting> given = new ArrayList<>();
    List<CompletableFuture<Outcome>> answers = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      Posting posting =
          !given.isEmpty() && random.nextInt(5) == 0
              ? given.get(Math.max(0, given.size() - 1 - random.nextInt(40)))
              : Posting.of(command(random));
      given.add(posting);
      answers.add(ledger.counter().submit(posting, AMARA));
      if (random.nextInt(100) == 0) {
        answers.getLast().join();
      }
    }
    String told = "seed " + seed;
    for (int i = 0; i < answers.size(); i++) {
      Outcome outcome = answers.get(i).join();
      assertEquals(given.get(i).commandId(), outcome.commandId(), told);
      if (outcome instanceof Posted posted) {
        JournalLine line =
            ledger.inquiries().journal(posted.position(), posted.position()).getFirst();
        assertEquals(line.balance().orElseThrow(), posted.balance().orElseThrow(), told);
      }
    }
    for (JournalLine line : ledger.inquiries().journal(1, ledger.head().position())) {
      assertFalse(line.balance().orElseThrow().isNegative(), told + " at " + line.position());
    }
    assertEquals(List.of(), ledger.verify(Progress.NONE).findings(), told);
  }

  @Test
  void deleting_every_snapshot_changes_no_answer() throws Exception {
    open(NADIA, "0.00");
    for (int i = 0; i < 120; i++) {
      posted(ledger.counter().post(Posting.of(deposit(NADIA, "1.00")), AMARA));
    }
    AccountLoader loader = loader();
    AccountLoader.Known withSnapshots = loader.load(NADIA);
    assertEquals(2, change("DELETE FROM snapshot"));
    assertEquals(withSnapshots, loader().load(NADIA));
    assertEquals(120, withSnapshots.version());
    assertEquals(List.of(), ledger.verify(Progress.NONE).findings());
    assertInstanceOf(
        Refused.class, ledger.counter().post(Posting.of(withdraw(NADIA, "120.01")), AMARA));
    posted(ledger.counter().post(Posting.of(withdraw(NADIA, "120.00")), AMARA));
  }

  @Test
  void a_damaged_snapshot_is_found_and_never_decided_on() throws Exception {
    open(NADIA, "0.00");
    for (int i = 0; i < 60; i++) {
      posted(ledger.counter().post(Posting.of(deposit(NADIA, "1.00")), AMARA));
    }
    assertEquals(1, change("UPDATE snapshot SET state = X'7B7D'"));
    assertEquals(60, loader().load(NADIA).version());
    assertFalse(ledger.verify(Progress.NONE).intact());
  }

  @Test
  void a_changed_balance_and_a_missing_row_are_found_and_an_unreadable_entry_is_mended()
      throws Exception {
    open(NADIA, "0.00");
    for (int i = 0; i < 20; i++) {
      posted(ledger.counter().post(Posting.of(deposit(NADIA, "1.00")), AMARA));
    }
    assertEquals(1, change("UPDATE journal SET balance = balance + 1 WHERE position = 7"));
    assertEquals(1, change("DELETE FROM journal WHERE position = 9"));
    assertEquals(1, change("UPDATE account SET ledger = ledger + 1"));
    assertEquals(
        List.of(7L, 9L, 21L),
        ledger.verify(Progress.NONE).findings().stream().map(f -> f.position()).toList());
    assertEquals(1, change("UPDATE entry SET envelope = X'00' WHERE position = 12"));
    // The opening has compared the last entries with the tape, and made all of it anew.
    assertEquals(List.of(), ledger.verify(Progress.NONE).findings());
    assertEquals(21, ledger.rebuild(Progress.NONE));
    assertEquals(List.of(), ledger.verify(Progress.NONE).findings());
  }

  /** Behind the program's back, as an administrator of the machine might. */
  private int change(String sql) throws Exception {
    Path database = folder.resolve("ledger");
    ledger.close();
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:" + database.resolve("ledger"), "LEDGER", "");
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } finally {
      pool.dispose();
      ledger = new StoredLedgers(InstantSource.system()).open(database, Progress.NONE);
    }
  }

  private AccountLoader loader() {
    return new AccountLoader(ledger.store(), ledger.reads());
  }

  private AccountCommand command(Random random) {
    AccountNumber one = random.nextBoolean() ? NADIA : JONAS;
    AccountNumber other = one.equals(NADIA) ? JONAS : NADIA;
    String amount = (1 + random.nextInt(60)) + ".00";
    return switch (random.nextInt(3)) {
      case 0 -> deposit(one, amount);
      case 1 -> withdraw(one, amount);
      default -> new Transfer(one, other, euros(amount), Details.NONE);
    };
  }

  private void open(AccountNumber number, String deposit) {
    posted(
        ledger
            .counter()
            .post(
                Posting.of(
                    new OpenAccount(number, "Holder", "current", euros(deposit), Details.NONE)),
                AMARA));
  }

  private static Deposit deposit(AccountNumber number, String amount) {
    return new Deposit(number, euros(amount), Details.NONE);
  }

  private static Withdraw withdraw(AccountNumber number, String amount) {
    return new Withdraw(number, euros(amount), Details.NONE);
  }

  private static BigMoney euros(String amount) {
    return BigMoney.parse("EUR " + amount);
  }

  private static Posted posted(Outcome outcome) {
    return assertInstanceOf(Posted.class, outcome);
  }
}
