package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.CommandIdReused;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore.Registration;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.VersionConflict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several workstations of a branch on one ledger. */
class WorkstationsTest {
  private static final long PATIENCE_SECONDS = 20;
  private static final StreamName ALICE = StreamName.of("account", "alice");

  private final RandomAppends appends = new RandomAppends(32);
  private final ServerLogin login = TestServer.newDatabase();
  private PostgresStore one;
  private PostgresStore other;

  @BeforeEach
  void openTwice() {
    one = ServerLedgers.create(login, CountModel::new);
    other = ServerLedgers.open(login, CountModel::new);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
    TestServer.execute("DROP DATABASE " + login.address().database() + " WITH (FORCE)");
  }

  private Append alice(ExpectedVersion expected) {
    return appends.append(List.of(new Write(ALICE, expected, List.of(appends.event()))));
  }

  @Test
  void each_sees_at_once_what_was_acknowledged_to_the_other() {
    for (int version = 0; version < 20; version += 2) {
      one.append(alice(ExpectedVersion.exactly(version - 1)));
      assertEquals(version + 1, other.load(ALICE, 0).size());
      assertArrayEquals(one.head().root(), other.head().root());
      other.append(alice(ExpectedVersion.exactly(version)));
      assertEquals(version + 2, one.load(ALICE, 0).size());
    }
  }

  @Test
  void of_two_that_race_for_a_version_exactly_one_wins_and_the_other_gets_a_conflict() {
    for (int version = 0; version < 60; version++) {
      List<CompletableFuture<Appended>> race = new ArrayList<>();
      for (PostgresStore store : List.of(one, other)) {
        race.add(store.submit(alice(ExpectedVersion.exactly(version - 1))));
      }
      List<Throwable> lost = new ArrayList<>();
      for (CompletableFuture<Appended> runner : race) {
        try {
          assertEquals(version, EventStoreException.await(runner).entries().getFirst().version());
        } catch (EventStoreException e) {
          lost.add(e);
        }
      }
      assertEquals(1, lost.size(), lost::toString);
      VersionConflict conflict = assertInstanceOf(VersionConflict.class, lost.getFirst());
      assertEquals(version, conflict.actual());
      assertEquals(1, conflict.between().size());
    }
    assertEquals(60, one.head().position());
  }

  @Test
  void positions_are_dense_and_the_read_models_right_when_both_post_as_fast_as_they_can()
      throws Exception {
    List<CompletableFuture<Appended>> posted = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      posted.add((i % 2 == 0 ? one : other).submit(appends.append()));
    }
    for (CompletableFuture<Appended> append : posted) {
      append.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    List<Entry> entries = one.read(1, 1000);
    Map<String, Long> counts = new TreeMap<>();
    for (int i = 0; i < entries.size(); i++) {
      assertEquals(i + 1, entries.get(i).position());
      counts.merge(entries.get(i).stream().value(), 1L, Long::sum);
    }
    assertEquals(400, entries.size());
    assertEquals(counts, CountModel.counts(one.reads()));
    assertEquals(List.of(), other.audit(Progress.NONE));
  }

  @Test
  void a_command_given_at_both_is_recorded_once() {
    Append append = alice(ExpectedVersion.any());
    List<CompletableFuture<Appended>> both = List.of(one.submit(append), other.submit(append));
    List<Appended> answers = both.stream().map(EventStoreException::await).toList();
    assertEquals(answers.getFirst().firstPosition(), answers.getLast().firstPosition());
    assertEquals(1, answers.stream().filter(Appended::before).count());
    assertTrue(other.find(append.commandId(), append.commandDigest()).isPresent());
    byte[] digest = append.commandDigest().clone();
    digest[0]++;
    Append another =
        new Append(
            append.commandId(), digest, append.provenance(), append.writes(), append.demands());
    for (PostgresStore store : Arrays.asList(one, other)) {
      assertThrows(CommandIdReused.class, () -> store.append(another));
    }
    assertEquals(1, one.head().position());
  }

  @Test
  void who_listens_hears_of_what_others_append() throws Exception {
    BlockingQueue<Head> heard = new LinkedBlockingQueue<>();
    try (Registration _ = other.whenAdvanced(heard::add)) {
      for (int i = 1; i <= 5; i++) {
        one.append(appends.append());
        assertEquals(i, next(heard).position());
      }
    }
  }

  @Test
  void who_listens_hears_of_what_happened_while_the_connection_was_lost() throws Exception {
    BlockingQueue<Head> heard = new LinkedBlockingQueue<>();
    try (Registration _ = other.whenAdvanced(heard::add)) {
      one.append(appends.append());
      assertEquals(1, next(heard).position());
      TestServer.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
              .formatted(login.address().database()));
      one.append(appends.append());
      assertEquals(2, next(heard).position());
      one.append(appends.append());
      assertEquals(3, next(heard).position());
    }
  }

  @Test
  void postings_go_on_when_the_server_ends_every_connection() throws Exception {
    for (int i = 0; i < 5; i++) {
      TestServer.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
              .formatted(login.address().database()));
      one.append(appends.append());
      other.append(appends.append());
    }
    assertEquals(10L, CountModel.counts(one.reads()).values().stream().mapToLong(n -> n).sum());
  }

  private static Head next(BlockingQueue<Head> queue) throws InterruptedException {
    @Nullable Head next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was heard");
    }
    return next;
  }
}
