package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.backup.BackupWriter;
import counterfoil.eventstore.conformance.SettableClock;
import counterfoil.eventstore.jdbc.Restoration.Permission;
import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.MirrorFault;
import counterfoil.eventstore.tape.MirroredFolder;
import counterfoil.eventstore.tape.SimulatedDisk;
import counterfoil.eventstore.tape.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledged means on both disks; what one of them loses, the other gives back. */
class MirrorTest {
  private static final int ENTRIES = 120;

  @TempDir Path parent = Path.of("");
  private final SettableClock clock = new SettableClock();
  private final RandomAppends appends = new RandomAppends(31);
  private Path folder = Path.of("");
  private Path mirror = Path.of("");
  private Head head = new Head(0, new byte[32]);

  @BeforeEach
  void recordAMirroredLedger() throws Exception {
    folder = parent.resolve("ledger");
    mirror = parent.resolve("second disk").resolve("mirror");
    EmbeddedStore.create(Ledgers.place(folder, clock), Ledgers.CHARTER).close();
    assertEquals(List.of(), new Mirroring(folder, clock).begin(mirror));
    try (EmbeddedStore store = open()) {
      record(store, ENTRIES);
      head = store.head();
    }
  }

  @Test
  void everything_recorded_is_on_both() throws IOException {
    assertTrue(segments(tape()).size() > 2, "several files");
    assertEquals(contents(tape()), contents(mirror));
  }

  @Test
  void the_settings_name_the_mirror_in_words() throws IOException {
    assertEquals(
        "# The tape is mirrored in this folder; `counterfoil mirror` changes it.\nmirror = %s\n"
            .formatted(mirror),
        Files.readString(folder.resolve("ledger.settings")));
  }

  @Test
  void a_mirror_is_filled_when_it_is_set_for_a_ledger_that_exists() throws IOException {
    Path another = parent.resolve("another");
    new Mirroring(folder, clock).begin(another);
    assertEquals(contents(tape()), contents(another));
  }

  @Test
  void a_mirror_or_a_tape_that_is_behind_is_brought_up() throws Exception {
    for (Path side : List.of(tape(), mirror)) {
      Path kept = Files.createDirectories(parent.resolve("kept " + side.getFileName()));
      for (Path segment : segments(side)) {
        Files.copy(segment, kept.resolve(segment.getFileName()));
      }
      recordMore(70);
      for (Path segment : segments(side)) {
        Files.delete(segment);
      }
      for (Path segment : segments(kept)) {
        Files.copy(segment, side.resolve(segment.getFileName()));
      }
      assertOpensWhole();
      assertEquals(contents(tape()), contents(mirror));
      assertEquals(List.of(), damagedFiles(side), "it was only behind");
    }
  }

