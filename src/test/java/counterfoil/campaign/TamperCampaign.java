package counterfoil.campaign;

import counterfoil.application.CleanBranch;
import counterfoil.application.StaffedBranch;
import counterfoil.campaign.RowCampaign.Found;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.jdbc.TestServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tampers with ledgers in every way that the design speaks of, over and over, and demands that each
 * is found by whom it says: {@code tamper.seeds} of each kind, {@code tamper.days} without any, and
 * {@code tamper.seed} are system properties. What is missed is told with the seed that brings it
 * back.
 */
final class TamperCampaign {
  /** Written to a disk and opened there, of the forgeries: one in so many. */
  private static final int ONE_ON_DISK_OF = 20;

  /** So many days has a branch without tampering, before the next begins. */
  private static final int DAYS_A_BRANCH = 25;

  private static final String WHOLE_DISK = "An administrator with the whole disk:";
  private static final String WORKSTATION_TOO = "The same with the workstation's own files:";
  private static final String CLOCK = "Somebody who sets the computer's clock:";
  private static final String FILES = "Somebody who changes single files:";
  private static final String ROWS = "Somebody who changes rows of the database:";
  private static final int ROUNDS_IN_MEMORY = 18;
  private static final int ROUNDS_IN_A_STORE = 75;

  private final Path folder;
  private final long seed;
  private final TamperTable table = new TamperTable();
  private final AtomicLong calm = new AtomicLong();

  /**
   * @param folder exists; everything is done in it
   */
  TamperCampaign(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
  }

  public static void main(String[] args) throws Exception {
    Path parent = Files.createDirectories(Path.of(args[0]));
    int seeds = Integer.getInteger("tamper.seeds", 20);
    int days = Integer.getInteger("tamper.days", 10_000);
    long seed = Long.getLong("tamper.seed", System.nanoTime());
    PrintStream out = System.out;
    out.printf(
        Locale.ROOT,
        "%,d of each kind of tampering, %,d days without; seed %d%n",
        seeds,
        days,
        seed);
    TamperCampaign campaign =
        new TamperCampaign(Files.createTempDirectory(parent, "tamper-"), seed);
    // Also of a campaign that is ended before its time.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> campaign.tell(out)));
    List<Future<String>> parts =
        List.of(
            Campaign.begin(() -> campaign.cleanDays(days)),
            Campaign.begin(() -> campaign.rewritings(seeds)),
            Campaign.begin(() -> campaign.rows(seeds, false)),
            Campaign.begin(() -> campaign.rows(seeds, true)),
            Campaign.begin(() -> campaign.files(seeds)),
            Campaign.begin(() -> campaign.clocks(seeds)));
    for (Future<String> part : parts) {
      out.println(part.get());
    }
    System.exit(campaign.table().missed().isEmpty() ? 0 : 1);
  }

  private void tell(PrintStream out) {
    out.println(table);
    out.printf(Locale.ROOT, "%,d days without tampering raised no alarm%n", calm.get());
  }

  TamperTable table() {
    return table;
  }

  /** Whoever has the whole disk: most in memory, some on disk and server. */
  String rewritings(int seeds) throws IOException, SQLException {
    SplittableRandom random = new SplittableRandom(seed);
    SignedBranch branch =
        SignedBranch.of(ROUNDS_IN_MEMORY, random.split(), folder.resolve("rewritings"));
    EntriesCheck check = new EntriesCheck(branch.charter().origin(), branch.seen());
    clean(check.detect(branch.entries()));
    WholeDisk disk = new WholeDisk(branch, folder, Optional.empty());
    WholeDisk server = new WholeDisk(branch, folder, Optional.of(TestServer.newDatabase()));
    for (int i = 0; i < seeds; i++) {
      for (Rewriting kind : Rewriting.values()) {
        Forgery forgery = kind.by(new Rewriter(branch, random.split()));
        table.add(
            WHOLE_DISK,
            kind.toString(),
            "memory",
            forgery.at(),
            forgery.expected(),
            true,
            check.detect(forgery.entries()),
            seeded(i));
        if (i % ONE_ON_DISK_OF == 0) {
          inStore(kind, "H2", branch, forgery, disk, i);
          inStore(kind, "PostgreSQL", branch, forgery, server, i);
        }
      }
      if (i % ONE_ON_DISK_OF == 0) {
        Forgery forgery = new Rewriter(branch, random.split()).unsigned();
        signedAgain("H2", branch, forgery, disk, i);
        signedAgain("PostgreSQL", branch, forgery, server, i);
      }
    }
    return "%,d forgeries of %d kinds"
        .formatted(seeds * Rewriting.values().length, Rewriting.values().length);
  }

  private void inStore(
      Rewriting kind, String where, SignedBranch branch, Forgery forgery, WholeDisk disk, int run)
      throws IOException, SQLException {
    Set<Detector> expected = expectedInStore(branch, forgery);
    Map<Detector, Long> found = disk.detect(forgery);
    table.add(
        WHOLE_DISK,
        kind.toString(),
        where,
        forgery.at(),
        expected,
        expected.isEmpty(),
        found,
        seeded(run));
  }

  /**
   * The workstation's own witness has forgotten, and its key signs: only others' memory is left.
   */
  private void signedAgain(
      String where, SignedBranch branch, Forgery forgery, WholeDisk disk, int run)
      throws IOException, SQLException {
    table.add(
        WORKSTATION_TOO,
        "sign a rewritten ledger with its key",
        where,
        forgery.at(),
        expectedInStore(branch, forgery),
        true,
        disk.detectSignedAgain(forgery),
        seeded(run));
  }

