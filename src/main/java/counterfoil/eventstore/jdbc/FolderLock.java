package counterfoil.eventstore.jdbc;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.tape.FolderFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a ledger's folder for one store at a time. The lock is the operating system's and ends with
 * the process, however that ends; the file stays and names the process that had it last.
 */
final class FolderLock {
  private static final String FILE = "ledger.lock";

  /**
   * The locked byte lies far behind the text, which Windows would not let others read otherwise.
   */
  private static final long LOCKED_BYTE = 1L << 40;

  private static final int MAX_PID_BYTES = 20;

  /**
   * The folders that this process has locked. The operating system's locks are the process's too,
   * and that is why this is static: on POSIX, opening a locked file a second time and closing it
   * again gives up the lock that the first has.
   */
  private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Locks a folder that exists.
   *
   * @throws LedgerUnavailable if somebody else has it, or it cannot be written
   */
  static FolderLock acquire(Path place) {
    try {
      Path folder = place.toRealPath();
      if (!HELD_BY_THIS_PROCESS.add(folder)) {
        throw new LedgerUnavailable(Reason.IN_USE, place, "open in this process already");
      }
      try {
        return new FolderLock(folder, lock(folder));
      } catch (IOException | RuntimeException e) {
        HELD_BY_THIS_PROCESS.remove(folder);
        throw e;
      }
    } catch (IOException e) {
      throw FolderFault.unavailable(place, e);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel = FileChannel.open(folder.resolve(FILE), CREATE, READ, WRITE);
    try {
      if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
        throw new LedgerUnavailable(Reason.IN_USE, folder, "open in process " + pid(channel));
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static String pid(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(MAX_PID_BYTES);
    channel.read(text, 0);
    String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
    return pid.matches("[0-9]+") ? pid : "unknown";
  }

  /** Gives the folder up; a lock that cannot be given up ends with the process. */
  void release() {
    try {
      channel.close();
    } catch (IOException _) {
      // The operating system keeps it then, and nothing can be done about that here.
    }
    HELD_BY_THIS_PROCESS.remove(folder);
  }
}
