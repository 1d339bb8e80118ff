package counterfoil.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Ledger;
import counterfoil.application.ScriptedClock;
import counterfoil.application.ScriptedDay;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.payload.AccountStates;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weeks of a branch folded anew, with room for all accounts and with room for one. */
class JournalAuditTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;

  @TempDir Path folder = Path.of("");
  private EmbeddedStore store;

  @BeforeEach
  void playSomeWeeks() {
    var clock = new ScriptedClock(Instant.parse("2026-11-04T15:00:00Z"));
    var charter =
        new Charter("test/ledger", "Riverside", "EUR", ZoneOffset.UTC, clock.instant(), true);
    var models = ReadModels.of(charter);
    store = EmbeddedStore.create(folder.resolve("ledger"), charter, models, clock);
    new ScriptedDay(clock).play(new Ledger(store, clock), _ -> {});
  }

  @AfterEach
  void close() {
    store.close();
  }

  private JournalAudit.Result audit(int mostHeld) {
    return new JournalAudit(store.reads(), store, EUR, ZoneOffset.UTC, mostHeld)
        .run(
            store.head().position(),
            new SignatureAudit(store.charter().origin(), SignatureAudit.Extent.ALL),
            Progress.NONE);
  }

  private void change(String sql) {
    store.maintain(connection -> {
      try (Statement statement = connection.createStatement()) {
        assertTrue(statement.executeUpdate(sql) > 0, sql);
      }
    });
  }

  @Test
  void accounts_read_back_from_their_proven_rows_are_as_good_as_those_at_hand() {
    for (int mostHeld : List.of(1, 5, 1000)) {
      JournalAudit.Result result = audit(mostHeld);
      assertEquals(List.of(), result.findings(), "held " + mostHeld);
      assertEquals(store.head().position(), result.entries());
    }
  }

  @Test
  void a_changed_balance_is_found_however_few_accounts_are_at_hand() {
    change("UPDATE journal SET balance = balance + 1 WHERE position = 300");
    for (int mostHeld : List.of(1, 1000)) {
      assertEquals(300, audit(mostHeld).findings().getFirst().position(), "held " + mostHeld);
    }
  }

  @Test
  void a_snapshot_where_none_is_due_is_found() {
    change(
        "INSERT INTO snapshot (stream, version, fold, state) SELECT a.stream, 1, '"
            + AccountStates.FOLD
            + "', X'7B7D' FROM journal a WHERE a.position = 1");
    assertEquals(List.of(Finding.of(0, Finding.Kind.SNAPSHOT_MISPLACED)), audit(10).findings());
  }

  @Test
  void an_accounts_row_without_entries_is_found() {
    change(
        "INSERT INTO account SELECT '77-1', holder, product, status, ledger, overdraft, held,"
            + " minimum, frozen, customer, rest, version,"
            + " opened_on, closed_on, last_position, holder_order, product_order, search FROM"
            + " account ORDER BY number LIMIT 1");
    assertEquals(
        List.of("an account's row has no entries"),
        audit(10).findings().stream().map(Finding::what).toList());
  }

  @Test
  void no_more_than_a_thousand_findings_are_told() {
    change("UPDATE journal SET balance = balance + 1");
    assertTrue(audit(1000).findings().size() <= 1000);
    assertTrue(audit(1000).findings().size() > 400);
  }
}
