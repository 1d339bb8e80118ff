package counterfoil.desktop.accounts;

import com.sun.management.OperatingSystemMXBean;
import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.StoredLedgers;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.LiveHead;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.desktop.shell.Navigator;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Charter;
import counterfoil.projection.AccountSelection.Order;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * The balance table over 100,000 accounts, without a display: how long after a key the filter's
 * result is drawn, and the longest time that drawing a frame held the screen's thread.
 */
public final class AccountsBenchmark {
  private static final int ACCOUNTS = 100_000;
  private static final int IN_FLIGHT = 512;
  private static final long SEED = 20_261_123;
  private static final int ROWS_IN_SIGHT = 18;
  private static final int FRAMES_OF_SCROLLING = 240;
  private static final int LIVE_DEPOSITS = 2_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final Actor TELLER = new Actor("amara", Actor.TELLER, "WS-02");
  private static final List<String> GIVEN =
      List.of("Nadia", "Jonas", "Marta", "Chinedu", "Grace", "Lin", "Fatoumata", "Peter", "Ana");
  private static final List<String> FAMILY =
      List.of("Rahimi", "Weber", "Brandt", "Eze", "Wanjiku", "Xiaoyu", "Diallo", "Rossi", "Mensah");

  private final Ledger ledger;
  private final List<Double> filterMillis = new ArrayList<>();
  private final List<Double> filterProcessorMillis = new ArrayList<>();
  private final List<Double> pulseMillis = new ArrayList<>();
  private final List<Double> pulseProcessorMillis = new ArrayList<>();

  private AccountsBenchmark(Ledger ledger) {
    this.ledger = ledger;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Path folder = Path.of(args.length > 0 ? args[0] : "target/accounts-benchmark");
    Files.createDirectories(folder);
    try (var ledger = ledger(folder.resolve("ledger"))) {
      new AccountsBenchmark(ledger).run();
    }
    System.exit(0);
  }

  /** A ledger left from an earlier run is taken again. */
  private static Ledger ledger(Path folder) {
    var ledgers = new StoredLedgers(InstantSource.system());
    if (ledgers.present(folder)) {
      return ledgers.open(folder, (_, _) -> true);
    }
    var charter =
        new Charter("counterfoil.local/bench", "Bench", "EUR", ZoneOffset.UTC, Instant.now(), true);
    Ledger ledger = ledgers.found(folder, charter);
    openAccounts(ledger);
    return ledger;
  }

  private void run() throws InterruptedException {
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    var accounts = onScreen(() -> new AccountsViewModel(ledger.inquiries(), new VirtualThreads()));
    long begun = System.nanoTime();
    TableView<?> table = onScreen(() -> show(accounts));
    await(() -> accounts.numbers().size() == ACCOUNTS && rowsThere(accounts));
    System.out.printf(
        Locale.ROOT, "%,d accounts in sight after %.0f ms%n", ACCOUNTS, millisSince(begun));
    // Once unmeasured: the first run of everything is slow in any program on this machine.
    type(accounts, "warm");
    watchPulses();
    taken(filterMillis);
    taken(filterProcessorMillis);
    onScreen(() -> taken(pulseMillis));
    onScreen(() -> taken(pulseProcessorMillis));
    for (var word : List.of("nadia", "weber", "grace men", "00042", "zzz")) {
      type(accounts, word);
    }
    report("filter: result drawn after a key", taken(filterMillis));
    report("  processor time of all threads", taken(filterProcessorMillis));
    reportPulses("typing");
    scroll(table);
    reportPulses("scrolling");
    sort(accounts);
    reportPulses("sorting");
    live(accounts);
    reportPulses("live, while deposits are posted");
  }

  private static void openAccounts(Ledger ledger) {
    var random = new Random(SEED);
    Deque<CompletableFuture<Outcome>> underWay = new ArrayDeque<>();
    long begun = System.nanoTime();
    for (int i = 1; i <= ACCOUNTS; i++) {
      var holder =
          GIVEN.get(random.nextInt(GIVEN.size()))
              + " "
              + FAMILY.get(random.nextInt(FAMILY.size()))
              + " "
              + i;
      submit(
          ledger,
          new OpenAccount(
              number(i), holder, "current", euros(random.nextInt(1_000_000)), Details.NONE),
          underWay);
    }
    underWay.forEach(CompletableFuture::join);
    System.out.printf(
        Locale.ROOT, "%,d accounts opened in %.1f s%n", ACCOUNTS, millisSince(begun) / 1000);
  }

  private static void submit(
      Ledger ledger, AccountCommand command, Deque<CompletableFuture<Outcome>> underWay) {
    underWay.add(ledger.counter().submit(Posting.of(command), TELLER));
    if (underWay.size() >= IN_FLIGHT) {
      underWay.remove().join();
    }
  }

  private static AccountNumber number(int i) {
    return new AccountNumber("10" + String.format(Locale.ROOT, "%06d", i));
  }

  private static BigMoney euros(int cents) {
    return BigMoney.ofMinor(CurrencyUnit.EUR, cents);
  }

