package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Progress;
import counterfoil.eventstore.backup.BackupReader;
import counterfoil.eventstore.jdbc.Restoration.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole ledger as the first version of the program wrote it, with every kind of event in it:
 * tape, database and a backup. It opens, and reads the same, for ever. What it must read as was
 * written down beside it then; {@link GoldenLedger} made both, and is never run over them again.
 */
class GoldenLedgerTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void unpack() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(resource("golden-ledger-1.zip"))) {
      for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
        Path target = folder.resolve(file.getName());
        Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(folder));
        Files.write(target, zip.readAllBytes());
      }
    }
  }

  @Test
  void tape_and_database_read_as_they_did() throws IOException {
    assertReadsAsItDid(folder.resolve("ledger"));
  }

  @Test
  void the_tape_alone_reads_as_it_did() throws IOException {
    Files.delete(folder.resolve("ledger").resolve("ledger.mv.db"));
    assertReadsAsItDid(folder.resolve("ledger"));
  }

  @Test
  void the_backup_reads_as_it_did() throws IOException {
    Path backup = folder.resolve("ledger.backup");
    assertEquals(
        golden().getFirst(), GoldenLedger.root(BackupReader.prove(backup, Progress.NONE).root()));
    Path restored = folder.resolve("restored");
    GoldenLedger.LEDGERS
        .recovery()
        .orElseThrow()
        .restore(restored, backup, new Permission(false, false), Progress.NONE);
    assertReadsAsItDid(restored);
  }

  private void assertReadsAsItDid(Path ledgerFolder) throws IOException {
    try (Ledger ledger = GoldenLedger.LEDGERS.open(ledgerFolder, Progress.NONE)) {
      assertEquals(golden(), GoldenLedger.describe(ledger));
      assertTrue(ledger.verify(Progress.NONE).intact());
    }
  }

  private static List<String> golden() throws IOException {
    try (InputStream file = resource("golden-ledger-1.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static InputStream resource(String name) {
    return Optional.ofNullable(GoldenLedgerTest.class.getResourceAsStream(name)).orElseThrow();
  }
}
