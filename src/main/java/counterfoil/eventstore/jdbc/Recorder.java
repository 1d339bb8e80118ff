package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.sequencing.Outcome;
import counterfoil.eventstore.sequencing.Sequencer;
import counterfoil.eventstore.tape.Tape;
import counterfoil.proof.TreeHash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Records groups of appends, one after another, on tape and in the database at once: while this
 * thread writes a group to the tape and forces it, the database's thread prepares the same group in
 * a transaction, which is committed only when the force has returned. Only then is anybody
 * answered.
 *
 * <p>If the force is the slower of the two, as it is when appends come one by one, this thread
 * commits and answers by itself: waking the other one for it would cost more. If the database is
 * the slower, as it is when hundreds come at once, that is left to it, and this thread goes on with
 * the next group; but never with the one after that.
 *
 * <p>After any exception it is of no further use.
 */
final class Recorder {
  private static final CompletableFuture<Long> NOTHING = CompletableFuture.completedFuture(0L);

  private final Sequencer sequencer;
  private final Tape tape;
  private final LiveDatabase database;
  private final TreeHash hash = new TreeHash();
  private HeadRow head;
  private CompletableFuture<Long> unfinished = NOTHING;

  Recorder(Sequencer sequencer, Tape tape, LiveDatabase database, HeadRow head) {
    this.sequencer = sequencer;
    this.tape = tape;
    this.database = database;
    this.head = head;
  }

  /** Appends to be recorded together. */
  interface Group {
    List<Append> appends();

    /** Hears what has become of the appends, in their order; everything taken is on the disk. */
    void recorded(List<Outcome> outcomes, Head head);

    /** Hears what has become of the appends if there was nothing in them to be recorded. */
    void unchanged(List<Outcome> outcomes);

    /** Hears that it is not known what has become of them. */
    void failed(Throwable fault);
  }

  /**
   * Records a group. It hears of the end of it, here or on the database's thread, or this throws.
   */
  void record(Group group) throws Exception {
    List<Outcome> outcomes = sequencer.take(group.appends());
    List<List<Entry>> records = records(outcomes);
    if (records.isEmpty()) {
      // Even a refusal may stand on entries that are still on their way to the disk.
      settle();
      group.unchanged(outcomes);
      return;
    }
    CompletableFuture<HeadRow> moved = new CompletableFuture<>();
    List<Entry> entries = records.stream().flatMap(List::stream).toList();
    CompletableFuture<Head> prepared = database.prepare(entries, moved::join);
    try {
      byte[] chain = write(records);
      head = head.after(entries, chain, hash);
      moved.complete(head);
      tape.force();
      settle();
    } catch (Throwable fault) {
      moved.completeExceptionally(fault);
      throw fault;
    }
    if (prepared.isDone()) {
      sequencer.recordedThrough(finish(group, outcomes, prepared));
    } else {
      unfinished = database.then(() -> finishLater(group, outcomes, prepared));
    }
  }

  /** Waits until everything recorded is committed and answered. */
  void settle() throws Exception {
    sequencer.recordedThrough(DatabaseThread.await(unfinished));
    unfinished = NOTHING;
  }

  /**
   * Tells readers why, should the database have closed itself. To be called before anybody hears.
   */
  void failed(Throwable fault) {
    database.reads().failed(fault);
  }

  private byte[] write(List<List<Entry>> records) throws IOException {
    byte[] chain = head.chain();
    for (List<Entry> record : records) {
      chain = tape.add(record);
    }
    tape.write();
    return chain;
  }

  private long finish(Group group, List<Outcome> outcomes, CompletableFuture<Head> prepared)
      throws Exception {
    Head advanced = DatabaseThread.await(prepared);
    database.commit();
    group.recorded(outcomes, advanced);
    return advanced.position();
  }

  private long finishLater(Group group, List<Outcome> outcomes, CompletableFuture<Head> prepared)
      throws Exception {
    try {
      return finish(group, outcomes, prepared);
    } catch (Throwable fault) {
      group.failed(fault);
      throw fault;
    }
  }

  private static List<List<Entry>> records(List<Outcome> outcomes) {
    List<List<Entry>> records = new ArrayList<>(outcomes.size());
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Taken(Appended appended) && !appended.before()) {
        records.add(appended.entries());
      }
    }
    return records;
  }
}
