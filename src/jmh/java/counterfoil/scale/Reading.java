package counterfoil.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import counterfoil.application.Ledger;
import counterfoil.application.StoredLedgers;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.Progress;
import counterfoil.payload.AccountEvents;
import counterfoil.scale.Figures.Times;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;

/**
 * Reading a large ledger: entries decoded to objects beside a bare read and decode of the same
 * rows, accounts and balances as of any position, and the proof of everything.
 */
public final class Reading {
  private static final int ROUNDS = 5;
  private static final int STREAM_ENTRIES = 10_000;
  private static final int AT_A_TIME = 2_000;
  private static final int LOOK_UPS = 5_000;

  private final Path folder;
  private final long entries;
  private final Random random = new Random(11);
  private long seen;

  private Reading(Path folder, long entries) {
    this.folder = folder;
    this.entries = entries;
  }

  public static void main(String[] args) throws Exception {
    new Reading(Path.of(args[0]), Long.parseLong(args[1])).run();
  }

  private void run() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      // H2 lets one process in, and one opening at a time is simplest: so bare first, then ours.
      double bareStream;
      double bareScan;
      try (Connection bare = bare()) {
        bareStream = bareStream(bare);
        bareScan = bareScan(bare);
      }
      try (Ledger ledger = open()) {
        double stream = stream(ledger.store());
        double scan = scan(ledger.store());
        Figures.line(
            "round " + round + ": stream of 10,000, decoded",
            "%,.0f/s; bare %,.0f/s; ratio %.2f (0.6 wanted)",
            stream,
            bareStream,
            stream / bareStream);
        Figures.line(
            "  scan of the whole ledger, decoded",
            "%,.0f/s; bare %,.0f/s; ratio %.2f (0.6 wanted)",
            scan,
            bareScan,
            scan / bareScan);
      }
    }
    try (Ledger ledger = open()) {
      asOf(ledger);
      for (int round = 1; round <= 3; round++) {
        double seconds = Figures.seconds(() -> verified(ledger));
        Figures.line("verify " + round, "%,.0f entries/s (200,000 wanted)", entries / seconds);
      }
    }
    // Nothing that was read may be left out by a clever compiler.
    Figures.line("read in all", "%d", seen);
  }

  private Ledger open() {
    return new StoredLedgers(InstantSource.system()).open(folder, Progress.NONE);
  }

  private Connection bare() throws Exception {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:h2:"
                + folder.resolve("ledger").toAbsolutePath()
                + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;CACHE_SIZE=65536",
            "LEDGER",
            "");
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LAZY_QUERY_EXECUTION 1");
    }
    return connection;
  }

  private double bareStream(Connection connection) throws Exception {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT payload FROM entry WHERE stream = ? AND version < ? ORDER BY stream,"
                + " version")) {
      select.setString(1, AccountEvents.stream(GeneratedTape.BUSY).value());
      select.setLong(2, STREAM_ENTRIES);
      return bareRate(select);
    }
  }

  private double bareScan(Connection connection) throws Exception {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT payload FROM entry ORDER BY position")) {
      return bareRate(select);
    }
  }

  private double bareRate(PreparedStatement select) throws Exception {
    ObjectReader json = JsonMapper.builder().build().readerFor(JsonNode.class);
    long start = System.nanoTime();
    long rows = 0;
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        seen += json.readTree(row.getBytes(1)).size();
        rows++;
      }
    }
    return rows * 1e9 / (System.nanoTime() - start);
  }

  private double stream(EventStore store) {
    long start = System.nanoTime();
    List<Entry> read = store.load(AccountEvents.stream(GeneratedTape.BUSY), 0);
    read.forEach(this::decode);
    return read.size() * 1e9 / (System.nanoTime() - start);
  }

  private double scan(EventStore store) {
    long start = System.nanoTime();
    long next = 1;
    while (next <= entries) {
      List<Entry> read = store.read(next, AT_A_TIME);
      read.forEach(this::decode);
      next += read.size();
    }
    return entries * 1e9 / (System.nanoTime() - start);
  }

  private void decode(Entry entry) {
    seen += AccountEvents.decode(entry.type(), entry.payload()).account().value().length();
  }

  private void asOf(Ledger ledger) throws Exception {
    int accounts = GeneratedTape.accountsOf(entries);
    Times busy =
        warm(() -> {
          seen += balance(ledger, GeneratedTape.BUSY, position()).getScale();
        });
    Figures.line(
        "balance of the busy account as of any position", "%s (p99 < 1,000 us wanted)", busy);
    Times state =
        warm(() -> {
          seen += ledger.stateAt(GeneratedTape.BUSY, position()).hashCode();
        });
    Figures.line(
        "state of the busy account (%,d events) as of any position".formatted(entries / 10),
        "%s (p99 < 1,000 us wanted)",
        state);
    Times any =
        warm(() -> {
          AccountNumber account = GeneratedTape.number(random.nextInt(accounts));
          seen += ledger.inquiries().account(account, position()).isPresent() ? 1 : 0;
        });
    Figures.line("balance of any account as of any position", "%s (p99 < 1,000 us wanted)", any);
  }

  private static Times warm(Figures.Work work) throws Exception {
    var _ = Figures.times(LOOK_UPS, work);
    return Figures.times(LOOK_UPS, work);
  }

  private long position() {
    return 10 + random.nextLong(entries - 10);
  }

  private static Money balance(Ledger ledger, AccountNumber account, long position) {
    return ledger.inquiries().account(account, position).orElseThrow().ledger();
  }

  private static void verified(Ledger ledger) {
    var verification = ledger.verify(Progress.NONE);
    if (!verification.findings().isEmpty()) {
      throw new IllegalStateException(verification.findings().toString());
    }
  }
}
