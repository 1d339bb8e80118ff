package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.tape.MirroredFolder;
import counterfoil.eventstore.tape.TapeReader;
import counterfoil.eventstore.tape.TapeReader.Check;
import counterfoil.eventstore.tape.TapeRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Compares a tape with its mirror, record by record: a record's hash stands for all up to it, and
 * its checksum for itself.
 */
record MirrorAudit(MirroredFolder folders) {
  static Optional<MirrorAudit> of(Place place) {
    return place.tapeFolder() instanceof MirroredFolder folders
        ? Optional.of(new MirrorAudit(folders))
        : Optional.empty();
  }

  /** What is wrong with the mirror up to a position that is acknowledged. */
  List<Finding> run(long through) {
    long position = 0;
    try {
      TapeReader tape = new TapeReader(folders.tape());
      TapeReader mirror = new TapeReader(folders.mirror());
      while (position < through) {
        Optional<TapeRecord> there = mirror.next(Check.CHECKSUM);
        if (there.isEmpty()) {
          return List.of(Finding.of(position + 1, Kind.MIRROR_ENDS));
        }
        if (nextIsOther(tape, there.get())) {
          return List.of(Finding.of(position + 1, Kind.MIRROR_OTHER));
        }
        position = there.get().lastPosition();
      }
      return List.of();
    } catch (LedgerUnavailable e) {
      return List.of(Finding.of(e.position().orElse(position + 1), Kind.MIRROR, e.detail()));
    }
  }

  /** Damage on the tape itself is found by whoever looks at the tape. */
  private static boolean nextIsOther(TapeReader tape, TapeRecord there) {
    try {
      return tape.next(Check.CHECKSUM)
          .filter(here -> !Arrays.equals(here.chain(), there.chain()))
          .isPresent();
    } catch (LedgerUnavailable _) {
      return false;
    }
  }
}
