package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Brings a ledger that another version of the program has kept up to this one. */
final class ServerUpdate {
  private final Server server;
  private final Connection connection;

  /**
   * @param connection is to be closed by the caller when the ledger is open: until then it keeps
   *     other versions from changing the ledger
   */
  ServerUpdate(Server server, Connection connection) {
    this.server = server;
    this.connection = connection;
  }

  /**
   * Migrates the store's tables and rebuilds the read models, if need be.
   *
   * @throws LedgerUnavailable with reason {@link Reason#IN_USE} if that is needed while other
   *     workstations are at work
   */
  void run(List<ReadModel> models, Progress progress) throws SQLException {
    if (!ServerLock.USE.tryShared(connection)) {
      throw inUse();
    }
    if (isCurrent(models)) {
      return;
    }
    // Nobody else is at work, or this fails; whoever comes from now on waits.
    if (!ServerLock.USE.tryAlone(connection)) {
      throw inUse();
    }
    if (migration() < Migrations.POSTGRESQL.newest()) {
      Migrations.POSTGRESQL.run(server.owner());
    }
    if (!ServerHead.read(connection).readModels().equals(ReadModel.fingerprint(models))) {
      Progress anyway =
          (done, total) -> {
            progress.report(done, total);
            return true;
          };
      new ServerRebuild(server, models, anyway).run();
    }
    ServerLock.USE.releaseAlone(connection);
  }

  private boolean isCurrent(List<ReadModel> models) throws SQLException {
    return migration() == Migrations.POSTGRESQL.newest()
        && ServerHead.read(connection).readModels().equals(ReadModel.fingerprint(models));
  }

  private int migration() throws SQLException {
    return Migrations.POSTGRESQL.recorded(connection).orElse(0);
  }

  private LedgerUnavailable inUse() {
    return new LedgerUnavailable(
        Reason.IN_USE, server.address(), "another version of the program is at work on it");
  }
}
