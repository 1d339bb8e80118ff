package counterfoil.cli;

import counterfoil.application.practice.DayPictures;
import counterfoil.eventstore.ServerLogin;
import java.nio.file.Path;
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

  /**
   * Takes pictures of every screen, light and dark, and of every paper into {@code folder}, which
   * is made where missing.
   */
  DayPictures pictures(Path folder);
}
