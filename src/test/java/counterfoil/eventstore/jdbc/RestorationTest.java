package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.backup.BackupUnusable;
import counterfoil.eventstore.backup.BackupWriter;
import counterfoil.eventstore.conformance.SettableClock;
import counterfoil.eventstore.jdbc.Restoration.Permission;
import counterfoil.eventstore.jdbc.Restoration.Restored;
import counterfoil.eventstore.jdbc.RestoreRefused.Reason;
import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.TapeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restored ledger is the one that was backed up; what cannot be proven replaces nothing. */
class RestorationTest {
  private static final int ENTRIES = 120;
  private static final Permission NOTHING = new Permission(false, false);
  private static final Permission REPLACE = new Permission(true, false);
  private static final Permission ANYTHING = new Permission(true, true);

  @TempDir Path parent = Path.of("");
  private final SettableClock clock = new SettableClock();
  private final RandomAppends appends = new RandomAppends(22);
  private Path folder = Path.of("");
  private Path backup = Path.of("");
  private Head backedUp = new Head(0, new byte[32]);
  private Head head = backedUp;
  private Map<String, Long> counts = Map.of();

  @BeforeEach
  void recordALedgerAndBackItUp() throws Exception {
    folder = parent.resolve("ledger");
    backup = parent.resolve("ledger.backup");
    try (EmbeddedStore store = create(folder)) {
      record(store, ENTRIES);
      backedUp = store.head();
      new BackupWriter(store, store.charter()).write(backup, Progress.NONE);
      remember(store);
    }
  }

  @Test
  void a_backup_is_restored_where_there_is_nothing() throws Exception {
    Path other = parent.resolve("a").resolve("b");
    Restored restored = restore(other, NOTHING);
    assertEquals(head.position(), restored.entries());
    assertArrayEquals(head.root(), restored.root());
    assertTrue(restored.aside().isEmpty());
    assertHolds(other);
  }

  @Test
  void the_first_opening_takes_the_restored_database_as_it_is() throws Exception {
    restore(folder, REPLACE);
    assertHolds(folder);
    assertEquals(
        List.of(),
        names(folder).stream()
            .filter(
                name -> name.startsWith("ledger.mv.db.aside") || name.startsWith("ledger.aside"))
            .toList());
  }

  @Test
  void a_ledger_that_is_there_is_left_alone_unless_it_may_be_replaced() throws Exception {
    assertRefused(Reason.EXISTS, 0, NOTHING);
    assertHolds(folder);
  }

  @Test
  void a_ledger_that_the_backup_continues_is_set_aside_whole() throws Exception {
    Path older = parent.resolve("older.backup");
    Path other = parent.resolve("other");
    restoreFrom(backup, other, NOTHING);
    try (EmbeddedStore store = open(other)) {
      record(store, 40);
      remember(store);
      new BackupWriter(store, store.charter()).write(older, Progress.NONE);
    }
    Restored restored = restoreFrom(older, folder, REPLACE);
    assertHolds(folder);
    Path aside = restored.aside().orElseThrow();
    try (EmbeddedStore store = open(aside)) {
      assertArrayEquals(backedUp.root(), store.head().root());
    }
  }

  @Test
  void a_longer_ledger_is_replaced_only_on_request() throws Exception {
    Map<String, Long> before = counts;
    recordMore(30);
    assertRefused(Reason.LONGER, ENTRIES, REPLACE);
    assertHolds(folder);
    restore(folder, ANYTHING);
    head = backedUp;
    counts = before;
    assertHolds(folder);
  }

  @Test
  void another_ledger_is_replaced_only_on_request() throws Exception {
    Path other = parent.resolve("other");
    try (EmbeddedStore store =
        EmbeddedStore.create(
            place(other),
            new Charter("another", "Other", "EUR", ZoneOffset.UTC, clock.instant(), false))) {
      record(store, 3);
    }
    RestoreRefused refused = assertThrows(RestoreRefused.class, () -> restore(other, REPLACE));
    assertEquals(Reason.OTHER_LEDGER, refused.reason());
    restore(other, ANYTHING);
    assertHolds(other);
  }

