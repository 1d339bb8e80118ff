package counterfoil.scale;

import counterfoil.application.Ledger;
import counterfoil.application.StoredLedgers;
import counterfoil.eventstore.Progress;
import counterfoil.scale.Figures.Times;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opening a large ledger and posting to it beside a small one, in turns; what its database is made
 * of; and making that database from nothing but the tape.
 */
public final class Opening {
  private static final int ROUNDS = 7;
  private static final int POSTINGS = 1_000;

  private final Path small;
  private final Path large;
  private final long entries;

  private Opening(Path small, Path large, long entries) {
    this.small = small;
    this.large = large;
    this.entries = entries;
  }

  public static void main(String[] args) throws Exception {
    Opening opening = new Opening(Path.of(args[0]), Path.of(args[1]), Long.parseLong(args[2]));
    opening.rebuild();
    opening.sizes();
    opening.besideEachOther();
  }

  private void rebuild() throws Exception {
    open(small).close();
    Files.deleteIfExists(large.resolve("ledger.mv.db"));
    List<Ledger> opened = new ArrayList<>();
    double seconds = Figures.seconds(() -> opened.add(open(large)));
    opened.getFirst().close();
    Figures.line(
        "rebuild of the database from the tape",
        "%,.0f entries/s (50,000 wanted), %,.1f s",
        entries / seconds,
        seconds);
  }

  private void besideEachOther() throws Exception {
    List<Double> openings = new ArrayList<>();
    List<Double> postings = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Taken few = take(small);
      Taken many = take(large);
      Figures.line(
          "round " + round + ": opening",
          "%,.0f ms; small %,.0f ms",
          many.openMillis,
          few.openMillis);
      Figures.line("  one posting at a time", "%s; small %s", many.posting, few.posting);
      if (round > 1) {
        openings.add(many.openMillis / few.openMillis);
        postings.add(many.posting.micros(50) / few.posting.micros(50));
      }
    }
    Figures.line("opening, large / small, median", "%.2f (1.2 wanted)", median(openings));
    Figures.line("posting, large / small, median", "%.2f (1.2 wanted)", median(postings));
  }

  private record Taken(double openMillis, Times posting) {}

  private static Taken take(Path folder) throws Exception {
    List<Ledger> opened = new ArrayList<>();
    double seconds = Figures.seconds(() -> opened.add(open(folder)));
    try (Ledger ledger = opened.getFirst()) {
      Client client = new Client(ledger.store());
      return new Taken(seconds * 1000, Figures.times(POSTINGS, client::deposit));
    }
  }

  private void sizes() throws Exception {
    try (Stream<Path> tape = Files.list(large.resolve("tape"))) {
      long bytes = tape.mapToLong(file -> file.toFile().length()).sum();
      Figures.line("tape, per entry", "%,d bytes", bytes / entries);
    }
    long file = Files.size(large.resolve("ledger.mv.db"));
    Figures.line("database file right after, per entry", "%,d bytes", file / entries);
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:"
                    + large.resolve("ledger").toAbsolutePath()
                    + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r",
                "LEDGER",
                "");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT table_name, DISK_SPACE_USED(table_name), row_count_estimate"
                    + " FROM information_schema.tables WHERE table_schema = 'PUBLIC'"
                    + " AND row_count_estimate > 100 ORDER BY 2 DESC")) {
      while (row.next()) {
        Figures.line(
            "  table " + row.getString(1) + " with its indexes, per entry",
            "%,d bytes",
            row.getLong(2) / entries);
      }
    }
  }

  private static Ledger open(Path folder) {
    return new StoredLedgers(InstantSource.system()).open(folder, Progress.NONE);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
