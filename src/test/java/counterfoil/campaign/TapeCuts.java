package counterfoil.campaign;

import static counterfoil.campaign.NaiveBook.check;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.disk.DiskImage;
import counterfoil.eventstore.disk.DiskOperation;
import counterfoil.eventstore.disk.Platter;
import counterfoil.eventstore.disk.PowerCut;
import counterfoil.eventstore.disk.RecordedDisk;
import counterfoil.eventstore.tape.Tape;
import counterfoil.eventstore.tape.TapeContent;
import counterfoil.eventstore.tape.TapeFolder;
import counterfoil.eventstore.tape.TapeReader;
import counterfoil.eventstore.tape.TapeReader.Check;
import counterfoil.eventstore.tape.TapeRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Power cuts under a tape alone, at every operation of it, its founding and its recovery too. */
final class TapeCuts {
  private static final int LIVES = 3;
  private static final int GROUPS = 12;
  private static final Tape.Preparation PREPARATION = new Tape.Preparation(16 << 10, Runnable::run);

  private final Path folder;
  private final long seed;
  private final SplittableRandom random;
  private final TapeContent content;
  private DiskImage image = DiskImage.EMPTY;
  private long forced = Platter.NOT_FOUNDED;
  private long cuts;

  /**
   * @param folder nothing will be in it; no other disk may take its place meanwhile
   */
  TapeCuts(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.content = new TapeContent(seed);
  }

  /** Lives through all lives of one tape and returns how many cuts were looked at. */
  long run() throws IOException {
    for (int life = 0; life < LIVES; life++) {
      cut(life, live());
    }
    return cuts;
  }

  private List<DiskOperation> live() throws IOException {
    try (RecordedDisk disk = new RecordedDisk(folder, image)) {
      try (Tape tape = start(disk.folder(folder))) {
        disk.acknowledged(content.size());
        for (int group = 0; group < GROUPS; group++) {
          for (int record = random.nextInt(3); record >= 0; record--) {
            tape.add(content.next(1 + random.nextInt(2)));
          }
          tape.write();
          tape.force();
          disk.acknowledged(content.size());
        }
      }
      return disk.record();
    }
  }

  private Tape start(TapeFolder tapeFolder) throws IOException {
    Optional<TapeReader> reader = reader(tapeFolder);
    if (reader.isEmpty()) {
      content.forgetAfter(0);
      return Tape.found(tapeFolder, PREPARATION, LedgerCuts.CHARTER);
    }
    List<String> found = readToEnd(reader.get());
    content.forgetAfter(found.size());
    return Tape.resume(tapeFolder, PREPARATION, reader.get().end());
  }

  /** The tape's reader; nothing where nobody was told that there is a tape. */
  private Optional<TapeReader> reader(TapeFolder tapeFolder) {
    try {
      return Optional.of(new TapeReader(tapeFolder));
    } catch (LedgerUnavailable e) {
      if (forced == Platter.NOT_FOUNDED && e.reason() == Reason.MISSING) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static List<String> readToEnd(TapeReader reader) {
    List<Entry> entries = new ArrayList<>();
    for (Optional<TapeRecord> record = reader.next(Check.CHAIN);
        record.isPresent();
        record = reader.next(Check.CHAIN)) {
      entries.addAll(record.get().entries());
    }
    return TapeContent.describe(entries);
  }

  private void cut(int life, List<DiskOperation> operations) {
    Platter platter = new Platter(image, forced);
    int last = random.nextInt(operations.size() + 1);
    for (int i = 0; i <= operations.size(); i++) {
      PowerCut cut = PowerCut.random(random);
      DiskImage left = platter.cut(cut);
      forced = platter.acknowledged();
      try {
        look(left);
      } catch (Throwable e) {
        throw new AssertionError(
            "tape %d, life %d, cut before operation %d of %d, %s, %d forced"
                .formatted(seed, life, i, operations.size(), cut, forced),
            e);
      }
      cuts++;
      if (i == last) {
        image = left;
        return;
      }
      platter.apply(operations.get(i));
    }
  }

  private void look(DiskImage left) throws IOException {
    try (RecordedDisk disk = new RecordedDisk(folder, left)) {
      TapeFolder tapeFolder = disk.folder(folder);
      Optional<TapeReader> reader = reader(tapeFolder);
      if (reader.isEmpty()) {
        Tape.found(tapeFolder, PREPARATION, LedgerCuts.CHARTER).close();
        return;
      }
      List<String> found = readToEnd(reader.get());
      check(found.size() >= forced, found.size() + " of what was forced are there");
      check(found.equals(content.envelopes().subList(0, found.size())), "an entry has other bytes");
      Tape.resume(tapeFolder, PREPARATION, reader.get().end()).close();
      check(readToEnd(new TapeReader(tapeFolder)).equals(found), "the recovery changed an entry");
    }
  }
}
