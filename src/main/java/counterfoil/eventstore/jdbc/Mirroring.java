package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.FolderFault;
import counterfoil.eventstore.tape.MirrorRepair;
import counterfoil.eventstore.tape.MirroredFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The mirror of a ledger's tape on another disk: set, ended and compared while the ledger is not
 * open. A mirror's folder says that it is one: an empty folder where a disk should be would
 * otherwise be taken for a mirror that has to be filled.
 */
public final class Mirroring {
  /** The file that makes a folder a mirror. */
  static final String SIGN = "counterfoil-mirror.txt";

  private final Path folder;
  private final InstantSource clock;

  public Mirroring(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Where the mirror is, if there is one. */
  public Optional<Path> mirror() {
    return LedgerSettings.read(folder).mirror();
  }

  /**
   * From now on the tape is mirrored there; it is copied first. A folder that is not there is made.
   *
   * @return the files of either that were damaged and have been mended, as they are called now
   * @throws LedgerUnavailable if the ledger is open or missing, or that folder cannot be its mirror
   */
  public List<Path> begin(Path mirror) {
    Path there = mirror.toAbsolutePath().normalize();
    return locked(() -> {
      prepare(there);
      List<Path> mended = new MirrorRepair(both(there), clock.instant()).all();
      new LedgerSettings(Optional.of(there)).write(folder);
      return mended;
    });
  }

  /**
   * Makes a folder one that can be the mirror, whether there is a ledger yet or not.
   *
   * @throws LedgerUnavailable if it lies in the ledger's folder or around it, holds something else,
   *     or cannot be written; nothing has changed then
   */
  public void prepare(Path mirror) {
    Path there = mirror.toAbsolutePath().normalize();
    Path here = folder.toAbsolutePath().normalize();
    if (there.startsWith(here) || here.startsWith(there)) {
      throw new LedgerUnavailable(Reason.MIRROR, mirror, "one folder in the other");
    }
    if (holdsSomethingElse(there)) {
      throw new LedgerUnavailable(Reason.MIRROR, mirror, "it holds something else");
    }
    sign(there);
  }

  private static boolean holdsSomethingElse(Path mirror) {
    if (!Files.exists(mirror)) {
      return false;
    }
    try (Stream<Path> files = Files.list(mirror)) {
      return !Files.exists(mirror.resolve(SIGN)) && files.findAny().isPresent();
    } catch (IOException e) {
      throw new LedgerUnavailable(Reason.MIRROR, mirror, "it cannot be read", e);
    }
  }

  /** From now on the tape is not mirrored; the mirror is left as it is. */
  public void end() {
    locked(() -> {
      new LedgerSettings(Optional.empty()).write(folder);
      return List.of();
    });
  }

  /**
   * Compares all of the tape with its mirror and mends what is damaged in one from the other.
   *
   * @return the files that were damaged, as they are called now
   * @throws LedgerUnavailable if the ledger is open, or both are damaged at one place, or go
   *     different ways
   */
  public List<Path> compare() {
    return locked(() -> {
      Optional<Path> mirror = mirror();
      return mirror.isEmpty() ? List.of() : repair(both(mirror.get()), clock).all();
    });
  }

  /**
   * What mends a tape and its mirror; the caller has the lock of the ledger's folder.
   *
   * @throws LedgerUnavailable if there is no mirror where one should be
   */
  static MirrorRepair repair(MirroredFolder both, InstantSource clock) throws IOException {
    refuseUnlessSigned(both);
    return new MirrorRepair(both, clock.instant());
  }

  /** Moves what is mirrored now into a folder of this name beside it: another tape is to come. */
  void setAside(String name) throws IOException {
    Optional<Path> mirror = mirror();
    if (mirror.isEmpty()) {
      return;
    }
    refuseUnlessSigned(both(mirror.get()));
    List<Path> files;
    try (Stream<Path> all = Files.list(mirror.get())) {
      files = all.filter(file -> file.getFileName().toString().contains(".tape")).toList();
    }
    for (Path file : files) {
      Path aside = Files.createDirectories(mirror.get().resolve(name));
      Files.move(file, aside.resolve(file.getFileName()));
    }
    DiskFolder.force(mirror.get());
  }

  /** Deletes what {@link #setAside} has moved. */
  void forget(String name) throws IOException {
    Optional<Path> mirror = mirror();
    if (mirror.isPresent()) {
      refuseUnlessSigned(both(mirror.get()));
      Takeover.delete(mirror.get().resolve(name));
      DiskFolder.force(mirror.get());
    }
  }

  /** Refuses a mirror whose folder does not say that it is one. */
  static void refuseUnlessSigned(MirroredFolder both) throws IOException {
    if (!both.mirror().list().contains(SIGN)) {
      throw new LedgerUnavailable(Reason.MIRROR, both.mirror().path(), "no mirror is there");
    }
  }

  private static void sign(Path mirror) {
    try {
      Files.createDirectories(mirror);
      Files.writeString(
          mirror.resolve(SIGN), "Counterfoil mirrors the tape of a ledger here: leave it alone.\n");
      DiskFolder.force(mirror);
    } catch (IOException e) {
      throw new LedgerUnavailable(Reason.MIRROR, mirror, "it cannot be written", e);
    }
  }

  private MirroredFolder both(Path mirror) {
    return new MirroredFolder(new DiskFolder(Place.tape(folder)), new DiskFolder(mirror));
  }

  private List<Path> locked(Callable<List<Path>> work) {
    if (!Files.isDirectory(folder)
        || !(EmbeddedStore.present(folder) || Files.exists(LedgerSettings.file(folder)))) {
      throw new LedgerUnavailable(Reason.MISSING, folder, "no ledger in it");
    }
    FolderLock lock = FolderLock.acquire(folder);
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw FolderFault.unavailable(folder, e);
    } finally {
      lock.release();
    }
  }
}
