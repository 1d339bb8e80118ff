package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.ServerAddress;
import counterfoil.eventstore.ServerAddress.Encryption;
import counterfoil.eventstore.ServerLogin;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server, started once for all tests of a run and ended with it. */
public final class TestServer {
  public static final String USER = "postgres";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestServer() {}

  /** Started when the first test asks for it. */
  private static final class Running {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A server as a branch would have it: one that forces what it acknowledges. */
  static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("shared_buffers", "64MB");
  }

  public static int port() {
    return Running.SERVER.getPort();
  }

  /** An empty database of its own. */
  public static ServerLogin newDatabase() {
    return newDatabase("template0");
  }

  /** A database like another one, to which nobody may be connected. */
  static ServerLogin newDatabase(String template) {
    String name = "test_" + DATABASES.incrementAndGet();
    execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
    return login(name, USER);
  }

  /** Stands where a test has not asked for a database yet. */
  static ServerLogin nobody() {
    return new ServerLogin(
        new ServerAddress("localhost", 1, "nobody", USER, Encryption.DISABLE), "");
  }

  public static ServerLogin login(String database, String user) {
    return new ServerLogin(
        new ServerAddress("localhost", port(), database, user, Encryption.DISABLE), "");
  }

  /** Runs a statement as the server's owner. */
  public static void execute(String sql) {
    try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Runs a statement in a database, behind the back of whoever has a ledger there. */
  public static void execute(ServerLogin login, String sql) {
    try (Connection connection = new Server(login).worker();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
