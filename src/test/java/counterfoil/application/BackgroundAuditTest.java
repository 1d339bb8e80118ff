package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.projection.ReadModels;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger proven beside everything else, on a real store, with no waiting. */
class BackgroundAuditTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final AccountNumber NADIA = new AccountNumber("1004-2213");
  private static final Actor TELLER = new Actor("amara", Actor.TELLER, "WS-02");
  private static final int DEPOSITS = 130;

  @TempDir Path folder = Path.of("");
  private final ScriptedClock clock = new ScriptedClock(Instant.parse("2026-11-04T15:00:00Z"));
  private final HandRhythm rhythm = new HandRhythm();
  private EmbeddedStore store;
  private Ledger ledger;

  @BeforeEach
  void foundALedger() {
    var charter =
        new Charter("test/ledger", "Riverside", "EUR", ZoneOffset.UTC, clock.instant(), true);
    store = EmbeddedStore.create(folder.resolve("ledger"), charter, ReadModels.of(charter), clock);
    ledger = new Ledger(store, clock, rhythm);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void fill() {
    ledger
        .counter()
        .post(
            Posting.of(
                new OpenAccount(
                    NADIA, "Nadia Rahimi", "CURRENT", BigMoney.of(EUR, 100), Details.NONE)),
            TELLER);
    for (int i = 0; i < DEPOSITS; i++) {
      deposit();
    }
  }

  private Outcome deposit() {
    return ledger
        .counter()
        .post(Posting.of(new Deposit(NADIA, BigMoney.of(EUR, 7), Details.NONE)), TELLER);
  }

  private void proveAll() {
    ledger.audit().start();
    while (ledger.audit().status() instanceof AuditStatus.Proven(long position)
        && position < ledger.head().position()) {
      rhythm.turn();
    }
  }

  private void change(String sql) {
    store.maintain(connection -> {
      try (Statement statement = connection.createStatement()) {
        assertTrue(statement.executeUpdate(sql) > 0, sql);
      }
    });
  }

  @Test
  void weeks_of_a_branch_raise_no_alarm() {
    new ScriptedDay(clock).play(ledger, _ -> {});
    proveAll();
    assertEquals(new AuditStatus.Proven(ledger.head().position()), ledger.audit().status());
    assertTrue(ledger.head().position() > 500);
  }

  @Test
  void what_is_posted_afterwards_is_proven_as_well() {
    fill();
    proveAll();
    List<AuditStatus> told = new ArrayList<>();
    try (var _ = ledger.audit().whenChanged(told::add)) {
      deposit();
      assertEquals(new AuditStatus.Proven(DEPOSITS + 1), ledger.audit().status());
      rhythm.turn();
      assertEquals(List.of(new AuditStatus.Proven(DEPOSITS + 2)), told);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "UPDATE journal SET balance = balance + 1 WHERE position = 20 | 20",
        "UPDATE journal SET amount = 800 WHERE position = 21 | 21",
        "UPDATE journal SET on_book = on_book - 5 WHERE position = 22 | 22",
        "UPDATE journal SET narrative = 'x' WHERE position = 131 | 131",
        "DELETE FROM journal WHERE position = 23 | 23",
        "UPDATE account SET ledger = ledger + 100 | 131",
        "UPDATE account SET overdraft = 5000 | 131",
        "UPDATE account SET holder = 'Somebody' | 131",
        "UPDATE account SET status = 'C' | 131",
        "DELETE FROM account | 100",
        "UPDATE snapshot SET state = X'7B7D' WHERE version = 49 | 50",
        "UPDATE snapshot SET state = X'7B7D' WHERE version = 99 | 100",
        "UPDATE entry SET payload = X'7B7D' WHERE position = 24 | 24",
        "UPDATE entry SET envelope = X'00' WHERE position = 25 | 25",
        "UPDATE entry SET salt ="
            + " X'0000000000000000000000000000000000000000000000000000000000000000' WHERE position"
            + " = 26 | 26",
        "DELETE FROM entry WHERE position = 27 | 27",
      })
  void a_changed_row_is_found_and_posting_stops_until_the_database_is_made_anew(
      String tampering, long position) {
    fill();
    change(tampering);
    proveAll();
    Finding finding = ledger.audit().finding().orElseThrow();
    assertEquals(position, finding.position(), finding.what());
    LedgerInDoubt refusal = assertThrows(LedgerInDoubt.class, this::deposit);
    assertEquals(finding, refusal.finding());
    assertEquals(DEPOSITS + 1, ledger.head().position());
    assertTrue(ledger.verify(Progress.NONE).findings().contains(finding));

    ledger.rebuild(Progress.NONE);
    assertEquals(new AuditStatus.Proven(0), ledger.audit().status());
    assertInstanceOf(Outcome.Posted.class, deposit());
    proveAll();
    assertEquals(new AuditStatus.Proven(DEPOSITS + 2), ledger.audit().status());
    assertEquals(List.of(), ledger.verify(Progress.NONE).findings());
  }

  @Test
  void what_is_changed_behind_it_is_found_in_a_later_round() {
    fill();
    proveAll();
    change("UPDATE journal SET balance = balance + 1 WHERE position = 20");
    Duration passed = Duration.ZERO;
    while (ledger.audit().finding().isEmpty() && passed.compareTo(Duration.ofHours(1)) < 0) {
      passed = passed.plus(rhythm.turn());
    }
    assertEquals(20, ledger.audit().finding().orElseThrow().position());
  }

  @Test
  void a_deleted_snapshot_is_no_fault() {
    fill();
    change("DELETE FROM snapshot");
    proveAll();
    assertEquals(new AuditStatus.Proven(DEPOSITS + 1), ledger.audit().status());
  }

  @Test
  void it_rests_nineteen_times_as_long_as_it_works() {
    fill();
    ledger.audit().start();
    rhythm.turn();
    // The clock of this test counts a slice as a millisecond.
    assertEquals(HandRhythm.SLICE.multipliedBy(19), rhythm.turn());
  }

  @Test
  void a_rebuild_that_finds_it_in_the_middle_of_its_way_harms_neither() {
    fill();
    ledger.audit().start();
    rhythm.turn();
    assertEquals(new AuditStatus.Proven(100), ledger.audit().status());
    assertEquals(DEPOSITS + 1, ledger.rebuild(Progress.NONE));
    proveAll();
    assertEquals(new AuditStatus.Proven(DEPOSITS + 1), ledger.audit().status());
  }

  @Test
  void it_ends_with_the_ledger() {
    fill();
    ledger.audit().start();
    assertFalse(rhythm.isOver());
    ledger.close();
    assertTrue(rhythm.isOver());
  }

  @Test
  void nobody_who_does_not_ask_for_it_has_it() {
    fill();
    assertEquals(new AuditStatus.Off(), ledger.audit().status());
    assertTrue(rhythm.isOver());
  }
}
