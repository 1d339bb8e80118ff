package counterfoil.eventstore.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.h2.engine.Database;
import org.h2.engine.Session;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcConnectionPool;

/** The read connections to one database file: knows which are out, and can take them back. */
final class Readers {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

  private final JdbcConnectionPool pool;
  private final Database served;
  private final Set<Lent> lent = new HashSet<>();
  private boolean retired;

  /**
   * @param file is open
   */
  Readers(H2File file) throws SQLException {
    pool = file.readers();
    try (Connection connection = pool.getConnection()) {
      served = H2File.databaseOf(connection);
    } catch (SQLException e) {
      pool.dispose();
      throw e;
    }
  }

  /**
   * A connection, which must be closed; nothing if these readers have been retired.
   *
   * @throws SQLException also if the database has closed itself at a fault. H2 would open its file
   *     again for whoever connects, as it is on the disk: without what was acknowledged last
   */
  Optional<Connection> lend() throws SQLException {
    try {
      if (served.isClosing() && !isRetired()) {
        throw closedItself();
      }
      JdbcConnection physical = (JdbcConnection) pool.getConnection();
      try {
        if (H2File.databaseOf(physical) != served) {
          throw closedItself();
        }
        return enter(new Lent(physical));
      } catch (SQLException | RuntimeException e) {
        physical.close();
        throw e;
      }
    } catch (IllegalStateException e) {
      // So the pool says that it is closed.
      return Optional.empty();
    }
  }

  private static SQLException closedItself() {
    return new SQLNonTransientConnectionException("the database has closed itself at a fault");
  }

  private boolean isRetired() {
    synchronized (lent) {
      return retired;
    }
  }

  private Optional<Connection> enter(Lent connection) throws SQLException {
    synchronized (lent) {
      if (!retired) {
        lent.add(connection);
        return Optional.of(connection.shown());
      }
    }
    connection.physical.close();
    return Optional.empty();
  }

  /**
   * Gives readers some time to end, and then closes whatever is still out. When this returns no
   * connection is left.
   */
  void retire(Duration patience) {
    synchronized (lent) {
      retired = true;
    }
    pool.dispose();
    long end = System.nanoTime() + patience.toNanos();
    while (!out().isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    out().forEach(Lent::cut);
  }

  private List<Lent> out() {
    synchronized (lent) {
      return List.copyOf(lent);
    }
  }

  /** A connection that is out. */
  private final class Lent {
    private final JdbcConnection physical;
    private final Session session;
    private volatile boolean over;

    Lent(JdbcConnection physical) {
      this.physical = physical;
      this.session = physical.getSession();
    }

    Connection shown() {
      return (Connection)
          Proxy.newProxyInstance(
              Readers.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, arguments) ->
                  switch (method.getName()) {
                    case "close" -> {
                      giveBack();
                      yield null;
                    }
                    case "isClosed" -> over;
                    default -> {
                      if (over) {
                        throw new SQLNonTransientConnectionException("the connection is closed");
                      }
                      try {
                        yield method.invoke(physical, arguments);
                      } catch (InvocationTargetException e) {
                        throw e.getCause();
                      }
                    }
                  });
    }

    private void giveBack() throws SQLException {
      try {
        if (!over) {
          over = true;
          physical.close();
        }
      } finally {
        synchronized (lent) {
          lent.remove(this);
        }
      }
    }

    /** Closing waits for the statement under way, which is told to end until it does. */
    private void cut() {
      over = true;
      var closed =
          CompletableFuture.runAsync(
              () -> {
                try {
                  physical.close();
                } catch (SQLException _) {
                  // It was closed by its reader at the same moment, or is of no use any more.
                }
              },
              work -> Thread.ofPlatform().daemon().name("ledger-cut").start(work));
      while (!closed.isDone()) {
        session.cancel();
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
      synchronized (lent) {
        lent.remove(this);
      }
    }
  }
}
