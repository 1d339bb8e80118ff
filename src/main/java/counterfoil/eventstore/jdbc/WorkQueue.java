package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.EventStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Work that anybody hands to one thread, which does it in order and which nobody can interrupt.
 * What it has left when it ends is refused, and so is whatever comes after that.
 *
 * @param <W> the kinds of work that the thread knows
 */
final class WorkQueue<W extends WorkQueue.Work> {
  private static final int MOST_EVENTS_TOGETHER = 512;
  private static final long MOST_BYTES_TOGETHER = 4 << 20;

  private final BlockingQueue<W> queue = new LinkedBlockingQueue<>();
  private @Nullable Thread thread;

  /** From now on whoever adds work to the queue refuses it as well: nobody else may be there. */
  private volatile @Nullable EventStoreException end;

  /** Something to be done. */
  interface Work {
    /** Answers that it will not be done, or not known to be done. */
    void refuse(EventStoreException why);
  }

  /** An append to be recorded. */
  interface Posting extends Work {
    Submission submission();

    @Override
    default void refuse(EventStoreException why) {
      submission().answer().completeExceptionally(why);
    }
  }

  /** Starts the thread, which must call {@link #end} at its end. */
  void start(String name, Runnable work) {
    thread = Thread.ofPlatform().daemon().name(name).start(work);
  }

  void add(W work) {
    queue.add(work);
    if (end != null) {
      refuseAll();
    }
  }

  /** The next piece of work, for the thread; waits for it. */
  W next() {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException _) {
        // Nobody has this thread to interrupt it.
      }
    }
  }

  /** Takes all appends that wait directly behind {@code first}, as many as may go together. */
  List<Submission> together(Submission first) {
    List<Submission> group = new ArrayList<>();
    group.add(first);
    int events = first.events();
    long bytes = first.bytes();
    while (queue.peek() instanceof Posting posting) {
      events += posting.submission().events();
      bytes += posting.submission().bytes();
      if (events > MOST_EVENTS_TOGETHER || bytes > MOST_BYTES_TOGETHER) {
        break;
      }
      queue.remove();
      group.add(posting.submission());
    }
    return group;
  }

  /** Refuses the appends that wait directly for the thread. */
  void refusePostings(EventStoreException why) {
    while (queue.peek() instanceof Posting posting) {
      queue.remove();
      posting.refuse(why);
    }
  }

  /** Refuses what is left and what will come. */
  void end(EventStoreException why) {
    end = why;
    refuseAll();
  }

  /** Returns when the thread has ended. */
  void awaitEnd() {
    if (thread != null) {
      DatabaseThread.awaitEnd(thread);
    }
  }

  private void refuseAll() {
    EventStoreException why = Objects.requireNonNull(end);
    for (W work = queue.poll(); work != null; work = queue.poll()) {
      work.refuse(why);
    }
  }
}
