package counterfoil.desktop.kit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells a screen that the ledger has moved on: on the screen's thread, at once, and then again only
 * after a pause, however many appends there were in it. An import at full speed so costs a screen a
 * few refreshes a second.
 */
public final class LedgerWatch {
  private enum State {
    QUIET,
    TOLD,
    MOVED_ON_SINCE
  }

  private final Background background;
  private final Duration pause;
  private final Runnable whenAdvanced;
  private final AtomicReference<State> state = new AtomicReference<>(State.QUIET);

  public LedgerWatch(Background background, Duration pause, Runnable whenAdvanced) {
    this.background = background;
    this.pause = pause;
    this.whenAdvanced = whenAdvanced;
  }

  /** The ledger has moved on. From any thread; returns at once. */
  public void advanced() {
    State before =
        state.getAndUpdate(s -> s == State.QUIET ? State.TOLD : State.MOVED_ON_SINCE);
    if (before == State.QUIET) {
      background.run(() -> true, _ -> tell(), LedgerWatch::cannotFail);
    }
  }

  private void tell() {
    state.set(State.TOLD);
    background.run(this::rest, _ -> rested(), LedgerWatch::cannotFail);
    whenAdvanced.run();
  }

  private boolean rest() throws InterruptedException {
    Thread.sleep(pause);
    return true;
  }

  private void rested() {
    if (!state.compareAndSet(State.TOLD, State.QUIET)) {
      tell();
    }
  }

  private static void cannotFail(Throwable fault) {
    throw new IllegalStateException(fault);
  }
}
