package counterfoil.eventstore.backup;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.backup.BackupFailed.Reason;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.codec.Succession;
import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.RecordLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Makes a backup of a store that goes on working: of everything up to where its head stood at the
 * beginning. Each entry is proven on its way, since a backup of what is damaged would only look
 * like one. The file gets its name when it is complete and forced.
 */
public final class BackupWriter {
  /** The ending of a backup on its way; one that a killed process left is written over. */
  static final String PART = ".part";

  private static final int BUFFER_BYTES = 1 << 20;

  private final EventStore store;
  private final Charter charter;
  private final RecordLayout layout = new RecordLayout();
  private final Succession succession = new Succession();
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  public BackupWriter(EventStore store, Charter charter) {
    this.store = store;
    this.charter = charter;
  }

  /**
   * Writes the backup.
   *
   * @throws BackupFailed if there is a file of that name, or there cannot be one, or an entry is
   *     not what was recorded
   * @throws CancellationException if the progress asked to stop; nothing is left behind then
   */
  public Backup write(Path file, Progress progress) {
    Path target = file.toAbsolutePath();
    refuseIfExists(target);
    Path part = target.resolveSibling(target.getFileName() + PART);
    try {
      Backup backup = writeAndName(part, target, progress);
      DiskFolder.force(Optional.ofNullable(target.getParent()).orElse(target));
      return backup;
    } catch (IOException e) {
      throw new BackupFailed(target, e);
    }
  }

  private static void refuseIfExists(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new BackupFailed(Reason.EXISTS, file, 0);
    }
  }

  /** The lock is held until the file has its name: what another has finished is never cut off. */
  private Backup writeAndName(Path part, Path target, Progress progress) throws IOException {
    try (FileChannel out = FileChannel.open(part, CREATE, WRITE)) {
      refuseIfBusy(out, part);
      // The file that was opened may have got its name before it was locked.
      refuseIfExists(target);
      try {
        out.truncate(0);
        Backup backup = writeAll(out, target, progress);
        out.force(true);
        // Without REPLACE_EXISTING: whoever was first meanwhile keeps the name.
        refuseIfExists(target);
        Files.move(part, target);
        return backup;
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(part);
        throw e;
      }
    }
  }

  /** Two backups to one name at once would write into one another. */
  private static void refuseIfBusy(FileChannel out, Path part) throws IOException {
    try {
      if (out.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException _) {
      // The other one is in this very process.
    }
    throw new BackupFailed(Reason.EXISTS, part, 0);
  }

  private Backup writeAll(FileChannel out, Path file, Progress progress) throws IOException {
    Head head = store.head();
    byte[] header = BackupLayout.header(charter);
    byte[] chain = BackupLayout.chainStart(header);
    put(header, out);
    StoredAppends appends = new StoredAppends(store::read, 0, head.position());
    for (List<Entry> next = next(appends, file); !next.isEmpty(); next = next(appends, file)) {
      long before = succession.position();
      prove(next, file);
      makeRoom(RecordLayout.length(next), out);
      chain = layout.write(next, before, chain, buffer);
      report(progress, before, head.position());
    }
    if (succession.position() != head.position()
        || !Arrays.equals(succession.root(), head.root())) {
      throw new BackupFailed(Reason.NOT_GENUINE, file, succession.position());
    }
    put(BackupLayout.footer(head.position(), head.root(), chain), out);
    flush(out);
    return new Backup(charter, head.position(), head.root());
  }

  private List<Entry> next(StoredAppends appends, Path file) {
    try {
      return appends.next();
    } catch (MalformedEnvelope | LaterVersion e) {
      throw new BackupFailed(Reason.NOT_GENUINE, file, succession.position() + 1);
    }
  }

  private void prove(List<Entry> append, Path file) {
    for (Entry entry : append) {
      if (succession.take(entry).isPresent()) {
        throw new BackupFailed(Reason.NOT_GENUINE, file, succession.position() + 1);
      }
    }
  }

  private void report(Progress progress, long before, long total) {
    long done = succession.position();
    boolean due = done / 1000 > before / 1000 || done == total;
    if (due && !progress.report(done, total)) {
      throw new CancellationException("backup");
    }
  }

  private void put(byte[] bytes, FileChannel out) throws IOException {
    makeRoom(bytes.length, out);
    buffer.put(bytes);
  }

  private void makeRoom(int length, FileChannel out) throws IOException {
    if (buffer.remaining() < length) {
      flush(out);
    }
    if (buffer.capacity() < length) {
      buffer = ByteBuffer.allocate(length);
    }
  }

  private void flush(FileChannel out) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
    buffer.clear();
  }
}
