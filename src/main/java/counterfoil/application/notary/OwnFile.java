package counterfoil.application.notary;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.FolderFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** A small text file of the workstation's own, which nobody else on the machine may read. */
final class OwnFile {
  private static final int MOST_BYTES = 8 << 20;
  private static final String OWNER_ONLY_FILE = "rw-------";
  private static final String OWNER_ONLY_FOLDER = "rwx------";

  private final Path file;

  OwnFile(Path file) {
    this.file = file;
  }

  Path path() {
    return file;
  }

  /**
   * No lines where there is no file.
   *
   * @throws LedgerUnavailable if it cannot be read, or is no text
   */
  List<String> lines() {
    if (Files.notExists(file)) {
      return List.of();
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw wrong("too long");
      }
      return Files.readAllLines(file);
    } catch (CharacterCodingException _) {
      throw wrong("no text");
    } catch (IOException e) {
      throw FolderFault.unavailable(file, e);
    }
  }

  /** Puts another text in place of what is there: whole or not at all. */
  void replace(String text) {
    try {
      Path folder = folder();
      Path part = folder.resolve(file.getFileName() + ".part");
      Files.deleteIfExists(part);
      create(part);
      append(part, text);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      DiskFolder.force(folder);
    } catch (IOException e) {
      throw FolderFault.unavailable(file, e);
    }
  }

  /** Adds a text at the end; on disk when this returns. */
  void append(String text) {
    try {
      Path folder = folder();
      boolean made = Files.notExists(file);
      if (made) {
        create(file);
      }
      append(file, text);
      if (made) {
        DiskFolder.force(folder);
      }
    } catch (IOException e) {
      throw FolderFault.unavailable(file, e);
    }
  }

  /** What is in the file is not what this program writes. */
  LedgerUnavailable wrong(String what) {
    return new LedgerUnavailable(Reason.SETTINGS, file, what);
  }

  private Path folder() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder");
    }
    if (Files.notExists(folder)) {
      if (hasOwners(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString(OWNER_ONLY_FOLDER)));
      } else {
        Files.createDirectories(folder);
      }
    }
    return folder;
  }

  private static void create(Path file) throws IOException {
    if (hasOwners(file)) {
      Files.createFile(
          file,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY_FILE)));
    } else {
      // Elsewhere a person's own folder is closed to others already.
      Files.createFile(file);
    }
  }

  private static boolean hasOwners(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void append(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