  @Test
  void a_ledger_that_went_another_way_is_replaced_only_on_request() throws Exception {
    Path other = parent.resolve("other");
    try (EmbeddedStore store = create(other)) {
      record(store, 5);
    }
    RestoreRefused refused = assertThrows(RestoreRefused.class, () -> restore(other, REPLACE));
    assertEquals(Reason.OTHER_LEDGER, refused.reason());
    assertFalse(Files.exists(other.resolve("restoring")));
  }

  @Test
  void a_damaged_backup_replaces_nothing() throws Exception {
    byte[] bytes = Files.readAllBytes(backup);
    bytes[bytes.length / 2] ^= 1;
    Files.write(backup, bytes);
    assertThrows(BackupUnusable.class, () -> restore(folder, ANYTHING));
    assertHolds(folder);
  }

  @Test
  void a_ledger_that_is_open_is_not_replaced() throws Exception {
    try (EmbeddedStore store = open(folder)) {
      LedgerUnavailable refused =
          assertThrows(LedgerUnavailable.class, () -> restore(folder, ANYTHING));
      assertEquals(LedgerUnavailable.Reason.IN_USE, refused.reason());
      record(store, 1);
      remember(store);
    }
    assertHolds(folder);
  }

  @Test
  void stopped_anywhere_it_leaves_the_old_ledger_and_nothing_else() throws Exception {
    List<String> before = names(folder);
    for (int stopAt = 1; stopAt < 300; stopAt += 13) {
      int[] left = {stopAt};
      Progress stopping = (done, total) -> --left[0] > 0;
      try {
        new Restoration(place(folder), _ -> models()).fromBackup(backup, ANYTHING, stopping);
        break;
      } catch (CancellationException _) {
        assertEquals(before, names(folder));
      }
    }
    assertHolds(folder);
  }

  @Test
  void broken_off_while_it_is_made_it_is_begun_again() throws Exception {
    Path left = Files.createDirectories(folder.resolve("restoring").resolve("tape"));
    Files.write(left.resolve("0000000000000000001.tape"), new byte[1000]);
    assertHolds(folder);
    restore(folder, REPLACE);
    assertHolds(folder);
    assertFalse(Files.exists(folder.resolve("restoring")));
  }

  @Test
  void broken_off_at_any_step_of_the_exchange_the_next_opening_ends_it() throws Exception {
    recordMore(25);
    Path newer = parent.resolve("newer");
    Files.createDirectories(newer);
    for (int steps = 0; steps < 5; steps++) {
      Path place = Files.createDirectories(parent.resolve("place" + steps));
      restoreFrom(backup, place, NOTHING);
      Path made = place.resolve("restored-20261123T090000Z");
      copy(folder, made);
      Files.delete(made.resolve("ledger.lock"));
      Path aside = place.resolve("aside-20261123T090000Z");
      if (steps > 0) {
        Files.createDirectories(aside);
        Files.move(place.resolve("ledger.mv.db"), aside.resolve("ledger.mv.db"));
      }
      if (steps > 1) {
        Files.move(made.resolve("ledger.mv.db"), place.resolve("ledger.mv.db"));
      }
      if (steps > 2) {
        Files.move(place.resolve("tape"), aside.resolve("tape"));
      }
      if (steps > 3) {
        Files.move(made.resolve("tape"), place.resolve("tape"));
      }
      assertTrue(EmbeddedStore.present(place));
      assertHolds(place);
      assertFalse(Files.exists(made));
      try (EmbeddedStore store = open(aside)) {
        assertArrayEquals(backedUp.root(), store.head().root());
      }
    }
  }

  @Test
  void entries_behind_the_backup_are_kept_where_damage_lies_before_its_end() throws Exception {
    recordMore(60);
    damage(40);
    Restored restored = restore(folder, REPLACE);
    assertEquals(ENTRIES, restored.fromBackup());
    assertHolds(folder);
  }

