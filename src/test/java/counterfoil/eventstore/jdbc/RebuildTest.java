package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.RebuildUnderWay;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.conformance.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database made again while the store is in use. */
class RebuildTest {
  @TempDir Path folder = Path.of("");
  private final RandomAppends appends = new RandomAppends(15);
  private EmbeddedStore store;

  @BeforeEach
  void recordALedger() {
    store = Ledgers.create(folder, new SettableClock(), new CountModel());
    for (int i = 0; i < 100; i++) {
      store.append(appends.append());
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void head_entries_and_read_models_are_the_same_and_the_source_of_reads_goes_on()
      throws Exception {
    Head head = store.head();
    DataSource reads = store.reads();
    Map<String, Long> counts = CountModel.counts(reads);
    store.maintain(connection -> {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DELETE FROM counts");
      }
    });
    assertEquals(Map.of(), CountModel.counts(reads));
    assertEquals(100, store.rebuild(Progress.NONE));
    assertEquals(counts, CountModel.counts(reads));
    assertArrayEquals(head.root(), store.head().root());
    assertEquals(List.of(), store.audit(Progress.NONE));
  }

  @Test
  void appends_go_on_afterwards_and_survive() throws Exception {
    store.rebuild(Progress.NONE);
    store.append(appends.append());
    store.close();
    store = Ledgers.open(folder, new SettableClock(), new CountModel());
    assertEquals(101, store.head().position());
    assertEquals(101, CountModel.counts(store.reads()).values().stream().mapToLong(n -> n).sum());
  }

  @Test
  void appends_are_acknowledged_meanwhile_and_are_in_the_new_database() throws Exception {
    AtomicLong appended = new AtomicLong();
    Progress appending =
        (done, total) -> {
          // Waits for the acknowledgement: a store that was held up would never go on from here.
          for (int i = 0; i < 300 && appended.get() < 2000; i++) {
            appended.set(store.append(appends.append()).lastPosition() - 100);
          }
          return true;
        };
    long rebuilt = store.rebuild(appending);
    assertEquals(100 + appended.get(), rebuilt);
    assertTrue(appended.get() >= 600, appended + " in several rounds");
    assertEquals(100 + appended.get(), store.head().position());
    assertEquals(
        100 + appended.get(),
        CountModel.counts(store.reads()).values().stream().mapToLong(n -> n).sum());
    assertEquals(List.of(), store.audit(Progress.NONE));
  }

  @Test
  void appends_of_many_clients_go_on_over_the_exchange_and_none_is_lost() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    List<CompletableFuture<Long>> clients = new ArrayList<>();
    for (int client = 0; client < 4; client++) {
      RandomAppends own = new RandomAppends(100 + client);
      clients.add(
          CompletableFuture.supplyAsync(
              () -> {
                long count = 0;
                while (!enough.get()) {
                  long last = store.append(own.append()).lastPosition();
                  assertEquals(last, store.at(last).orElseThrow().position());
                  count++;
                }
                return count;
              },
              work -> Thread.ofVirtual().start(work)));
    }
    for (int i = 0; i < 3; i++) {
      store.rebuild(Progress.NONE);
    }
    enough.set(true);
    long count = 100;
    for (CompletableFuture<Long> client : clients) {
      count += client.join();
    }
    assertEquals(count, store.head().position());
    assertEquals(List.of(), store.audit(Progress.NONE));
    assertEquals(count, CountModel.counts(store.reads()).values().stream().mapToLong(n -> n).sum());
  }

  @Test
  void another_rebuild_is_refused_until_the_first_has_ended() {
    AtomicReference<Throwable> refusal = new AtomicReference<>(new AssertionError("not asked"));
    store.rebuild((done, total) -> {
      refusal.set(assertThrows(RebuildUnderWay.class, () -> store.rebuild(Progress.NONE)));
      return true;
    });
    assertEquals("the database is being made anew already", refusal.get().getMessage());
    assertEquals(100, store.rebuild(Progress.NONE));
  }

