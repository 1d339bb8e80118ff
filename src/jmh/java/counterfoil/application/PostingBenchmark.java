package counterfoil.application;

import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Charter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * Durable deposits through the whole service, read models and all, beside appending and forcing as
 * many bytes to a bare file: in turns, in one run, on one disk, since nothing else is comparable.
 */
public final class PostingBenchmark {
  private static final int DEPOSITS = 3000;
  private static final int ACCOUNTS = 200;
  private static final int IN_FLIGHT = 256;
  private static final int WARM_UP_ROUNDS = 3;
  private static final int ROUNDS = 10;
  private static final Actor TELLER = new Actor("amara", Actor.TELLER, "WS-02");

  private final Path folder;
  private final List<Double> ratios = new ArrayList<>();

  private PostingBenchmark(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    Path parent = Path.of(args.length > 0 ? args[0] : "target");
    Files.createDirectories(parent);
    new PostingBenchmark(Files.createTempDirectory(parent, "posting-")).run();
  }

  private void run() throws IOException {
    for (int round = 1; round <= ROUNDS; round++) {
      round(round);
    }
    // The first rounds still wait for the just-in-time compiler.
    ratios.subList(0, WARM_UP_ROUNDS).clear();
    Collections.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "one durable deposit at a time, service / bare append + force: median ratio %.2f"
            + " (%.2f to %.2f over %d warm rounds)%n",
        ratios.get(ratios.size() / 2),
        ratios.getFirst(),
        ratios.getLast(),
        ratios.size());
  }

  private void round(int round) throws IOException {
    Path ledgerFolder = folder.resolve("ledger-" + round);
    Charter charter =
        new Charter(
            "counterfoil.local/bench/" + round,
            "Bench",
            "EUR",
            ZoneOffset.UTC,
            Instant.EPOCH,
            true);
    try (Ledger ledger = new StoredLedgers(InstantSource.system()).found(ledgerFolder, charter)) {
      for (int i = 0; i < ACCOUNTS; i++) {
        ledger
            .counter()
            .post(
                Posting.of(
                    new OpenAccount(
                        number(i),
                        "Holder " + i,
                        "current",
                        BigMoney.zero(CurrencyUnit.EUR),
                        Details.NONE)),
                TELLER);
      }
      int bytes =
          ledger.store().at(ACCOUNTS).orElseThrow().envelope().length
              + ledger.store().at(ACCOUNTS).orElseThrow().payload().length
              + 100;
      double bare = bare(folder.resolve("bare-" + round), bytes);
      double single = oneAtATime(ledger);
      double many = manyInFlight(ledger);
      ratios.add(single / bare);
      System.out.printf(
          Locale.ROOT,
          "round %d: bare %,.0f/s, service one at a time %,.0f/s (%.2f), %d in flight %,.0f/s%n",
          round,
          bare,
          single,
          single / bare,
          IN_FLIGHT,
          many);
    }
  }

  private static double bare(Path file, int bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer record = ByteBuffer.allocateDirect(bytes);
      long start = System.nanoTime();
      for (int i = 0; i < DEPOSITS; i++) {
        channel.write(record.clear());
        channel.force(false);
      }
      return rate(start);
    }
  }

  private static double oneAtATime(Ledger ledger) {
    long start = System.nanoTime();
    for (int i = 0; i < DEPOSITS; i++) {
      ledger.counter().post(Posting.of(deposit(i)), TELLER);
    }
    return rate(start);
  }

  private static double manyInFlight(Ledger ledger) {
    Deque<CompletableFuture<Outcome>> inFlight = new ArrayDeque<>();
    long start = System.nanoTime();
    for (int i = 0; i < DEPOSITS; i++) {
      inFlight.add(ledger.counter().submit(Posting.of(deposit(i)), TELLER));
      if (inFlight.size() == IN_FLIGHT) {
        inFlight.remove().join();
      }
    }
    inFlight.forEach(CompletableFuture::join);
    return rate(start);
  }

  private static Deposit deposit(int i) {
    return new Deposit(
        number(i % ACCOUNTS),
        BigMoney.ofMinor(CurrencyUnit.EUR, 100 + i),
        new Details("TX-" + i, "Market takings"));
  }

  private static AccountNumber number(int i) {
    return new AccountNumber("1004-" + (1000 + i));
  }

  private static double rate(long start) {
    return DEPOSITS / ((System.nanoTime() - start) / 1e9);
  }
}
