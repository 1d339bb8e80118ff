package counterfoil.eventstore.tape;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.codec.Commitment;
import counterfoil.proof.TreeHash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The form of a record, numbers big-endian:
 *
 * <pre>
 *   0  mark
 *   4  length of the whole record
 *   8  position of its first entry
 *  16  number of its entries
 *  20  position up to which everything was forced when it was written
 *  28  entries: length and bytes of the envelope, salt, length and bytes of the payload
 *   .  chain hash: SHA-256 over the previous record's chain hash and this record up to here
 *   .  CRC-32C over everything before it
 * </pre>
 *
 * A backup consists of the same records. For one thread at a time.
 */
public final class RecordLayout {
  public static final int CHAIN_BYTES = TreeHash.BYTES;

  /**
   * No record is longer: a thousand entries with the longest texts, and the payloads of an append.
   */
  public static final int MAX_BYTES = 64 << 20;

  /** How every record begins. */
  public static final int MARK = 0x43465231;

  /** Mark and length: with them a reader knows how much more there is to read. */
  public static final int START_BYTES = 8;

  private static final int HEAD_BYTES = 28;
  private static final int TAIL_BYTES = CHAIN_BYTES + Integer.BYTES;
  private static final int MIN_BYTES = HEAD_BYTES + TAIL_BYTES;

  private final MessageDigest digest = TreeHash.sha256();
  private final CRC32C crc = new CRC32C();

  /** The length of the record of these entries, in bytes. */
  public static int length(List<Entry> entries) {
    int length = MIN_BYTES;
    for (Entry entry : entries) {
      length +=
          2 * Integer.BYTES
              + entry.envelope().length
              + Commitment.SALT_BYTES
              + entry.payload().length;
    }
    return length;
  }

  /** Writes a record to {@code out} and returns its chain hash. */
  public byte[] write(List<Entry> entries, long forcedThrough, byte[] chainBefore, ByteBuffer out) {
    int start = out.position();
    out.putInt(MARK)
        .putInt(length(entries))
        .putLong(entries.getFirst().position())
        .putInt(entries.size())
        .putLong(forcedThrough);
    for (Entry entry : entries) {
      out.putInt(entry.envelope().length).put(entry.envelope());
      out.put(entry.salt());
      out.putInt(entry.payload().length).put(entry.payload());
    }
    byte[] chain = chain(chainBefore, out.slice(start, out.position() - start));
    out.put(chain);
    out.putInt(checksum(out.slice(start, out.position() - start)));
    return chain;
  }

  /** Whether there is, at {@code offset}, a whole record with a right checksum. */
  public boolean isRecord(ByteBuffer in, int offset) {
    if (in.limit() - offset < MIN_BYTES || in.getInt(offset) != MARK) {
      return false;
    }
    int length = in.getInt(offset + 4);
    if (length < MIN_BYTES || length > Math.min(MAX_BYTES, in.limit() - offset)) {
      return false;
    }
    int sum = in.getInt(offset + length - Integer.BYTES);
    return sum == checksum(in.slice(offset, length - Integer.BYTES));
  }

  /** The record at {@code offset}, where {@link #isRecord} found one. */
  public static TapeRecord read(ByteBuffer in, int offset) {
    int length = in.getInt(offset + 4);
    byte[] chain = new byte[CHAIN_BYTES];
    in.get(offset + length - TAIL_BYTES, chain);
    ByteBuffer entries = in.slice(offset + HEAD_BYTES, length - MIN_BYTES);
    return new TapeRecord(
        in.getLong(offset + 8),
        in.getInt(offset + 16),
        in.getLong(offset + 20),
        offset,
        length,
        chain,
        entries);
  }

  /** Whether the record's chain hash follows from the one before it. */
  public boolean continues(byte[] chainBefore, ByteBuffer in, TapeRecord record) {
    ByteBuffer hashed = in.slice(record.offset(), record.length() - TAIL_BYTES);
    byte[] chain = chain(chainBefore, hashed);
    return MessageDigest.isEqual(chain, record.chain());
  }

  private byte[] chain(byte[] chainBefore, ByteBuffer bytes) {
    digest.update(chainBefore);
    digest.update(bytes);
    return digest.digest();
  }

  private int checksum(ByteBuffer bytes) {
    crc.reset();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
