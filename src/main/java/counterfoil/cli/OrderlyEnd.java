package counterfoil.cli;

import counterfoil.application.Ledger;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Closes the ledger once, at the end of the work or when the system ends the program (a signal,
 * ctrl-C, a shutdown), whichever comes first. What was handed to the ledger is then on disk.
 */
final class OrderlyEnd {
  /** How long the end waits for answers to be written; the entries are on disk by then. */
  private static final long ANSWERS_TIMEOUT_MILLIS = 2000;

  private volatile boolean ending;
  private volatile Runnable whenEnding = () -> {};

  /** Whether the system is ending the program: what fails now is no news. */
  boolean ending() {
    return ending;
  }

  /** Has {@code action} run when the system ends the program, after the ledger was closed. */
  void whenEnding(Runnable action) {
    whenEnding = action;
  }

  /** Guards {@code ledger} until the answer is closed, which closes the ledger. */
  Guard closing(Ledger ledger) {
    return new Guard(ledger);
  }

  final class Guard implements AutoCloseable {
    private final Ledger ledger;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch workDone = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "orderly end");

    private Guard(Ledger ledger) {
      this.ledger = ledger;
      Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end() {
      ending = true;
      closeOnce();
      whenEnding.run();
      try {
        workDone.await(ANSWERS_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    private void closeOnce() {
      if (closed.compareAndSet(false, true)) {
        ledger.close();
      }
    }

    @Override
    public void close() {
      try {
        closeOnce();
      } finally {
        workDone.countDown();
        forgetHook();
      }
    }

    private void forgetHook() {
      if (!ending) {
        try {
          Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
          // The end has just begun: the hook finds the ledger closed.
        }
      }
    }
  }
}
