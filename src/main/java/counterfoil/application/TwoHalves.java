package counterfoil.application;

import counterfoil.eventstore.Progress;

/** The progress of two works that go on at once, as the progress of one that is twice as long. */
final class TwoHalves {
  private final Progress whole;
  private final long[] done = new long[2];
  private final long[] totals;
  private boolean stopped;

  /**
   * @param total how long each half is at least
   */
  TwoHalves(Progress whole, long total) {
    this.whole = whole;
    this.totals = new long[] {total, total};
  }

  Progress first() {
    return (done, total) -> report(0, done, total);
  }

  Progress second() {
    return (done, total) -> report(1, done, total);
  }

  /** Whether the whole was asked to stop; both halves hear of it at their next report. */
  synchronized boolean stopped() {
    return stopped;
  }

  private synchronized boolean report(int half, long halfDone, long halfTotal) {
    done[half] = halfDone;
    totals[half] = Math.max(totals[half], halfTotal);
    stopped = stopped || !whole.report(done[0] + done[1], totals[0] + totals[1]);
    return !stopped;
  }
}
