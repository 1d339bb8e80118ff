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
import java.util.ArrayList;
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
  private static final int SLICES = 40;
  private static final int SLICE = 150;
  private static final int IMPORTS = 5;
  private static final int IMPORTED = 23_500;
  private static final int IN_FLIGHT = 500;
  private static final int STREAMS = 600;

  private final Path folder;

  private AppendBenchmark(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    Path parent = Path.of(args.length > 0 ? args[0] : "target");
    Files.createDirectories(parent);
    AppendBenchmark benchmark = new AppendBenchmark(Files.createTempDirectory(parent, "bench-"));
    try {
      benchmark.importMany();
      benchmark.appendOneByOne();
    } finally {
      delete(benchmark.folder);
    }
  }

  private void importMany() {
    for (int round = 0; round < IMPORTS; round++) {
      String when = round == 0 ? "cold" : "warm";
      print("import, entries only, " + when, imported("plain-" + round, List.of()));
    }
    for (int round = 0; round < IMPORTS; round++) {
      print("import, with a journal", imported("journal-" + round, List.of(new JournalModel())));
    }
  }

  /** Slices of each kind in turns, so that whatever else the machine does meets all of them. */
  private void appendOneByOne() throws IOException {
    try (EmbeddedStore plain = store("plain", List.of());
        EmbeddedStore journal = store("journal", List.of(new JournalModel()));
        BareFile growing = new BareFile(folder.resolve("growing"), 0);
        BareFile preallocated =
            new BareFile(folder.resolve("preallocated"), SLICES * SLICE * RECORD_BYTES)) {
      List<Kind> kinds =
          List.of(
              new Kind("append + force, growing file", growing::append),
              new Kind("append + force, preallocated", preallocated::append),
              new Kind("store, entries only", number -> plain.append(append(number))),
              new Kind("store, with a journal", number -> journal.append(append(number))));
      for (int slice = 0; slice < SLICES; slice++) {
        for (Kind kind : kinds) {
          kind.measure(slice * SLICE);
        }
      }
      for (Kind kind : kinds) {
        System.out.printf(
            Locale.ROOT,
            "%-32s %8.0f/s   x %.2f of growing   x %.2f of preallocated%n",
            kind.name,
            kind.rate(),
            kind.rate() / kinds.get(0).rate(),
            kind.rate() / kinds.get(1).rate());
      }
    }
  }

  /** One way to append, and how fast each slice of it was. */
  private static final class Kind {
    private final String name;
    private final Appender appender;
    private final List<Double> rates = new ArrayList<>();

    Kind(String name, Appender appender) {
      this.name = name;
      this.appender = appender;
    }

    void measure(int first) throws IOException {
      long start = System.nanoTime();
      for (int i = 0; i < SLICE; i++) {
        appender.append(first + i);
      }
      rates.add(AppendBenchmark.rate(SLICE, start));
    }

    /** The median: what one slice met by accident does not count. */
    double rate() {
      return rates.stream().sorted().toList().get(rates.size() / 2);
    }
  }

  /** Appends once, and returns when it is on the disk. */
  private interface Appender {
    void append(int number) throws IOException;
  }

  /** A file and nothing else. */
  private static final class BareFile implements AutoCloseable {
    private final FileChannel channel;
    private final ByteBuffer record = ByteBuffer.allocateDirect(RECORD_BYTES);
    private long at;

    BareFile(Path file, int preallocatedBytes) throws IOException {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      channel.write(ByteBuffer.allocate(preallocatedBytes), 0);
      channel.force(true);
    }

    void append(int number) throws IOException {
      record.clear().putInt(0, number);
      at += channel.write(record, at);
      channel.force(false);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private double imported(String name, List<ReadModel> models) {
    try (EmbeddedStore store = store(name, models)) {
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

  private EmbeddedStore store(String name, List<ReadModel> models) {
    Charter charter =
        new Charter("bench.example/ledger", "Bench", "EUR", ZoneOffset.UTC, Instant.EPOCH, true);
    return EmbeddedStore.create(folder.resolve(name), charter, models, InstantSource.system());
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

  private static void print(String what, double rate) {
    System.out.printf(Locale.ROOT, "%-32s %8.0f/s%n", what, rate);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