  /**
   * Whoever sets the computer's clock: what is recorded meanwhile has a wrong time that nobody can
   * tell from a right one. Order, proofs and what is in force stay as they were.
   */
  String clocks(int seeds) {
    SplittableRandom random = new SplittableRandom(seed + 3);
    int days = 0;
    for (int i = 0; i < seeds; i += ONE_ON_DISK_OF) {
      for (ClockChange kind : ClockChange.values()) {
        days++;
        Duration by = kind.by(random);
        try (StaffedBranch branch = new StaffedBranch()) {
          branch.open();
          long before = branch.deposit(StaffedBranch.NADIA, "20.00").position();
          branch.setClock(by);
          branch.deposit(StaffedBranch.NADIA, "30.00");
          branch.setClock(by.negated());
          branch.deposit(StaffedBranch.NADIA, "40.00");
          table.add(
              CLOCK,
              kind.toString(),
              "H2",
              before + 1,
              EnumSet.noneOf(Detector.class),
              true,
              afterClock(branch, before + 1),
              seeded(i));
        }
      }
    }
    return "%,d days with a clock that was set".formatted(days);
  }

  private static Map<Detector, Long> afterClock(StaffedBranch branch, long at) {
    Map<Detector, Long> found = new EnumMap<>(Detector.class);
    Nearest.of(at, branch.ledger().verify(Progress.NONE).findings().stream().map(Finding::position))
        .ifPresent(position -> found.put(Detector.VERIFY, position));
    return found;
  }

  /** In a store all that looks at entries is one verification; customers come with receipts. */
  private static Set<Detector> expectedInStore(SignedBranch branch, Forgery forgery) {
    Set<Detector> expected = EnumSet.noneOf(Detector.class);
    for (Detector detector : forgery.expected()) {
      expected.add(
          detector == Detector.SIGNATURES || detector == Detector.ENTRIES
              ? Detector.VERIFY
              : detector);
    }
    if (branch.receipts().stream().anyMatch(receipt -> receipt.size() >= forgery.at())) {
      expected.add(Detector.RECEIPT);
    }
    return expected;
  }

  /** Whoever can change rows, in a folder or on a server. */
  String rows(int seeds, boolean onServer) throws IOException, SQLException {
    SplittableRandom random = new SplittableRandom(seed + 1);
    Path place = folder.resolve(onServer ? "server" : "disk");
    SignedBranch branch = SignedBranch.of(ROUNDS_IN_A_STORE, random.split(), place);
    try (RowCampaign rows = open(branch, place, onServer)) {
      clean(rows.untouched());
      for (int i = 0; i < seeds; i++) {
        for (RowChange kind : rows.possible()) {
          Found found = rows.run(kind, random.split());
          table.add(
              ROWS,
              kind.toString(),
              onServer ? "PostgreSQL" : "H2",
              found.change().at(),
              kind.expected(),
              false,
              found.by(),
              seeded(i));
        }
      }
      clean(rows.untouched());
      return "%,d changes of rows on %s"
          .formatted(seeds * rows.possible().size(), onServer ? "PostgreSQL" : "H2");
    }
  }

  /** Whoever changes files of a folder. */
  String files(int seeds) throws IOException, SQLException {
    SplittableRandom random = new SplittableRandom(seed + 2);
    Path place = folder.resolve("files");
    SignedBranch branch = SignedBranch.of(ROUNDS_IN_MEMORY, random.split(), place);
    FileCampaign files = new FileCampaign(branch, place);
    for (int i = 0; i < seeds; i++) {
      for (FileChange kind : FileChange.values()) {
        table.add(
            FILES,
            kind.toString(),
            "files",
            0,
            EnumSet.of(kind.expected()),
            true,
            files.run(kind, random.split()),
            seeded(i));
      }
    }
    return "%,d changes of files".formatted(seeds * FileChange.values().length);
  }

  private static RowCampaign open(SignedBranch branch, Path place, boolean onServer)
      throws IOException, SQLException {
    if (onServer) {
      ServerLogin login = TestServer.newDatabase();
      return RowCampaign.onServer(branch, login);
    }
    return RowCampaign.inFolder(branch, place.resolve("ledger"));
  }

  private void clean(Map<Detector, Long> found) {
    if (!found.isEmpty()) {
      throw new AssertionError("an alarm where nothing was touched: " + found + seeded(0));
    }
  }

  private String seeded(int run) {
    return "-Dtamper.seed=" + seed + ", run " + run;
  }

  /** Days on which nobody tampers with anything. */
  String cleanDays(int days) throws IOException {
    long entries = 0;
    Path witnesses = Files.createDirectories(folder.resolve("clean"));
    for (int day = 0; day < days; day += DAYS_A_BRANCH) {
      long ofBranch = seed + day;
      try (CleanBranch branch = new CleanBranch(ofBranch, witnesses.resolve("" + ofBranch))) {
        for (int i = day; i < Math.min(days, day + DAYS_A_BRANCH); i++) {
          branch.day();
          calm.incrementAndGet();
        }
        entries += branch.verify();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Dtamper.seed=" + ofBranch + ", days from " + day, e);
      }
    }
    return String.format(
        Locale.ROOT, "%,d days without tampering, %,d entries: no alarm", days, entries);
  }
}
