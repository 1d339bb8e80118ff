package counterfoil.scale;

import counterfoil.application.Ledger;
import counterfoil.application.StoredLedgers;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.scale.Figures.Times;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Durable appends into a ledger with all its read models: by one client beside the bare disk, and
 * by 64 clients beside one client of a bare database. In turns, so that whatever else the machine
 * does meets all of them.
 */
public final class Writing {
  private static final int ROUNDS = 7;
  private static final int WARM_UP_ROUNDS = 2;
  private static final int SINGLE = 2_000;
  private static final int CLIENTS = 64;
  private static final int EACH = 500;
  private static final int BARE_INSERTS = 1_000;
  private static final String DATABASE_OPTIONS =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

  private final Path folder;
  private final List<Double> singleRatios = new ArrayList<>();
  private final List<Double> manyRatios = new ArrayList<>();
  private final List<Double> tailInForces = new ArrayList<>();

  private Writing(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    Path parent = Path.of(args[0]);
    Writing writing = new Writing(Files.createTempDirectory(parent, "writing-"));
    writing.run();
  }

  private void run() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      round(round);
    }
    Figures.line(
        "one client / bare append + force, median", "%.2f (0.8 wanted)", median(singleRatios));
    Figures.line(
        "64 clients / one client of a bare database, median",
        "%.1f (12 wanted)",
        median(manyRatios));
    Figures.line("64 clients, p99 in forces, median", "%.1f (4 wanted)", median(tailInForces));
  }

  private void round(int round) throws Exception {
    Path place = folder.resolve("ledger-" + round);
    try (Ledger ledger =
            new StoredLedgers(InstantSource.system()).found(place, GeneratedTape.charter());
        FileChannel file =
            FileChannel.open(
                folder.resolve("bare-" + round),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        Connection database = bareDatabase("database-" + round)) {
      Client client = new Client(ledger.store());
      Entry like = client.deposit();
      ByteBuffer record =
          ByteBuffer.allocateDirect(like.envelope().length + like.payload().length + 128);
      file.write(ByteBuffer.allocate(SINGLE * record.capacity()), 0);
      file.force(true);
      Times force = Figures.times(SINGLE, () -> appendAndForce(file, record));
      Times single = Figures.times(SINGLE, client::deposit);
      double inserts = insertsPerSecond(database, like);
      Many many = many(ledger.store());
      boolean counts = round >= WARM_UP_ROUNDS;
      if (counts) {
        singleRatios.add(force.micros(50) / single.micros(50));
        manyRatios.add(many.perSecond / inserts);
        tailInForces.add(many.times.micros(99) / force.micros(50));
      }
      Figures.line(
          "round " + round + (counts ? "" : " (warm-up)") + ": bare append + force", "%s", force);
      Figures.line("  one client, one event an append", "%s", single);
      Figures.line("  one client, bare insert + CHECKPOINT SYNC", "%,.0f/s", inserts);
      Figures.line("  64 clients", "%,.0f/s, %s", many.perSecond, many.times);
    }
  }

  private static void appendAndForce(FileChannel file, ByteBuffer record) throws IOException {
    file.write(record.clear());
    file.force(false);
  }

  private Connection bareDatabase(String name) throws Exception {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:h2:" + folder.resolve(name).toAbsolutePath() + DATABASE_OPTIONS);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE entry (position BIGINT PRIMARY KEY, envelope VARBINARY(65535), payload"
              + " VARBINARY(65535))");
    }
    return connection;
  }

  private static double insertsPerSecond(Connection database, Entry like) throws Exception {
    try (PreparedStatement insert =
            database.prepareStatement("INSERT INTO entry VALUES (?, ?, ?)");
        Statement force = database.createStatement()) {
      double seconds =
          Figures.seconds(() -> {
            for (int i = 0; i < BARE_INSERTS; i++) {
              insert.setLong(1, i);
              insert.setBytes(2, like.envelope());
              insert.setBytes(3, like.payload());
              insert.executeUpdate();
              database.commit();
              force.execute("CHECKPOINT SYNC");
            }
          });
      return BARE_INSERTS / seconds;
    }
  }

  private record Many(double perSecond, Times times) {}

  private Many many(EventStore store) throws Exception {
    long[] nanos = new long[CLIENTS * EACH];
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new Client(store));
    }
    List<Thread> threads = new ArrayList<>();
    double seconds =
        Figures.seconds(() -> {
          for (int i = 0; i < CLIENTS; i++) {
            int first = i * EACH;
            Client client = clients.get(i);
            threads.add(
                Thread.startVirtualThread(() -> {
                  for (int n = 0; n < EACH; n++) {
                    long start = System.nanoTime();
                    client.deposit();
                    nanos[first + n] = System.nanoTime() - start;
                  }
                }));
          }
          for (Thread thread : threads) {
            thread.join();
          }
        });
    return new Many(nanos.length / seconds, new Times(nanos));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
