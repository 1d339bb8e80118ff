package counterfoil.eventstore.tape;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a tape record by record and refuses whatever was not written so.
 *
 * <p>What is unreadable at the very end may be an append that was cut off before it was forced, and
 * so before it was acknowledged. It is taken for that only in the last file, and only if no whole
 * record behind it says that it had been forced by then: the records of one force may reach the
 * disk in any order. Everything else is damage.
 *
 * <p>For one thread at a time.
 */
public final class TapeReader {
  /** What is checked of a record. */
  public enum Check {
    /** Its checksum and its place: finds every accident. */
    CHECKSUM,
    /**
     * That its hash continues the chain as well: finds what was done on purpose. Costs far more.
     */
    CHAIN
  }

  private static final ByteBuffer ZEROS = ByteBuffer.allocate(1 << 16).asReadOnlyBuffer();

  private final TapeFolder folder;
  private final RecordLayout layout = new RecordLayout();
  private final List<SegmentHeader> segments = new ArrayList<>();
  private final List<Foreign> foreign = new ArrayList<>();
  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private int segment = -1;
  private int offset;
  private long position;
  private byte[] chain = SegmentHeader.CHAIN_START;
  private boolean torn;

  /**
   * Looks at the headers of all the tape's files.
   *
   * @throws LedgerUnavailable if there is no tape, or a header cannot be read
   */
  public TapeReader(TapeFolder folder) {
    this.folder = folder;
    try {
      for (String name : folder.list()) {
        OptionalLong named = SegmentName.position(name);
        if (named.isPresent()) {
          read(name, named.getAsLong());
        }
      }
    } catch (IOException e) {
      throw FolderFault.unavailable(folder.path(), e);
    }
    if (segments.isEmpty()) {
      throw foreign.isEmpty()
          ? new LedgerUnavailable(Reason.MISSING, folder.path(), "no tape in it")
          : foreign.getFirst().refusal();
    }
    if (!foreign.isEmpty()) {
      // Among files of a ledger it was one of them once.
      throw damaged(foreign.getFirst().position(), "a file does not begin like a tape");
    }
    if (segments.getFirst().firstPosition() != 1) {
      throw damaged(1, "the first file is missing");
    }
    for (SegmentHeader header : segments) {
      if (!header.charter().equals(charter())) {
        throw damaged(header.firstPosition(), "a file of another ledger");
      }
    }
    enter(0);
  }

  private void read(String name, long position) throws IOException {
    byte[] start = content(name, SegmentHeader.BYTES).array();
    try {
      segments.add(SegmentHeader.fromBytes(start, folder.path().resolve(name), position));
    } catch (LedgerUnavailable e) {
      if (e.reason() != Reason.NOT_A_LEDGER) {
        throw e;
      }
      foreign.add(new Foreign(position, e));
    }
  }

  /** A file of the tape's name that begins otherwise. */
  private record Foreign(long position, LedgerUnavailable refusal) {}

  /** Whether there is a tape in the folder, readable or not. */
  public static boolean exists(TapeFolder folder) throws IOException {
    return folder.list().stream().anyMatch(name -> SegmentName.position(name).isPresent());
  }

  /** The folder it reads. */
  public Path path() {
    return folder.path();
  }

  public Charter charter() {
    return segments.getFirst().charter();
  }

  /** Goes to the file that holds the entry at {@code position}, or to the last one. */
  public void seek(long position) {
    int target = 0;
    while (target + 1 < segments.size() && segments.get(target + 1).firstPosition() <= position) {
      target++;
    }
    enter(target);
  }

  /** Goes to where the entry at {@code position} ends, or to the tape's end if that comes first. */
  public void skipTo(long position) {
    seek(position);
    while (this.position < position && next(Check.CHECKSUM).isPresent()) {
      // Only the place counts.
    }
  }

  /** The last position read. */
  public long position() {
    return position;
  }

  /** The chain hash behind the last record read. */
  public byte[] chain() {
    return chain;
  }

  /**
   * The next record, or nothing behind the last one.
   *
   * @throws LedgerUnavailable if the tape is damaged there
   */
  public Optional<TapeRecord> next(Check check) {
    while (!torn) {
      if (layout.isRecord(bytes, offset)) {
        return Optional.of(accept(RecordLayout.read(bytes, offset), check));
      }
      boolean last = segment == segments.size() - 1;
      if (!isBlank(offset)) {
        if (!last || forcedBehind()) {
          throw damaged(position + 1, "a record cannot be read");
        }
        torn = true;
      } else if (last) {
        break;
      } else {
        goOnTo(segments.get(segment + 1));
      }
    }
    return Optional.empty();
  }

  /** Where the records end; to be asked when {@link #next} has returned nothing. */
  public TapeEnd end() {
    return new TapeEnd(
        charter(),
        SegmentName.of(segments.getLast().firstPosition()),
        offset,
        position,
        chain,
        torn);
  }

  private TapeRecord accept(TapeRecord record, Check check) {
    if (record.firstPosition() != position + 1 || record.count() < 1) {
      throw damaged(position + 1, "a record of another place");
    }
    if (check == Check.CHAIN && !layout.continues(chain, bytes, record)) {
      throw damaged(position + 1, "the chain of hashes is broken");
    }
    offset += record.length();
    position = record.lastPosition();
    chain = record.chain();
    return record;
  }

  private void goOnTo(SegmentHeader next) {
    boolean continues =
        next.firstPosition() == position + 1 && Arrays.equals(next.chainBefore(), chain);
    if (!continues) {
      throw damaged(position + 1, "a file of the tape is missing or does not belong there");
    }
    enter(segment + 1);
  }

  private void enter(int index) {
    if (index != segment) {
      SegmentHeader header = segments.get(index);
      try {
        bytes = content(SegmentName.of(header.firstPosition()), Integer.MAX_VALUE);
      } catch (IOException e) {
        throw FolderFault.unavailable(folder.path(), e);
      }
    }
    segment = index;
    offset = SegmentHeader.BYTES;
    position = segments.get(index).firstPosition() - 1;
    chain = segments.get(index).chainBefore();
    torn = false;
  }

  /** Whether a whole record behind {@code offset} was written when this place had been forced. */
  private boolean forcedBehind() {
    for (int i = offset + 1; i < bytes.limit(); i++) {
      if (layout.isRecord(bytes, i) && RecordLayout.read(bytes, i).forcedThrough() > position) {
        return true;
      }
    }
    return false;
  }

  private boolean isBlank(int from) {
    for (int at = from; at < bytes.limit(); at += ZEROS.limit()) {
      int length = Math.min(ZEROS.limit(), bytes.limit() - at);
      if (bytes.slice(at, length).mismatch(ZEROS.slice(0, length)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private ByteBuffer content(String name, int atMost) throws IOException {
    try (TapeFolder.TapeFile file = folder.open(name)) {
      ByteBuffer content = ByteBuffer.allocate((int) Math.min(file.size(), atMost));
      file.read(content, 0);
      return content.flip();
    }
  }

  private LedgerUnavailable damaged(long position, String detail) {
    return new LedgerUnavailable(Reason.DAMAGED, folder.path(), detail, position);
  }
}
