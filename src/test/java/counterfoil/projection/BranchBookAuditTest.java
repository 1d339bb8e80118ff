package counterfoil.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Ledger;
import counterfoil.application.ScriptedClock;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.eventstore.jdbc.PostgresStore;
import counterfoil.eventstore.jdbc.TestServer;
import counterfoil.payload.TillEvents;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registers of a branch proven row by row, on real stores. */
class BranchBookAuditTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final List<String> TABLES =
      new BranchBook(EUR).tables().stream().map(RegisterTable::inOrder).toList();

  @TempDir Path folder = Path.of("");
  private final ScriptedClock clock = new ScriptedClock(Instant.parse("2026-11-23T07:30:00Z"));
  private final Charter charter =
      new Charter("test/ledger", "Riverside", "EUR", ZoneOffset.UTC, clock.instant(), true);

  private EmbeddedStore recorded() {
    EmbeddedStore store =
        EmbeddedStore.create(folder.resolve("ledger"), charter, ReadModels.of(charter), clock);
    new BranchDay(store).record();
    return store;
  }

  private static List<Finding> audit(LedgerStore store, int mostHeld) {
    return new JournalAudit(store.reads(), store, EUR, ZoneOffset.UTC, mostHeld)
        .run(
            store.head().position(),
            new SignatureAudit(store.charter().origin(), SignatureAudit.Extent.ALL),
            Progress.NONE)
        .findings();
  }

  /** All rows of all registers, as text. */
  private static List<String> rows(LedgerStore store) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = store.reads().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : TABLES) {
        try (ResultSet row = statement.executeQuery(sql)) {
          while (row.next()) {
            StringBuilder text = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
              text.append(row.getString(i)).append('|');
            }
            rows.add(text.toString());
          }
        }
      }
    }
    return rows;
  }

  @Test
  void accounts_with_holds_are_proven_however_few_are_at_hand() {
    try (EmbeddedStore store = recorded()) {
      for (int mostHeld : List.of(1, 1000)) {
        assertEquals(List.of(), audit(store, mostHeld), "held " + mostHeld);
      }
    }
  }

  @Test
  void a_database_made_anew_holds_the_same_registers() throws SQLException {
    try (EmbeddedStore store = recorded()) {
      List<String> before = rows(store);
      store.rebuild(Progress.NONE);
      assertEquals(before, rows(store));
      assertTrue(before.size() > 15);
      assertEquals(List.of(), audit(store, 10));
    }
  }

  @Test
  void a_ledger_opened_again_goes_on_where_it_was() {
    recorded().close();
    try (EmbeddedStore store =
            EmbeddedStore.open(
                folder.resolve("ledger"), ReadModels.of(charter), clock, Progress.NONE);
        Ledger ledger = new Ledger(store, clock)) {
      new BranchDay(store).recordTheNextMorning();
      assertEquals(List.of(), ledger.verify(Progress.NONE).findings());
      assertEquals(List.of(), ledger.inquiries().tills().offers());
    }
  }

  @Test
  void a_server_keeps_the_same_registers_and_proves_them() throws SQLException {
    ServerLogin login = TestServer.newDatabase();
    int embedded;
    try (EmbeddedStore store = recorded()) {
      embedded = rows(store).size();
    }
    try (PostgresStore store = PostgresStore.create(login, charter, ReadModels::of, clock)) {
      new BranchDay(store).record();
      assertEquals(List.of(), audit(store, 10));
      store.rebuild(Progress.NONE);
      assertEquals(List.of(), audit(store, 10));
      assertEquals(embedded, rows(store).size());
      TestServer.execute(
          login, "UPDATE counterfoil_reads.till SET total = total + 1 WHERE name = 'VAULT'");
      assertEquals(1, audit(store, 10).size());
    } finally {
      TestServer.execute("DROP DATABASE " + login.address().database() + " WITH (FORCE)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE customer SET phone = '1' WHERE number = 'C-000001'",
        "UPDATE customer SET note = '' WHERE number = 'C-000002'",
        "DELETE FROM customer WHERE number = 'C-000002'",
        "UPDATE account_holder SET place = 7 WHERE account = '1004-2213'",
        "INSERT INTO account_holder (account, customer, place, last_position) VALUES"
            + " ('1004-4000', 'C-000001', 1, 9)",
        "DELETE FROM account_hold",
        "UPDATE account_hold SET release_on = DATE '2026-11-20'",
        "UPDATE till SET total = total + 1 WHERE name = 'VAULT'",
        "UPDATE till SET state = X'7B7D' WHERE name = 'T-01'",
        "UPDATE till_session SET teller = 'grace'",
        "UPDATE over_short SET difference = -1",
        "DELETE FROM over_short",
        "UPDATE staff SET roles = 'teller head_teller' WHERE name = 'amara'",
        "UPDATE staff SET suspended = TRUE WHERE name = 'grace'",
        "UPDATE approval SET status = 'GRANTED' WHERE status = 'REJECTED'",
        "UPDATE approval SET amount = NULL WHERE status = 'PENDING'",
        "UPDATE business_day SET reason = 'none' WHERE forced",
        "DELETE FROM review",
        "UPDATE account SET held = 0 WHERE number = '1004-2213'",
        "UPDATE account SET minimum = 0 WHERE number = '1004-2213'",
        "UPDATE account SET rest = NULL WHERE number = '1004-2213'",
        "UPDATE account SET frozen = FALSE WHERE number = '1004-3000'",
        "UPDATE account SET customer = 'C-000001' WHERE number = '1004-3000'",
        "UPDATE journal SET held = 0 WHERE type = 'HoldPlaced'",
        "UPDATE journal SET till = '' WHERE type = 'MoneyWithdrawn'",
        "UPDATE journal SET approver = 'amara' WHERE type = 'MoneyWithdrawn'",
        "UPDATE journal SET type = 'TillClosed' WHERE type = 'TillOpened'",
        "DELETE FROM journal_day WHERE position > 1",
        "UPDATE journal_day SET posted_on = DATE '2026-11-24' WHERE position = 1",
        "UPDATE snapshot SET state = X'7B7D' WHERE stream = 'till-T-01' AND version = 49",
        "INSERT INTO snapshot (stream, version, fold, state) SELECT stream, 9949, fold, state FROM"
            + " snapshot WHERE stream = 'till-T-01' AND version = 99",
      })
  void a_changed_row_is_found(String tampering) {
    try (EmbeddedStore store = recorded()) {
      store.maintain(connection -> {
        try (Statement statement = connection.createStatement()) {
          assertTrue(statement.executeUpdate(tampering) > 0, tampering);
        }
      });
      assertFalse(audit(store, 1).isEmpty(), tampering);
      assertFalse(audit(store, 1000).isEmpty(), tampering);
    }
  }

  @Test
  void tills_have_snapshots_and_are_loaded_without_them_as_well() {
    try (EmbeddedStore store = recorded()) {
      StreamLoader loader = new StreamLoader(store, store.reads());
      var stream = TillEvents.stream(BranchDay.TILL);
      var loaded = loader.load(stream, TillEvents.KIND);
      assertEquals(
          2,
          new Query(store.reads())
              .list(
                  "SELECT version FROM snapshot WHERE stream = 'till-T-01'", row -> row.getLong(1))
              .size());
      store.maintain(connection -> {
        try (Statement statement = connection.createStatement()) {
          statement.execute("DELETE FROM snapshot");
        }
      });
      assertEquals(loaded, loader.load(stream, TillEvents.KIND));
      assertEquals(List.of(), audit(store, 10));
    }
  }
}
