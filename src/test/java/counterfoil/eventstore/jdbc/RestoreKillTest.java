package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.backup.Backup;
import counterfoil.eventstore.backup.BackupReader;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed while it backs a ledger up or restores it. */
class RestoreKillTest {
  private static final int KILLS = 6;
  private static final int ENTRIES = 5000;

  @TempDir Path parent = Path.of("");
  private Path folder = Path.of("");
  private Path backups = Path.of("");
  private Head head = new Head(0, new byte[32]);

  @BeforeEach
  void recordALedger() throws Exception {
    folder = parent.resolve("ledger");
    backups = Files.createDirectory(parent.resolve("backups"));
    RandomAppends appends = new RandomAppends(41);
    StreamName stream = appends.stream();
    try (EmbeddedStore store =
        EmbeddedStore.create(
            folder, Ledgers.CHARTER, List.of(new CountModel()), InstantSource.system())) {
      for (int i = 0; i < ENTRIES; i += 100) {
        var events = new ArrayList<NewEvent>();
        for (int j = 0; j < 100; j++) {
          events.add(appends.event());
        }
        var any = ExpectedVersion.any();
        store.append(appends.append(List.of(new Append.Write(stream, any, events))));
      }
      head = store.head();
    }
  }

  @Test
  void the_ledger_is_whole_and_so_is_every_backup_that_has_its_name() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    boolean half = false;
    for (int kill = 0; kill < KILLS; kill++) {
      // The first kill is sure to come while the ledger is made, the others come at any moment.
      String last = kill == 0 ? "restored " + ENTRIES * 3 / 2 : "";
      workAndKill(kill, last.isEmpty() ? 1 + random.nextInt(150) : Integer.MAX_VALUE, last);
      half |= Files.exists(folder.resolve("restoring"));
      String message = "seed " + seed + ", kill " + kill;
      try (EmbeddedStore store =
          EmbeddedStore.open(
              folder, List.of(new CountModel()), InstantSource.system(), Progress.NONE)) {
        assertEquals(head.position(), store.head().position(), message);
        assertArrayEquals(head.root(), store.head().root(), message);
        assertEquals(List.of(), store.audit(Progress.NONE), message);
      }
      for (Path backup : named()) {
        Backup proven = BackupReader.prove(backup, Progress.NONE);
        assertArrayEquals(head.root(), proven.root(), message);
      }
    }
    assertTrue(half, "no kill left half a ledger; seed " + seed);
  }

  private List<Path> named() throws Exception {
    try (Stream<Path> files = Files.list(backups)) {
      return files.filter(file -> !file.toString().endsWith(".part")).toList();
    }
  }

  /** Kills the process when it has said so many lines, or this one. */
  private void workAndKill(int kill, int lines, String last) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RestoringProcess.class.getName(),
                folder.toString(),
                backups.toString(),
                Integer.toString(kill))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader()) {
      String line = "";
      for (int i = 0; i < lines && (last.isEmpty() || !line.equals(last)); i++) {
        line = said.readLine();
        if (line == null) {
          throw new AssertionError("the process ended by itself");
        }
      }
      process.toHandle().destroyForcibly();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
