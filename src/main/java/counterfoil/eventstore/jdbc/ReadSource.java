package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.StoreStopped;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/** Read connections to whichever database file is the live one. */
final class ReadSource implements DataSource {
  private static final Duration LONGEST_WAIT_FOR_READERS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

  private final ReadWriteLock exchange = new ReentrantReadWriteLock();
  private @Nullable JdbcConnectionPool pool;

  ReadSource(H2File file) {
    pool = file.readers();
  }

  @Override
  public Connection getConnection() throws SQLException {
    exchange.readLock().lock();
    try {
      if (pool == null) {
        throw new StoreStopped("the store is closed");
      }
      return pool.getConnection();
    } finally {
      exchange.readLock().unlock();
    }
  }

  /**
   * Puts another database in place of this one. New readers wait; those at work are given some time
   * to end, and lose their connection then.
   */
  void exchange(Exchange work) throws Exception {
    exchange.writeLock().lock();
    try {
      closePool();
      pool = work.run().readers();
    } finally {
      exchange.writeLock().unlock();
    }
  }

  void close() {
    exchange.writeLock().lock();
    try {
      closePool();
    } finally {
      exchange.writeLock().unlock();
    }
  }

  private void closePool() {
    if (pool != null) {
      long end = System.nanoTime() + LONGEST_WAIT_FOR_READERS.toNanos();
      while (pool.getActiveConnections() > 0 && System.nanoTime() < end) {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
      pool.dispose();
      pool = null;
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
