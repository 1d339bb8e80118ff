package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.eventstore.ServerLogin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The desktop, as far as the command line calls it. */
public interface Screens {
  /**
   * Opens the desktop and returns when it is closed.
   *
   * @param server where the ledger is, if the person has named one
   * @return the exit code
   */
  int open(Path dataFolder, Optional<ServerLogin> server);

  /** Writes a picture of every screen, light and dark, into {@code folder}; returns the files. */
  List<Path> pictures(Ledger ledger, Path folder);
}
