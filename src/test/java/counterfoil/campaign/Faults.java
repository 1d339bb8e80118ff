package counterfoil.campaign;

import static counterfoil.campaign.NaiveBook.check;

import counterfoil.application.Ledger;
import counterfoil.application.Outcome.Posted;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.disk.DiskImage;
import counterfoil.eventstore.disk.Fault;
import counterfoil.eventstore.disk.RecordedDisk;
import counterfoil.eventstore.disk.RecordedDisk.Kind;
import counterfoil.eventstore.jdbc.ReadModel;
import counterfoil.eventstore.jdbc.RecordedStores;
import counterfoil.eventstore.tape.FolderFault;
import counterfoil.projection.QueryFailed;
import counterfoil.projection.ReadModels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A short day at the counter, over and over, in which each time another operation of the disk goes
 * wrong: once on a new ledger, and once on one that was left without being closed.
 */
final class Faults {
  private static final Duration LONGEST_DAY = Duration.ofSeconds(30);
  private static final int ACTS = 18;

  private final Path folder;
  private final boolean everyWay;
  private final InstantSource clock = new JumpingClock(new SplittableRandom(1));
  private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
  private int noticed;

  /**
   * @param folder exists; nothing but a lock will be in it
   * @param everyWay whether to let each operation go wrong in every way it can, or in one of them
   */
  Faults(Path folder, boolean everyWay) {
    this.folder = folder;
    this.everyWay = everyWay;
  }

  /** Lets every operation go wrong; returns how many times each way was. */
  Map<Fault, Integer> run() throws InterruptedException {
    DiskImage founded = everyOperation(DiskImage.EMPTY, 0);
    everyOperation(founded, ACTS);
    return counts;
  }

  /** How many of the faults so far have ended a day. */
  int noticed() {
    return noticed;
  }

  /** Returns the disk as a day without a fault would leave it if the process died at its end. */
  private DiskImage everyOperation(DiskImage image, int acts) throws InterruptedException {
    Day whole = new Day(image, acts, 0, Fault.NONE);
    whole.pass();
    check(whole.stopped.isEmpty(), "a day without a fault ends in one");
    for (int operation = 0; operation < whole.kinds.size(); operation++) {
      for (Fault fault : faultsAt(whole.kinds.get(operation), operation)) {
        Day day = new Day(image, acts, operation, fault);
        try {
          bounded(day);
        } catch (AssertionError e) {
          throw new AssertionError(
              "%s at operation %d (%s) of %d, on %d files"
                  .formatted(
                      fault,
                      operation,
                      whole.kinds.get(operation),
                      whole.kinds.size(),
                      image.files().size()),
              e);
        }
        counts.merge(fault, 1, Integer::sum);
        noticed += day.stopped.isPresent() ? 1 : 0;
      }
    }
    return whole.died;
  }

  private List<Fault> faultsAt(Kind kind, int operation) {
    List<Fault> all = faultsOf(kind);
    return everyWay ? all : List.of(all.get(operation % all.size()));
  }

  private static List<Fault> faultsOf(Kind kind) {
    return switch (kind) {
      case READ -> List.of(Fault.ONCE, Fault.SHORT);
      case WRITE -> List.of(Fault.DISK_FULL, Fault.ONCE, Fault.FOR_GOOD, Fault.SHORT);
      case CREATE -> List.of(Fault.DISK_FULL, Fault.ONCE);
      case FORCE, LIST, OPEN, RESIZE, RENAME, DELETE -> List.of(Fault.ONCE, Fault.FOR_GOOD);
    };
  }

