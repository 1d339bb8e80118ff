package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Finding.Kind;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.tape.TapeFolder;
import counterfoil.eventstore.tape.TapeReader;
import counterfoil.eventstore.tape.TapeReader.Check;
import counterfoil.eventstore.tape.TapeRecord;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tape's entries one by one beside the database's, until the tape cannot be read any more. */
final class TapeEntries {
  private final Findings findings;
  private final Deque<Entry> waiting = new ArrayDeque<>();
  private @Nullable TapeReader reader;

  TapeEntries(TapeFolder folder, Findings findings) {
    this.findings = findings;
    try {
      reader = new TapeReader(folder);
    } catch (LedgerUnavailable e) {
      findings.add(e.position().orElse(1), Kind.TAPE, e.detail());
    }
  }

  /** Compares the database's entry at a position with the tape's. */
  void check(long position, Entry inDatabase) {
    Entry onTape = next();
    while (onTape != null && onTape.position() < position) {
      onTape = next();
    }
    if (onTape == null) {
      return;
    }
    boolean same =
        onTape.position() == position
            && Arrays.equals(onTape.envelope(), inDatabase.envelope())
            && Arrays.equals(onTape.salt(), inDatabase.salt())
            && Arrays.equals(onTape.payload(), inDatabase.payload());
    if (!same) {
      findings.add(position, Kind.TAPE_OTHER);
    }
  }

  /** Compares where the tape's chain has come to with the database's head. */
  void checkEnd(HeadRow head) {
    if (reader != null
        && (reader.position() != head.position() || !Arrays.equals(reader.chain(), head.chain()))) {
      findings.add(head.position(), Kind.TAPE_CHAIN);
    }
  }

  private @Nullable Entry next() {
    if (waiting.isEmpty() && reader != null) {
      readOn(reader);
    }
    return waiting.poll();
  }

  private void readOn(TapeReader from) {
    try {
      Optional<TapeRecord> record = from.next(Check.CHAIN);
      if (record.isPresent()) {
        waiting.addAll(record.get().entries());
      } else {
        findings.add(from.position() + 1, Kind.TAPE_ENDS);
        reader = null;
      }
    } catch (LedgerUnavailable e) {
      findings.add(e.position().orElse(from.position() + 1), Kind.TAPE, e.detail());
      reader = null;
    } catch (MalformedEnvelope | LaterVersion e) {
      findings.add(from.position(), Kind.TAPE, String.valueOf(e.getMessage()));
      reader = null;
    }
  }
}
