package counterfoil.application;

import counterfoil.eventstore.ServerLogin;
import java.nio.file.Path;

/** Where a ledger is. */
public sealed interface LedgerPlace {
  /** In a folder of this machine, for this one workstation. */
  record Folder(Path path) implements LedgerPlace {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** In a database on a server, for all workstations of a branch. */
  record Server(ServerLogin login) implements LedgerPlace {
    @Override
    public String toString() {
      return login.toString();
    }
  }
}
