package counterfoil.application;

import counterfoil.application.signin.Passwords;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.InMemoryEventStore;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.eventstore.jdbc.ReadModel;
import counterfoil.projection.ReadModels;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Ledgers that touch no disk: for tests that are not about disks. Closing one keeps what it holds,
 * as a folder would.
 */
public final class MemoryLedgers implements Ledgers {
  /** A real hash takes a fifth of a second, and nothing here is worth guarding. */
  private static final Passwords QUICK = new Passwords(new Passwords.Cost(64, 1, 1));

  private final InstantSource clock;
  private final Map<LedgerPlace, Store> ledgers;

  public MemoryLedgers(InstantSource clock) {
    this(clock, new HashMap<>());
  }

  private MemoryLedgers(InstantSource clock, Map<LedgerPlace, Store> ledgers) {
    this.clock = clock;
    this.ledgers = ledgers;
  }

  /** A new ledger in euros. */
  public Ledger ledger() {
    return ledger("EUR");
  }

  public Ledger ledger(String currency) {
    return new Ledger(
        new Store(charter(currency), clock) {
          @Override
          public void close() {
            if (!closed()) {
              super.close();
              forget();
            }
          }
        },
        clock,
        QUICK);
  }

  private Charter charter(String currency) {
    return new Charter(
        "counterfoil.local/riverside/test",
        "Riverside branch",
        currency,
        ZoneOffset.UTC,
        clock.instant(),
        false);
  }

  @Override
  public boolean present(LedgerPlace place) {
    return ledgers.containsKey(place);
  }

  @Override
  public Ledger open(LedgerPlace place, Progress progress) {
    Store store = ledgers.get(place);
    if (store == null) {
      throw new LedgerUnavailable(
          LedgerUnavailable.Reason.MISSING, Path.of(place.toString()), "never founded");
    }
    store.closed = false;
    return new Ledger(store, clock, QUICK);
  }

  @Override
  public Ledger found(LedgerPlace place, Charter charter) {
    if (present(place)) {
      throw new LedgerUnavailable(
          LedgerUnavailable.Reason.EXISTS, Path.of(place.toString()), "founded already");
    }
    ledgers.put(place, new Store(charter, clock));
    return open(place, Progress.NONE);
  }

  @Override
  public Ledgers at(InstantSource other) {
    return new MemoryLedgers(other, ledgers);
  }

  /** Entries in memory; the read models in a database in memory, a step behind no one. */
  private static class Store implements LedgerStore {
    private final Charter charter;
    private final InMemoryEventStore entries;
    private final JdbcConnectionPool database =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final List<ReadModel> models;
    private final List<Consumer<Head>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    Store(Charter charter, InstantSource clock) {
      this.charter = charter;
      this.entries = new InMemoryEventStore(clock);
      this.models = ReadModels.of(charter);
      write(connection -> {
        for (ReadModel model : models) {
          model.create(connection);
        }
        createStreams(connection);
      });
    }

    @Override
    public CompletableFuture<Appended> submit(Append append) {
      try {
        Appended appended = kept(append);
        if (!appended.before()) {
          listeners.forEach(listener -> listener.accept(head()));
        }
        return CompletableFuture.completedFuture(appended);
      } catch (EventStoreException e) {
        return CompletableFuture.failedFuture(e);
      }
    }

    /** Nobody reads an entry here before the read models know it. */
    private synchronized Appended kept(Append append) {
      Appended appended = EventStoreException.await(entries.submit(append));
      if (!appended.before()) {
        write(connection -> {
          for (ReadModel model : models) {
            model.apply(connection, appended.entries());
          }
          keepStreams(connection, appended.entries());
        });
      }
      return appended;
    }

    /** As much of the real table as is asked which streams there are, and where which types are. */
    private static void createStreams(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE entry (position BIGINT PRIMARY KEY, stream VARCHAR(100), type"
                + " VARCHAR(60))");
      }
    }

    private static void keepStreams(Connection connection, List<Entry> entries)
        throws SQLException {
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO entry VALUES (?, ?, ?)")) {
        for (Entry entry : entries) {
          insert.setLong(1, entry.position());
          insert.setString(2, entry.stream().value());
          insert.setString(3, entry.type().name());
          insert.executeUpdate();
        }
      }
    }

    @Override
    public synchronized Optional<Appended> find(UUID commandId, byte[] commandDigest) {
      return entries.find(commandId, commandDigest);
    }

    @Override
    public synchronized List<Entry> load(StreamName stream, long fromVersion) {
      return entries.load(stream, fromVersion);
    }

    @Override
    public synchronized List<Entry> read(long fromPosition, int atMost) {
      return entries.read(fromPosition, atMost);
    }

    @Override
    public synchronized Head head() {
      return entries.head();
    }

    @Override
    public Registration whenAdvanced(Consumer<Head> listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }

    @Override
    public Charter charter() {
      return charter;
    }

    /** Fails once the ledger is closed, as a real one does. */
    @Override
    public DataSource reads() {
      return (DataSource)
          Proxy.newProxyInstance(
              DataSource.class.getClassLoader(),
              new Class<?>[] {DataSource.class},
              (_, _, _) -> {
                if (closed) {
                  throw new SQLException("the ledger is closed");
                }
                return database.getConnection();
              });
    }

    @Override
    public List<Finding> audit(Progress progress) {
      return List.of();
    }

    @Override
    public long rebuild(Progress progress) {
      return head().position();
    }

    @Override
    public void close() {
      // The entries are kept for the next opening.
      closed = true;
    }

    boolean closed() {
      return closed;
    }

    /** Gives the memory back; nothing can be opened again. */
    void forget() {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("SHUTDOWN");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      } finally {
        database.dispose();
      }
    }

    private void write(Work work) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        work.on(connection);
        connection.commit();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private interface Work {
      void on(Connection connection) throws SQLException;
    }
  }
}
