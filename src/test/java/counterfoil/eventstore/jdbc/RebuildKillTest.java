package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StreamName;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed while it makes its database anew. */
class RebuildKillTest {
  private static final int KILLS = 6;
  private static final int ENTRIES = 9000;

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void recordALedger() {
    RandomAppends appends = new RandomAppends(31);
    StreamName stream = appends.stream();
    try (EmbeddedStore store =
        EmbeddedStore.create(
            folder, Ledgers.CHARTER, List.of(new CountModel()), InstantSource.system())) {
      for (int i = 0; i < ENTRIES; i += 500) {
        var events = new ArrayList<NewEvent>();
        for (int j = 0; j < 500; j++) {
          events.add(appends.event());
        }
        var any = ExpectedVersion.any();
        store.append(appends.append(List.of(new Append.Write(stream, any, events))));
      }
    }
  }

  @Test
  void half_a_database_is_deleted_and_nothing_is_lost() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    boolean half = false;
    for (int kill = 0; kill < KILLS; kill++) {
      // The first kill is sure to come in the middle, the others come at any moment.
      int lines = kill == 0 ? 2 : 1 + random.nextInt(20);
      long acknowledged = rebuildAndKill(seed + kill, lines);
      half |= Files.exists(next());
      String message = "seed " + seed + ", kill " + kill;
      try (EmbeddedStore store =
          EmbeddedStore.open(
              folder, List.of(new CountModel()), InstantSource.system(), Progress.NONE)) {
        assertFalse(Files.exists(next()), message);
        assertTrue(store.head().position() >= acknowledged, message);
        assertEquals(List.of(), store.audit(Progress.NONE), message);
        assertEquals(
            store.head().position(),
            CountModel.counts(store.reads()).values().stream().mapToLong(n -> n).sum(),
            message);
      }
    }
    assertTrue(half, "no kill left half a database; seed " + seed);
  }

  private Path next() {
    return folder.resolve("ledger.next.mv.db");
  }

  /** The last position that was acknowledged to the process. */
  private long rebuildAndKill(long seed, int lines) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RebuildingProcess.class.getName(),
                folder.toString(),
                Long.toString(seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long acknowledged = 0;
    try (BufferedReader said = process.inputReader()) {
      for (int i = 0; i < lines; i++) {
        String line = said.readLine();
        if (line == null) {
          throw new AssertionError("the process ended by itself");
        }
        acknowledged =
            Math.max(acknowledged, Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)));
      }
      process.toHandle().destroyForcibly();
    } finally {
      process.destroyForcibly().waitFor();
    }
    return acknowledged;
  }
}
