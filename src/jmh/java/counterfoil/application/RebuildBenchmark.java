package counterfoil.application;

import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * A ledger proven and made anew while a teller goes on posting: how long both take, and how long
 * the teller waits at the worst.
 */
public final class RebuildBenchmark {
  private static final int ACCOUNTS = 2000;
  private static final int IN_FLIGHT = 512;
  private static final Actor TELLER = new Actor("amara", Actor.TELLER, "WS-02");
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;

  private final Ledger ledger;
  private final int entries;

  private RebuildBenchmark(Ledger ledger, int entries) {
    this.ledger = ledger;
    this.entries = entries;
  }

  public static void main(String[] args) throws Exception {
    Path parent = Path.of(args.length > 0 ? args[0] : "target");
    int entries = args.length > 1 ? Integer.parseInt(args[1]) : 300_000;
    Files.createDirectories(parent);
    Path folder = Files.createTempDirectory(parent, "rebuild-").resolve("ledger");
    InstantSource clock = InstantSource.system();
    var charter = Founding.charter("Bench", EUR, ZoneOffset.UTC, clock.instant(), true);
    try (Ledger ledger = new StoredLedgers(clock).found(folder, charter)) {
      new RebuildBenchmark(ledger, entries).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    fill();
    for (int round = 1; round <= 3; round++) {
      long begun = System.nanoTime();
      Verification verification = ledger.verify(Progress.NONE);
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "verify: %,d entries in %.2f s, %,.0f a second, %d findings%n",
          verification.entries(),
          seconds,
          verification.entries() / seconds,
          verification.findings().size());
    }
    rebuild();
  }

  private void rebuild() throws InterruptedException {
    AtomicBoolean ended = new AtomicBoolean();
    List<Double> waits = new ArrayList<>();
    Thread teller =
        Thread.ofPlatform()
            .start(() -> {
              int act = 0;
              while (!ended.get()) {
                long begun = System.nanoTime();
                deposit(act++).join();
                waits.add((System.nanoTime() - begun) / 1e6);
              }
            });
    long begun = System.nanoTime();
    long made = ledger.rebuild(Progress.NONE);
    double seconds = (System.nanoTime() - begun) / 1e9;
    ended.set(true);
    teller.join();
    Collections.sort(waits);
    System.out.printf(
        Locale.ROOT,
        "rebuild beside a teller: %,d entries in %.2f s, %,.0f a second; meanwhile %,d deposits,"
            + " p50 %.2f ms, p99 %.2f ms, the longest wait %.0f ms%n",
        made,
        seconds,
        made / seconds,
        waits.size(),
        waits.get(waits.size() / 2),
        waits.get(waits.size() * 99 / 100),
        waits.getLast());
  }

  private void fill() {
    for (int account = 0; account < ACCOUNTS; account++) {
      var open =
          new OpenAccount(
              number(account), "Holder " + account, "CURRENT", BigMoney.of(EUR, 100), Details.NONE);
      ledger.counter().post(Posting.of(open), TELLER);
    }
    Deque<CompletableFuture<Outcome>> underWay = new ArrayDeque<>();
    for (int act = ACCOUNTS; act < entries; act++) {
      underWay.add(deposit(act));
      if (underWay.size() > IN_FLIGHT) {
        underWay.remove().join();
      }
    }
    underWay.forEach(CompletableFuture::join);
  }

  private CompletableFuture<Outcome> deposit(int act) {
    var deposit =
        new Deposit(
            number(act % ACCOUNTS), BigMoney.ofMinor(EUR, 1 + act % 900), new Details("", "Rent"));
    return ledger.counter().submit(Posting.of(deposit), TELLER);
  }

  private static AccountNumber number(int account) {
    return new AccountNumber("10-" + account);
  }
}
