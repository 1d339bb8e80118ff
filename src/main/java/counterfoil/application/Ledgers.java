package counterfoil.application;

import counterfoil.application.LedgerPlace.Folder;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Progress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Opens and founds ledgers. Both throw {@link counterfoil.eventstore.LedgerUnavailable} with the
 * reason.
 */
public interface Ledgers {
  /** Whether a ledger is in {@code place}, whole or not. */
  boolean present(LedgerPlace place);

  /** Opens the ledger in {@code place}, mending first what can be computed anew. */
  Ledger open(LedgerPlace place, Progress progress);

  /**
   * Founds a ledger in {@code place}: in a folder, which is made where missing, or in a database
   * that is there and empty.
   */
  Ledger found(LedgerPlace place, Charter charter);

  /** What can be done to ledgers that are not open; nothing where they do not lie in folders. */
  default Optional<Recovery> recovery() {
    return Optional.empty();
  }

  /** The same, with another clock: for a scripted day, whose hours pass as the script says. */
  Ledgers at(InstantSource clock);

  default boolean present(Path folder) {
    return present(new Folder(folder));
  }

  default Ledger open(Path folder, Progress progress) {
    return open(new Folder(folder), progress);
  }

  default Ledger found(Path folder, Charter charter) {
    return found(new Folder(folder), charter);
  }
}