  @Test
  void a_damaged_record_is_mended_from_the_other_wherever_it_stands() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 30; i++) {
      Path side = random.nextBoolean() ? tape() : mirror;
      Path segment = segments(side).get(random.nextInt(segments(side).size()));
      byte[] bytes = Files.readAllBytes(segment);
      int at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(segment, bytes);
      new Mirroring(folder, clock).compare();
      assertEquals(contents(tape()), contents(mirror), "seed " + seed + ", run " + i);
      assertOpensWhole();
    }
  }

  @Test
  void the_damaged_file_is_kept() throws Exception {
    Path segment = segments(tape()).getLast();
    byte[] bytes = Files.readAllBytes(segment);
    bytes[4096 + 60] ^= 1;
    Files.write(segment, bytes);
    assertOpensWhole();
    List<Path> kept = damagedFiles(tape());
    assertEquals(1, kept.size());
    assertArrayEquals(bytes, Files.readAllBytes(kept.getFirst()));
  }

  @Test
  void damage_far_back_is_mended_when_all_of_the_tape_is_needed() throws Exception {
    flip(segments(tape()).getFirst(), 4096 + 60);
    Files.delete(Ledgers.database(folder));
    assertOpensWhole();
    assertEquals(1, damagedFiles(tape()).size());
  }

  @Test
  void both_damaged_in_different_records_are_mended_from_each_other() throws Exception {
    Path here = segments(tape()).getFirst();
    Path there = mirror.resolve(here.getFileName());
    flip(here, 4096 + 60);
    flip(there, Files.readAllBytes(there).length / 2);
    flip(segments(mirror).getLast(), 20);
    assertEquals(3, new Mirroring(folder, clock).compare().size());
    assertEquals(contents(tape()), contents(mirror));
    assertOpensWhole();
  }

  @Test
  void both_damaged_in_one_record_are_refused_with_its_position() throws Exception {
    for (Path side : List.of(tape(), mirror)) {
      flip(segments(side).getFirst(), 4096 + 60);
    }
    Files.delete(Ledgers.database(folder));
    LedgerUnavailable refusal = assertThrows(LedgerUnavailable.class, this::open);
    assertEquals(Reason.DAMAGED, refusal.reason());
    assertEquals(OptionalLong.of(1), refusal.position());
  }

  @Test
  void a_tape_that_is_gone_is_made_from_its_mirror() throws Exception {
    deleteTape();
    assertOpensWhole();
    assertEquals(contents(mirror), contents(tape()));
  }

  @Test
  void without_its_mirror_a_ledger_opens_only_when_it_has_none_any_more() throws Exception {
    Files.move(mirror.getParent(), parent.resolve("unplugged"));
    assertEquals(Reason.MIRROR, assertThrows(LedgerUnavailable.class, this::open).reason());
    Files.createDirectories(mirror);
    assertEquals(
        Reason.MIRROR,
        assertThrows(LedgerUnavailable.class, this::open).reason(),
        "an empty folder is no mirror");
    assertTrue(segments(mirror).isEmpty());
    new Mirroring(folder, clock).end();
    try (EmbeddedStore store = Ledgers.open(folder, clock)) {
      assertArrayEquals(head.root(), store.head().root());
    }
  }

  @Test
  void a_mirror_that_goes_another_way_or_is_another_ledgers_is_refused() throws Exception {
    Path copy = parent.resolve("copy");
    Files.createDirectories(copy.resolve("tape"));
    for (Path segment : segments(tape())) {
      Files.copy(segment, copy.resolve("tape").resolve(segment.getFileName()));
    }
    try (EmbeddedStore store = Ledgers.open(copy, clock)) {
      record(store, 1);
    }
    recordMore(1);
    for (Path segment : segments(mirror)) {
      Files.delete(segment);
    }
    for (Path segment : segments(copy.resolve("tape"))) {
      Files.copy(segment, mirror.resolve(segment.getFileName()));
    }
    LedgerUnavailable refusal = assertThrows(LedgerUnavailable.class, this::open);
    assertEquals(Reason.MIRROR, refusal.reason());
    assertEquals(OptionalLong.of(ENTRIES + 1), refusal.position());
  }

  @Test
  void a_mirror_inside_the_ledgers_folder_is_refused() {
    for (Path wrong : List.of(folder, folder.resolve("tape"), folder.resolve("x"), parent)) {
      assertEquals(
          Reason.MIRROR,
          assertThrows(LedgerUnavailable.class, () -> new Mirroring(folder, clock).begin(wrong))
              .reason());
    }
  }

  @Test
  void settings_that_are_none_are_refused() throws IOException {
    for (String wrong :
        List.of("mirror", "mirror = relative", "miror = /x", "mirror = /a\nmirror = /b", "=")) {
      Files.writeString(folder.resolve("ledger.settings"), wrong);
      assertEquals(
          Reason.SETTINGS,
          assertThrows(LedgerUnavailable.class, () -> LedgerSettings.read(folder)).reason(),
          wrong);
    }
    assertTrue(EmbeddedStore.present(folder));
    new Mirroring(folder, clock).end();
    assertFalse(Files.exists(folder.resolve("ledger.settings")));
  }

  @Test
  void the_audit_looks_at_the_mirror_too() throws Exception {
    try (EmbeddedStore store = open()) {
      flip(segments(mirror).getFirst(), 4096 + 60);
      List<Finding> findings = store.audit(Progress.NONE);
      assertEquals(
          List.of(Finding.of(1, Finding.Kind.MIRROR, "a record cannot be read")), findings);
    }
  }

  @Test
  void a_restored_ledger_is_mirrored_anew() throws Exception {
    Path backup = parent.resolve("backup");
    try (EmbeddedStore store = open()) {
      new BackupWriter(store, store.charter()).write(backup, Progress.NONE);
      record(store, 30);
    }
    restore(backup, new Permission(true, true));
    assertTrue(segments(mirror).isEmpty());
    assertOpensWhole();
    assertEquals(contents(tape()), contents(mirror));
  }

  @Test
  void what_only_the_mirror_has_is_not_dropped_by_a_restore_without_a_word() throws Exception {
    Path backup = backUpAndRecordMore();
    deleteTape();
    Files.delete(Ledgers.database(folder));
    RestoreRefused refused =
        assertThrows(RestoreRefused.class, () -> restore(backup, new Permission(true, false)));
    assertEquals(RestoreRefused.Reason.LONGER, refused.reason());
    assertOpensWhole();
  }

  @Test
  void a_damaged_mirror_gives_a_restored_ledger_what_the_tape_has_lost() throws Exception {
    Path backup = backUpAndRecordMore();
    deleteTape();
    Files.delete(Ledgers.database(folder));
    flip(segments(mirror).getFirst(), 4096 + 60);
    restore(backup, new Permission(true, false));
    assertOpensWhole();
  }

  @Test
  void nothing_is_restored_while_the_mirror_is_not_there() throws Exception {
    Path backup = backUpAndRecordMore();
    Files.move(mirror.getParent(), parent.resolve("unplugged"));
    LedgerUnavailable refusal =
        assertThrows(LedgerUnavailable.class, () -> restore(backup, new Permission(true, true)));
    assertEquals(Reason.MIRROR, refusal.reason());
    Files.move(parent.resolve("unplugged"), mirror.getParent());
    assertOpensWhole();
  }

  @Test
  void a_failing_mirror_stops_the_store_at_once() throws Exception {
    SimulatedDisk here = new SimulatedDisk(Path.of("tape"));
    SimulatedDisk there = signed();
    Path place = parent.resolve("simulated");
    try (EmbeddedStore store = EmbeddedStore.create(place(place, here, there), Ledgers.CHARTER)) {
      record(store, 20);
      there.failForceAfter(0);
      StoreStopped stop = assertThrows(StoreStopped.class, () -> store.append(appends.append()));
      assertInstanceOf(MirrorFault.class, stop.getCause());
      assertTrue(store.hasStopped());
      assertEquals(20, store.head().position());
    }
  }

  @Test
  void a_file_that_cannot_be_read_just_now_is_not_taken_for_a_missing_one() throws Exception {
    for (boolean tapeFails : List.of(true, false)) {
      SimulatedDisk here = new SimulatedDisk(Path.of("tape"));
      SimulatedDisk there = signed();
      Path place = parent.resolve("simulated " + tapeFails);
      Head acknowledged;
      SimulatedDisk stale;
      try (EmbeddedStore store = EmbeddedStore.create(place(place, here, there), Ledgers.CHARTER)) {
        record(store, 20);
        stale = (tapeFails ? there : here).copy();
        record(store, 70);
        acknowledged = store.head();
      }
      SimulatedDisk newer = tapeFails ? here : there;
      Place both = tapeFails ? place(place, newer, stale) : place(place, stale, newer);
      newer.letFilesOpen(false);
      assertEquals(
          tapeFails ? Reason.UNREADABLE : Reason.MIRROR,
          assertThrows(LedgerUnavailable.class, () -> EmbeddedStore.open(both, Progress.NONE))
              .reason());
      newer.letFilesOpen(true);
      try (EmbeddedStore store = EmbeddedStore.open(both, Progress.NONE)) {
        assertArrayEquals(acknowledged.root(), store.head().root());
      }
    }
  }

  @Test
  void a_full_mirror_stops_the_store_and_is_called_full() throws Exception {
    SimulatedDisk there = signed();
    SimulatedDisk here = new SimulatedDisk(Path.of("tape"));
    try (EmbeddedStore store =
        EmbeddedStore.create(place(parent.resolve("full"), here, there), Ledgers.CHARTER)) {
      there.leaveSpace(100);
      StoreStopped stop =
          assertThrows(
              StoreStopped.class,
              () -> {
                while (true) {
                  record(store, 1);
                }
              });
      assertTrue(String.valueOf(stop.getMessage()).contains("disk is full"), stop.getMessage());
    }
  }

  @Test
  void power_cuts_on_both_disks_lose_nothing_acknowledged() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    SimulatedDisk here = new SimulatedDisk(Path.of("tape"));
    SimulatedDisk there = signed();
    Path place = parent.resolve("simulated");
    List<Entry> acknowledged = new ArrayList<>();
    EmbeddedStore.create(place(place, here, there), Ledgers.CHARTER).close();
    for (int life = 0; life < 15; life++) {
      try (EmbeddedStore store = EmbeddedStore.open(place(place, here, there), Progress.NONE)) {
        (random.nextBoolean() ? here : there).failForceAfter(random.nextInt(30));
        while (!store.hasStopped()) {
          store
              .submit(appends.append())
              .thenAccept(appended -> acknowledged.addAll(appended.entries()))
              .exceptionally(_ -> null)
              .join();
        }
      }
      here = here.cutPower(random);
      there = there.cutPower(random);
      String message = "seed " + seed + ", life " + life;
      try (EmbeddedStore store = EmbeddedStore.open(place(place, here, there), Progress.NONE)) {
        List<Entry> entries = store.read(1, 100_000);
        for (Entry entry : acknowledged) {
          assertArrayEquals(
              entry.envelope(), entries.get((int) entry.position() - 1).envelope(), message);
        }
        assertEquals(List.of(), store.audit(Progress.NONE), message);
      }
    }
    assertFalse(acknowledged.isEmpty());
  }

  private Path backUpAndRecordMore() {
    Path backup = parent.resolve("backup");
    try (EmbeddedStore store = open()) {
      new BackupWriter(store, store.charter()).write(backup, Progress.NONE);
    }
    recordMore(70);
    return backup;
  }

  private void restore(Path backup, Permission permission) {
    new Restoration(place(), _ -> List.of()).fromBackup(backup, permission, Progress.NONE);
  }

  private void deleteTape() throws IOException {
    try (Stream<Path> files = Files.list(tape())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(tape());
  }

  private static SimulatedDisk signed() throws IOException {
    SimulatedDisk disk = new SimulatedDisk(Path.of("mirror"));
    disk.create(Mirroring.SIGN).close();
    disk.force();
    return disk;
  }

  private Place place(Path where, SimulatedDisk here, SimulatedDisk there) {
    return new Place(
        where,
        new MirroredFolder(here, there),
        new Tape.Preparation(Ledgers.SEGMENT_BYTES, Runnable::run),
        List.of(),
        clock);
  }

  private EmbeddedStore open() {
    return EmbeddedStore.open(place(), Progress.NONE);
  }

  private Place place() {
    return new Place(
        folder,
        new MirroredFolder(new DiskFolder(tape()), new DiskFolder(mirror)),
        new Tape.Preparation(Ledgers.SEGMENT_BYTES, Runnable::run),
        List.of(),
        clock);
  }

  private void assertOpensWhole() throws SQLException {
    try (EmbeddedStore store = open()) {
      assertEquals(head.position(), store.head().position());
      assertArrayEquals(head.root(), store.head().root());
      assertEquals(List.of(), store.audit(Progress.NONE));
    }
  }

  private void recordMore(int entries) {
    try (EmbeddedStore store = open()) {
      record(store, entries);
      head = store.head();
    }
  }

  private void record(EmbeddedStore store, int entries) {
    for (int i = 0; i < entries; i++) {
      store.append(appends.append());
    }
  }

  private Path tape() {
    return Ledgers.tape(folder);
  }

  private static void flip(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  private static List<Path> segments(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.filter(file -> file.toString().endsWith(".tape")).sorted().toList();
    }
  }

  private static List<Path> damagedFiles(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.filter(file -> file.toString().contains(".damaged-")).toList();
    }
  }

  /** Names and contents of the tape's files. */
  private static Map<String, Integer> contents(Path of) throws IOException {
    Map<String, Integer> contents = new TreeMap<>();
    for (Path segment : segments(of)) {
      contents.put(segment.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(segment)));
    }
    return contents;
  }
}
