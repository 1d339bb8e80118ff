package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A read model that can hold a group of appends up, or let it fail. */
final class GatedModel implements ReadModel {
  private final Semaphore gate = new Semaphore(Integer.MAX_VALUE);
  private volatile CountDownLatch arrived = new CountDownLatch(1);
  private volatile @Nullable SQLException failure;
  private volatile int largestGroup;

  /** Holds up every group from now on until {@link #open}. */
  void close() {
    arrived = new CountDownLatch(1);
    gate.drainPermits();
  }

  /** Returns when a group is being held up. */
  void awaitArrival() throws InterruptedException {
    arrived.await();
  }

  void open() {
    gate.release(Integer.MAX_VALUE);
  }

  void failWith(SQLException failure) {
    this.failure = failure;
  }

  void recover() {
    failure = null;
  }

  int largestGroup() {
    return largestGroup;
  }

  @Override
  public void create(Connection connection) {
    // It keeps nothing.
  }

  @Override
  public void apply(Connection connection, List<Entry> entries) throws SQLException {
    largestGroup = Math.max(largestGroup, entries.size());
    arrived.countDown();
    gate.acquireUninterruptibly();
    gate.release();
    SQLException failing = failure;
    if (failing != null) {
      throw failing;
    }
  }

  @Override
  public ReadModel anew() {
    return this;
  }

  @Override
  public void forget() {
    // It remembers nothing.
  }

  @Override
  public String fingerprint() {
    return "gate";
  }
}
