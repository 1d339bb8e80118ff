package counterfoil.eventstore.backup;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.backup.BackupUnusable.Reason;
import counterfoil.eventstore.codec.CharterForm;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.codec.Succession;
import counterfoil.eventstore.tape.RecordLayout;
import counterfoil.eventstore.tape.TapeRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Reads a backup append by append and proves all of it on the way: checksums, the chain of hashes,
 * positions, versions, payloads, and at the end the footer. Holds one append in memory, and the
 * version of each stream. For one thread at a time.
 */
public final class BackupReader implements Appends, AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 20;

  private final Path file;
  private final InputStream in;
  private final Charter charter;
  private final RecordLayout layout = new RecordLayout();
  private final Succession succession = new Succession();
  private byte[] chain;
  private ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
  private boolean ended;

  /**
   * Opens a backup and reads its header.
   *
   * @throws BackupUnusable if it is none
   */
  public BackupReader(Path file) {
    this.file = file;
    try {
      in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    } catch (IOException e) {
      throw unreadable();
    }
    try {
      byte[] header = readHeader();
      charter = charter(header);
      chain = BackupLayout.chainStart(header);
    } catch (IOException e) {
      close();
      throw unreadable();
    } catch (BackupUnusable e) {
      close();
      throw e;
    }
  }

  /**
   * Reads all of a backup and says what it holds.
   *
   * @throws BackupUnusable if anything in it is not as it was written
   * @throws CancellationException if the progress asked to stop
   */
  public static Backup prove(Path file, Progress progress) {
    try (BackupReader reader = new BackupReader(file)) {
      long total = reader.claimed();
      for (var next = reader.next(); !next.isEmpty(); next = reader.next()) {
        if (!progress.report(Math.min(next.getLast().position(), total), total)) {
          throw new CancellationException("proof of a backup");
        }
      }
      return new Backup(reader.charter, reader.succession.position(), reader.succession.root());
    }
  }

  public Charter charter() {
    return charter;
  }

  /**
   * @throws BackupUnusable if the file is not as it was written from here on
   */
  @Override
  public List<Entry> next() {
    if (ended) {
      return List.of();
    }
    try {
      fill(0, RecordLayout.START_BYTES);
      if (bytes.getInt(0) != RecordLayout.MARK) {
        readFooter();
        return List.of();
      }
      return readRecord();
    } catch (IOException e) {
      throw unreadable();
    }
  }

  private List<Entry> readRecord() throws IOException {
    int length = bytes.getInt(RecordLayout.START_BYTES - Integer.BYTES);
    if (length < RecordLayout.START_BYTES || length > RecordLayout.MAX_BYTES) {
      throw damaged("a record of no possible length");
    }
    fill(RecordLayout.START_BYTES, length);
    if (!layout.isRecord(bytes, 0)) {
      throw damaged("a record cannot be read");
    }
    TapeRecord record = RecordLayout.read(bytes, 0);
    if (!layout.continues(chain, bytes, record)) {
      throw damaged("the chain of hashes is broken");
    }
    chain = record.chain();
    try {
      List<Entry> entries = record.entries();
      for (Entry entry : entries) {
        succession
            .take(entry)
            .ifPresent(what -> {
              throw damaged(what);
            });
      }
      return entries;
    } catch (MalformedEnvelope e) {
      throw damaged("a record is not made of entries");
    } catch (LaterVersion e) {
      throw new BackupUnusable(Reason.NEWER, file, "an entry", succession.position() + 1);
    }
  }

  private void readFooter() throws IOException {
    fill(RecordLayout.START_BYTES, BackupLayout.FOOTER_BYTES);
    byte[] footer = Arrays.copyOf(bytes.array(), BackupLayout.FOOTER_BYTES);
    byte[] expected = BackupLayout.footer(succession.position(), succession.root(), chain);
    if (!Arrays.equals(footer, expected) || in.read() >= 0) {
      throw damaged("the end is not the one of these entries");
    }
    ended = true;
  }

  /** Reads on to where {@code to} bytes are there. */
  private void fill(int from, int to) throws IOException {
    if (bytes.capacity() < to) {
      bytes = ByteBuffer.allocate(Math.max(to, 2 * bytes.capacity())).put(bytes.array(), 0, from);
    }
    bytes.clear().limit(to);
    if (in.readNBytes(bytes.array(), from, to - from) < to - from) {
      throw damaged("the file is cut short");
    }
  }

  /** The number of entries that the footer names; not proven, only to tell how long it takes. */
  private long claimed() {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer footer = ByteBuffer.allocate(BackupLayout.FOOTER_BYTES);
      channel.read(footer, Math.max(0, channel.size() - BackupLayout.FOOTER_BYTES));
      return Math.max(0, footer.getLong(Integer.BYTES));
    } catch (IOException e) {
      throw unreadable();
    }
  }

  private byte[] readHeader() throws IOException {
    byte[] head = in.readNBytes(BackupLayout.HEAD_BYTES);
    int magic = BackupLayout.MAGIC.length;
    if (!Arrays.equals(head, 0, Math.min(magic, head.length), BackupLayout.MAGIC, 0, magic)) {
      throw new BackupUnusable(Reason.NOT_A_BACKUP, file, "it does not begin like one", 0);
    }
    if (head.length < BackupLayout.HEAD_BYTES) {
      throw damaged("the header is cut short");
    }
    ByteBuffer numbers = ByteBuffer.wrap(head, magic, 2 * Integer.BYTES);
    int format = numbers.getInt();
    if (format > BackupLayout.FORMAT) {
      throw new BackupUnusable(Reason.NEWER, file, "backup format " + format, 0);
    }
    int length = numbers.getInt();
    if (format != BackupLayout.FORMAT || length < 0 || length > CharterForm.MAX_BYTES) {
      throw damaged("the header is damaged");
    }
    byte[] rest = in.readNBytes(length + Integer.BYTES);
    byte[] header = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, header, head.length, rest.length);
    if (rest.length < length + Integer.BYTES || !BackupLayout.isSealed(header)) {
      throw damaged("the header's checksum is wrong");
    }
    return header;
  }

  private Charter charter(byte[] header) {
    try {
      return CharterForm.read(ByteBuffer.wrap(header).position(BackupLayout.HEAD_BYTES));
    } catch (IllegalArgumentException e) {
      throw damaged("the charter cannot be read");
    }
  }

  private BackupUnusable damaged(String detail) {
    return new BackupUnusable(Reason.DAMAGED, file, detail, succession.position() + 1);
  }

  private BackupUnusable unreadable() {
    return new BackupUnusable(Reason.UNREADABLE, file, "it cannot be read", 0);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException _) {
      // It was only read.
    }
  }
}
