package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.conformance.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What a folder may hold, and what is said of one that will not do. */
class FolderTest {
  @TempDir Path parent = Path.of("");
  private final SettableClock clock = new SettableClock();

  @Test
  void a_ledger_is_founded_in_a_folder_that_does_not_exist_yet() {
    Path folder = parent.resolve("a").resolve("b");
    Ledgers.create(folder, clock).close();
    assertTrue(Files.isDirectory(folder));
  }

  @Test
  void what_else_is_in_the_folder_is_left_alone() throws IOException {
    Files.writeString(parent.resolve("letter.txt"), "Dear customer");
    Ledgers.create(parent, clock).close();
    Files.delete(Ledgers.database(parent));
    Ledgers.open(parent, clock).close();
    assertEquals("Dear customer", Files.readString(parent.resolve("letter.txt")));
    assertEquals(Set.of("letter.txt", "ledger.lock", "ledger.mv.db", "tape"), names(parent));
  }

  @Test
  void a_ledger_is_not_founded_where_there_is_one() {
    Ledgers.create(parent, clock).close();
    assertRefused(Reason.EXISTS, () -> Ledgers.create(parent, clock));
  }

  @Test
  void a_ledger_is_not_founded_over_a_database_of_that_name() throws IOException {
    Files.writeString(Ledgers.database(parent), "somebody's");
    assertRefused(Reason.EXISTS, () -> Ledgers.create(parent, clock));
    assertEquals("somebody's", Files.readString(Ledgers.database(parent)));
  }

  @Test
  void there_is_nothing_to_open_in_a_folder_without_a_ledger() throws IOException {
    assertRefused(Reason.MISSING, () -> Ledgers.open(parent, clock));
    assertRefused(Reason.MISSING, () -> Ledgers.open(parent.resolve("nowhere"), clock));
    assertEquals(Set.of(), names(parent));
  }

  @Test
  void a_file_where_a_folder_should_be_is_refused() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "text");
    assertRefused(Reason.NOT_WRITABLE, () -> Ledgers.open(file, clock));
    assertRefused(Reason.NOT_WRITABLE, () -> Ledgers.create(file, clock));
    assertRefused(Reason.NOT_WRITABLE, () -> Ledgers.create(file.resolve("below"), clock));
    assertEquals("text", Files.readString(file));
  }

  @Test
  void a_file_of_the_tapes_name_that_is_no_tape_is_refused() throws IOException {
    Files.createDirectories(Ledgers.tape(parent));
    Path file = Ledgers.tape(parent).resolve("0000000000000000001.tape");
    Files.write(file, "holiday pictures".getBytes(StandardCharsets.US_ASCII));
    assertRefused(Reason.NOT_A_LEDGER, () -> Ledgers.open(parent, clock));
    assertRefused(Reason.EXISTS, () -> Ledgers.create(parent, clock));
    assertEquals("holiday pictures", Files.readString(file));
  }

  @Test
  void a_tape_of_a_later_format_is_refused_and_left_alone() throws IOException {
    Ledgers.create(parent, clock).close();
    Path file = Ledgers.tape(parent).resolve("0000000000000000001.tape");
    byte[] bytes = Files.readAllBytes(file);
    bytes[11] = 2;
    Files.write(file, bytes);
    assertRefused(Reason.NEWER, () -> Ledgers.open(parent, clock));
  }

  @Test
  void a_file_of_the_databases_name_without_a_tape_is_no_ledger() throws IOException {
    Files.writeString(Ledgers.database(parent), "somebody's");
    assertRefused(Reason.NOT_A_LEDGER, () -> Ledgers.open(parent, clock));
    assertEquals("somebody's", Files.readString(Ledgers.database(parent)));
  }

  @Test
  void an_h2_database_of_somebody_elses_without_a_tape_is_no_ledger() throws Exception {
    for (String user : List.of("SA", "LEDGER")) {
      Path folder = Files.createDirectories(parent.resolve(user));
      String url = "jdbc:h2:" + folder.resolve("ledger");
      try (Connection connection = DriverManager.getConnection(url, user, "");
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE recipes (name VARCHAR(100))");
      }
      byte[] before = Files.readAllBytes(Ledgers.database(folder));
      assertRefused(Reason.NOT_A_LEDGER, () -> Ledgers.open(folder, clock));
      assertArrayEquals(before, Files.readAllBytes(Ledgers.database(folder)));
    }
  }

  @Test
  void a_ledger_that_has_lost_the_beginning_of_its_tape_is_damaged_and_no_foreign_folder()
      throws IOException {
    try (EmbeddedStore store = Ledgers.create(parent, clock)) {
      store.append(new RandomAppends(1).append());
    }
    Path file = Ledgers.tape(parent).resolve("0000000000000000001.tape");
    byte[] bytes = Files.readAllBytes(file);
    bytes[0] ^= 1;
    for (byte[] damaged : List.of(bytes, new byte[0], new byte[bytes.length])) {
      Files.write(file, damaged);
      LedgerUnavailable refusal =
          assertThrows(LedgerUnavailable.class, () -> Ledgers.open(parent, clock));
      assertEquals(Reason.DAMAGED, refusal.reason(), refusal.getMessage());
      assertEquals(OptionalLong.of(1), refusal.position());
      assertRefused(Reason.DAMAGED, () -> EmbeddedStore.charterOf(parent));
      assertArrayEquals(damaged, Files.readAllBytes(file));
    }
  }

  @Test
  void a_folder_with_a_semicolon_in_its_name_is_refused() {
    Path folder = parent.resolve("x;INIT=DROP ALL OBJECTS");
    assertRefused(Reason.NOT_WRITABLE, () -> Ledgers.create(folder, clock));
  }

  @Test
  void folders_of_odd_names_hold_ledgers() {
    for (String name :
        List.of("with space", "\u67DC\u53F0", "per%20cent", "a#b?c", "~tilde", "$x{y}")) {
      Path folder = parent.resolve(name);
      Ledgers.create(folder, clock).close();
      try (EmbeddedStore store = Ledgers.open(folder, clock)) {
        store.append(new RandomAppends(1).append());
        assertTrue(Files.exists(Ledgers.database(folder)), name);
      }
    }
  }

  @Test
  void a_second_store_on_the_same_folder_is_refused_and_harms_nothing() {
    try (EmbeddedStore store = Ledgers.create(parent, clock)) {
      for (int i = 0; i < 3; i++) {
        assertRefused(Reason.IN_USE, () -> Ledgers.open(parent, clock));
      }
      assertRefused(Reason.EXISTS, () -> Ledgers.create(parent, clock));
      store.append(new RandomAppends(1).append());
    }
    Ledgers.open(parent, clock).close();
  }

  private static void assertRefused(Reason reason, Executable call) {
    LedgerUnavailable refusal = assertThrows(LedgerUnavailable.class, call);
    assertEquals(reason, refusal.reason(), refusal.getMessage());
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