  @Test
  void a_reader_that_does_not_end_is_cut_and_nobody_reads_the_old_database_afterwards()
      throws Exception {
    store.maintain(connection -> {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DELETE FROM counts");
      }
    });
    try (Connection idle = store.reads().getConnection();
        Connection reading = store.reads().getConnection();
        Statement statement = reading.createStatement();
        ResultSet row = statement.executeQuery("SELECT position FROM entry ORDER BY position")) {
      assertTrue(row.next());
      store.rebuild(Progress.NONE);
      assertThrows(SQLException.class, row::next);
      assertThrows(SQLException.class, () -> statement.executeQuery("SELECT 1"));
      assertThrows(SQLException.class, idle::createStatement);
      assertTrue(idle.isClosed());
      assertTrue(reading.isClosed());
      assertEquals(100, CountModel.counts(store.reads()).values().stream().mapToLong(n -> n).sum());
    }
    assertEquals(100, store.read(1, 1000).size());
  }

  @Test
  void a_reader_in_the_middle_of_a_long_statement_is_cut_as_well() throws Exception {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    CompletableFuture<Void> begun = new CompletableFuture<>();
    Thread.ofPlatform()
        .start(() -> {
          try (Connection connection = store.reads().getConnection();
              Statement statement = connection.createStatement()) {
            begun.complete(null);
            statement.executeQuery(
                "SELECT COUNT(*) FROM entry a, entry b, entry c, entry d, entry e, entry f");
            ended.complete(new AssertionError("it came to an end"));
          } catch (SQLException e) {
            ended.complete(e);
          }
        });
    begun.join();
    assertEquals(100, store.rebuild(Progress.NONE));
    assertInstanceOf(SQLException.class, ended.join());
    assertEquals(100, store.read(1, 1000).size());
  }

  @Test
  void an_audit_that_is_under_way_starts_over_and_finds_nothing() {
    AtomicBoolean rebuilt = new AtomicBoolean();
    List<Finding> findings =
        store.audit((done, total) -> {
          if (!rebuilt.getAndSet(true)) {
            store.rebuild(Progress.NONE);
          }
          return true;
        });
    assertTrue(rebuilt.get());
    assertEquals(List.of(), findings);
  }

  @Test
  void closing_the_store_ends_it_and_leaves_everything_as_it_was() throws Exception {
    AtomicReference<Optional<Thread>> closing = new AtomicReference<>(Optional.empty());
    assertThrows(
        CancellationException.class,
        () ->
            store.rebuild((done, total) -> {
              if (closing.get().isEmpty()) {
                closing.set(Optional.of(Thread.startVirtualThread(store::close)));
                awaitClosed();
              }
              return true;
            }));
    closing.get().orElseThrow().join();
    assertFalse(Files.exists(folder.resolve("ledger.next.mv.db")));
    store = Ledgers.open(folder, new SettableClock(), new CountModel());
    assertEquals(List.of(), store.audit(Progress.NONE));
    assertEquals(100, store.head().position());
  }

  private void awaitClosed() {
    while (true) {
      try {
        store.head();
        Thread.onSpinWait();
      } catch (StoreStopped _) {
        return;
      }
    }
  }

  @Test
  void readers_are_served_meanwhile() throws Exception {
    List<Long> seen = new ArrayList<>();
    Progress reading =
        (done, total) -> {
          try {
            seen.add(CountModel.counts(store.reads()).values().stream().mapToLong(n -> n).sum());
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
          return true;
        };
    store.rebuild(reading);
    assertEquals(Set.of(100L), Set.copyOf(seen));
  }

  @Test
  void asked_to_stop_it_leaves_everything_as_it_was() throws Exception {
    Map<String, Long> counts = CountModel.counts(store.reads());
    assertThrows(CancellationException.class, () -> store.rebuild((done, total) -> false));
    assertEquals(counts, CountModel.counts(store.reads()));
    store.append(appends.append());
    assertEquals(101, store.head().position());
    assertFalse(Files.exists(folder.resolve("ledger.next.mv.db")));
  }

  @Test
  void damage_on_the_tape_is_refused_and_the_old_database_goes_on() throws Exception {
    Path first = Ledgers.tape(folder).resolve("0000000000000000001.tape");
    byte[] bytes = Files.readAllBytes(first);
    bytes[5000] ^= 1;
    Files.write(first, bytes);
    LedgerUnavailable refusal =
        assertThrows(LedgerUnavailable.class, () -> store.rebuild(Progress.NONE));
    assertEquals(Reason.DAMAGED, refusal.reason());
    store.append(appends.append());
    assertEquals(101, store.head().position());
  }

  @Test
  void what_a_crash_has_left_of_a_rebuild_is_no_hindrance() throws Exception {
    Files.write(folder.resolve("ledger.next.mv.db"), new byte[100]);
    assertEquals(100, store.rebuild(Progress.NONE));
    assertFalse(Files.exists(folder.resolve("ledger.next.mv.db")));
  }

  @Test
  void what_a_crash_has_left_of_a_rebuild_is_deleted_when_the_ledger_is_opened() throws Exception {
    store.close();
    Files.write(folder.resolve("ledger.next.mv.db"), new byte[100]);
    Files.write(folder.resolve("ledger.next.17.temp.db"), new byte[100]);
    Files.write(folder.resolve("ledger.next notes.txt"), new byte[100]);
    store = Ledgers.open(folder, new SettableClock(), new CountModel());
    assertFalse(Files.exists(folder.resolve("ledger.next.mv.db")));
    assertFalse(Files.exists(folder.resolve("ledger.next.17.temp.db")));
    assertTrue(Files.exists(folder.resolve("ledger.next notes.txt")), "not of this program");
  }

  @Test
  void asked_to_stop_in_a_later_round_it_leaves_everything_as_it_was() throws Exception {
    AtomicInteger reports = new AtomicInteger();
    Progress stopping =
        (done, total) -> {
          for (int i = 0; i < 300; i++) {
            store.append(appends.append());
          }
          return reports.incrementAndGet() < 3;
        };
    assertThrows(CancellationException.class, () -> store.rebuild(stopping));
    assertEquals(3, reports.get());
    assertEquals(1000, store.head().position());
    assertEquals(List.of(), store.audit(Progress.NONE));
    assertFalse(Files.exists(folder.resolve("ledger.next.mv.db")));
    assertEquals(1000, store.rebuild(Progress.NONE));
  }

  @Test
  void maintenance_that_fails_changes_nothing_and_the_store_goes_on() throws Exception {
    Map<String, Long> counts = CountModel.counts(store.reads());
    assertThrows(
        IllegalStateException.class,
        () ->
            store.maintain(connection -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM counts");
              }
              throw new IllegalStateException("on purpose");
            }));
    assertEquals(counts, CountModel.counts(store.reads()));
    store.append(appends.append());
    assertTrue(store.whyStopped().isEmpty());
  }
}