  private TableView<?> show(AccountsViewModel accounts) {
    var texts = new Texts(Locale.ENGLISH);
    var head = new LiveHead(ledger.head(), ledger::whenAdvanced);
    var screen = new AccountsScreen(accounts);
    var controllers =
        screen.controllers(
            texts, new Figures(texts, ledger.zone()), new Navigator(), head.headProperty());
    var scene = new Scene(new Views(texts, controllers).load(screen.view()), 1180, 820);
    new Theme().dress(scene);
    var stage = new Stage();
    stage.setScene(scene);
    stage.show();
    screen.shown();
    return (TableView<?>) scene.lookup("#accounts");
  }

  /** One letter after the other; each waits until its result has been drawn. */
  private void type(AccountsViewModel accounts, String word) throws InterruptedException {
    for (int length = 1; length <= word.length(); length++) {
      var typed = word.substring(0, length);
      long begun = System.nanoTime();
      long used = PROCESS.getProcessCpuTime();
      onScreen(() -> setText(accounts, typed));
      await(() -> answered(accounts, typed));
      filterMillis.add(millisSince(begun));
      filterProcessorMillis.add((PROCESS.getProcessCpuTime() - used) / 1e6);
    }
    onScreen(() -> setText(accounts, ""));
    await(() -> accounts.numbers().size() == ACCOUNTS && rowsThere(accounts));
  }

  private static boolean setText(AccountsViewModel accounts, String text) {
    accounts.textProperty().set(text);
    return true;
  }

  private static boolean answered(AccountsViewModel accounts, String typed) {
    var arguments = accounts.emptyBecauseProperty().get().arguments();
    return !arguments.isEmpty()
        && arguments.getFirst().equals(typed.strip())
        && rowsThere(accounts);
  }

  private static boolean rowsThere(AccountsViewModel accounts) {
    for (int i = 0; i < Math.min(ROWS_IN_SIGHT, accounts.numbers().size()); i++) {
      if (accounts.row(i).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static void scroll(TableView<?> table) throws InterruptedException {
    for (int frame = 0; frame < FRAMES_OF_SCROLLING; frame++) {
      int to = (int) ((long) frame * (ACCOUNTS - 1) / FRAMES_OF_SCROLLING);
      onScreen(() -> scrollTo(table, to));
      await(() -> true);
    }
    onScreen(() -> scrollTo(table, 0));
  }

  private static boolean scrollTo(TableView<?> table, int index) {
    table.scrollTo(index);
    return true;
  }

  private static void sort(AccountsViewModel accounts) throws InterruptedException {
    for (var order : Order.values()) {
      onScreen(() -> sortBy(accounts, order));
      await(() ->
          accounts.selectionProperty().get().order() == order
              && accounts.numbers().size() == ACCOUNTS
              && rowsThere(accounts));
    }
    onScreen(() -> sortBy(accounts, Order.NUMBER));
  }

  private static boolean sortBy(AccountsViewModel accounts, Order order) {
    accounts.sort(order, order != Order.NUMBER);
    return true;
  }

  private void live(AccountsViewModel accounts) throws InterruptedException {
    onScreen(() -> sortBy(accounts, Order.LAST_POSTED));
    var random = new Random(SEED);
    Deque<CompletableFuture<Outcome>> underWay = new ArrayDeque<>();
    for (int i = 0; i < LIVE_DEPOSITS; i++) {
      submit(
          ledger,
          new Deposit(number(1 + random.nextInt(ACCOUNTS)), euros(100), Details.NONE),
          underWay);
      underWay.remove().join();
    }
    await(() -> rowsThere(accounts));
  }

  /** From the beginning of a pulse until the screen's thread is free again. */
  private void watchPulses() throws InterruptedException {
    onScreen(() -> {
      new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
          long begun = System.nanoTime();
          long used = THREADS.getCurrentThreadCpuTime();
          Platform.runLater(() -> {
            pulseMillis.add(millisSince(begun));
            pulseProcessorMillis.add((THREADS.getCurrentThreadCpuTime() - used) / 1e6);
          });
        }
      }.start();
      return true;
    });
  }

  /** The processor's share tells a slow program from a machine that is busy otherwise. */
  private void reportPulses(String during) throws InterruptedException {
    report("pulse, " + during, onScreen(() -> taken(pulseMillis)));
    report("  of it processor time", onScreen(() -> taken(pulseProcessorMillis)));
  }

  private static List<Double> taken(List<Double> millis) {
    var all = List.copyOf(millis);
    millis.clear();
    return all;
  }

  private static void report(String what, List<Double> millis) {
    var sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1f ms, longest %.1f ms, of %d%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.getLast(),
        sorted.size());
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }

  private interface Work<T> {
    T call();
  }

  private static <T> T onScreen(Work<T> work) throws InterruptedException {
    var result = new CompletableFuture<T>();
    Platform.runLater(() -> result.complete(work.call()));
    return result.join();
  }

  /** Returns after the frame in which {@code reached} was first true has been drawn. */
  private static void await(BooleanSupplier reached) throws InterruptedException {
    var drawn = new CountDownLatch(1);
    var seen = new AtomicBoolean();
    onScreen(() -> {
      new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
          if (seen.get()) {
            stop();
            drawn.countDown();
          } else {
            seen.set(reached.getAsBoolean());
          }
        }
      }.start();
      return true;
    });
    drawn.await();
  }
}
