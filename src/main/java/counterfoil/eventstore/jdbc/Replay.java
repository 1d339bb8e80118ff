package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.tape.TapeReader;
import counterfoil.eventstore.tape.TapeReader.Check;
import counterfoil.eventstore.tape.TapeRecord;
import counterfoil.proof.TreeHash;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings a database up to its tape's end. */
final class Replay {
  /** So many entries go into one transaction: enough to make its end cheap, little to hold. */
  private static final int ENTRIES_TOGETHER = 2000;

  private final TapeReader tape;
  private final Database database;
  private final Progress progress;
  private final long total;
  private final TreeHash hash = new TreeHash();
  private final List<Entry> waiting = new ArrayList<>();

  /**
   * @param tape stands behind the entry that the database's head is
   * @param total where the tape is known to end
   */
  Replay(TapeReader tape, Database database, Progress progress, long total) {
    this.tape = tape;
    this.database = database;
    this.progress = progress;
    this.total = total;
  }

  /** Replays to the tape's end and returns true, or to where the progress asks to stop. */
  boolean run() throws SQLException {
    boolean wanted = true;
    byte[] chain = database.head().chain();
    while (wanted) {
      Optional<TapeRecord> record = tape.next(Check.CHAIN);
      if (record.isEmpty()) {
        break;
      }
      waiting.addAll(entries(record.get()));
      chain = record.get().chain();
      if (waiting.size() >= ENTRIES_TOGETHER) {
        wanted = flush(chain);
      }
    }
    if (wanted && !waiting.isEmpty()) {
      wanted = flush(chain);
    }
    return wanted;
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

  private boolean flush(byte[] chain) throws SQLException {
    try {
      List<Entry> entries = List.copyOf(waiting);
      HeadRow head = database.head().after(entries, chain, hash);
      database.prepare(entries, () -> head);
      database.commit();
    } catch (LaterVersion e) {
      database.rollback();
      throw newer(e);
    } catch (IllegalStateException e) {
      database.rollback();
      throw new LedgerUnavailable(
          Reason.UNREADABLE, tape.path(), "a read model does not know what to do with it", e);
    } catch (SQLException | RuntimeException e) {
      database.rollback();
      throw e;
    }
    waiting.clear();
    return progress.report(database.head().position(), total);
  }
}
