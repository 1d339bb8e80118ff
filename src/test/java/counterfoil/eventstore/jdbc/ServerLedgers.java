package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Progress;
import counterfoil.eventstore.ServerLogin;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Ledgers on the test's server. */
final class ServerLedgers {
  /** Long enough for a server on the same machine to start again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ServerLedgers() {}

  /** A ledger without entries and without read models, copied: founding one takes far longer. */
  private static final class Template {
    static final String DATABASE = found();

    private static String found() {
      ServerLogin login = TestServer.newDatabase();
      create(login).close();
      return login.address().database();
    }
  }

  static ServerLogin newLedger() {
    return TestServer.newDatabase(Template.DATABASE);
  }

  static PostgresStore create(ServerLogin login, ReadModel... models) {
    return PostgresStore.create(
        login, Ledgers.CHARTER, _ -> List.of(models), InstantSource.system());
  }

  static PostgresStore open(ServerLogin login, InstantSource clock, ReadModel... models) {
    return open(login, clock, PATIENCE, models);
  }

  static PostgresStore open(
      ServerLogin login, InstantSource clock, Duration patience, ReadModel... models) {
    return PostgresStore.open(login, _ -> List.of(models), clock, Progress.NONE, patience);
  }
}
