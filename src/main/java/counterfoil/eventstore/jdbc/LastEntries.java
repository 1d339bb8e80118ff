package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.tape.TapeReader;
import counterfoil.eventstore.tape.TapeReader.Check;
import counterfoil.eventstore.tape.TapeRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The look that an opening takes at what a database says its last entries are: they must be the
 * tape's, byte for byte, and there must be no more. What lies further back, and what was computed
 * from the entries, the audit proves: that takes the longer the older a ledger is.
 */
final class LastEntries {
  private static final int MOST_ENTRIES = 1000;

  private final TapeReader tape;
  private final Database database;

  /**
   * @param tape is moved; only the file is read in which the database's head stands
   */
  LastEntries(TapeReader tape, Database database) {
    this.tape = tape;
    this.database = database;
  }

  /**
   * Whether both have the same.
   *
   * @throws LedgerUnavailable if what the tape has are no entries
   */
  boolean areTheTapes() {
    long head = database.head().position();
    tape.seek(head);
    long from = Math.max(tape.position(), head - MOST_ENTRIES) + 1;
    List<Entry> onTape = readTape(from, head);
    try {
      List<Entry> inDatabase = database.entriesFrom(from, onTape.size() + 1);
      return same(onTape, inDatabase);
    } catch (SQLException | RuntimeException e) {
      // H2 throws more than SQLException over pages that it cannot read.
      return false;
    }
  }

  private List<Entry> readTape(long from, long to) {
    List<Entry> entries = new ArrayList<>();
    while (tape.position() < to) {
      Optional<TapeRecord> record = tape.next(Check.CHECKSUM);
      if (record.isEmpty()) {
        break;
      }
      if (record.get().lastPosition() >= from) {
        entries.addAll(entries(record.get()));
      }
    }
    return entries.stream().filter(entry -> entry.position() >= from).toList();
  }

  private List<Entry> entries(TapeRecord record) {
    try {
      return record.entries();
    } catch (MalformedEnvelope e) {
      throw new LedgerUnavailable(
          Reason.DAMAGED, tape.path(), "a record is not made of entries", record.firstPosition());
    } catch (LaterVersion e) {
      throw new LedgerUnavailable(Reason.NEWER, tape.path(), String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean same(List<Entry> some, List<Entry> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = same(some.get(i), others.get(i));
    }
    return same;
  }

  private static boolean same(Entry one, Entry other) {
    return Arrays.equals(one.envelope(), other.envelope())
        && Arrays.equals(one.salt(), other.salt())
        && Arrays.equals(one.payload(), other.payload());
  }
}
