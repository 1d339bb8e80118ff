package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.FolderFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What is set for the ledger in a folder, in a file of lines of the form {@code name = value};
 * lines that begin with {@code #} are for people.
 *
 * @param mirror where the tape's mirror lies, if it has one; an absolute path
 */
record LedgerSettings(Optional<Path> mirror) {
  private static final String FILE = "ledger.settings";

  private static final String MIRROR = "mirror";
  private static final int MOST_BYTES = 1 << 16;

  /**
   * Reads the settings; no file means that nothing is set.
   *
   * @throws LedgerUnavailable if there is anything in the file that is no setting: one that is not
   *     understood would be one that is not kept
   */
  static LedgerSettings read(Path folder) {
    Path file = file(folder);
    if (Files.notExists(file)) {
      return new LedgerSettings(Optional.empty());
    }
    Optional<Path> mirror = Optional.empty();
    for (String line : lines(file)) {
      String[] parts = line.split("=", 2);
      if (parts.length < 2 || !parts[0].strip().equals(MIRROR) || mirror.isPresent()) {
        throw wrong(file, line);
      }
      mirror = Optional.of(absolute(file, parts[1].strip()));
    }
    return new LedgerSettings(mirror);
  }

  static Path file(Path folder) {
    return folder.resolve(FILE);
  }

  /** Writes the settings, or removes the file if nothing is set. */
  void write(Path folder) throws IOException {
    Path file = file(folder);
    if (mirror.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      Path part = folder.resolve(FILE + ".part");
      Files.writeString(
          part,
          """
          # The tape is mirrored in this folder; `counterfoil mirror` changes it.
          %s = %s
          """
              .formatted(MIRROR, mirror.get()));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
    DiskFolder.force(folder);
  }

  private static List<String> lines(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw wrong(file, "too long");
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw FolderFault.unavailable(file, e);
    }
  }

  private static Path absolute(Path file, String text) {
    try {
      Path path = Path.of(text);
      if (path.isAbsolute()) {
        return path;
      }
    } catch (InvalidPathException _) {
      // Said below.
    }
    throw wrong(file, text);
  }

  private static LedgerUnavailable wrong(Path file, String what) {
    return new LedgerUnavailable(Reason.SETTINGS, file, what);
  }
}
