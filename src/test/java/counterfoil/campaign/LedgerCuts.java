package counterfoil.campaign;

import static counterfoil.campaign.NaiveBook.check;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Outcome;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Posting;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.disk.DiskImage;
import counterfoil.eventstore.disk.DiskOperation;
import counterfoil.eventstore.disk.Platter;
import counterfoil.eventstore.disk.PowerCut;
import counterfoil.eventstore.disk.RecordedDisk;
import counterfoil.eventstore.jdbc.ReadModel;
import counterfoil.eventstore.jdbc.RecordedStores;
import counterfoil.projection.ReadModels;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Power cuts under a whole ledger, tape and database at one moment. A ledger lives several lives,
 * each of which begins with what a cut has left of the one before: founding, recovery, postings and
 * closing are cut alike.
 */
final class LedgerCuts {
  static final Charter CHARTER =
      new Charter(
          "riverside.example/ledger",
          "Riverside",
          "EUR",
          ZoneOffset.UTC,
          Instant.parse("2026-11-01T08:00:00Z"),
          true);
  static final Actor TELLER = new Actor("amina", Actor.TELLER, "WS-1");
  private static final int LIVES = 5;
  private static final int BURSTS = 10;
  private static final int MOST_AT_ONCE = 4;

  private final Path folder;
  private final long seed;
  private final SplittableRandom random;
  private final InstantSource clock;
  private final List<UUID> given = new ArrayList<>();
  private List<Entry> known = List.of();
  private DiskImage image = DiskImage.EMPTY;
  private long acknowledged = Platter.NOT_FOUNDED;
  private final boolean reusesSpace;
  private long cuts;

  /**
   * @param folder exists; nothing but a lock will be in it
   */
  LedgerCuts(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.clock = new JumpingClock(random.split());
    this.reusesSpace = random.nextBoolean();
  }

  /**
   * Lives through all lives of one ledger.
   *
   * @param cutsInLife how many cuts to look at in each, at operations by chance; in the first life
   *     with {@code everywhere} one at every operation
   * @return how many cuts were looked at
   */
  long run(int cutsInLife, boolean everywhere) {
    for (int life = 0; life < LIVES; life++) {
      List<DiskOperation> operations = live(life);
      double share =
          everywhere && life == 0 ? 1 : Math.min(1, (double) cutsInLife / operations.size());
      cut(life, operations, share);
    }
    return cuts;
  }

  private List<DiskOperation> live(int life) {
    try (RecordedDisk disk = new RecordedDisk(folder, image)) {
      try (Ledger ledger = start(disk)) {
        disk.acknowledged(ledger.head().position());
        List<UUID> openings = IntStream.range(0, Acts.ACCOUNTS).mapToObj(Acts::opening).toList();
        give(disk, ledger, openings.subList(0, life == 0 ? Acts.ACCOUNTS : 1));
        for (int burst = 0; burst < BURSTS; burst++) {
          give(disk, ledger, someActs(life, burst));
        }
        known = ledger.store().read(1, Integer.MAX_VALUE);
      }
      return disk.record();
    }
  }

  private List<UUID> someActs(int life, int burst) {
    List<UUID> acts = new ArrayList<>();
    for (int i = random.nextInt(MOST_AT_ONCE); i >= 0; i--) {
      boolean again = !given.isEmpty() && random.nextInt(8) == 0;
      UUID id =
          again
              ? given.get(random.nextInt(given.size()))
              : Acts.id(seed + life + 1, burst * MOST_AT_ONCE + i);
      acts.add(id);
      given.add(id);
    }
    return acts;
  }

  private static void give(RecordedDisk disk, Ledger ledger, List<UUID> ids) {
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    for (UUID id : ids) {
      answers.add(
          ledger
              .counter()
              .submit(posting(id), TELLER)
              .thenAccept(outcome -> {
                if (outcome instanceof Posted posted) {
                  disk.acknowledged(posted.position() + Acts.entries(id) - 1);
                }
              }));
    }
    answers.forEach(CompletableFuture::join);
  }

  static Posting posting(UUID id) {
    return new Posting(id, Acts.command(id), OptionalLong.empty());
  }

  /** Opens the ledger, or founds it where nobody was told that it had been founded. */
  private Ledger start(RecordedDisk disk) {
    try {
      return new Ledger(RecordedStores.open(disk, models(), clock), clock);
    } catch (LedgerUnavailable e) {
      if (acknowledged == Platter.NOT_FOUNDED && e.reason() == Reason.MISSING) {
        return new Ledger(RecordedStores.create(disk, CHARTER, models(), clock), clock);
      }
      throw e;
    }
  }

  private List<ReadModel> models() {
    return Stream.concat(
            ReadModels.of(CHARTER).stream(), Stream.of(new Restless(random.split(), reusesSpace)))
        .toList();
  }

  /** Looks at cuts of a life, and chooses one for the next life to begin with. */
  private void cut(int life, List<DiskOperation> operations, double share) {
    Platter platter = new Platter(image, acknowledged);
    int last = random.nextInt(operations.size() + 1);
    for (int i = 0; i <= operations.size(); i++) {
      if (i == last || random.nextDouble() < share) {
        PowerCut cut = PowerCut.random(random);
        DiskImage left = platter.cut(cut);
        acknowledged = platter.acknowledged();
        try {
          look(left);
        } catch (Throwable e) {
          throw new AssertionError(
              "ledger %d, life %d, cut before operation %d of %d, %s, %d acknowledged"
                  .formatted(seed, life, i, operations.size(), cut, acknowledged),
              e);
        }
        cuts++;
        if (i == last) {
          image = left;
          return;
        }
      }
      if (i < operations.size()) {
        platter.apply(operations.get(i));
      }
    }
  }

  private void look(DiskImage left) {
    try (RecordedDisk disk = new RecordedDisk(folder, left);
        Ledger ledger = start(disk)) {
      check(ledger.charter().equals(CHARTER), "the charter is another");
      List<Entry> found = ledger.store().read(1, Integer.MAX_VALUE);
      compare(found);
      NaiveBook book = LedgerCheck.everything(ledger);
      if (!found.isEmpty()) {
        UUID id = found.getLast().commandId();
        Posted first = posted(ledger, id);
        check(first.before(), "a command is recorded twice");
        check(
            new NaiveBook.Placed(
                    first.position(), first.balance().orElseThrow().getAmountMinorLong())
                .equals(book.acts().get(id)),
            "the first outcome is told otherwise");
      }
      if (found.size() < known.size()) {
        Posted again = posted(ledger, known.get(found.size()).commandId());
        check(!again.before() && again.position() == found.size() + 1, "it is no new command");
      }
    }
  }

  private static Posted posted(Ledger ledger, UUID id) {
    Outcome outcome = ledger.counter().post(posting(id), TELLER);
    if (outcome instanceof Posted posted) {
      return posted;
    }
    throw new AssertionError("it was posted, and now it is " + outcome);
  }

  private void compare(List<Entry> found) {
    check(found.size() >= acknowledged, found.size() + " of the acknowledged are there");
    check(found.size() <= known.size(), "more is there than was ever recorded");
    for (int i = 0; i < found.size(); i++) {
      Entry was = known.get(i);
      Entry is = found.get(i);
      check(
          Arrays.equals(was.envelope(), is.envelope())
              && Arrays.equals(was.salt(), is.salt())
              && Arrays.equals(was.payload(), is.payload()),
          "entry " + (i + 1) + " has other bytes");
    }
  }
}
