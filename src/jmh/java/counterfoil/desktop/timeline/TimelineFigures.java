package counterfoil.desktop.timeline;

import counterfoil.application.Ledger;
import counterfoil.application.StoredLedgers;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.LiveHead;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.shell.Navigator;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Progress;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;

/**
 * Opens, drags, plays, jumps and filters on the timeline's screen over the ledger in a folder, and
 * prints percentiles. Everything is timed to the frame that shows it.
 */
public final class TimelineFigures {
  private static final long SEED = 20_261_124;
  private static final int OPENINGS = 7;
  private static final int FRAMES_OF_DRAGGING = 600;
  private static final int FRAMES_OF_PLAYING = 600;
  private static final int JUMPS = 100;
  private static final int ACCOUNTS = 40;
  private static final int SEARCHES = 8;

  private final Ledger ledger;
  private final Random random = new Random(SEED);
  private final Counted background = new Counted();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Pulses pulses = new Pulses();
  private final Stage stage;

  private TimelineFigures(Ledger ledger) {
    this.ledger = ledger;
    this.stage = onScreen(Stage::new);
  }

  public static void main(String[] args) throws InterruptedException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    try (var ledger =
        new StoredLedgers(InstantSource.system()).open(Path.of(args[0]), Progress.NONE)) {
      new TimelineFigures(ledger).run();
    }
    System.exit(0);
  }

  private void run() throws InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "%n-- the timeline over %,d entries, heap %d MiB%n",
        ledger.head().position(),
        Runtime.getRuntime().maxMemory() >> 20);
    open();
    var timeline = opened();
    drag(timeline);
    drag(timeline);
    play(timeline);
    jump(timeline);
    filterAccounts(timeline);
    search(timeline);
    System.out.printf(
        Locale.ROOT, "%-46s %,d MiB%n", "heap in use after collections, most", heapAfter() >> 20);
  }

  /** The first is the first in the life of the program. */
  private void open() throws InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < OPENINGS; i++) {
      long begun = System.nanoTime();
      var timeline = opened();
      await(() -> usable(timeline));
      millis.add(millisSince(begun));
    }
    tell("open, the first of the program", millis.subList(0, 1), 300);
    tell("open, later", millis.subList(1, millis.size()), 300);
  }

  private TimelineViewModel opened() {
    return onScreen(() -> {
      var head = new LiveHead(ledger.head(), ledger::whenAdvanced);
      var screen =
          new TimelineScreen(
              ledger.inquiries(),
              ledger.charter().origin(),
              head.headProperty(),
              background,
              texts,
              new Figures(texts, ledger.zone()),
              new Navigator());
      Parent view = new Views(texts, screen.controllers()).load(screen.view());
      if (stage.getScene() == null) {
        stage.setScene(new Scene(view, 1240, 860));
        new Theme().dress(stage.getScene());
        stage.show();
      } else {
        stage.getScene().setRoot(view);
      }
      screen.shown();
      return screen.model();
    });
  }

  private static boolean usable(TimelineViewModel timeline) {
    return shown(timeline)
        && timeline.strip().countedProperty().get().isPresent()
        && !timeline.state().rows().isEmpty()
        && timeline.state().rows().stream().allMatch(row -> row.account().isPresent());
  }

  /** Whether what is seen is of where the cursor is, and the entries in view are there. */
  private static boolean shown(TimelineViewModel timeline) {
    return seenFrom(timeline) == timeline.cursorProperty().get().position()
        && listed(timeline)
        && !timeline.entries().rows().isEmpty();
  }

  private static boolean listed(TimelineViewModel timeline) {
    return timeline.entries().rows().stream().allMatch(row -> row.line().isPresent());
  }

  private static long seenFrom(TimelineViewModel timeline) {
    return timeline.sightProperty().get().map(Sight::position).orElse(-1L);
  }

  /** A hand moves over the strip, a step each frame, and no waiting for anything. */
  private void drag(TimelineViewModel timeline) throws InterruptedException {
    await(() -> usable(timeline));
    var strip = onScreen(() -> find(stage.getScene().getRoot()).orElseThrow());
    List<Double> follows = new ArrayList<>();
    Deque<double[]> moves = new ArrayDeque<>();
    var done = new CountDownLatch(1);
    background.startOver();
    onScreen(() -> {
      var seen =
          timeline
              .sightProperty()
              .subscribe(sight -> sight.ifPresent(s -> arrived(s.position(), moves, follows)));
      fire(strip, MouseEvent.MOUSE_PRESSED, 0.5);
      pulses.start();
      new AnimationTimer() {
        private int frame;

        @Override
        public void handle(long nowNanos) {
          background.frame();
          if (frame++ >= FRAMES_OF_DRAGGING) {
            stop();
            fire(strip, MouseEvent.MOUSE_RELEASED, 0.5);
            pulses.stop();
            seen.unsubscribe();
            done.countDown();
            return;
          }
          double part = 0.5 + 0.48 * Math.sin(frame / 37.0) * Math.cos(frame / 211.0);
          fire(strip, MouseEvent.MOUSE_DRAGGED, part);
          moves.add(new double[] {timeline.cursorProperty().get().position(), System.nanoTime()});
        }
      }.start();
      return true;
    });
    done.await();
    tell("drag: the state follows the hand", follows, 50);
    tellPulses("drag");
    System.out.printf(
        Locale.ROOT,
        "%-46s %d at once at most, %d begun within a frame at most%n",
        "  questions under way",
        background.mostAtOnce(),
        background.mostInFrame());
  }

  /** A state answers the move it was asked for, and all before it. */
  private static void arrived(long position, Deque<double[]> moves, List<Double> follows) {
    boolean among = moves.stream().anyMatch(move -> (long) move[0] == position);
    while (among && !moves.isEmpty()) {
      double[] move = moves.remove();
      follows.add((System.nanoTime() - move[1]) / 1e6);
      if ((long) move[0] == position) {
        return;
      }
    }
  }

  private static Optional<DensityStrip> find(Node node) {
    if (node instanceof DensityStrip strip) {
      return Optional.of(strip);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().flatMap(n -> find(n).stream()).findFirst()
        : Optional.empty();
  }

  private static boolean fire(DensityStrip strip, EventType<MouseEvent> type, double part) {
    double x = part * strip.getWidth();
    double y = strip.getHeight() / 3;
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    var at = strip.localToScreen(x, y);
    Event.fireEvent(
        strip,
        new MouseEvent(
            type,
            x,
            y,
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            true,
            false,
            false,
            new PickResult(strip, x, y)));
    return true;
  }

  private void play(TimelineViewModel timeline) throws InterruptedException {
    onScreen(() -> {
      timeline.show(ledger.head().position() / 3);
      timeline.player().speedProperty().set(Speed.TIMES_64);
      timeline.playOrPause();
      pulses.start();
      return true;
    });
    frames(FRAMES_OF_PLAYING);
    onScreen(() -> {
      timeline.pause();
      pulses.stop();
      return true;
    });
    tellPulses("play at 64x");
  }

  private void jump(TimelineViewModel timeline) throws InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < JUMPS; i++) {
      await(() -> shown(timeline));
      long to = 1 + random.nextLong(ledger.head().position());
      long begun = System.nanoTime();
      onScreen(() -> {
        timeline.goTo(Long.toString(to));
        return true;
      });
      await(() -> shown(timeline) && seenFrom(timeline) == to);
      millis.add(millisSince(begun));
    }
    tell("jump", millis, 50);
  }

  private void filterAccounts(TimelineViewModel timeline) throws InterruptedException {
    var numbers = ledger.inquiries().accountNumbers(counterfoil.projection.AccountSelection.ALL);
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      // The busiest of a generated ledger is the first in the order of numbers.
      var number = numbers.get(i % 4 == 0 ? 0 : random.nextInt(numbers.size()));
      millis.add(
          filtered(
              timeline,
              () -> timeline.entries().onlyAccount(Optional.of(new AccountNumber(number)))));
      everything(timeline);
    }
    tell("filter by account, first page", millis, 100);
  }

  private void search(TimelineViewModel timeline) throws InterruptedException {
    for (String text :
        List.of("rent", "r4711", "seed and tools", "holder 4711", "nowhere at all")) {
      List<Double> first = new ArrayList<>();
      List<Double> whole = new ArrayList<>();
      for (int i = 0; i < SEARCHES; i++) {
        long begun = System.nanoTime();
        first.add(filtered(timeline, () -> timeline.entries().onlyText(text)));
        await(() -> !timeline.entries().searchingProperty().get());
        whole.add(millisSince(begun));
        everything(timeline);
      }
      tell("text \"" + text + "\", first page", first, 500);
      tell("  all of it counted", whole, 0);
    }
    List<Double> given = new ArrayList<>();
    for (int i = 0; i < SEARCHES; i++) {
      onScreen(() -> {
        timeline.entries().onlyText("nowhere at all");
        return true;
      });
      frames(2);
      long begun = System.nanoTime();
      onScreen(() -> {
        timeline.entries().everything();
        return true;
      });
      await(() -> !timeline.entries().searchingProperty().get() && shown(timeline));
      given.add(millisSince(begun));
    }
    tell("text given up, everything shown again", given, 100);
  }

  private void everything(TimelineViewModel timeline) throws InterruptedException {
    onScreen(() -> {
      timeline.entries().everything();
      return true;
    });
    await(() -> !timeline.entries().searchingProperty().get() && shown(timeline));
  }

  /** Until the first page is there, or it is known that there is none. */
  private double filtered(TimelineViewModel timeline, Runnable filter) throws InterruptedException {
    var before = onScreen(() -> timeline.entries().positionsProperty().get());
    long begun = System.nanoTime();
    onScreen(() -> {
      filter.run();
      return true;
    });
    await(() -> {
      boolean another = timeline.entries().positionsProperty().get() != before;
      boolean some = !timeline.entries().rows().isEmpty();
      return another && (some ? listed(timeline) : !timeline.entries().searchingProperty().get());
    });
    return millisSince(begun);
  }

  private static long heapAfter() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .filter(pool -> pool.getCollectionUsage() != null)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }

  private void tellPulses(String during) {
    tell(during + ": from frame to frame", onScreen(pulses::between), 33);
    tell("  the screen's thread busy in a frame", onScreen(pulses::busy), 0);
  }

  private static void tell(String what, List<Double> millis, double wanted) {
    var sorted = millis.stream().sorted().toList();
    if (sorted.isEmpty()) {
      System.out.println(what + ": nothing");
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "%-46s p50 %,7.1f ms, p99 %,7.1f ms, longest %,7.1f ms, of %d%s%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * 0.99))),
        sorted.getLast(),
        sorted.size(),
        wanted > 0 ? String.format(Locale.ROOT, " (%.0f wanted)", wanted) : "");
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }

  private static <T> T onScreen(Supplier<T> work) {
    var result = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        result.complete(work.get());
      } catch (Throwable fault) {
        result.completeExceptionally(fault);
      }
    });
    return result.join();
  }

  private static void frames(int count) throws InterruptedException {
    int[] left = {count};
    await(() -> --left[0] <= 0);
  }

  /** Returns after the frame in which {@code reached} was first true has been drawn. */
  private static void await(BooleanSupplier reached) throws InterruptedException {
    var drawn = new CountDownLatch(1);
    onScreen(() -> {
      new AnimationTimer() {
        private boolean seen;

        @Override
        public void handle(long nowNanos) {
          if (seen) {
            stop();
            drawn.countDown();
          } else {
            seen = reached.getAsBoolean();
          }
        }
      }.start();
      return true;
    });
    drawn.await();
  }

  /** How far frames are apart, and how long each keeps the screen's thread. */
  private static final class Pulses extends AnimationTimer {
    private final List<Double> between = new ArrayList<>();
    private final List<Double> busy = new ArrayList<>();
    private long last;

    @Override
    public void handle(long nowNanos) {
      long begun = System.nanoTime();
      if (last > 0) {
        between.add((begun - last) / 1e6);
      }
      last = begun;
      Platform.runLater(() -> busy.add(millisSince(begun)));
    }

    @Override
    public void start() {
      last = 0;
      super.start();
    }

    List<Double> between() {
      return taken(between);
    }

    List<Double> busy() {
      return taken(busy);
    }

    private static List<Double> taken(List<Double> millis) {
      var all = List.copyOf(millis);
      millis.clear();
      return all;
    }
  }
}
