package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.sequencing.Listeners;
import counterfoil.eventstore.sequencing.Outcome;
import counterfoil.eventstore.sequencing.Sequencer;
import counterfoil.eventstore.tape.FolderFault;
import counterfoil.eventstore.tape.Tape;
import counterfoil.proof.TreeHash;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The one thread through which everything is recorded. It takes what was submitted in groups: what
 * waits together is forced together.
 *
 * <p>Any fault stops it for good: what a failed force has left behind is unknown.
 */
final class LedgerWriter {
  private final Tape tape;
  private final Recorder recorder;
  private final WorkQueue<Work> queue = new WorkQueue<>();
  private final Listeners listeners = new Listeners();
  private volatile Head head;
  private volatile @Nullable StoreStopped stopped;

  LedgerWriter(Sequencer sequencer, Tape tape, LiveDatabase database, HeadRow head) {
    this.tape = tape;
    this.recorder = new Recorder(sequencer, tape, database, head);
    this.head = head.toHead(new TreeHash());
    queue.start("ledger-tape", this::run);
  }

  private sealed interface Work extends WorkQueue.Work {}

  private record Post(Submission submission) implements Work, WorkQueue.Posting {}

  /** Something to be done between appends. */
  private record Interlude<T>(Callable<T> work, CompletableFuture<T> answer) implements Work {
    @Override
    public void refuse(EventStoreException why) {
      answer.completeExceptionally(why);
    }

    void perform() throws LiveDatabase.Lost {
      try {
        answer.complete(work.call());
      } catch (LiveDatabase.Lost e) {
        answer.completeExceptionally(e);
        throw e;
      } catch (Throwable e) {
        answer.completeExceptionally(e);
      }
    }
  }

  /** Says that recording has failed. */
  private record Broken(Throwable fault) implements Work {
    @Override
    public void refuse(EventStoreException why) {
      // Nobody waits for it.
    }
  }

  private record End() implements Work {
    @Override
    public void refuse(EventStoreException why) {
      // It asks for nothing else.
    }
  }

  /** Appends that were waiting together. */
  private record Together(LedgerWriter writer, List<Submission> submissions)
      implements Recorder.Group {
    @Override
    public List<Append> appends() {
      return submissions.stream().map(Submission::append).toList();
    }

    @Override
    public void recorded(List<Outcome> outcomes, Head head) {
      writer.head = head;
      unchanged(outcomes);
      writer.listeners.tell(head);
    }

    @Override
    public void unchanged(List<Outcome> outcomes) {
      for (int i = 0; i < outcomes.size(); i++) {
        submissions.get(i).answer(outcomes.get(i));
      }
    }

    @Override
    public void failed(Throwable fault) {
      StoreStopped why = because(fault);
      writer.recorder.failed(fault);
      writer.stopped = why;
      // It may be waiting for work while the database's thread has failed at the last of it.
      writer.queue.add(new Broken(fault));
      submissions.forEach(submission -> submission.answer().completeExceptionally(why));
    }
  }

  CompletableFuture<Appended> submit(Append append) {
    Submission submission = new Submission(append, new CompletableFuture<>());
    queue.add(new Post(submission));
    return submission.answer();
  }

  /** Does work between two groups of appends, on a thread that is never interrupted. */
  <T> CompletableFuture<T> between(Callable<T> work) {
    Interlude<T> interlude = new Interlude<>(work, new CompletableFuture<>());
    queue.add(interlude);
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

  /**
   * Ends when everything submitted before is answered.
   *
   * @return whether a fault had stopped it
   */
  boolean close() {
    queue.add(new End());
    queue.awaitEnd();
    return stopped != null && stopped.getCause() != null;
  }

  private void run() {
    try {
      while (step()) {
        // Each step is a group or an interlude.
      }
      stopped = new StoreStopped("the store is closed");
    } catch (Throwable fault) {
      if (stopped == null) {
        stopped = because(fault);
      }
      recorder.failed(fault);
    }
    queue.end(Objects.requireNonNull(stopped));
    try {
      tape.close();
    } catch (IOException _) {
      // Everything acknowledged was forced: closing adds nothing.
    }
  }

  private static StoreStopped because(Throwable fault) {
    String what =
        FolderFault.isDiskFull(fault) ? "the disk is full" : fault.getClass().getSimpleName();
    return new StoreStopped("the store has stopped: " + what, fault);
  }

  private boolean step() throws Exception {
    switch (queue.next()) {
      case Post(Submission first) -> {
        Together group = new Together(this, queue.together(first));
        try {
          recorder.record(group);
        } catch (Throwable fault) {
          group.failed(fault);
          throw fault;
        }
      }
      case Interlude<?> interlude -> {
        try {
          recorder.settle();
        } catch (Throwable fault) {
          interlude.refuse(because(fault));
          throw fault;
        }
        interlude.perform();
      }
      case Broken(Throwable fault) -> throw new IllegalStateException(fault);
      case End _ -> {
        recorder.settle();
        return false;
      }
    }
    return true;
  }
}
