package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.tape.LooseTape;
import counterfoil.eventstore.tape.TapeFolder;
import counterfoil.eventstore.tape.TapeReader;
import counterfoil.eventstore.tape.TapeReader.Check;
import counterfoil.eventstore.tape.TapeRecord;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.util.Optional;

/**
 * What can be said of the ledger that is there before another one takes its place.
 *
 * @param charter what it was founded as, if that can still be read
 * @param whole whether all of its tape is as it was written, up to its database's end at least
 * @param readable the last entry up to which the tape is whole
 * @param compared the tree over the entries up to {@code readable}, or up to the position at which
 *     it was to be compared if that comes first
 * @param reaches the last entry that tape or database give any sign of
 */
record FormerLedger(
    Optional<Charter> charter, boolean whole, long readable, Frontier compared, long reaches) {

  /**
   * Reads the ledger that is there: its tape, or its tape's mirror where that is whole further.
   *
   * @param compareAt where the tree is to be compared
   * @throws LedgerUnavailable if it is a later version's: what that means by its files is not known
   */
  static FormerLedger read(Place place, long compareAt) {
    long inDatabase = headOf(place);
    return place.tapes().stream()
        .map(tape -> read(tape, inDatabase, compareAt))
        .reduce(FormerLedger::with)
        .orElseThrow();
  }

  /** What the two of them, of which one mirrors the other, give together. */
  private FormerLedger with(FormerLedger mirror) {
    boolean further = mirror.readable > readable || (mirror.readable == readable && mirror.whole);
    FormerLedger best = further ? mirror : this;
    FormerLedger other = further ? this : mirror;
    long furthest = Math.max(reaches, mirror.reaches);
    return new FormerLedger(
        best.charter.or(() -> other.charter),
        best.whole && furthest <= best.readable,
        best.readable,
        best.compared,
        furthest);
  }

  private static FormerLedger read(TapeFolder folder, long inDatabase, long compareAt) {
    TreeHash hash = new TreeHash();
    Frontier tree = Frontier.EMPTY;
    long readable = 0;
    boolean whole = false;
    Optional<Charter> charter = Optional.empty();
    try {
      TapeReader reader = new TapeReader(folder);
      charter = Optional.of(reader.charter());
      for (var next = reader.next(Check.CHAIN); next.isPresent(); next = reader.next(Check.CHAIN)) {
        TapeRecord record = next.get();
        for (Entry entry : record.entries()) {
          tree = tree.size() < compareAt ? tree.append(hash.leaf(entry.envelope()), hash) : tree;
        }
        readable = record.lastPosition();
      }
      whole = true;
    } catch (LedgerUnavailable e) {
      if (e.reason() == Reason.NEWER) {
        throw e;
      }
    } catch (MalformedEnvelope _) {
      // The checksum is right and the content is none: damage like any other.
    }
    if (whole && inDatabase <= readable) {
      return new FormerLedger(charter, true, readable, tree, readable);
    }
    LooseTape loose = new LooseTape(folder, readable + 1);
    long reaches = Math.max(Math.max(readable, loose.reaches()), inDatabase);
    return new FormerLedger(charter.or(loose::charter), false, readable, tree, reaches);
  }

  private static long headOf(Place place) {
    try (FormerDatabase database = FormerDatabase.open(place.live()).orElse(null)) {
      return database == null ? 0 : database.head().position();
    }
  }
}