  @Test
  void the_tapes_chain_alone_proves_entries_behind_the_backup() throws Exception {
    recordMore(60);
    damage(40);
    Files.delete(Ledgers.database(folder));
    restore(folder, REPLACE);
    assertHolds(folder);
  }

  @Test
  void the_databases_tree_proves_what_the_tape_has_lost() throws Exception {
    recordMore(60);
    damage(ENTRIES + 20);
    damage(ENTRIES + 30);
    restore(folder, REPLACE);
    assertHolds(folder);
  }

  @Test
  void tape_and_database_help_each_other() throws Exception {
    recordMore(60);
    damage(ENTRIES + 20);
    change("UPDATE entry SET payload = X'7B7D' WHERE position = " + (ENTRIES + 40));
    restore(folder, REPLACE);
    assertHolds(folder);
  }

  @Test
  void the_tapes_whole_folder_may_be_gone() throws Exception {
    recordMore(60);
    try (Stream<Path> segments = Files.list(Ledgers.tape(folder))) {
      for (Path segment : segments.toList()) {
        Files.delete(segment);
      }
    }
    restore(folder, REPLACE);
    assertHolds(folder);
  }

  @Test
  void what_cannot_be_proven_is_named_and_dropped_only_on_request() throws Exception {
    recordMore(60);
    damage(ENTRIES + 20);
    change("UPDATE entry SET payload = X'7B7D' WHERE position = " + (ENTRIES + 20));
    assertRefused(Reason.UNPROVEN, ENTRIES + 19, REPLACE);
    Restored restored = restore(folder, ANYTHING);
    assertEquals(ENTRIES + 19, restored.entries());
    try (EmbeddedStore store = open(folder)) {
      assertEquals(ENTRIES + 19, store.head().position());
      assertEquals(List.of(), store.audit(Progress.NONE));
    }
  }

  @Test
  void a_tape_is_made_from_a_database_that_ends_where_the_checkpoint_says() throws Exception {
    recordMore(10);
    Files.move(Ledgers.tape(folder), parent.resolve("lost"));
    assertThrows(LedgerUnavailable.class, () -> open(folder));
    Restored restored = tapeFromDatabase(Ledgers.CHARTER.origin(), head.position(), head.root());
    assertEquals(head.position(), restored.entries());
    assertHolds(folder);
  }

  @Test
  void a_tape_is_made_in_the_appends_that_were_recorded() throws Exception {
    try (EmbeddedStore store = open(folder)) {
      store.append(
          appends.append(
              List.of(
                  new Write(
                      StreamName.of("account", "x"),
                      ExpectedVersion.any(),
                      List.of(appends.event(), appends.event())))));
      remember(store);
    }
    Files.move(Ledgers.tape(folder), parent.resolve("lost"));
    tapeFromDatabase(Ledgers.CHARTER.origin(), head.position(), head.root());
    var reader = new TapeReader(new DiskFolder(Ledgers.tape(folder)));
    reader.skipTo(ENTRIES);
    var last = reader.next(TapeReader.Check.CHAIN).orElseThrow();
    assertEquals(2, last.count());
  }

  @Test
  void no_tape_is_made_without_a_checkpoint_that_fits() throws Exception {
    Files.move(Ledgers.tape(folder), parent.resolve("lost"));
    String origin = Ledgers.CHARTER.origin();
    assertNoTape(Reason.CHECKPOINT_DOES_NOT_FIT, "another", ENTRIES, head.root());
    assertNoTape(Reason.CHECKPOINT_DOES_NOT_FIT, origin, ENTRIES - 1, head.root());
    assertNoTape(Reason.CHECKPOINT_DOES_NOT_FIT, origin, ENTRIES + 1, head.root());
    assertNoTape(Reason.CHECKPOINT_DOES_NOT_FIT, origin, ENTRIES, new byte[32]);
    assertFalse(Files.exists(Ledgers.tape(folder)));
  }

