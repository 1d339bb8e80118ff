package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.conformance.SettableClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connections that are for reading. */
class ReadsTest {
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
}
