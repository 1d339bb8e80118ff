package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.TornTail;
import counterfoil.eventstore.conformance.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database follows the tape, whatever has happened to it; a tape that has lost is refused. */
class RecoveryTest {
  private static final int ENTRIES = 150;

  @TempDir Path parent = Path.of("");
  private Path folder = Path.of("");
  private final SettableClock clock = new SettableClock();
  private final RandomAppends appends = new RandomAppends(12);
  private Head head = new Head(0, new byte[32]);
  private Map<String, Long> counts = Map.of();
  private byte[] halfway = new byte[0];

  @BeforeEach
  void recordALedger() throws Exception {
    folder = parent.resolve("ledger");
    try (EmbeddedStore store = Ledgers.create(folder, clock, new CountModel())) {
      record(store, ENTRIES / 2);
    }
    halfway = Files.readAllBytes(Ledgers.database(folder));
    try (EmbeddedStore store = Ledgers.open(folder, clock, new CountModel())) {
      record(store, ENTRIES / 2);
      head = store.head();
      counts = CountModel.counts(store.reads());
    }
  }

  @Test
  void a_database_that_is_gone_is_made_again() throws Exception {
    Files.delete(Ledgers.database(folder));
    assertOpensAsBefore();
  }

  @Test
  void a_database_that_is_behind_is_brought_up() throws Exception {
    Files.write(Ledgers.database(folder), halfway);
    assertOpensAsBefore();
    assertEquals(List.of(), setAside());
  }

  @Test
  void an_empty_file_in_the_databases_place_is_replaced() throws Exception {
    Files.write(Ledgers.database(folder), new byte[0]);
    assertOpensAsBefore();
  }

  @Test
  void garbage_in_the_databases_place_is_set_aside() throws Exception {
    byte[] garbage = "this is no database ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
    Files.write(Ledgers.database(folder), garbage);
    assertOpensAsBefore();
    assertArrayEquals(garbage, Files.readAllBytes(setAside().getFirst()));
  }

  @Test
  void a_database_whose_tables_are_gone_is_made_again() throws Exception {
    change("DROP TABLE ledger_head");
    assertOpensAsBefore();
  }

  @Test
  void a_database_whose_making_was_broken_off_is_made_again() throws Exception {
    change("UPDATE ledger_schema SET read_models = ''");
    change("DELETE FROM counts");
    assertOpensAsBefore();
    assertEquals(1, setAside().size());
  }

  @Test
  void a_database_not_left_whole_is_not_believed_at_the_second_attempt_either() throws Exception {
    Path tape = Ledgers.tape(folder);
    String state = String.format("%-128s", "open another start of the machine");
    Files.writeString(tape.resolve("database.state"), state);
    Path segment = tape.resolve("0000000000000000001.tape");
    byte[] whole = Files.readAllBytes(segment);
    byte[] damaged = whole.clone();
    damaged[5000] ^= 1;
    Files.write(segment, damaged);
    assertThrows(LedgerUnavailable.class, () -> Ledgers.open(folder, clock, new CountModel()));
    Files.write(segment, whole);
    assertOpensAsBefore();
    assertEquals(1, setAside().size());
  }

  @Test
  void a_database_that_has_become_empty_is_made_again() throws Exception {
    change("DROP ALL OBJECTS");
    assertOpensAsBefore();
  }

  @Test
  void a_database_from_before_there_were_migrations_is_made_again() throws Exception {
    change("DROP TABLE \"migrations\"");
    change("ALTER TABLE ledger_schema ADD schema INTEGER DEFAULT 1 NOT NULL BEFORE read_models");
    assertOpensAsBefore();
    assertEquals(1, setAside().size());
  }

  @Test
  void a_database_of_a_later_program_is_made_again() throws Exception {
    change(
        "INSERT INTO \"migrations\" VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1,"
            + " 'LEDGER', CURRENT_TIMESTAMP, 1, TRUE)");
    assertOpensAsBefore();
    assertEquals(1, setAside().size());
  }

  @Test
  void a_database_of_another_ledger_is_set_aside() throws Exception {
    Path other = parent.resolve("other");
    try (EmbeddedStore store = Ledgers.create(other, clock, new CountModel())) {
      record(store, 30);
    }
    Files.copy(
        Ledgers.database(other), Ledgers.database(folder), StandardCopyOption.REPLACE_EXISTING);
    assertOpensAsBefore();
    assertEquals(1, setAside().size());
  }

