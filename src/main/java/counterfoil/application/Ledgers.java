package counterfoil.application;

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
  /** Whether a ledger lies in {@code folder}, whole or not. */
  boolean present(Path folder);

  /** Opens the ledger in {@code folder}, mending its database from the tape where needed. */
  Ledger open(Path folder, Progress progress);

  /** Founds a ledger in {@code folder}, which is made where missing and may hold no ledger yet. */
  Ledger found(Path folder, Charter charter);

  /** What can be done to ledgers that are not open; nothing where they do not lie in folders. */
  default Optional<Recovery> recovery() {
    return Optional.empty();
  }

  /** The same, with another clock: for a scripted day, whose hours pass as the script says. */
  Ledgers at(InstantSource clock);
}
