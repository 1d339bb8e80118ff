package counterfoil.cli;

import counterfoil.application.Ledger;
import java.nio.file.Path;
import java.util.List;

/** The desktop, as far as the command line calls it. */
public interface Screens {
  /**
   * Opens the desktop and returns when it is closed.
   *
   * @return the exit code
   */
  int open(Path ledgerFolder);

  /** Writes a picture of every screen, light and dark, into {@code folder}; returns the files. */
  List<Path> pictures(Ledger ledger, Path folder);
}