  @Test
  void a_database_of_other_read_models_is_made_again() throws Exception {
    try (EmbeddedStore store = Ledgers.open(folder, clock, new CountModel("counts 2"))) {
      assertArrayEquals(head.root(), store.head().root());
      assertEquals(counts, CountModel.counts(store.reads()));
    }
    assertEquals(1, setAside().size());
  }

  @Test
  void only_the_newest_database_is_kept_aside_and_nothing_else_is_touched() throws Exception {
    Path foreign = folder.resolve("ledger.aside-mine.mv.db");
    Files.writeString(foreign, "a file of somebody's own");
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofMinutes(1));
      Files.write(Ledgers.database(folder), new byte[] {1, 2, (byte) i});
      assertOpensAsBefore();
      assertEquals(1, setAside().size());
      assertArrayEquals(new byte[] {1, 2, (byte) i}, Files.readAllBytes(setAside().getFirst()));
    }
    assertEquals("a file of somebody's own", Files.readString(foreign));
  }

  @Test
  void the_rebuild_at_opening_reports_how_far_it_has_come() throws Exception {
    Files.delete(Ledgers.database(folder));
    List<Long> done = new ArrayList<>();
    Progress progress =
        (entries, total) -> {
          assertEquals(ENTRIES, total);
          return !done.add(entries);
        };
    EmbeddedStore.open(Ledgers.place(folder, clock, new CountModel()), progress).close();
    assertEquals(ENTRIES, done.getLast());
  }

  @Test
  void a_read_model_that_does_not_know_an_event_keeps_the_ledger_shut() throws Exception {
    ReadModel strict = new StrictModel();
    LedgerUnavailable refusal =
        assertThrows(LedgerUnavailable.class, () -> Ledgers.open(folder, clock, strict));
    assertEquals(Reason.UNREADABLE, refusal.reason());
    assertOpensAsBefore();
  }

  @Test
  void damage_in_the_last_file_of_the_tape_is_refused_with_its_position() throws Exception {
    Path last = segments().getLast();
    byte[] bytes = Files.readAllBytes(last);
    bytes[4096 + 50] ^= 1;
    Files.write(last, bytes);
    LedgerUnavailable refusal = refusal();
    assertEquals(Reason.DAMAGED, refusal.reason());
    assertEquals(OptionalLong.of(firstPosition(last)), refusal.position());
  }

  @Test
  void a_tape_that_lost_its_last_record_to_damage_is_refused_since_the_database_has_it()
      throws Exception {
    Path last = segments().getLast();
    byte[] bytes = Files.readAllBytes(last);
    bytes[lastUsed(bytes)] ^= 1;
    Files.write(last, bytes);
    LedgerUnavailable refusal = refusal();
    assertEquals(Reason.DAMAGED, refusal.reason());
    assertEquals(OptionalLong.of(ENTRIES), refusal.position());
    assertArrayEquals(bytes, Files.readAllBytes(last), "nothing was cut");
  }

  @Test
  void what_is_wiped_from_the_tapes_end_is_set_aside_and_told() throws Exception {
    Path last = segments().getLast();
    byte[] bytes = Files.readAllBytes(last);
    int end = lastUsed(bytes) + 1;
    bytes[end - 1] ^= 1;
    Files.write(last, bytes);
    Files.delete(Ledgers.database(folder));
    TornTail tail;
    try (EmbeddedStore store = Ledgers.open(folder, clock, new CountModel())) {
      assertEquals(ENTRIES - 1, store.head().position());
      tail = store.tornTail().orElseThrow();
      assertEquals(ENTRIES - 1, tail.position());
      store.append(appends.append());
    }
    byte[] aside = Files.readAllBytes(tail.file());
    assertEquals(tail.bytes(), aside.length);
    assertArrayEquals(Arrays.copyOfRange(bytes, end - aside.length, end), aside);
    try (EmbeddedStore store = Ledgers.open(folder, clock, new CountModel())) {
      assertEquals(Optional.empty(), store.tornTail());
      assertEquals(List.of(), store.audit(Progress.NONE));
    }
  }

  @Test
  void a_database_that_was_not_closed_is_made_again() throws Exception {
    change("UPDATE counts SET entries = entries + 1");
    Files.writeString(state(), "open");
    assertOpensAsBefore();
    assertEquals(1, setAside().size());
  }

  @Test
  void a_ledger_in_use_says_so_and_a_closed_one_too() throws Exception {
    assertEquals("closed", Files.readString(state()).strip());
    try (EmbeddedStore _ = Ledgers.open(folder, clock, new CountModel())) {
      assertTrue(Files.readString(state()).startsWith("open "));
    }
    assertEquals("closed", Files.readString(state()).strip());
  }

  @Test
  void a_tape_that_lost_its_last_file_is_refused_since_the_database_has_more() throws Exception {
    Path last = segments().getLast();
    Files.delete(last);
    LedgerUnavailable refusal = refusal();
    assertEquals(Reason.DAMAGED, refusal.reason());
    assertEquals(OptionalLong.of(firstPosition(last)), refusal.position());
  }

  @Test
  void a_tape_cut_back_to_an_earlier_state_is_refused_even_with_other_read_models()
      throws Exception {
    Files.delete(segments().getLast());
    LedgerUnavailable refusal =
        assertThrows(
            LedgerUnavailable.class, () -> Ledgers.open(folder, clock, new CountModel("2")));
    assertEquals(Reason.DAMAGED, refusal.reason());
  }

  @Test
  void a_ledger_without_its_tape_is_refused() throws Exception {
    for (Path segment : segments()) {
      Files.delete(segment);
    }
    LedgerUnavailable refusal = refusal();
    assertEquals(Reason.TAPE_MISSING, refusal.reason());
    assertEquals(OptionalLong.of(1), refusal.position());
  }

  @Test
  void damage_in_an_old_file_of_the_tape_is_refused_when_all_of_it_is_needed() throws Exception {
    byte[] bytes = Files.readAllBytes(segments().getFirst());
    bytes[4096 + 50] ^= 1;
    Files.write(segments().getFirst(), bytes);
    Files.delete(Ledgers.database(folder));
    LedgerUnavailable refusal = refusal();
    assertEquals(Reason.DAMAGED, refusal.reason());
    assertEquals(OptionalLong.of(1), refusal.position());
  }

  @Test
  void a_bit_flipped_anywhere_on_the_tape_is_refused_or_found_by_the_audit() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 25; i++) {
      Path segment = segments().get(random.nextInt(segments().size()));
      byte[] whole = Files.readAllBytes(segment);
      int at = random.nextInt(lastUsed(whole) + 1);
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(segment, flipped);
      String message = "seed " + seed + ", " + segment.getFileName() + " at " + at;
      try (EmbeddedStore store = Ledgers.open(folder, clock, new CountModel())) {
        assertFalse(store.audit(Progress.NONE).isEmpty(), message);
      } catch (LedgerUnavailable _) {
        // Refused: as it should be.
      }
      Files.write(segment, whole);
    }
    assertOpensAsBefore();
  }

  private void assertOpensAsBefore() throws SQLException {
    try (EmbeddedStore store = Ledgers.open(folder, clock, new CountModel())) {
      assertEquals(head.position(), store.head().position());
      assertArrayEquals(head.root(), store.head().root());
      assertEquals(counts, CountModel.counts(store.reads()));
      assertEquals(List.of(), store.audit(Progress.NONE));
    }
  }

  private LedgerUnavailable refusal() {
    return assertThrows(
        LedgerUnavailable.class, () -> Ledgers.open(folder, clock, new CountModel()));
  }

  private void record(EmbeddedStore store, int entries) {
    for (int i = 0; i < entries; i++) {
      store.append(appends.append());
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = H2File.live(folder).connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(Ledgers.tape(folder))) {
      List<Path> segments = files.filter(f -> f.toString().endsWith(".tape")).sorted().toList();
      assertTrue(segments.size() > 2, "several files");
      return segments;
    }
  }

  private List<Path> setAside() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches("ledger\\.aside-\\d+T\\d+Z\\.mv\\.db"))
          .toList();
    }
  }

  private Path state() {
    return Ledgers.tape(folder).resolve("database.state");
  }

  private static long firstPosition(Path segment) {
    return Long.parseLong(segment.getFileName().toString().replace(".tape", ""));
  }

  private static int lastUsed(byte[] segment) {
    int last = segment.length - 1;
    while (segment[last] == 0) {
      last--;
    }
    return last;
  }

  /** Knows no event at all. */
  private static final class StrictModel implements ReadModel {
    @Override
    public void create(Connection connection) {
      // It keeps nothing.
    }

    @Override
    public void apply(Connection connection, List<Entry> entries) {
      throw new IllegalStateException("unknown event " + entries.getFirst().type());
    }

    @Override
    public ReadModel anew() {
      return this;
    }

    @Override
    public void forget() {
      // It remembers nothing.
    }

    @Override
    public String fingerprint() {
      return "strict";
    }
  }
}
