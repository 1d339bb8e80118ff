package counterfoil.eventstore;

import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.eventstore.jdbc.ReadModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Durable appends a second, beside what the disk gives to the same bytes without any store. All of
 * it in one run on one disk, in turns, since nothing else is comparable.
 */
public final class AppendBenchmark {
  private static final int RECORD_BYTES = 700;
  private static final int ONE_BY_ONE = 4000;
  private static final int IMPORTED = 23_500;
  private static final int IN_FLIGHT = 500;
  private static final int STREAMS = 600;
  private static final int ROUNDS = 4;

  private final Path folder;

  private AppendBenchmark(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    Path parent = Path.of(args.length > 0 ? args[0] : "target");
    Files.createDirectories(parent);
    AppendBenchmark benchmark = new AppendBenchmark(Files.createTempDirectory(parent, "bench-"));
    try {
      benchmark.run();
    } finally {
      delete(benchmark.folder);
    }
  }

  private void run() throws IOException {
    print("import into a cold process", importing(folder.resolve("cold")), 0);
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.println("round " + round);
      double growing = bare(folder.resolve("growing-" + round), 0);
      double preallocated =
          bare(folder.resolve("preallocated-" + round), ONE_BY_ONE * RECORD_BYTES);
      double single = oneByOne(folder.resolve("single-" + round));
      print("append + force, growing file", growing, 0);
      print("append + force, preallocated", preallocated, 0);
      print("store, one client", single, growing);
      print("store, one client", single, preallocated);
      print("store, many in flight", importing(folder.resolve("many-" + round)), 0);
    }
  }

  private static double bare(Path file, int preallocatedBytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(preallocatedBytes), 0);
      channel.force(true);
      ByteBuffer record = ByteBuffer.allocateDirect(RECORD_BYTES);
      long start = System.nanoTime();
      long at = 0;
      for (int i = 0; i < ONE_BY_ONE; i++) {
        at += channel.write(record.clear(), at);
        channel.force(false);
      }
      return rate(ONE_BY_ONE, start);
    }
  }

  private static double oneByOne(Path folder) {
    try (EmbeddedStore store = store(folder)) {
      long start = System.nanoTime();
      for (int i = 0; i < ONE_BY_ONE; i++) {
        store.append(append(i));
      }
      return rate(ONE_BY_ONE, start);
    }
  }

  private static double importing(Path folder) {
    try (EmbeddedStore store = store(folder)) {
      Deque<CompletableFuture<Appended>> inFlight = new ArrayDeque<>();
      long start = System.nanoTime();
      for (int i = 0; i < IMPORTED; i++) {
        inFlight.add(store.submit(append(i)));
        if (inFlight.size() == IN_FLIGHT) {
          inFlight.remove().join();
        }
      }
      inFlight.forEach(CompletableFuture::join);
      return rate(IMPORTED, start);
    }
  }

  private static EmbeddedStore store(Path folder) {
    Charter charter =
        new Charter("bench.example/ledger", "Bench", "EUR", ZoneOffset.UTC, Instant.EPOCH, true);
    List<ReadModel> models = List.of();
    return EmbeddedStore.create(folder, charter, models, InstantSource.system());
  }

  private static Append append(int number) {
    UUID id = UUID.randomUUID();
    Provenance provenance =
        new Provenance(
            "m.okafor",
            "teller",
            "Riverside",
            "WS-2",
            Optional.of("till-3"),
            LocalDate.of(2026, 11, 2),
            Optional.empty(),
            id,
            Optional.empty(),
            Optional.of("imported"),
            Optional.empty());
    String payload =
        "{\"account\":\""
            + number % STREAMS
            + "\",\"amount\":\"1250.00\",\"currency\":\"CZK\","
            + "\"channel\":\"counter\",\"narrative\":\"deposit\",\"reference\":\"T"
            + number
            + "\"}";
    return new Append(
        id,
        new byte[32],
        provenance,
        List.of(
            new Write(
                StreamName.of("account", Integer.toString(number % STREAMS)),
                ExpectedVersion.exactly(number / STREAMS - 1),
                List.of(
                    new NewEvent(
                        new EventType("MoneyDeposited", 1),
                        payload.getBytes(StandardCharsets.UTF_8))))),
        List.of());
  }

  private static double rate(int count, long startNanos) {
    return count * 1e9 / (System.nanoTime() - startNanos);
  }

  private static void print(String what, double rate, double reference) {
    String ratio = reference == 0 ? "" : String.format(Locale.ROOT, "  x %.2f", rate / reference);
    System.out.println(String.format(Locale.ROOT, "  %-32s %8.0f/s%s", what, rate, ratio));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
