package counterfoil.campaign;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * As many crashes as one asks for: {@code kills}, {@code sessions} of over a minute, {@code cuts}
 * and {@code seed} are system properties. Says how far it has come, and at the end what came of it;
 * what went wrong is told with the seed that brings it back.
 */
final class Campaign {
  private static final int KILLS_OF_A_LEDGER = 40;
  private static final int CUTS_IN_A_LIFE = 30;
  private static final long NANOS_BETWEEN_REPORTS = Duration.ofSeconds(10).toNanos();

  /** One cut in five is under tape and database; the others, far cheaper, under a tape alone. */
  private static final int TAPE_CUTS_FOR_ONE_OF_A_LEDGER = 4;

  private final Path folder;
  private final long seed;
  private final PrintStream out;

  /**
   * @param folder where everything is done; made if missing
   */
  Campaign(Path folder, long seed, PrintStream out) {
    this.folder = folder;
    this.seed = seed;
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    Path parent = Files.createDirectories(Path.of(args[0]));
    int kills = Integer.getInteger("kills", 200);
    int sessions = Integer.getInteger("sessions", 2);
    long cuts = Long.getLong("cuts", 20_000);
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.printf(
        Locale.ROOT,
        "%,d kills, %,d long sessions, %,d power cuts, a fault at every operation; seed %d%n",
        kills,
        sessions,
        cuts,
        seed);
    Campaign campaign = new Campaign(Files.createTempDirectory(parent, "run-"), seed, System.out);
    System.exit(campaign.run(kills, sessions, cuts) ? 0 : 1);
  }

  private boolean run(int kills, int sessions, long cuts) {
    List<Future<String>> parts = new ArrayList<>();
    try (ExecutorService together = Executors.newFixedThreadPool(2 + sessions)) {
      for (int session = 0; session < sessions; session++) {
        int number = session;
        parts.add(together.submit(() -> longSession(number)));
      }
      parts.add(together.submit(() -> kills(kills)));
      parts.add(
          together.submit(() -> {
            long ofLedgers = cuts / (TAPE_CUTS_FOR_ONE_OF_A_LEDGER + 1);
            return String.join(
                "\n", tapeCuts(cuts - ofLedgers), ledgerCuts(ofLedgers), faults(true));
          }));
    }
    out.println();
    boolean well = true;
    for (Future<String> part : parts) {
      well &= tell(part);
    }
    out.println(well ? "Nothing was lost." : "Something is wrong: see above.");
    return well;
  }

  private boolean tell(Future<String> part) {
    try {
      out.println(part.get());
      return true;
    } catch (ExecutionException e) {
      e.printStackTrace(out);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Kills of processes in short sessions; each ledger goes through many of them. */
  String kills(int kills) throws IOException, InterruptedException {
    long acknowledged = 0;
    int ledgers = 0;
    Reports reports = new Reports("kills", kills);
    for (int done = 0; done < kills; done += KILLS_OF_A_LEDGER) {
      long ledger = seed + ledgers++;
      Kills killing =
          new Kills(Files.createDirectories(place("kills")).resolve("" + ledger), ledger);
      killing.shortSessions(Math.min(KILLS_OF_A_LEDGER, kills - done));
      acknowledged += killing.acknowledged();
      reports.report(done + KILLS_OF_A_LEDGER);
    }
    return String.format(
        Locale.ROOT,
        "%,9d processes killed, on %,d ledgers; %,d acts acknowledged, none lost, none twice",
        kills,
        ledgers,
        acknowledged);
  }

  /** A session of more than a minute. */
  String longSession(int number) throws IOException, InterruptedException {
    Kills killing = new Kills(Files.createDirectories(place("long-" + number)), seed + number);
    killing.longSession();
    return String.format(
        Locale.ROOT,
        "%,9d process killed after more than a minute; %,d acts acknowledged, none lost",
        1,
        killing.acknowledged());
  }

  String tapeCuts(long cuts) throws IOException {
    Path place = Files.createDirectories(place("tapes"));
    Reports reports = new Reports("cuts of a tape", cuts);
    long done = 0;
    for (long tape = seed; done < cuts; tape++) {
      done += new TapeCuts(place, tape).run();
      reports.report(done);
    }
    return String.format(Locale.ROOT, "%,9d power cuts under a tape", done);
  }

  String ledgerCuts(long cuts) throws IOException {
    Path place = Files.createDirectories(place("ledgers"));
    Reports reports = new Reports("cuts of tape and database", cuts);
    long done = 0;
    for (long ledger = seed; done < cuts; ledger++) {
      done += new LedgerCuts(place, ledger).run(CUTS_IN_A_LIFE, ledger == seed);
      reports.report(done);
    }
    return String.format(Locale.ROOT, "%,9d power cuts under tape and database together", done);
  }

  /**
   * @param everyWay whether each operation is to fail in every way, or in one
   */
  String faults(boolean everyWay) throws IOException, InterruptedException {
    Faults faults = new Faults(Files.createDirectories(place("faults")), everyWay);
    var counts = faults.run();
    return String.format(
        Locale.ROOT,
        "%,9d failing operations %s, of which %,d stopped the ledger",
        counts.values().stream().mapToInt(n -> n).sum(),
        counts,
        faults.noticed());
  }

  private Path place(String name) {
    return folder.resolve(name);
  }

  /** Tells now and then how far a part has come. */
  private final class Reports {
    private final String what;
    private final long total;
    private long last = System.nanoTime();

    Reports(String what, long total) {
      this.what = what;
      this.total = total;
    }

    void report(long done) {
      if (System.nanoTime() - last > NANOS_BETWEEN_REPORTS) {
        last = System.nanoTime();
        out.printf(Locale.ROOT, "%,d of %,d %s%n", Math.min(done, total), total, what);
      }
    }
  }

  /** Work on a thread of its own, from now on. */
  static Future<String> begin(Callable<String> work) {
    FutureTask<String> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().start(task);
    return task;
  }
}
