package counterfoil.eventstore.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.InMemoryEventStore;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.conformance.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup holds every byte of every entry, and anything else is refused. */
class BackupTest {
  private static final Charter CHARTER =
      new Charter(
          "riverside.example/ledger",
          "St. Mary\u2019s \u67DC\u53F0",
          "EUR",
          ZoneOffset.UTC,
          Instant.parse("2026-11-01T08:00:00Z"),
          true);

  @TempDir Path folder = Path.of("");
  private final InMemoryEventStore store = new InMemoryEventStore(new SettableClock());
  private final RandomAppends appends = new RandomAppends(21);
  private Path file = Path.of("");

  @BeforeEach
  void recordALedger() {
    file = folder.resolve("ledger.backup");
    for (int i = 0; i < 30; i++) {
      store.append(appends.append());
      store.append(appends.append(List.of(write("a" + i, 3), write("b" + i, 2))));
    }
  }

  @Test
  void every_append_comes_back_as_it_was_recorded() {
    Backup made = backup();
    assertEquals(180, made.entries());
    assertArrayEquals(store.head().root(), made.root());
    Backup proven = BackupReader.prove(file, Progress.NONE);
    assertEquals(CHARTER, proven.charter());
    assertEquals(180, proven.entries());
    assertArrayEquals(store.head().root(), proven.root());
    List<Entry> expected = store.read(1, 1000);
    List<Integer> sizes = new ArrayList<>();
    try (BackupReader reader = new BackupReader(file)) {
      int at = 0;
      for (List<Entry> next = reader.next(); !next.isEmpty(); next = reader.next()) {
        sizes.add(next.size());
        for (Entry entry : next) {
          assertArrayEquals(expected.get(at).envelope(), entry.envelope());
          assertArrayEquals(expected.get(at).salt(), entry.salt());
          assertArrayEquals(expected.get(at).payload(), entry.payload());
          at++;
        }
      }
    }
    assertEquals(List.of(1, 5, 1, 5), sizes.subList(0, 4), "appends stay together");
  }

  @Test
  void a_ledger_without_entries_has_a_backup_too() {
    InMemoryEventStore empty = new InMemoryEventStore(new SettableClock());
    new BackupWriter(empty, CHARTER).write(file, Progress.NONE);
    assertEquals(0, BackupReader.prove(file, Progress.NONE).entries());
  }

  @Test
  void what_is_appended_meanwhile_is_not_in_it() {
    Progress appending =
        (done, total) -> {
          store.append(appends.append());
          return true;
        };
    new BackupWriter(store, CHARTER).write(file, appending);
    assertEquals(180, BackupReader.prove(file, Progress.NONE).entries());
    assertTrue(store.head().position() > 180);
  }

  @Test
  void a_file_that_exists_is_left_as_it_is() throws IOException {
    Files.writeString(file, "somebody's");
    BackupFailed failed = assertThrows(BackupFailed.class, this::backup);
    assertEquals(BackupFailed.Reason.EXISTS, failed.reason());
    assertEquals("somebody's", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void what_a_killed_backup_left_is_written_over() throws IOException {
    Files.write(folder.resolve("ledger.backup.part"), new byte[1_000_000]);
    backup();
    assertEquals(List.of(file), files());
    assertEquals(180, BackupReader.prove(file, Progress.NONE).entries());
  }

  @Test
  void a_backup_that_is_stopped_leaves_nothing_behind() throws IOException {
    assertThrows(
        CancellationException.class,
        () -> new BackupWriter(store, CHARTER).write(file, (done, total) -> false));
    assertEquals(List.of(), files());
  }

  @Test
  void of_two_backups_to_one_name_one_is_made_and_stays_whole() throws Exception {
    for (int round = 0; round < 50; round++) {
      Path target = folder.resolve("backup-" + round);
      AtomicInteger made = new AtomicInteger();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        threads.add(
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    new BackupWriter(store, CHARTER).write(target, Progress.NONE);
                    made.incrementAndGet();
                  } catch (BackupFailed _) {
                    // The others were first.
                  }
                }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(1, made.get(), "round " + round);
      assertEquals(180, BackupReader.prove(target, Progress.NONE).entries(), "round " + round);
    }
  }

  @Test
  void a_folder_that_is_not_there_is_said_to_be_not_writable() {
    Path nowhere = folder.resolve("nowhere").resolve("x");
    BackupFailed failed =
        assertThrows(
            BackupFailed.class,
            () -> new BackupWriter(store, CHARTER).write(nowhere, Progress.NONE));
    assertEquals(BackupFailed.Reason.NOT_WRITABLE, failed.reason());
  }

  @Test
  void every_flipped_bit_is_found() throws IOException {
    backup();
    byte[] whole = Files.readAllBytes(file);
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at < 200; at++) {
      places.add(at);
      places.add(whole.length - 1 - at);
    }
    random.ints(1000, 0, whole.length).forEach(places::add);
    for (int at : places) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      assertUnusable(flipped, "seed " + seed + ", at " + at);
    }
  }

  @Test
  void every_truncation_and_anything_behind_the_end_is_found() throws IOException {
    backup();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += length < 300 ? 1 : 397) {
      assertUnusable(Arrays.copyOf(whole, length), "cut to " + length);
    }
    assertUnusable(Arrays.copyOf(whole, whole.length + 1), "a byte behind the end");
  }

  @Test
  void damage_names_the_entry() throws IOException {
    backup();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    BackupUnusable unusable =
        assertThrows(BackupUnusable.class, () -> BackupReader.prove(file, Progress.NONE));
    assertEquals(BackupUnusable.Reason.DAMAGED, unusable.reason());
    assertTrue(unusable.position() > 1 && unusable.position() < 180, unusable.getMessage());
  }

  @Test
  void another_file_and_one_of_a_later_format_are_called_what_they_are() throws IOException {
    assertReason(BackupUnusable.Reason.UNREADABLE);
    Files.writeString(file, "%PDF-1.7 a statement of some length");
    assertReason(BackupUnusable.Reason.NOT_A_BACKUP);
    Files.write(file, new byte[0]);
    assertReason(BackupUnusable.Reason.NOT_A_BACKUP);
    Files.delete(file);
    backup();
    byte[] bytes = Files.readAllBytes(file);
    bytes[11] = 2;
    Files.write(file, bytes);
    assertReason(BackupUnusable.Reason.NEWER);
    Files.write(file, "CNTRBKUP".getBytes(StandardCharsets.US_ASCII));
    assertReason(BackupUnusable.Reason.DAMAGED);
  }

  private void assertReason(BackupUnusable.Reason reason) {
    BackupUnusable unusable =
        assertThrows(BackupUnusable.class, () -> BackupReader.prove(file, Progress.NONE));
    assertEquals(reason, unusable.reason());
  }

  private void assertUnusable(byte[] bytes, String message) throws IOException {
    Files.write(file, bytes);
    assertThrows(BackupUnusable.class, () -> BackupReader.prove(file, Progress.NONE), message);
  }

  private Backup backup() {
    return new BackupWriter(store, CHARTER).write(file, Progress.NONE);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private Write write(String subject, int events) {
    return new Write(
        StreamName.of("account", subject),
        ExpectedVersion.any(),
        Stream.generate(appends::event).limit(events).toList());
  }
}
