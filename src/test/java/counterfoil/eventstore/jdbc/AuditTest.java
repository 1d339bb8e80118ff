package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.conformance.SettableClock;
import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.TapeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed behind the store's back, the audit says where. */
class AuditTest {
  @TempDir Path folder = Path.of("");
  private final RandomAppends appends = new RandomAppends(14);
  private EmbeddedStore store;

  @BeforeEach
  void recordALedger() {
    store = Ledgers.create(folder, new SettableClock());
    for (int i = 0; i < 100; i++) {
      store.append(appends.append());
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void an_untouched_ledger_gives_no_finding() {
    assertEquals(List.of(), store.audit(Progress.NONE));
  }

  @Test
  void an_empty_ledger_gives_no_finding() {
    try (EmbeddedStore empty = Ledgers.create(folder.resolve("empty"), new SettableClock())) {
      assertEquals(List.of(), empty.audit(Progress.NONE));
    }
  }

  @Test
  void a_changed_payload_is_found() {
    assertFound("UPDATE entry SET payload = X'7B7D' WHERE position = 42", 42, "payload");
  }

  @Test
  void a_changed_salt_is_found() {
    String salt = "01".repeat(32);
    assertFound("UPDATE entry SET salt = X'" + salt + "' WHERE position = 42", 42, "payload");
  }

  @Test
  void a_changed_envelope_is_found() {
    assertFound(
        "UPDATE entry SET envelope = (SELECT envelope FROM entry WHERE position = 41)"
            + " WHERE position = 42",
        42,
        "columns");
  }

  @Test
  void an_unreadable_envelope_is_found() {
    assertFound("UPDATE entry SET envelope = X'00' WHERE position = 42", 42, "envelope");
  }

  @Test
  void each_changed_column_is_found() {
    for (String change :
        List.of(
            "stream = 'account-other'",
            "version = 999",
            "type = 'Other'",
            "command_id = RANDOM_UUID()",
            "recorded_at_micros = 1")) {
      assertFound("UPDATE entry SET " + change + " WHERE position = 42", 42, "columns");
    }
  }

  @Test
  void a_removed_entry_is_found() {
    assertFound("DELETE FROM entry WHERE position = 42", 42, "not in the database");
    assertFound("DELETE FROM entry WHERE position = 100", 100, "not in the database");
  }

  @Test
  void an_entry_behind_the_head_is_found() {
    assertFound(
        "INSERT INTO entry (position, stream, version, type, command_id, recorded_at_micros,"
            + " envelope, salt, payload) SELECT 101, stream, version + 1000, type, command_id,"
            + " recorded_at_micros, envelope, salt, payload FROM entry WHERE position = 42",
        101,
        "outside what was recorded");
  }

  @Test
  void an_exchanged_database_is_made_again_though_each_entry_is_genuine_in_itself()
      throws Exception {
    Path other = folder.resolve("other");
    try (EmbeddedStore store = Ledgers.create(other, new SettableClock())) {
      RandomAppends same = new RandomAppends(14);
      for (int i = 0; i < 100; i++) {
        store.append(same.append());
      }
    }
    store.close();
    Files.copy(
        Ledgers.database(other), Ledgers.database(folder), StandardCopyOption.REPLACE_EXISTING);
    // Its head is made to look like this tape's, or the store would set it aside at once.
    byte[] chain = chain();
    change("UPDATE ledger_head SET chain = X'" + HexFormat.of().formatHex(chain) + "'");
    store = Ledgers.open(folder, new SettableClock());
    assertEquals(List.of(), store.audit(Progress.NONE));
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.anyMatch(file -> file.toString().contains("ledger.aside-")));
    }
  }

  @Test
  void a_changed_frontier_is_found() {
    assertFound(
        "UPDATE ledger_head SET frontier = X'00000000000000010000000000000000000000000000000000"
            + "000000000000000000000000000000'",
        100,
        "root");
  }

  @Test
  void damage_on_the_tape_is_found_with_its_position() throws IOException {
    Path first = segments().getFirst();
    byte[] bytes = Files.readAllBytes(first);
    bytes[4096 + 100] ^= 1;
    Files.write(first, bytes);
    List<Finding> findings = store.audit(Progress.NONE);
    assertEquals(List.of(Finding.of(1, Finding.Kind.TAPE, "a record cannot be read")), findings);
  }

  @Test
  void it_finds_nothing_while_others_append() {
    List<CompletableFuture<?>> submitted = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 20; j++) {
        submitted.add(store.submit(appends.append()));
      }
      assertEquals(List.of(), store.audit(Progress.NONE));
    }
    submitted.forEach(CompletableFuture::join);
    assertEquals(500, store.head().position());
    assertEquals(List.of(), store.audit(Progress.NONE));
  }

  @Test
  void an_append_of_several_streams_and_events_is_proven_too() {
    store.append(appends.append(List.of(write("one", 3), write("two", 1), write("three", 2))));
    assertEquals(List.of(), store.audit(Progress.NONE));
  }

  @Test
  void it_tells_how_far_it_is_and_stops_when_asked() {
    List<Long> done = new ArrayList<>();
    store.audit((entries, total) -> done.add(entries));
    assertEquals(100, done.getLast());
    assertThrows(CancellationException.class, () -> store.audit((entries, total) -> false));
  }

  private Write write(String subject, int events) {
    return new Write(
        StreamName.of("account", subject),
        ExpectedVersion.any(),
        Stream.generate(appends::event).limit(events).toList());
  }

  /** Changes the database, wants it found, and makes the database again. */
  private void assertFound(String sql, long position, String what) {
    store.maintain(connection -> {
      try (Statement statement = connection.createStatement()) {
        assertEquals(1, statement.executeUpdate(sql), sql);
      }
    });
    List<Finding> findings = store.audit(Progress.NONE);
    assertFalse(
        findings.stream()
            .filter(finding -> finding.position() == position && finding.what().contains(what))
            .toList()
            .isEmpty(),
        sql + ": " + findings);
    store.rebuild(Progress.NONE);
    assertEquals(List.of(), store.audit(Progress.NONE), "after a rebuild");
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = H2File.live(folder).connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private byte[] chain() {
    TapeReader reader = new TapeReader(new DiskFolder(Ledgers.tape(folder)));
    reader.skipTo(100);
    return reader.chain();
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(Ledgers.tape(folder))) {
      return files.filter(f -> f.toString().endsWith(".tape")).sorted().toList();
    }
  }
}