  private static void bounded(Day day) throws InterruptedException {
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              day.pass();
              day.passAgain();
            },
            true);
    Thread.ofPlatform().daemon().start(task);
    try {
      task.get(LONGEST_DAY.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("it hangs: " + stacks(), e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  /** What every thread is at. */
  private static String stacks() {
    StringBuilder text = new StringBuilder();
    Thread.getAllStackTraces()
        .forEach((thread, stack) -> {
          text.append('\n').append(thread);
          for (StackTraceElement element : stack) {
            text.append("\n    ").append(element);
          }
        });
    return text.toString();
  }

  /** One day. */
  private final class Day {
    private final DiskImage image;
    private final int firstAct;
    private final Fault fault;
    private final RecordedDisk disk;
    private final Map<UUID, Posted> posted = new HashMap<>();
    private final List<UUID> sent = new ArrayList<>();
    private Optional<Throwable> stopped = Optional.empty();
    private List<Kind> kinds = List.of();
    private DiskImage died = DiskImage.EMPTY;

    Day(DiskImage image, int firstAct, int failFrom, Fault fault) {
      this.image = image;
      this.firstAct = firstAct;
      this.fault = fault;
      this.disk = new RecordedDisk(folder, image);
      disk.failFrom(failFrom, fault);
    }

    /** Opens, posts and closes, until something goes wrong. */
    void pass() {
      try (Ledger ledger = start()) {
        attempt(() -> post(ledger));
        // Who stands at a counter that has stopped still wants to see what is recorded.
        attempt(() -> ledger.inquiries().history(Acts.account(0), Long.MAX_VALUE, 100));
        attempt(() -> seeEverything(ledger));
        died = disk.image();
      } catch (RuntimeException e) {
        note(e);
      } finally {
        kinds = disk.kinds();
        disk.close();
      }
    }

    private void post(Ledger ledger) {
      for (int act = 0; act < ACTS; act++) {
        give(ledger, firstAct + act);
        if (act % 8 == 3) {
          ledger.inquiries().history(Acts.account(0), Long.MAX_VALUE, 100);
          ledger.store().read(1, 1000);
        }
      }
    }

    private void seeEverything(Ledger ledger) {
      long last = posted.values().stream().mapToLong(Posted::position).max().orElse(0);
      check(ledger.store().read(1, 1000).size() >= last, "what was acknowledged is not shown");
    }

    private void attempt(Runnable work) {
      try {
        work.run();
      } catch (RuntimeException e) {
        note(e);
      }
    }

    private void note(RuntimeException e) {
      stopped = Optional.of(e);
      if (!isRight(e)) {
        throw new AssertionError("it is not told as it is", e);
      }
    }

    private Ledger start() {
      return new Ledger(
          image.files().isEmpty()
              ? RecordedStores.create(disk, LedgerCuts.CHARTER, models(), clock)
              : RecordedStores.open(disk, models(), clock),
          clock);
    }

    private void give(Ledger ledger, int act) {
      UUID id = act < Acts.ACCOUNTS ? Acts.opening(act) : Acts.id(7, act);
      sent.add(id);
      if (ledger.counter().post(LedgerCuts.posting(id), LedgerCuts.TELLER) instanceof Posted now) {
        posted.put(id, now);
      }
    }

    /** Whether it is one of the exceptions that the program knows, and names a full disk as one. */
    private boolean isRight(Throwable e) {
      boolean known =
          e instanceof StoreStopped || e instanceof LedgerUnavailable || e instanceof QueryFailed;
      boolean full =
          switch (e) {
            case LedgerUnavailable unavailable -> unavailable.reason() == Reason.DISK_FULL;
            case QueryFailed failed -> failed.diskFull();
            case StoreStopped store -> FolderFault.isDiskFull(store);
            default -> false;
          };
      return known && full == (fault == Fault.DISK_FULL);
    }

    /** With the fault gone: everything acknowledged is there, and the ledger takes more. */
    void passAgain() {
      try (RecordedDisk healthy = new RecordedDisk(folder, disk.image())) {
        Ledger opened;
        try {
          opened = new Ledger(RecordedStores.open(healthy, models(), clock), clock);
        } catch (LedgerUnavailable e) {
          check(e.reason() == Reason.MISSING && posted.isEmpty(), "it does not open: " + e);
          opened =
              new Ledger(
                  RecordedStores.create(healthy, LedgerCuts.CHARTER, models(), clock), clock);
        }
        try (Ledger ledger = opened) {
          NaiveBook book = LedgerCheck.everything(ledger);
          posted.forEach((id, said) ->
              check(
                  new NaiveBook.Placed(
                          said.position(), said.balance().orElseThrow().getAmountMinorLong())
                      .equals(book.acts().get(id)),
                  id + " was acknowledged and is lost"));
          for (UUID id : sent) {
            check(
                !(ledger.counter().post(LedgerCuts.posting(id), LedgerCuts.TELLER)
                        instanceof Posted now)
                    || now.before() == book.acts().containsKey(id),
                id + " is recorded twice");
          }
          LedgerCheck.againstBook(ledger);
        }
      }
    }

    private List<ReadModel> models() {
      return Stream.concat(
              ReadModels.of(LedgerCuts.CHARTER).stream(),
              Stream.of(new Restless(new SplittableRandom(3), false)))
          .toList();
    }
  }
}
