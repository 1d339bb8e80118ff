package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.tape.TapeReader;
import counterfoil.eventstore.tape.TapeReader.Check;
import counterfoil.eventstore.tape.TapeRecord;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the ledger in a folder anew, tape, mirror and database, with something else in place of
 * the payloads that are erased. The new one is made beside the old and proven to have the same
 * tree; then it takes the old one's place, and that is deleted. Broken off at any moment, it leaves
 * the old ledger, or the new one whole; the next opening ends what is left to do.
 *
 * <p>Deleted files are gone for whoever reads the folder. What a disk keeps of them in blocks that
 * are free is not overwritten.
 */
public final class Purge {
  private final Place place;
  private final Remaking remaking;

  /**
   * @param models the read models of a ledger that was founded so
   * @throws LedgerUnavailable if the settings in the folder cannot be read
   */
  public Purge(Path folder, Function<Charter, List<ReadModel>> models, InstantSource clock) {
    this.place = Place.usual(folder, List.of(), clock);
    this.remaking = new Remaking(place, models);
  }

  /**
   * Purges a ledger that nobody has open; returns how many entries it has.
   *
   * @param left what takes the place of payloads, by positions
   * @throws LedgerUnavailable if the folder, the disk or the tape do not allow it; either nothing
   *     was changed, or the next opening ends it
   */
  public long run(Map<Long, byte[]> left, Progress progress) {
    return remaking.locked(() -> {
      Takeover takeover = new Takeover(place.folder());
      // Of a tape and its mirror the tape: the next opening fills a mirror that has nothing yet.
      TapeReader tape = place.read(place.tapes().getFirst());
      try (NewLedger made = remaking.begin(takeover, tape.charter())) {
        Frontier tree = fill(made, tape, left);
        if (!tree.equals(made.frontier())) {
          throw new IOException("the tree has become another one");
        }
        made.complete(progress);
        takeover.forgetting(place.clock().instant());
        return made.position();
      }
    });
  }

  /** Returns the tree over the entries as they were. */
  private Frontier fill(NewLedger made, TapeReader tape, Map<Long, byte[]> left)
      throws IOException {
    TreeHash hash = new TreeHash();
    Frontier tree = Frontier.EMPTY;
    Map<Long, byte[]> waiting = new HashMap<>(left);
    for (var next = tape.next(Check.CHAIN); next.isPresent(); next = tape.next(Check.CHAIN)) {
      TapeRecord record = next.get();
      List<Entry> append =
          record.entries().stream()
              .map(entry ->
                  Optional.ofNullable(waiting.remove(entry.position()))
                      .map(instead -> EntryCodec.erased(entry, instead))
                      .orElse(entry))
              .toList();
      for (Entry entry : record.entries()) {
        tree = tree.append(hash.leaf(entry.envelope()), hash);
      }
      Optional<String> problem = made.add(append);
      if (problem.isPresent()) {
        throw new LedgerUnavailable(
            Reason.DAMAGED, place.folder(), problem.get(), made.position() + 1);
      }
    }
    if (!waiting.isEmpty()) {
      throw new IOException("what is to be erased is not on the tape");
    }
    return tree;
  }
}
