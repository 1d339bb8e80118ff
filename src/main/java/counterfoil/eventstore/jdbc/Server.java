package counterfoil.eventstore.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import counterfoil.eventstore.ServerAddress;
import counterfoil.eventstore.ServerLogin;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One database on a PostgreSQL server and the ways to connect to it. Everything goes through
 * setters: no text that a person typed becomes part of a connection's address.
 */
record Server(ServerLogin login) {
  /** How long one try to connect may take. */
  private static final Duration CONNECTING = Duration.ofSeconds(5);

  /**
   * After this long without an answer the server counts as gone: longer than it may wait for a
   * lock, or who waits for another workstation would be taken for one who waits for nobody.
   */
  private static final Duration ANSWER = Duration.ofSeconds(20);

  /**
   * The longest wait for the head, and how long a workstation that has stopped in the middle of an
   * append can keep all others from theirs.
   */
  private static final Duration LOCK = Duration.ofSeconds(10);

  /** After this long without a row a reader gives its question up. */
  private static final Duration READING = Duration.ofSeconds(30);

  private static final int MOST_READERS = 6;

  /** So many rows come at a time of an answer that is too long to be held whole. */
  private static final int ROWS_TOGETHER = 1000;

  ServerAddress address() {
    return login.address();
  }

  /** To append with: in transactions, on disk when they end. */
  Connection writer() throws SQLException {
    PGSimpleDataSource source = source();
    source.setSocketTimeout((int) ANSWER.toSeconds());
    source.setOptions(
        "-c synchronous_commit=on -c default_transaction_isolation=read\\ committed"
            + " -c lock_timeout=%d -c idle_in_transaction_session_timeout=%d"
                .formatted(LOCK.toMillis(), LOCK.toMillis()));
    source.setReWriteBatchedInserts(true);
    Connection connection = source.getConnection();
    try {
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** For work that may take long; every statement is a transaction of its own at first. */
  Connection worker() throws SQLException {
    return owner().getConnection();
  }

  /** As {@link #worker}. */
  DataSource owner() {
    PGSimpleDataSource source = source();
    source.setOptions("-c default_transaction_isolation=read\\ committed");
    source.setReWriteBatchedInserts(true);
    return source;
  }

  /** Connections that can only read. */
  HikariDataSource readers() {
    PGSimpleDataSource source = source();
    source.setOptions("-c default_transaction_read_only=on");
    source.setSocketTimeout((int) READING.toSeconds());
    source.setDefaultRowFetchSize(ROWS_TOGETHER);
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("ledger-readers");
    config.setMaximumPoolSize(MOST_READERS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTING.toMillis());
    // Only in a transaction do rows come a part at a time.
    config.setAutoCommit(false);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {address().host()});
    source.setPortNumbers(new int[] {address().port()});
    source.setDatabaseName(address().database());
    source.setUser(address().user());
    if (!login.password().isEmpty()) {
      source.setPassword(login.password());
    }
    source.setSslMode(address().encryption().word());
    source.setApplicationName("counterfoil");
    source.setConnectTimeout((int) CONNECTING.toSeconds());
    source.setLoginTimeout((int) CONNECTING.toSeconds());
    source.setTcpKeepAlive(true);
    source.setCurrentSchema(ServerSchema.READS + "," + ServerSchema.LEDGER);
    // What the server adds to its errors are the values of somebody's account.
    source.setLogServerErrorDetail(false);
    return source;
  }
}
