package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Head;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.conformance.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
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
  void appends_submitted_meanwhile_wait_and_are_recorded() {
    List<CompletableFuture<?>> submitted = new ArrayList<>();
    Progress submitting =
        (done, total) -> {
          submitted.add(store.submit(appends.append()));
          return true;
        };
    store.rebuild(submitting);
    submitted.forEach(CompletableFuture::join);
    assertFalse(submitted.isEmpty());
    assertEquals(100 + submitted.size(), store.head().position());
    assertEquals(List.of(), store.audit(Progress.NONE));
  }

  @Test
  void readers_are_served_meanwhile() throws Exception {
    Set<Long> seen = new TreeSet<>();
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
    assertEquals(Set.of(100L), seen);
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
