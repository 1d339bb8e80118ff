package counterfoil.application;

import counterfoil.application.history.HistoryImport;
import counterfoil.eventstore.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import org.joda.money.CurrencyUnit;

/**
 * The import of a file set into a new ledger on disk, from opening the files to the last
 * acknowledgement. The first round is what a person waits for: nothing is compiled yet.
 */
public final class ImportBenchmark {
  private static final int ROUNDS = 5;
  private static final Actor ADMINISTRATOR = new Actor("admin", Actor.ADMINISTRATOR, "WS-01");

  private ImportBenchmark() {}

  /** Arguments: the folder of accounts.csv and transactions.csv, and where to put ledgers. */
  public static void main(String[] args) throws IOException {
    Path data = Path.of(args.length > 0 ? args[0] : "../shared/data/bank-1993");
    Path parent = Path.of(args.length > 1 ? args[1] : "target");
    Files.createDirectories(parent);
    Path folder = Files.createTempDirectory(parent, "import-");
    for (int round = 1; round <= ROUNDS; round++) {
      round(data, folder.resolve("ledger-" + round), round);
    }
  }

  private static void round(Path data, Path folder, int round) {
    var clock = InstantSource.system();
    var charter =
        Founding.charter("Bench", CurrencyUnit.of("CZK"), ZoneOffset.UTC, clock.instant(), true);
    try (Ledger ledger = new StoredLedgers(clock).found(folder, charter)) {
      long begin = System.nanoTime();
      var report =
          new HistoryImport(ledger, ADMINISTRATOR)
              .run(data.resolve("accounts.csv"), data.resolve("transactions.csv"), Progress.NONE);
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "round %d: %,d transactions (%,d entries) in %.2f s: %,.0f transactions a second%n",
          round,
          report.transactions(),
          report.entries(),
          seconds,
          report.transactions() / seconds);
    }
  }
}
