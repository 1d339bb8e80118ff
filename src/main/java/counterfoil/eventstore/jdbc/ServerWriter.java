package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.NotRecorded;
import counterfoil.eventstore.OutcomeUnknown;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.jdbc.ServerLedger.CommitUnanswered;
import counterfoil.eventstore.sequencing.Outcome;
import counterfoil.eventstore.sequencing.Sequencer;
import counterfoil.proof.TreeHash;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of this process that appends to a ledger on a server. What waits together goes in
 * one transaction, which the server's log forces once. Other workstations append between two
 * groups; whatever this one remembers is dropped when they did.
 *
 * <p>Where the server goes away the thread waits for it to come back, for a while. A group whose
 * commit was not answered is never tried again: it may have been recorded.
 */
final class ServerWriter {
  /** How often a group is begun anew because somebody was in the way. */
  private static final int MOST_ATTEMPTS = 5;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
  private static final Duration ANSWERS_IDLE = Duration.ofSeconds(1);

  private final Server server;
  private final List<ReadModel> models;
  private final InstantSource clock;
  private final Duration patience;
  private final Witness witness;
  private final TreeHash hash = new TreeHash();
  private final WorkQueue<Work> queue = new WorkQueue<>();

  /**
   * Tells those who wait, in the order of their answers, on a thread of its own: what they do then
   * may wait for {@link #settle}, and so for the thread that appends. It takes more after the end,
   * and its thread ends when it has nothing to tell.
   */
  private final Executor answers =
      new ThreadPoolExecutor(
          0,
          1,
          ANSWERS_IDLE.toMillis(),
          TimeUnit.MILLISECONDS,
          new LinkedBlockingQueue<>(),
          work -> Thread.ofPlatform().daemon().name("ledger-answers").unstarted(work));

  private @Nullable ServerLedger connected;
  private @Nullable Memory memory;
  private volatile @Nullable EventStoreException stopped;

  /** Whether something of this process's may still be on its way into the ledger. */
  private volatile boolean unsettled;

  /** What is known of a head, and good as long as nobody else has moved it. */
  private record Memory(HeadRow head, Sequencer sequencer) {}

  /** Hears of what happens, on the thread that appends, before anybody is answered. */
  interface Witness {
    void advanced(Head head);

    /** The connection was lost; others to the same server will be, too. */
    void lost();
  }

  /**
   * @param patience how long a group waits for a server that has gone away
   */
  ServerWriter(
      Server server,
      List<ReadModel> models,
      InstantSource clock,
      Duration patience,
      Witness witness) {
    this.server = server;
    this.models = models;
    this.clock = clock;
    this.patience = patience;
    this.witness = witness;
    queue.start("ledger-server", this::run);
  }

  private sealed interface Work extends WorkQueue.Work {}

  private record Post(Submission submission) implements Work, WorkQueue.Posting {}

  /** Wait until everything that was begun has ended, one way or the other. */
  private record Settle(CompletableFuture<Boolean> answer) implements Work {
    @Override
    public void refuse(EventStoreException why) {
      answer.completeExceptionally(why);
    }
  }

  private record End() implements Work {
    @Override
    public void refuse(EventStoreException why) {
      // It asks for nothing else.
    }
  }

  CompletableFuture<Appended> submit(Append append) {
    Submission submission = new Submission(append, new CompletableFuture<>());
    CompletableFuture<Appended> told = new CompletableFuture<>();
    var _ =
        submission
            .answer()
            .whenComplete((done, fault) -> answers.execute(() -> tell(told, done, fault)));
    queue.add(new Post(submission));
    return told;
  }

  private static void tell(
      CompletableFuture<Appended> told, @Nullable Appended done, @Nullable Throwable fault) {
    if (fault == null) {
      told.complete(Objects.requireNonNull(done));
    } else {
      told.completeExceptionally(fault);
    }
  }

  /**
   * Returns when nothing of this process's can still get into the ledger unseen: an append whose
   * outcome was unknown is recorded by then, or never will be.
   *
   * @throws EventStoreException if the server cannot be asked
   */
  void settle() {
    if (unsettled) {
      CompletableFuture<Boolean> answer = new CompletableFuture<>();
      queue.add(new Settle(answer));
      EventStoreException.await(answer);
    }
  }

  /** Why no more is taken, if so. */
  @Nullable EventStoreException stopped() {
    return stopped;
  }

  /** Ends when everything submitted before is answered. */
  void close() {
    queue.add(new End());
    queue.awaitEnd();
    CompletableFuture.runAsync(() -> {}, answers).join();
  }

  private void run() {
    try {
      while (step()) {
        // Each step is a group, or waits for those before.
      }
      stopped = new StoreStopped("the store is closed");
    } catch (EventStoreException why) {
      stopped = why;
    } catch (Throwable fault) {
      stopped = because(fault);
    }
    queue.end(Objects.requireNonNull(stopped));
    disconnect();
  }

  private static StoreStopped because(Throwable fault) {
    return new StoreStopped("the store has stopped: " + fault.getClass().getSimpleName(), fault);
  }

  private boolean step() {
    switch (queue.next()) {
      case Post(Submission first) -> {
        List<Submission> group = queue.together(first);
        perform(group.stream().map(Post::new).toList(), ledger -> record(ledger, group));
      }
      case Settle settle ->
          perform(
              List.of(settle),
              ledger -> {
                ledger.lock();
                ledger.rollback();
                unsettled = false;
                settle.answer().complete(true);
              });
      case End _ -> {
        return false;
      }
    }
    return true;
  }

