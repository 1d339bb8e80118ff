package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.FolderFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts a ledger that was made beside the one in a folder into its place. It is made in {@code
 * restoring}; complete and forced, that gets the name {@code restored-TIME}, which is the one step
 * that decides: before it the old ledger is there, and a new one may be begun; after it every
 * opening first ends what is left to do, however often it is broken off. What was there is kept in
 * {@code aside-TIME}; but where it is to be forgotten, the name is {@code purged-TIME}, and what
 * was there is deleted. The caller has the folder's lock.
 */
final class Takeover {
  private static final String MAKING = "restoring";
  private static final Pattern MADE = Pattern.compile("(restored|purged)-(\\d{8}T\\d{6}Z)");

  private static final String RESTORED = "restored";
  private static final String PURGED = "purged";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;

  Takeover(Path folder) {
    this.folder = folder;
  }

  /** Ends what a broken-off takeover has left to do, if there was one. */
  static void finishIn(Path folder) {
    if (new Takeover(folder).made().isPresent()) {
      FolderLock lock = FolderLock.acquire(folder);
      try {
        new Takeover(folder).finish();
      } catch (IOException e) {
        throw FolderFault.unavailable(folder, e);
      } finally {
        lock.release();
      }
    }
  }

  /** Whether a ledger has been made that only has to be put into its place. */
  static boolean isDueIn(Path folder) {
    return new Takeover(folder).made().isPresent();
  }

  /** An empty folder to make the ledger in; what an earlier run left in it is gone. */
  Path begin() throws IOException {
    giveUp();
    return Files.createDirectory(folder.resolve(MAKING));
  }

  /** Removes what was begun. */
  void giveUp() throws IOException {
    delete(folder.resolve(MAKING));
  }

  /** Makes what was made the ledger of this folder; names where the old one is kept, if any. */
  Optional<Path> complete(Instant now) throws IOException {
    Instant time = decide(RESTORED, now);
    finish();
    return Optional.of(folder.resolve(aside(time))).filter(Files::exists);
  }

  /** Makes what was made the ledger of this folder, and deletes the old one. */
  void forgetting(Instant now) throws IOException {
    decide(PURGED, now);
    finish();
  }

  private Instant decide(String name, Instant now) throws IOException {
    Path making = folder.resolve(MAKING);
    DiskFolder.force(making);
    Instant time = now;
    while (Files.exists(folder.resolve(aside(time)))) {
      time = time.plusSeconds(1);
    }
    Path made = folder.resolve(name + "-" + TIME.format(time));
    Files.move(making, made, StandardCopyOption.ATOMIC_MOVE);
    DiskFolder.force(folder);
    return time;
  }

  /** Ends what is left to do; each step finds out whether it has been done. */
  void finish() throws IOException {
    Optional<Path> made = made();
    if (made.isEmpty()) {
      return;
    }
    Matcher name = MADE.matcher(made.get().getFileName().toString());
    Path aside = folder.resolve("aside-" + (name.matches() ? name.group(2) : ""));
    for (Path part : List.of(H2File.live(folder).file(), Place.tape(folder))) {
      Path next = made.get().resolve(part.getFileName());
      if (Files.exists(next)) {
        if (part.equals(Place.tape(folder))) {
          // While the old tape is still there: broken off and begun again, it goes on here.
          new Mirroring(folder, InstantSource.system()).setAside(aside.getFileName().toString());
        }
        if (Files.exists(part)) {
          Files.createDirectories(aside);
          Files.move(part, aside.resolve(part.getFileName()));
        }
        Files.move(next, part);
      }
    }
    DiskFolder.force(folder);
    if (PURGED.equals(name.group(1))) {
      new Mirroring(folder, InstantSource.system()).forget(aside.getFileName().toString());
      delete(aside);
      H2File.live(folder).deleteSetAside();
      DiskFolder.force(folder);
    }
    delete(made.get());
  }

  private static String aside(Instant time) {
    return "aside-" + TIME.format(time);
  }

  private Optional<Path> made() {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> MADE.matcher(file.getFileName().toString()).matches())
          .findFirst();
    } catch (IOException e) {
      throw FolderFault.unavailable(folder, e);
    }
  }

  static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      List<Path> deepestFirst;
      try (Stream<Path> files = Files.walk(tree)) {
        deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }
}
