package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.codec.EntryCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payloads are taken out of a ledger: all that are named or none, whatever breaks it off. */
class PurgeTest {
  private static final int KILLS = 6;
  private static final int ENTRIES = 2000;

  @TempDir Path parent = Path.of("");
  private final InstantSource clock = InstantSource.system();
  private Path folder = Path.of("");
  private Path mirror = Path.of("");
  private Head head = new Head(0, new byte[32]);

  @BeforeEach
  void recordAMirroredLedger() {
    folder = parent.resolve("ledger");
    mirror = parent.resolve("mirror");
    RandomAppends appends = new RandomAppends(43);
    StreamName stream = appends.stream();
    try (EmbeddedStore store =
        EmbeddedStore.create(folder, Ledgers.CHARTER, List.of(new CountModel()), clock)) {
      for (int i = 0; i < ENTRIES; i += 100) {
        var events = new ArrayList<NewEvent>();
        for (int j = 1; j <= 100; j++) {
          byte[] payload = ("{\"of\":\"" + secret(i + j) + "\"}").getBytes(StandardCharsets.UTF_8);
          events.add(new NewEvent(new EventType("Told", 1), payload));
        }
        var any = ExpectedVersion.any();
        store.append(appends.append(List.of(new Append.Write(stream, any, events))));
      }
      head = store.head();
    }
    new Mirroring(folder, clock).begin(mirror);
  }

  private static String secret(long position) {
    return "secret-%d-".formatted(position);
  }

  private EmbeddedStore open() {
    return EmbeddedStore.open(folder, List.of(new CountModel()), clock, Progress.NONE);
  }

  private void purge(long... positions) {
    Map<Long, byte[]> left = new HashMap<>();
    for (long position : positions) {
      left.put(position, PurgingProcess.LEFT);
    }
    assertEquals(ENTRIES, purging().run(left, Progress.NONE));
  }

  private Purge purging() {
    return new Purge(folder, _ -> List.of(new CountModel()), clock);
  }

  @Test
  void what_is_purged_is_in_no_file_and_the_tree_is_as_it_was() throws IOException {
    purge(7, 300);
    assertWhole("purged");
    for (long position : List.of(7L, 300L)) {
      assertEquals(List.of(), filesWith(secret(position)));
    }
    assertEquals(3, filesWith(secret(8)).size(), "tape, mirror and database");
  }

  @Test
  void what_is_not_there_is_not_purged_and_nothing_changes() {
    assertThrows(LedgerUnavailable.class, () -> purge(ENTRIES + 1));
    assertWhole("unchanged");
    assertFalse(Files.exists(folder.resolve("restoring")));
  }

  @Test
  void a_ledger_that_is_open_is_not_purged() {
    try (EmbeddedStore _ = open()) {
      assertThrows(LedgerUnavailable.class, () -> purge(7));
    }
    assertWhole("unchanged");
  }

  @Test
  void broken_off_at_any_step_of_the_exchange_the_next_opening_ends_it() throws IOException {
    String time = "20261123T090000Z";
    for (int steps = 0; steps < 7; steps++) {
      // Made as the purge makes it, of a copy whose old one has been put back.
      Path before = parent.resolve("before" + steps);
      copy(folder, before);
      copy(mirror, parent.resolve("mirror-before" + steps));
      purge(100 + steps);
      Path made = before.resolve("purged-" + time);
      Files.createDirectories(made);
      copy(folder.resolve("tape"), made.resolve("tape"));
      Files.copy(folder.resolve("ledger.mv.db"), made.resolve("ledger.mv.db"));
      delete(folder);
      delete(mirror);
      Files.move(before, folder);
      Files.move(parent.resolve("mirror-before" + steps), mirror);
      Path next = folder.resolve("purged-" + time);
      Path aside = folder.resolve("aside-" + time);
      if (steps > 0) {
        Files.createDirectories(aside);
        Files.move(folder.resolve("ledger.mv.db"), aside.resolve("ledger.mv.db"));
      }
      if (steps > 1) {
        Files.move(next.resolve("ledger.mv.db"), folder.resolve("ledger.mv.db"));
      }
      if (steps > 2) {
        new Mirroring(folder, clock).setAside("aside-" + time);
      }
      if (steps > 3) {
        Files.move(folder.resolve("tape"), aside.resolve("tape"));
      }
      if (steps > 4) {
        Files.move(next.resolve("tape"), folder.resolve("tape"));
      }
      if (steps > 5) {
        delete(aside);
      }
      assertTrue(EmbeddedStore.present(folder));
      assertWhole("step " + steps);
      assertEquals(List.of(), filesWith(secret(100 + steps)), "step " + steps);
    }
  }

  @Test
  void killed_at_any_moment_it_has_purged_all_that_was_named_or_nothing() throws Exception {
    long seed = System.nanoTime();
    System.out.println("PurgeTest: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    boolean half = false;
    for (int kill = 0; kill < KILLS; kill++) {
      purgeAndKill(kill == 0 ? 2 : 1 + random.nextInt(40));
      half |= Files.exists(folder.resolve("restoring"));
      assertWhole("seed " + seed + ", kill " + kill);
    }
    assertTrue(half, "no kill left half a ledger; seed " + seed);
  }

  /** Kills the process when it has said so many lines. */
  private void purgeAndKill(int lines) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PurgingProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader()) {
      for (int i = 0; i < lines; i++) {
        if (said.readLine() == null) {
          throw new AssertionError("the process ended by itself");
        }
      }
      process.toHandle().destroyForcibly();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** The tree is the old one, groups are whole, and nothing of what is gone is left anywhere. */
  private void assertWhole(String message) {
    List<Long> gone = new ArrayList<>();
    try (EmbeddedStore store = open()) {
      assertEquals(head.position(), store.head().position(), message);
      assertArrayEquals(head.root(), store.head().root(), message);
      assertEquals(List.of(), store.audit(Progress.NONE), message);
      for (Entry entry : store.read(1, ENTRIES)) {
        if (EntryCodec.isErased(entry)) {
          assertArrayEquals(PurgingProcess.LEFT, entry.payload(), message);
          gone.add(entry.position());
        }
      }
    }
    if (message.startsWith("seed")) {
      assertEquals(0, gone.size() % PurgingProcess.GROUP, message);
    }
    try {
      for (long position : gone) {
        if (position % 10 == 1) {
          assertEquals(List.of(), filesWith(secret(position)), message);
        }
      }
      try (Stream<Path> names = Files.list(folder)) {
        assertEquals(
            List.of(),
            names
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("aside") || name.startsWith("purged"))
                .toList(),
            message);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<Path> filesWith(String text) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path place : List.of(folder, mirror)) {
      try (Stream<Path> all = Files.walk(place)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
            found.add(file);
          }
        }
      }
    }
    return found;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path copied = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(file, copied);
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    Takeover.delete(tree);
  }
}