  @Test
  void no_tape_is_made_from_a_damaged_database_or_over_a_whole_tape() throws Exception {
    String origin = Ledgers.CHARTER.origin();
    assertNoTape(Reason.TAPE_IS_WHOLE, origin, ENTRIES, head.root());
    Files.move(Ledgers.tape(folder), parent.resolve("lost"));
    change("UPDATE entry SET payload = X'7B7D' WHERE position = 77");
    assertNoTape(Reason.DATABASE_DAMAGED, origin, ENTRIES, head.root());
    Files.delete(Ledgers.database(folder));
    assertNoTape(Reason.NO_DATABASE, origin, ENTRIES, head.root());
  }

  private void assertNoTape(Reason reason, String origin, long entries, byte[] root) {
    RestoreRefused refused =
        assertThrows(RestoreRefused.class, () -> tapeFromDatabase(origin, entries, root));
    assertEquals(reason, refused.reason());
  }

  private Restored tapeFromDatabase(String origin, long entries, byte[] root) {
    return new Restoration(place(folder), _ -> models())
        .tapeFromDatabase(origin, entries, root, Progress.NONE);
  }

  private void assertRefused(Reason reason, long position, Permission permission) {
    RestoreRefused refused = assertThrows(RestoreRefused.class, () -> restore(folder, permission));
    assertEquals(reason, refused.reason());
    assertEquals(position, refused.position());
    assertFalse(Files.exists(folder.resolve("restoring")));
  }

  private Restored restore(Path where, Permission permission) {
    return restoreFrom(backup, where, permission);
  }

  private Restored restoreFrom(Path file, Path where, Permission permission) {
    return new Restoration(place(where), _ -> models()).fromBackup(file, permission, Progress.NONE);
  }

  private void assertHolds(Path where) throws SQLException {
    try (EmbeddedStore store = open(where)) {
      assertEquals(head.position(), store.head().position());
      assertArrayEquals(head.root(), store.head().root());
      assertEquals(counts, CountModel.counts(store.reads()));
      assertEquals(List.of(), store.audit(Progress.NONE));
    }
  }

  private void recordMore(int entries) throws SQLException {
    try (EmbeddedStore store = open(folder)) {
      record(store, entries);
      remember(store);
    }
  }

  private void remember(EmbeddedStore store) throws SQLException {
    head = store.head();
    counts = CountModel.counts(store.reads());
  }

  private void record(EmbeddedStore store, int entries) {
    for (int i = 0; i < entries; i++) {
      store.append(appends.append());
    }
  }

  /** Flips a bit in the record of an entry. */
  private void damage(long position) throws IOException {
    var reader = new TapeReader(new DiskFolder(Ledgers.tape(folder)));
    reader.seek(position);
    reader.skipTo(position - 1);
    int offset = reader.next(TapeReader.Check.CHECKSUM).orElseThrow().offset();
    List<Path> segments = new ArrayList<>();
    try (Stream<Path> files = Files.list(Ledgers.tape(folder))) {
      files.filter(file -> file.toString().endsWith(".tape")).sorted().forEach(segments::add);
    }
    Path segment =
        segments.stream()
            .filter(file ->
                Long.parseLong(file.getFileName().toString().replace(".tape", "")) <= position)
            .reduce((_, later) -> later)
            .orElseThrow();
    byte[] bytes = Files.readAllBytes(segment);
    bytes[offset + 100] ^= 4;
    Files.write(segment, bytes);
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = H2File.live(folder).connect();
        Statement statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate(sql), sql);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private EmbeddedStore create(Path where) {
    return EmbeddedStore.create(place(where), Ledgers.CHARTER);
  }

  private EmbeddedStore open(Path where) {
    return EmbeddedStore.open(place(where), Progress.NONE);
  }

  private Place place(Path where) {
    return Ledgers.place(where, clock, models().toArray(new ReadModel[0]));
  }

  private static List<ReadModel> models() {
    return List.of(new CharterTable(Ledgers.CHARTER), new CountModel());
  }
}
