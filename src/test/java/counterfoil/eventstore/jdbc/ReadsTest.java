package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.conformance.SettableClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connections that are for reading. */
class ReadsTest {
  private static final int ACTS_OF_A_PERSON = 150;

  @TempDir Path folder = Path.of("");
  private final SettableClock clock = new SettableClock();
  private final RandomAppends appends = new RandomAppends(16);
  private EmbeddedStore store;

  @BeforeEach
  void recordALedger() {
    store = Ledgers.create(folder, clock, new CountModel());
    for (int i = 0; i < 20; i++) {
      store.append(appends.append());
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void they_cannot_change_anything() throws SQLException {
    try (Connection connection = store.reads().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "DELETE FROM entry",
              "UPDATE counts SET entries = 0",
              "DROP TABLE counts",
              "CREATE TABLE mine (x INT)",
              "SHUTDOWN")) {
        assertThrows(SQLException.class, () -> statement.execute(sql), sql);
      }
    }
    assertEquals(20, store.read(1, 100).size());
  }

  @Test
  void they_see_what_was_acknowledged_before_they_were_taken() throws SQLException {
    for (int i = 0; i < 50; i++) {
      long position = store.append(appends.append()).lastPosition();
      assertEquals(
          position, CountModel.counts(store.reads()).values().stream().mapToLong(n -> n).sum());
    }
  }

  @Test
  void a_reader_that_is_interrupted_harms_nobody() throws Exception {
    for (int i = 0; i < 30; i++) {
      store.append(appends.append());
      // A store newly opened has nothing in its cache: it must read the file.
      store.close();
      store = Ledgers.open(folder, clock, new CountModel());
      Thread reader =
          Thread.startVirtualThread(() -> {
            Thread.currentThread().interrupt();
            store.read(1, 1000);
          });
      reader.join();
      assertEquals(21 + i, store.read(1, 1000).size());
    }
    store.append(appends.append());
    assertTrue(store.whyStopped().isEmpty());
  }

  @Test
  void whoever_submits_may_be_interrupted() {
    Thread.currentThread().interrupt();
    try {
      assertEquals(21, store.append(appends.append()).firstPosition());
      assertEquals(21, store.read(1, 100).size());
    } finally {
      assertTrue(Thread.interrupted());
    }
    store.append(appends.append());
    assertEquals(22, store.head().position());
  }

  @Test
  void whoever_reads_and_appends_may_be_interrupted_at_any_moment() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    List<Thread> people = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      RandomAppends own = new RandomAppends(seed + i);
      people.add(Thread.ofPlatform().start(() -> use(own, acknowledged)));
    }
    while (people.stream().anyMatch(Thread::isAlive)) {
      people.get(random.nextInt(people.size())).interrupt();
      LockSupport.parkNanos(random.nextInt(500_000));
    }
    assertTrue(store.whyStopped().isEmpty(), "seed " + seed);
    assertEquals(4 * ACTS_OF_A_PERSON, acknowledged.size(), "seed " + seed);
    assertEquals(20 + 4 * ACTS_OF_A_PERSON, store.read(1, 10_000).size(), "seed " + seed);
    assertEquals(List.of(), store.audit(Progress.NONE), "seed " + seed);
  }

  private void use(RandomAppends own, Set<Long> acknowledged) {
    for (int act = 0; act < ACTS_OF_A_PERSON; act++) {
      acknowledged.add(store.append(own.append()).lastPosition());
      try {
        store.read(1 + act, 50);
      } catch (LedgerUnavailable _) {
        // A read that is interrupted may fail; the next one must not, unless that is, too.
      }
    }
  }

  @Test
  void a_large_result_can_be_read_row_by_row_beside_the_writer() throws SQLException {
    try (Connection connection = store.reads().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT position FROM entry ORDER BY position")) {
      for (int i = 1; i <= 20; i++) {
        assertTrue(row.next());
        assertEquals(i, row.getLong(1));
        store.append(appends.append());
      }
    }
  }

  @Test
  void they_end_with_the_store() {
    var reads = store.reads();
    store.close();
    assertThrows(StoreStopped.class, reads::getConnection);
  }

  /** H2 would use the space of pages again that an answer not read to its end still needs. */
  @Test
  void a_long_answer_is_whole_whatever_is_written_meanwhile() throws Exception {
    int rows = 50_000;
    store.maintain(connection -> fillFiller(connection, rows));
    SplittableRandom random = new SplittableRandom(16);
    try (Connection connection = store.reads().getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SELECT id, bytes FROM filler ORDER BY id")) {
      long read = 0;
      while (answer.next()) {
        if (read++ % 1000 == 0) {
          for (int i = 0; i < 20; i++) {
            store.maintain(change -> rewrite(change, random.nextInt(rows)));
          }
          store.maintain(ReadsTest::write);
        }
      }
      assertEquals(rows, read);
    }
  }

  private static void fillFiller(Connection connection, int rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET RETENTION_TIME 0");
      statement.execute("SET CACHE_SIZE 1024");
      statement.execute("CREATE TABLE filler (id INT PRIMARY KEY, bytes VARBINARY(1000))");
      statement.execute(
          "INSERT INTO filler SELECT x, SECURE_RAND(500) FROM SYSTEM_RANGE(1, " + rows + ")");
    }
  }

  private static void rewrite(Connection connection, int from) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE filler SET bytes = SECURE_RAND(500) WHERE id BETWEEN %d AND %d"
              .formatted(from, from + 300));
    }
  }

  private static void write(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    }
  }
}
