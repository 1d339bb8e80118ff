package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.sequencing.Listeners;
import counterfoil.eventstore.sequencing.Outcome;
import counterfoil.eventstore.sequencing.Sequencer;
import counterfoil.eventstore.tape.FolderFault;
import counterfoil.eventstore.tape.Tape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread through which everything is recorded. It takes what was submitted in groups; while
 * it writes a group to the tape and forces it, the database thread prepares the same group in a
 * transaction, which is committed only when the force has returned. Only then is anybody answered.
 *
 * <p>Any fault stops it for good: what a failed force has left behind is unknown.
 */
final class LedgerWriter {
  private static final int MOST_EVENTS_TOGETHER = 512;
  private static final long MOST_BYTES_TOGETHER = 4 << 20;

  private final Sequencer sequencer;
  private final Tape tape;
  private final LiveDatabase database;
  private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private final Listeners listeners = new Listeners();
  private final Thread thread;
  private volatile Head head;
  private volatile @Nullable StoreStopped stopped;

  private sealed interface Work {
    /** Answers that it will not be done. */
    void refuse(StoreStopped why);
  }

  private record Submission(Append append, CompletableFuture<Appended> answer) implements Work {
    @Override
    public void refuse(StoreStopped why) {
      answer.completeExceptionally(why);
    }
  }

  /** Something to be done between appends. */
  private record Interlude<T>(Callable<T> work, CompletableFuture<T> answer) implements Work {
    @Override
    public void refuse(StoreStopped why) {
      answer.completeExceptionally(why);
    }
  }

  private record End() implements Work {
    @Override
    public void refuse(StoreStopped why) {
      // It asks for nothing else.
    }
  }

  LedgerWriter(Sequencer sequencer, Tape tape, LiveDatabase database, Head head) {
    this.sequencer = sequencer;
    this.tape = tape;
    this.database = database;
    this.head = head;
    thread = Thread.ofPlatform().daemon().name("ledger-tape").start(this::run);
  }

  CompletableFuture<Appended> submit(Append append) {
    Submission submission = new Submission(append, new CompletableFuture<>());
    add(submission);
    return submission.answer();
  }

  /** Does work between two groups of appends, on a thread that is never interrupted. */
  <T> CompletableFuture<T> between(Callable<T> work) {
    Interlude<T> interlude = new Interlude<>(work, new CompletableFuture<>());
    add(interlude);
    return interlude.answer();
  }

  Head head() {
    return head;
  }

  Listeners listeners() {
    return listeners;
  }

  @Nullable StoreStopped stopped() {
    return stopped;
  }

  /** Ends when everything submitted before is answered. */
  void close() {
    queue.add(new End());
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(Work work) {
    queue.add(work);
    StoreStopped why = stopped;
    if (why != null) {
      refuseAll(why);
    }
  }

  private void refuseAll(StoreStopped why) {
    for (Work work = queue.poll(); work != null; work = queue.poll()) {
      work.refuse(why);
    }
  }

  private void run() {
    try {
      while (step()) {
        // Each step is a group or an interlude.
      }
      stop(new StoreStopped("the store is closed"));
    } catch (Throwable fault) {
      stop(new StoreStopped(sentence(fault), fault));
    }
  }

  private static String sentence(Throwable fault) {
    return FolderFault.isDiskFull(fault)
        ? "the store has stopped: the disk is full"
        : "the store has stopped: " + fault.getClass().getSimpleName();
  }

  private void stop(StoreStopped why) {
    stopped = why;
    refuseAll(why);
    try {
      tape.close();
    } catch (IOException _) {
      // Everything acknowledged was forced: closing adds nothing.
    }
  }

  private boolean step() throws Exception {
    switch (next()) {
      case Submission first -> {
        List<Submission> group = gather(first);
        try {
          record(group);
        } catch (Throwable fault) {
          StoreStopped why = new StoreStopped(sentence(fault), fault);
          stopped = why;
          group.forEach(submission -> submission.refuse(why));
          throw fault;
        }
      }
      case Interlude<?> interlude -> perform(interlude);
      case End _ -> {
        return false;
      }
    }
    return true;
  }

  private Work next() {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException _) {
        // Nobody has this thread to interrupt it.
      }
    }
  }

  private List<Submission> gather(Submission first) {
    List<Submission> group = new ArrayList<>();
    group.add(first);
    long events = events(first);
    long bytes = bytes(first);
    while (queue.peek() instanceof Submission next) {
      events += events(next);
      bytes += bytes(next);
      if (events > MOST_EVENTS_TOGETHER || bytes > MOST_BYTES_TOGETHER) {
        break;
      }
      queue.remove();
      group.add(next);
    }
    return group;
  }

  private static long events(Submission submission) {
    long events = 0;
    for (Write write : submission.append().writes()) {
      events += write.events().size();
    }
    return events;
  }

  private static long bytes(Submission submission) {
    long bytes = 0;
    for (Write write : submission.append().writes()) {
      for (NewEvent event : write.events()) {
        bytes += event.payload().length;
      }
    }
    return bytes;
  }

  private void record(List<Submission> group) throws Exception {
    List<Outcome> outcomes = sequencer.take(group.stream().map(Submission::append).toList());
    if (sequencer.taken().isEmpty()) {
      answer(group, outcomes);
      return;
    }
    Head advanced = record(records(outcomes), List.copyOf(sequencer.taken()));
    sequencer.recorded();
    head = advanced;
    answer(group, outcomes);
    listeners.tell(advanced);
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

  private static void answer(List<Submission> group, List<Outcome> outcomes) {
    for (int i = 0; i < group.size(); i++) {
      CompletableFuture<Appended> answer = group.get(i).answer();
      switch (outcomes.get(i)) {
        case Outcome.Taken(Appended appended) -> answer.complete(appended);
        case Outcome.Refused(EventStoreException reason) -> answer.completeExceptionally(reason);
      }
    }
  }

  private Head record(List<List<Entry>> records, List<Entry> entries) throws Exception {
    CompletableFuture<byte[]> chain = new CompletableFuture<>();
    CompletableFuture<Head> prepared = database.prepare(entries, chain::join);
    try {
      byte[] last = new byte[0];
      for (List<Entry> record : records) {
        last = tape.add(record);
      }
      chain.complete(last);
      tape.write();
      tape.force();
      Head advanced = DatabaseThread.await(prepared);
      database.commit();
      return advanced;
    } catch (Throwable fault) {
      chain.completeExceptionally(fault);
      database.rollback();
      throw fault;
    }
  }

  private static <T> void perform(Interlude<T> interlude) {
    try {
      interlude.answer().complete(interlude.work().call());
    } catch (Throwable e) {
      interlude.answer().completeExceptionally(e);
    }
  }
}
