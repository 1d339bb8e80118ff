package counterfoil.application;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread of its own, made when there is work for the first time. */
final class QuietRhythm implements Rhythm {
  private final ScheduledThreadPoolExecutor thread;

  QuietRhythm() {
    thread =
        new ScheduledThreadPoolExecutor(
            1, work -> Thread.ofPlatform().daemon().name("ledger-audit").unstarted(work));
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void after(Duration pause, Runnable work) {
    try {
      var _ = thread.schedule(work, pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException _) {
      // Closed meanwhile: there is nothing more to do.
    }
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void close() {
    thread.close();
  }
}
