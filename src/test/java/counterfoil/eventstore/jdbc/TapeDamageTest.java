package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.conformance.SettableClock;
import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.TapeReader;
import counterfoil.eventstore.tape.TapeReader.Check;
import counterfoil.eventstore.tape.TapeRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to the tape's files: the ledger opens with everything as it was, or is refused
 * with a position, or the audit finds it. Nothing is changed by a refusal.
 */
class TapeDamageTest {
  private static final int ENTRIES = 300;

  @TempDir Path folder = Path.of("");
  private final SettableClock clock = new SettableClock();
  private final RandomAppends appends = new RandomAppends(41);
  private final long seed = System.nanoTime();
  private final SplittableRandom random = new SplittableRandom(seed);
  private final Map<Path, byte[]> whole = new TreeMap<>();
  private Head head = new Head(0, new byte[32]);
  private Map<String, Long> counts = Map.of();
  private int refused;
  private int found;

  @BeforeEach
  void recordALedger() throws Exception {
    try (EmbeddedStore store = Ledgers.create(folder, clock, new CountModel())) {
      for (int i = 0; i < ENTRIES; i++) {
        store.append(appends.append());
      }
      head = store.head();
      counts = CountModel.counts(store.reads());
    }
    try (Stream<Path> files = Files.list(Ledgers.tape(folder))) {
      for (Path file : files.toList()) {
        whole.put(file, Files.readAllBytes(file));
      }
    }
    Path database = Ledgers.database(folder);
    whole.put(database, Files.readAllBytes(database));
  }

  @Test
  void a_bit_flipped_in_any_region_of_the_tape_is_refused_found_or_without_effect()
      throws Exception {
    for (Path segment : segments()) {
      for (int at : regions(segment)) {
        byte[] bytes = content(segment).clone();
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(segment, bytes);
        check(segment.getFileName() + " at " + at);
      }
    }
    assertTrue(refused > 20 && found > 20, refused + " refused, " + found + " found");
  }

  @Test
  void a_page_zeroed_or_filled_with_another_is_refused_found_or_without_effect() throws Exception {
    for (int i = 0; i < 40; i++) {
      Path segment = segments().get(random.nextInt(segments().size()));
      byte[] bytes = content(segment).clone();
      int page = 4096 * random.nextInt(bytes.length / 4096);
      if (random.nextBoolean()) {
        Arrays.fill(bytes, page, page + 4096, (byte) 0);
      } else {
        System.arraycopy(bytes, 4096 * random.nextInt(bytes.length / 4096), bytes, page, 4096);
      }
      Files.write(segment, bytes);
      check(segment.getFileName() + ", page " + page);
    }
  }

  @Test
  void a_truncated_file_is_refused_found_or_without_effect() throws Exception {
    for (Path segment : segments()) {
      int length = content(segment).length;
      for (int to : new int[] {0, 1, 100, 4095, 4096, 4097, length / 2, length - 1}) {
        Files.write(segment, Arrays.copyOf(content(segment), to));
        check(segment.getFileName() + " cut to " + to);
      }
    }
  }

  @Test
  void exchanged_renamed_and_missing_files_are_refused_or_found() throws Exception {
    List<Path> segments = segments();
    for (int i = 0; i + 1 < segments.size(); i++) {
      Files.write(segments.get(i), content(segments.get(i + 1)));
      Files.write(segments.get(i + 1), content(segments.get(i)));
      check("exchanged " + i);
    }
    for (Path segment : segments) {
      Files.delete(segment);
      check("missing " + segment.getFileName());
    }
    for (Path segment : segments) {
      Files.move(segment, segment.resolveSibling("0000000000000000999.tape"));
      check("renamed " + segment.getFileName());
      Files.deleteIfExists(segment.resolveSibling("0000000000000000999.tape"));
    }
    assertTrue(refused > segments.size(), refused + " refused");
  }

  /** A place in every field of a record and of the header, and behind the end. */
  private List<Integer> regions(Path segment) {
    List<Integer> places =
        new ArrayList<>(List.of(0, 8, 11, 12, 19, 20, 51, 52, 60, 200, 2000, 4092, 4095));
    ByteBuffer bytes = ByteBuffer.wrap(content(segment));
    TapeReader reader = new TapeReader(new DiskFolder(Ledgers.tape(folder)));
    reader.seek(Long.parseLong(segment.getFileName().toString().replace(".tape", "")));
    TapeRecord record = reader.next(Check.CHECKSUM).orElseThrow();
    int start = record.offset();
    int envelope = bytes.getInt(start + 28);
    int salt = start + 32 + envelope;
    int end = start + record.length();
    places.addAll(List.of(start, start + 4, start + 7, start + 8, start + 15, start + 19));
    places.addAll(List.of(start + 27, start + 31, start + 32 + envelope / 2, salt, salt + 31));
    places.addAll(List.of(salt + 35, end - 36, end - 5, end - 4, end - 1));
    int used = bytes.limit() - 1;
    while (bytes.get(used) == 0) {
      used--;
    }
    for (int i = 0; i < 6; i++) {
      places.add(4096 + random.nextInt(used - 4096));
    }
    if (used + 2 < bytes.limit()) {
      places.add(used + 1);
      places.add(used + 1 + random.nextInt(bytes.limit() - used - 1));
    }
    return places;
  }

  private void check(String what) throws Exception {
    String message = "seed " + seed + ", " + what;
    Map<Path, byte[]> damaged = onDisk();
    try (EmbeddedStore store = Ledgers.open(folder, clock, new CountModel())) {
      assertEquals(head.position(), store.head().position(), message);
      assertArrayEquals(head.root(), store.head().root(), message);
      assertEquals(counts, CountModel.counts(store.reads()), message);
      List<Finding> findings = store.audit(Progress.NONE);
      found += findings.isEmpty() ? 0 : 1;
      if (findings.isEmpty()) {
        // Without effect: then all of it can be read again.
        assertEquals(head.position(), store.rebuild(Progress.NONE), message);
        assertEquals(counts, CountModel.counts(store.reads()), message);
      }
    } catch (LedgerUnavailable e) {
      refused++;
      boolean named =
          (e.reason() == Reason.DAMAGED && e.position().isPresent())
              || e.reason() == Reason.NOT_A_LEDGER
              || e.reason() == Reason.NEWER;
      assertTrue(named, message + ": " + e.getMessage());
      assertEquals(describe(damaged), describe(onDisk()), message + ": nothing was changed");
    }
    putBack();
  }

  private Map<Path, byte[]> onDisk() throws IOException {
    Map<Path, byte[]> files = new TreeMap<>();
    try (Stream<Path> tape = Files.list(Ledgers.tape(folder))) {
      for (Path file : tape.toList()) {
        // Beside them lies how the database was left, which every opening writes down.
        if (!file.endsWith("database.state")) {
          files.put(file, Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  private static Map<Path, Integer> describe(Map<Path, byte[]> files) {
    Map<Path, Integer> hashes = new TreeMap<>();
    files.forEach((file, bytes) -> hashes.put(file, Arrays.hashCode(bytes)));
    return hashes;
  }

  private void putBack() throws IOException {
    for (Path file : onDisk().keySet()) {
      if (!whole.containsKey(file)) {
        Files.delete(file);
      }
    }
    for (Map.Entry<Path, byte[]> file : whole.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
  }

  private byte[] content(Path file) {
    return Objects.requireNonNull(whole.get(file));
  }

  private List<Path> segments() {
    return whole.keySet().stream().filter(file -> file.toString().endsWith(".tape")).toList();
  }
}
