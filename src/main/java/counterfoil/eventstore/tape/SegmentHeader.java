package counterfoil.eventstore.tape;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.codec.CharterForm;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The first block of each of the tape's files.
 *
 * @param firstPosition of the first record in the file
 * @param chainBefore the chain hash of the record before that; zeros at the ledger's beginning
 */
record SegmentHeader(Charter charter, long firstPosition, byte[] chainBefore) {
  /** The size of the block, and where records begin. */
  static final int BYTES = 4096;

  /** The chain hash before the first record of all. */
  static final byte[] CHAIN_START = new byte[RecordLayout.CHAIN_BYTES];

  private static final byte[] MAGIC = "CNTRFOIL".getBytes(StandardCharsets.US_ASCII);
  private static final int FORMAT = 1;

  byte[] toBytes() {
    ByteBuffer out = ByteBuffer.allocate(BYTES);
    out.put(MAGIC).putInt(FORMAT).putLong(firstPosition).put(chainBefore);
    CharterForm.write(charter, out);
    out.putInt(BYTES - Integer.BYTES, checksum(out.array()));
    return out.array();
  }

  /**
   * Reads a header.
   *
   * @param namedPosition the position that the file's name gives
   * @throws LedgerUnavailable if it is not ours, newer, or damaged
   */
  static SegmentHeader fromBytes(byte[] bytes, Path file, long namedPosition) {
    if (!Arrays.equals(bytes, 0, Math.min(bytes.length, MAGIC.length), MAGIC, 0, MAGIC.length)) {
      throw new LedgerUnavailable(Reason.NOT_A_LEDGER, file, "it does not begin like a tape");
    }
    if (bytes.length < BYTES) {
      throw damaged(file, namedPosition, "the header is cut short");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).position(MAGIC.length);
    // A newer format may keep its checksum elsewhere: its number is looked at first.
    int format = in.getInt();
    if (format > FORMAT) {
      throw new LedgerUnavailable(Reason.NEWER, file, "tape format " + format);
    }
    if (format != FORMAT || in.getInt(BYTES - Integer.BYTES) != checksum(bytes)) {
      throw damaged(file, namedPosition, "the header's checksum is wrong");
    }
    try {
      SegmentHeader header = read(in);
      if (header.firstPosition != namedPosition) {
        throw damaged(file, namedPosition, "the file was renamed");
      }
      return header;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw damaged(file, namedPosition, "the header cannot be read");
    }
  }

  private static SegmentHeader read(ByteBuffer in) {
    long firstPosition = in.getLong();
    byte[] chainBefore = new byte[RecordLayout.CHAIN_BYTES];
    in.get(chainBefore);
    return new SegmentHeader(CharterForm.read(in), firstPosition, chainBefore);
  }

  private static LedgerUnavailable damaged(Path file, long position, String detail) {
    return new LedgerUnavailable(Reason.DAMAGED, file, detail, position);
  }

  private static int checksum(byte[] block) {
    CRC32C crc = new CRC32C();
    crc.update(block, 0, BYTES - Integer.BYTES);
    return (int) crc.getValue();
  }
}
