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

  /**
   * Opens the ledger in {@code place}, mending first what can be computed anew.
   *
   * @throws counterfoil.application.notary.NotContinued if it is not the continuation of what this
   *     workstation has seen of it
   */
  Ledger open(LedgerPlace place, Progress progress);

  /**
   * As {@link #open}, also a ledger that is not what this workstation has seen of it, as after a
   * restore: for who is to look at it and accept that.
   */
  default Ledger openUnwitnessed(LedgerPlace place, Progress progress) {
    return open(place, progress);
  }

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

  /**
   * The same, with what is the workstation's own in {@code folder}: for a ledger that is thrown
   * away with it.
   */
  default Ledgers throwaway(Path folder) {
    return this;
  }

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
