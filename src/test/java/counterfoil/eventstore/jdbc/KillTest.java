package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, really killed. */
class KillTest {
  private static final int KILLS = 10;
  private static final int MOST_ACKNOWLEDGED_BEFORE_KILL = 400;

  @TempDir Path folder = Path.of("");

  @Test
  void a_process_killed_while_posting_loses_nothing_acknowledged() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    EmbeddedStore.create(folder, Ledgers.CHARTER, List.of(new CountModel()), InstantSource.system())
        .close();
    Map<Long, String> acknowledged = new HashMap<>();
    for (int kill = 0; kill < KILLS; kill++) {
      int before = acknowledged.size();
      postAndKill(acknowledged, seed + kill, 1 + random.nextInt(MOST_ACKNOWLEDGED_BEFORE_KILL));
      assertTrue(acknowledged.size() > before, "something was acknowledged; seed " + seed);
      assertNothingLost(acknowledged, "seed " + seed + ", kill " + kill);
    }
  }

  private void postAndKill(Map<Long, String> acknowledged, long seed, int atLeast)
      throws Exception {
    Process process = start(seed);
    try (BufferedReader lines = process.inputReader()) {
      for (int i = 0; i < atLeast; i++) {
        take(lines.readLine(), acknowledged);
      }
      assertInUse();
      // Through the handle: Process.destroyForcibly would close the pipe before it is read.
      process.toHandle().destroyForcibly();
      // What it could still say before it died counts as well, except for half a line.
      String rest = lines.readAllAsString();
      int whole = rest.lastIndexOf('\n') + 1;
      rest.substring(0, whole).lines().forEach(line -> take(line, acknowledged));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static void take(@Nullable String line, Map<Long, String> acknowledged) {
    if (line == null) {
      throw new AssertionError("the process ended by itself");
    }
    String[] words = line.split(" ", 2);
    acknowledged.put(Long.valueOf(words[0]), words[1]);
  }

  private void assertInUse() {
    LedgerUnavailable refusal =
        assertThrows(
            LedgerUnavailable.class,
            () ->
                EmbeddedStore.open(
                    folder, List.of(new CountModel()), InstantSource.system(), Progress.NONE));
    assertEquals(Reason.IN_USE, refusal.reason());
  }

  private void assertNothingLost(Map<Long, String> acknowledged, String message) throws Exception {
    try (EmbeddedStore store =
        EmbeddedStore.open(
            folder, List.of(new CountModel()), InstantSource.system(), Progress.NONE)) {
      List<Entry> entries = store.read(1, Integer.MAX_VALUE);
      acknowledged.forEach((position, what) -> {
        assertTrue(position <= entries.size(), position + " is lost; " + message);
        if (!what.equals("one")) {
          Entry entry = entries.get((int) (position - 1));
          assertEquals(what, entry.commandId().toString(), message);
        }
      });
      assertEquals(List.of(), store.audit(Progress.NONE), message);
      assertEquals(
          entries.size(),
          CountModel.counts(store.reads()).values().stream().mapToLong(n -> n).sum(),
          message);
    }
  }

  private Process start(long seed) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            PostingProcess.class.getName(),
            folder.toString(),
            Long.toString(seed))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
