package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.StoreStopped;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Read connections to whichever database file is the live one. A connection belongs to the file
 * that it was taken of: it is cut when another one takes that one's place, so that nobody ever
 * reads the old one beside the new.
 */
final class ReadSource implements DataSource {
  /** Appends wait so long at most for readers to end by themselves; most take far less. */
  private static final Duration BEFORE_EXCHANGE = Duration.ofMillis(200);

  private static final Duration BEFORE_CLOSING = Duration.ofSeconds(5);

  private final ReadWriteLock exchange = new ReentrantReadWriteLock();
  private @Nullable Readers readers;
  private volatile @Nullable Throwable fault;

  ReadSource(H2File file) throws SQLException {
    readers = new Readers(file);
  }

  @Override
  public Connection getConnection() throws SQLException {
    while (true) {
      try {
        Optional<Connection> lent = current().lend();
        if (lent.isPresent()) {
          return lent.get();
        }
      } catch (SQLException e) {
        Throwable why = fault;
        if (why != null) {
          throw new SQLNonTransientConnectionException("the store has stopped at a fault", why);
        }
        throw e;
      }
      // The file has been exchanged meanwhile.
    }
  }

  /** From now on whoever is refused a connection hears that this is why. */
  void failed(Throwable why) {
    fault = why;
  }

  private Readers current() {
    exchange.readLock().lock();
    try {
      if (readers == null) {
        throw new StoreStopped("the store is closed");
      }
      return readers;
    } finally {
      exchange.readLock().unlock();
    }
  }

  /** A question that may be asked twice. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** Asks, and asks once more if the connection was cut meanwhile. */
  <T> T ask(Question<T> question) throws SQLException {
    try (Connection connection = getConnection()) {
      try {
        T answer = question.ask(connection);
        // An answer that is cut may look like one that has ended.
        if (!connection.isClosed()) {
          return answer;
        }
      } catch (SQLException e) {
        if (!connection.isClosed()) {
          throw e;
        }
      }
    }
    try (Connection connection = getConnection()) {
      return question.ask(connection);
    }
  }

  /**
   * Puts another database in place of this one. New readers wait; those at work are given a moment
   * to end, and are cut then.
   */
  void exchange(Exchange work) throws Exception {
    exchange.writeLock().lock();
    try {
      retire(BEFORE_EXCHANGE);
      readers = new Readers(work.run());
    } finally {
      exchange.writeLock().unlock();
    }
  }

  void close() {
    exchange.writeLock().lock();
    try {
      retire(BEFORE_CLOSING);
    } finally {
      exchange.writeLock().unlock();
    }
  }

  private void retire(Duration patience) {
    if (readers != null) {
      readers.retire(patience);
      readers = null;
    }
  }

  /** Replaces the database while nobody reads, and names the file of the new one. */
  @FunctionalInterface
  interface Exchange {
    H2File run() throws Exception;
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("readers have one account");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("not a wrapper of " + type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
