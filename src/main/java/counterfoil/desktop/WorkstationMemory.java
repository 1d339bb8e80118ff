package counterfoil.desktop;

import counterfoil.desktop.kit.Background;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Keeps the settings of the workstation, in memory and on disk. That they cannot be written hinders
 * nobody's work: it is logged, no more.
 */
final class WorkstationMemory {
  private static final Logger LOG = System.getLogger("counterfoil");

  private final Path folder;
  private final Background background;
  private volatile WorkstationSettings settings;
  private volatile boolean kept;

  WorkstationMemory(Path folder, Background background) {
    this.folder = folder;
    this.background = background;
    this.settings = WorkstationSettings.read(folder);
  }

  WorkstationSettings settings() {
    return settings;
  }

  /** From now on changes go to the disk; before there is a ledger nothing is left behind there. */
  void keep() {
    kept = true;
    writeLater();
  }

  /** To be called on the screen's thread. */
  void change(UnaryOperator<WorkstationSettings> change) {
    settings = change.apply(settings);
    writeLater();
  }

  private void writeLater() {
    background.run(
        () -> {
          write();
          return true;
        },
        _ -> {},
        fault -> LOG.log(Level.INFO, "settings are not kept: " + fault));
  }

  /** Writes what holds now, whoever comes first: an older state never follows a newer one. */
  synchronized void write() {
    if (kept) {
      try {
        settings.write(folder);
      } catch (IOException e) {
        LOG.log(Level.INFO, "settings are not kept: " + e);
      }
    }
  }
}
