package counterfoil.application;

import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.EventStore.Registration;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.StoreStopped;
import counterfoil.projection.Patrol;
import counterfoil.projection.QueryFailed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Goes on proving, while the program is open, that replay = snapshots = read models: from the first
 * entry to the last and then whatever is added, and now and then all of it once more. Works in
 * slices of some milliseconds and rests nineteen times as long: a twentieth of one core at most.
 *
 * <p>What it finds stays found until the database is {@linkplain #startOver made anew}. Safe from
 * any thread.
 */
public final class BackgroundAudit implements AutoCloseable {
  private static final int ENTRIES_A_SLICE = 100;
  private static final int REST_TO_WORK = 19;
  private static final Duration SHORTEST_REST = Duration.ofMillis(5);

  /** At the head, what was added since is looked at so often. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(10);

  /** A question may fail for a reason that passes; but not for ever. */
  private static final int MOST_FAILURES = 3;

  private final EventStore store;
  private final Supplier<Patrol> patrols;
  private final Rhythm rhythm;
  private final List<Consumer<AuditStatus>> listeners = new CopyOnWriteArrayList<>();

  /** Guards what follows; not held while entries are looked at. */
  private final Object lock = new Object();

  private AuditStatus status = new AuditStatus.Off();
  private Optional<Patrol> newest = Optional.empty();
  private Optional<Patrol> again = Optional.empty();
  private long lives;
  private long restedSince;
  private boolean closed;

  /** For the thread that works alone. */
  private int failures;

  /**
   * @param patrols gives one that begins at the first entry
   */
  BackgroundAudit(EventStore store, Supplier<Patrol> patrols, Rhythm rhythm) {
    this.store = store;
    this.patrols = patrols;
    this.rhythm = rhythm;
  }

  /** Begins, unless it has begun already. */
  public void start() {
    synchronized (lock) {
      if (newest.isPresent() || closed) {
        return;
      }
      newest = Optional.of(patrols.get());
      become(new AuditStatus.Proven(0));
    }
    rhythm.after(BETWEEN_LOOKS, this::work);
  }

  public AuditStatus status() {
    synchronized (lock) {
      return status;
    }
  }

  /** What was found, if anything was. */
  public Optional<Finding> finding() {
    return status() instanceof AuditStatus.Alarm(Finding finding)
        ? Optional.of(finding)
        : Optional.empty();
  }

  /**
   * Calls {@code listener} with every new status, on the audit's thread or on the one that makes
   * the database anew: it must return at once.
   */
  public Registration whenChanged(Consumer<AuditStatus> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Forgets what was found and proven: the database has been made anew from the entries. */
  public void startOver() {
    synchronized (lock) {
      if (newest.isEmpty()) {
        return;
      }
      lives++;
      newest = Optional.of(patrols.get());
      again = Optional.empty();
      become(new AuditStatus.Proven(0));
    }
  }

  /** Waits for the slice under way. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
    }
    rhythm.close();
  }

  private void work() {
    long begun = rhythm.nanos();
    Duration rest;
    try {
      rest = slice(begun);
    } catch (StoreStopped _) {
      return;
    } catch (RuntimeException _) {
      // The store does not say where it stands, as when its server is away.
      waiting();
      rest = BETWEEN_LOOKS;
    }
    Duration proportional = Duration.ofNanos((rhythm.nanos() - begun) * REST_TO_WORK);
    rhythm.after(longer(rest, proportional), this::work);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Does a little and says how long to rest at least. */
  private Duration slice(long now) {
    long life;
    Patrol first;
    Optional<Patrol> repeated;
    synchronized (lock) {
      if (status instanceof AuditStatus.Alarm) {
        return BETWEEN_LOOKS;
      }
      life = lives;
      first = newest.orElseThrow();
      repeated = again;
    }
    Head head = store.head();
    if (first.position() < head.position()) {
      report(life, walk(first, head), first.position());
      return SHORTEST_REST;
    }
    if (repeated.isPresent() && repeated.get().position() < first.position()) {
      report(life, walk(repeated.get(), head), first.position());
      return SHORTEST_REST;
    }
    synchronized (lock) {
      if (repeated.isPresent()) {
        again = Optional.empty();
        restedSince = now;
      } else if (restedSince == 0) {
        restedSince = now;
      } else if (now - restedSince > BETWEEN_ROUNDS.toNanos() && life == lives) {
        again = Optional.of(patrols.get());
      }
    }
    return BETWEEN_LOOKS;
  }

  private Optional<Finding> walk(Patrol patrol, Head head) {
    try {
      Optional<Finding> finding = patrol.step(head, ENTRIES_A_SLICE);
      failures = 0;
      return finding;
    } catch (StoreStopped e) {
      throw e;
    } catch (QueryFailed e) {
      if (e.unconnected()) {
        throw e;
      }
      return failed(patrol, e);
    } catch (LedgerUnavailable e) {
      if (e.onServer()) {
        throw e;
      }
      return failed(patrol, e);
    } catch (RuntimeException e) {
      return failed(patrol, e);
    }
  }

  /** What cannot be read again and again is damaged. */
  private Optional<Finding> failed(Patrol patrol, RuntimeException e) {
    failures++;
    return failures < MOST_FAILURES
        ? Optional.empty()
        : Optional.of(
            Finding.of(patrol.position() + 1, Kind.READ_MODELS, e.getClass().getSimpleName()));
  }

  private void waiting() {
    synchronized (lock) {
      if (status instanceof AuditStatus.Proven(long position)) {
        become(new AuditStatus.Waiting(position));
      }
    }
  }

  private void report(long life, Optional<Finding> finding, long proven) {
    synchronized (lock) {
      if (life != lives) {
        // What was looked at is no longer there.
        return;
      }
      become(
          finding
              .<AuditStatus>map(AuditStatus.Alarm::new)
              .orElseGet(() -> new AuditStatus.Proven(proven)));
    }
  }

  private void become(AuditStatus now) {
    if (!status.equals(now)) {
      status = now;
      listeners.forEach(listener -> listener.accept(now));
    }
  }
}
