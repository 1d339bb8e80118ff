package counterfoil.application;

import java.time.Duration;

/** When the background audit works. A seam for tests, which do not wait. */
interface Rhythm extends AutoCloseable {
  /** Runs work after a pause, on one thread; a later call comes only when the work has ended. */
  void after(Duration pause, Runnable work);

  /** Nanoseconds from some beginning, to measure work by. */
  long nanos();

  /** Waits for the work under way; no other begins. */
  @Override
  void close();
}
