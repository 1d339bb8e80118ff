package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Progress;
import counterfoil.eventstore.ServerLogin;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

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

  /** A ledger without entries that keeps read models. */
  static ServerLogin newLedger(List<ReadModel> models) {
    ServerLogin login = TestServer.newDatabase();
    PostgresStore.create(login, Ledgers.CHARTER, _ -> models, InstantSource.system()).close();
    return login;
  }

  private static PostgresStore create(ServerLogin login) {
    return PostgresStore.create(login, Ledgers.CHARTER, _ -> List.of(), InstantSource.system());
  }

  /**
   * @param model makes a read model as often as one is needed: each has a memory of its own
   */
  static PostgresStore create(ServerLogin login, Supplier<ReadModel> model) {
    return PostgresStore.create(
        login, Ledgers.CHARTER, _ -> List.of(model.get()), InstantSource.system());
  }

  static PostgresStore open(ServerLogin login, InstantSource clock, List<ReadModel> models) {
    return PostgresStore.open(login, _ -> models, clock, Progress.NONE);
  }

  static PostgresStore open(ServerLogin login, Supplier<ReadModel> model) {
    return open(login, PATIENCE, model);
  }

  static PostgresStore open(ServerLogin login, Duration patience, Supplier<ReadModel> model) {
    return PostgresStore.open(
        login, _ -> List.of(model.get()), InstantSource.system(), Progress.NONE, patience);
  }
}
