package counterfoil.eventstore.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.ServerAddress;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.sequencing.Sequencer;
import counterfoil.proof.TreeHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A ledger in a PostgreSQL database, which several workstations may have open at once. The server's
 * own log makes acknowledged entries last; one row, locked by every append, makes their order.
 *
 * <p>A server that goes away does not stop the store: see {@link #submit} for what becomes of the
 * appends. Questions to it end in {@link LedgerUnavailable} until it is back.
 */
public final class PostgresStore implements LedgerStore {
  /** How long an append waits for a server that has gone away, before it ends. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Server server;
  private final Charter charter;
  private final Function<Charter, List<ReadModel>> models;
  private final HikariDataSource reads;
  private final HeadWatch watch;
  private final ServerWriter writer;
  private final AtomicBoolean closed = new AtomicBoolean();

  private PostgresStore(
      Server server,
      Charter charter,
      Function<Charter, List<ReadModel>> models,
      InstantSource clock,
      Duration patience,
      long position) {
    this.server = server;
    this.charter = charter;
    this.models = models;
    this.reads = server.readers();
    // Who reads next would otherwise be handed a connection to a server that is gone.
    this.watch = new HeadWatch(server, position, reads.getHikariPoolMXBean()::softEvictConnections);
    this.writer = new ServerWriter(server, models.apply(charter), clock, patience, watch);
  }

  /**
   * Founds a ledger in a database in which there is nothing, and opens it.
   *
   * @param models makes the read models of a ledger, which are kept in the transactions that add
   *     the entries
   * @throws LedgerUnavailable if there is a ledger already, or something else, or the server does
   *     not allow it
   */
  public static PostgresStore create(
      ServerLogin login,
      Charter charter,
      Function<Charter, List<ReadModel>> models,
      InstantSource clock) {
    Server server = new Server(login);
    try {
      try (Connection connection = server.worker()) {
        if (ServerSchema.charter(connection, server.address()).isPresent()) {
          throw new LedgerUnavailable(Reason.EXISTS, server.address(), "there is a ledger in it");
        }
        ServerSchema.refuseUnfit(connection, server.address());
      }
      ServerSchema.found(server, charter, models.apply(charter));
    } catch (SQLException e) {
      throw ServerFault.unavailable(server.address(), e);
    }
    return open(login, models, clock, Progress.NONE);
  }

  /**
   * Opens the ledger in a database. If it was kept by another version of the program its tables are
   * migrated, and its read models made anew, which {@code progress} hears of but cannot stop.
   *
   * @throws LedgerUnavailable if there is none, or it cannot be used
   */
  public static PostgresStore open(
      ServerLogin login,
      Function<Charter, List<ReadModel>> models,
      InstantSource clock,
      Progress progress) {
    return open(login, models, clock, progress, PATIENCE);
  }

  static PostgresStore open(
      ServerLogin login,
      Function<Charter, List<ReadModel>> models,
      InstantSource clock,
      Progress progress,
      Duration patience) {
    Server server = new Server(login);
    try (Connection connection = server.worker()) {
      Charter charter = existing(connection, server.address());
      ServerSchema.refuseUnfit(connection, server.address());
      new ServerUpdate(server, connection).run(models.apply(charter), progress);
      long position = ServerHead.read(connection).row().position();
      return new PostgresStore(server, charter, models, clock, patience, position);
    } catch (SQLException e) {
      throw ServerFault.unavailable(server.address(), e);
    }
  }

  private static Charter existing(Connection connection, ServerAddress address)
      throws SQLException {
    return ServerSchema.charter(connection, address)
        .orElseThrow(() -> new LedgerUnavailable(Reason.MISSING, address, "no ledger in it"));
  }

  /**
   * Whether there is a ledger in a database.
   *
   * @throws LedgerUnavailable if the server does not say, or something else is in the database
   */
  public static boolean present(ServerLogin login) {
    Server server = new Server(login);
    try (Connection connection = server.worker()) {
      return ServerSchema.charter(connection, server.address()).isPresent();
    } catch (SQLException e) {
      throw ServerFault.unavailable(server.address(), e);
    }
  }

  @Override
  public Charter charter() {
    return charter;
  }

  /** Connections that cannot change anything, each in a transaction of its own. */
  @Override
  public boolean shared() {
    return true;
  }

  @Override
  public DataSource reads() {
    return reads;
  }

  @Override
  public CompletableFuture<Appended> submit(Append append) {
    return writer.submit(append);
  }

  /** Waits, if need be, for an append whose outcome was unknown to be recorded or given up. */
  @Override
  public Optional<Appended> find(UUID commandId, byte[] commandDigest) {
    refuseIfClosed();
    writer.settle();
    List<Entry> before = read(entries -> entries.ofCommand(commandId));
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(Sequencer.again(commandId, commandDigest, before));
  }

  @Override
  public List<Entry> load(StreamName stream, long fromVersion) {
    return load(stream, fromVersion, Integer.MAX_VALUE);
  }

  @Override
  public List<Entry> load(StreamName stream, long fromVersion, int atMost) {
    return read(entries -> entries.ofStream(stream, fromVersion, atMost));
  }

  @Override
  public List<Entry> read(long fromPosition, int atMost) {
    return read(entries -> entries.fromPosition(fromPosition, atMost));
  }

  /** Includes what other workstations have appended: the server is asked. */
  @Override
  public Head head() {
    return ask(connection -> ServerHead.read(connection).row()).toHead(new TreeHash());
  }

  @Override
  public Registration whenAdvanced(Consumer<Head> listener) {
    return watch.add(listener);
  }

  /** Why the store takes no more appends, if so. */
  public Optional<EventStoreException> whyStopped() {
    return Optional.ofNullable(writer.stopped());
  }

  /**
   * Makes the read models anew beside the live ones; everybody goes on posting meanwhile.
   *
   * @throws CancellationException if the progress asked to stop; nothing has changed then
   * @throws LedgerUnavailable if another workstation is rebuilding them just now
   */
  @Override
  public long rebuild(Progress progress) {
    refuseIfClosed();
    return new ServerRebuild(server, models.apply(charter), progress).run();
  }

  /**
   * Puts something else in place of the payloads that are erased, and makes the read models anew
   * from that, all in one transaction at the end; everybody goes on posting meanwhile. What the
   * server keeps of old rows, in its log and until it has vacuumed, is the server's.
   *
   * @param left what takes the place of payloads, by positions
   * @throws CancellationException if the progress asked to stop; nothing has changed then
   * @throws LedgerUnavailable if another workstation is rebuilding the read models just now
   */
  public void purge(Map<Long, byte[]> left, Progress progress) {
    refuseIfClosed();
    new ServerRebuild(server, models.apply(charter), left, progress).run();
  }

  /**
   * @throws CancellationException if the progress asked to stop: nothing is proven then
   */
  @Override
  public List<Finding> audit(Progress progress) {
    Head known = head();
    return ask(connection ->
        Audit.withoutTape(connection, known, ServerHead.read(connection).row()).run(progress));
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    writer.close();
    watch.close();
    reads.close();
  }

  /** A question to the entries. */
  @FunctionalInterface
  private interface EntryQuestion {
    List<Entry> ask(EntryTable entries) throws SQLException;
  }

  private List<Entry> read(EntryQuestion question) {
    return ask(connection -> question.ask(new EntryTable(connection)));
  }

  /** A question to the database. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private <T> T ask(Question<T> question) {
    refuseIfClosed();
    try (Connection connection = reads.getConnection()) {
      return question.ask(connection);
    } catch (SQLException e) {
      refuseIfClosed();
      throw ServerFault.unavailable(server.address(), e);
    }
  }

  private void refuseIfClosed() {
    if (closed.get()) {
      throw new StoreStopped("the store is closed");
    }
  }
}
