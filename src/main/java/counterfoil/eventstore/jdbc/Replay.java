package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.UnreadableEntry;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.tape.TapeReader;
import counterfoil.eventstore.tape.TapeReader.Check;
import counterfoil.eventstore.tape.TapeRecord;
import counterfoil.proof.TreeHash;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Reads a tape's entries on from a head, and hands them over many at a time. */
final class Replay {
  /** So many entries go into one transaction: enough to make its end cheap, little to hold. */
  private static final int ENTRIES_TOGETHER = 2000;

  private final TapeReader tape;
  private final Check check;
  private final long last;
  private final LongPredicate goOn;
  private final TreeHash hash = new TreeHash();
  private HeadRow head;

  /**
   * @param tape is moved behind the entry that {@code head} is
   * @param check {@link Check#CHAIN} if the new heads count: without it they are not computed
   * @param last the position to end with
   * @param goOn hears how many entries more were taken, and says whether to go on
   */
  Replay(TapeReader tape, Check check, HeadRow head, long last, LongPredicate goOn) {
    this.tape = tape;
    this.check = check;
    this.head = head;
    this.last = last;
    this.goOn = goOn;
  }

  /** Takes entries in, in a transaction of their own. */
  @FunctionalInterface
  interface Taking {
    /**
     * @param head that the entries make
     * @throws UnreadableEntry if the payload of one is not of the shape that its type names
     * @throws IllegalStateException if one of them is of an unknown kind
     */
    void take(List<Entry> entries, HeadRow head) throws SQLException;
  }

  /** Replays to the end and returns true, or to where it shall stop. */
  boolean run(Taking taking) throws SQLException {
    tape.skipTo(head.position());
    boolean wanted = true;
    while (wanted && head.position() < last) {
      HeadRow before = head;
      List<Entry> entries = read();
      if (entries.isEmpty()) {
        break;
      }
      try {
        taking.take(entries, head);
      } catch (LaterVersion e) {
        throw newer(e);
      } catch (UnreadableEntry e) {
        throw new LedgerUnavailable(
            Reason.DAMAGED,
            tape.path(),
            "an entry does not read as what it says it is",
            e.position());
      } catch (IllegalStateException e) {
        throw new LedgerUnavailable(
            Reason.UNREADABLE, tape.path(), "a read model does not know what to do with it", e);
      }
      wanted = goOn.test(head.position() - before.position());
    }
    return wanted;
  }

  private List<Entry> read() {
    List<Entry> entries = new ArrayList<>(ENTRIES_TOGETHER);
    byte[] chain = head.chain();
    while (entries.size() < ENTRIES_TOGETHER && head.position() + entries.size() < last) {
      Optional<TapeRecord> record = tape.next(check);
      if (record.isEmpty()) {
        break;
      }
      entries.addAll(entries(record.get()));
      chain = record.get().chain();
    }
    if (!entries.isEmpty()) {
      head =
          check == Check.CHAIN
              ? head.after(entries, chain, hash)
              : head.onlyMoved(entries.getLast(), chain);
    }
    return entries;
  }

  private List<Entry> entries(TapeRecord record) {
    try {
      return record.entries();
    } catch (MalformedEnvelope e) {
      throw new LedgerUnavailable(
          Reason.DAMAGED, tape.path(), "a record is not made of entries", record.firstPosition());
    } catch (LaterVersion e) {
      throw newer(e);
    }
  }

  private LedgerUnavailable newer(LaterVersion e) {
    return new LedgerUnavailable(Reason.NEWER, tape.path(), String.valueOf(e.getMessage()), e);
  }
}