  /** One attempt at something, from a connection without a transaction to the end of one. */
  @FunctionalInterface
  private interface Attempt {
    void on(ServerLedger ledger) throws SQLException, CommitUnanswered;
  }

  /**
   * Attempts something until it is done, or it is certain that it cannot be; nothing is attempted
   * again after a commit.
   *
   * @param waiting are told if nothing comes of it
   * @throws RuntimeException if the store is to stop; those who wait have been told
   */
  private void perform(List<? extends Work> waiting, Attempt attempt) {
    long deadline = System.nanoTime() + patience.toNanos();
    Duration pause = FIRST_PAUSE;
    for (int attempts = 1; ; attempts++) {
      try {
        attempt.on(connect());
        return;
      } catch (CommitUnanswered e) {
        disconnect();
        witness.lost();
        refuse(waiting, new OutcomeUnknown(e));
        return;
      } catch (SQLException | DatabaseFault e) {
        SQLException failure = e instanceof SQLException own ? own : cause((DatabaseFault) e);
        ServerFault fault = giveUp(failure);
        if (!isWorthAnother(fault, attempts, deadline)) {
          refuse(waiting, fault, failure);
          return;
        }
        LockSupport.parkNanos(pause.toNanos());
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
      } catch (RuntimeException | Error e) {
        disconnect();
        EventStoreException why = e instanceof EventStoreException known ? known : because(e);
        stopped = why;
        refuse(waiting, why);
        throw e;
      }
    }
  }

  private static boolean isWorthAnother(ServerFault fault, int attempts, long deadline) {
    return switch (fault) {
      case GONE -> System.nanoTime() < deadline;
      case BUSY -> attempts < MOST_ATTEMPTS;
      case OVERLOADED, BROKEN -> false;
    };
  }

  private static SQLException cause(DatabaseFault fault) {
    return (SQLException) Objects.requireNonNull(fault.getCause());
  }

  private static void refuse(List<? extends Work> waiting, EventStoreException why) {
    waiting.forEach(work -> work.refuse(why));
  }

  private void refuse(List<? extends Work> waiting, ServerFault fault, SQLException failure) {
    switch (fault) {
      case GONE -> {
        NotRecorded why = new NotRecorded("the server does not answer", failure);
        refuse(waiting, why);
        // Those who wait behind have been waiting as long.
        queue.refusePostings(why);
      }
      case BUSY -> refuse(waiting, new NotRecorded("others were in the way", failure));
      case OVERLOADED -> refuse(waiting, new NotRecorded("the server is overloaded", failure));
      case BROKEN -> {
        StoreStopped why = because(failure);
        stopped = why;
        refuse(waiting, why);
        throw why;
      }
    }
  }

  private void record(ServerLedger ledger, List<Submission> group)
      throws SQLException, CommitUnanswered {
    Memory now = current(ledger);
    unsettled = false;
    List<Outcome> outcomes = now.sequencer().take(group.stream().map(Submission::append).toList());
    List<Entry> entries = added(outcomes);
    if (entries.isEmpty()) {
      // What the answers stand on is committed: the lock has seen to that.
      ledger.rollback();
    } else {
      HeadRow moved = now.head().after(entries, HeadRow.NO_CHAIN, hash);
      ledger.add(entries, moved);
      commit(ledger);
      now.sequencer().recordedThrough(moved.position());
      memory = new Memory(moved, now.sequencer());
      witness.advanced(moved.toHead(hash));
    }
    for (int i = 0; i < outcomes.size(); i++) {
      group.get(i).answer(outcomes.get(i));
    }
  }

  /** Whatever else than an answer comes of it, the group may still get into the ledger. */
  private void commit(ServerLedger ledger) throws SQLException, CommitUnanswered {
    try {
      ledger.commit();
    } catch (CommitUnanswered | RuntimeException | Error e) {
      unsettled = true;
      throw e;
    }
  }

  private Memory current(ServerLedger ledger) throws SQLException {
    HeadRow head = ledger.lock();
    Memory known = memory;
    if (known == null || !known.head().equals(head)) {
      models.forEach(ReadModel::forget);
      known =
          new Memory(
              head, new Sequencer(ledger.recorded(), clock, head.position(), head.recordedAt()));
      memory = known;
    }
    return known;
  }

  private static List<Entry> added(List<Outcome> outcomes) {
    List<Entry> entries = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Taken(Appended appended) && !appended.before()) {
        entries.addAll(appended.entries());
      }
    }
    return entries;
  }

  private ServerLedger connect() throws SQLException {
    ServerLedger ledger = connected;
    if (ledger == null) {
      ledger = ServerLedger.connect(server, models);
      connected = ledger;
    }
    return ledger;
  }

  /** Ends what was begun, and forgets everything that hung on it. */
  private ServerFault giveUp(SQLException failure) {
    ServerFault fault = ServerFault.of(failure);
    forget();
    if (fault == ServerFault.GONE || !rolledBack()) {
      disconnect();
      witness.lost();
    }
    return fault;
  }

  private boolean rolledBack() {
    try {
      if (connected != null) {
        connected.rollback();
      }
      return true;
    } catch (SQLException _) {
      return false;
    }
  }

  private void disconnect() {
    forget();
    if (connected != null) {
      connected.close();
      connected = null;
    }
  }

  private void forget() {
    memory = null;
    models.forEach(ReadModel::forget);
  }
}
