package counterfoil.eventstore.tape;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.codec.Commitment;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.MalformedEnvelope;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One append as it stands on the tape. Valid until the next one is read.
 *
 * @param forcedThrough the position up to which everything was forced when it was written
 * @param offset where in its file it stands
 * @param length of all of it, in bytes
 * @param chain its chain hash
 * @param content the entries' bytes
 */
public record TapeRecord(
    long firstPosition,
    int count,
    long forcedThrough,
    int offset,
    int length,
    byte[] chain,
    ByteBuffer content) {

  /** The position of its last entry. */
  public long lastPosition() {
    return firstPosition + count - 1;
  }

  /**
   * Its entries.
   *
   * @throws MalformedEnvelope if the checksum is right and the content is no entries all the same
   */
  public List<Entry> entries() {
    ByteBuffer in = content.duplicate();
    List<Entry> entries = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        byte[] envelope = bytes(in, in.getInt());
        byte[] salt = bytes(in, Commitment.SALT_BYTES);
        byte[] payload = bytes(in, in.getInt());
        entries.add(EntryCodec.open(envelope, salt, payload));
      }
    } catch (BufferUnderflowException e) {
      throw new MalformedEnvelope("record", e);
    }
    if (in.hasRemaining()) {
      throw new MalformedEnvelope("record", in.remaining() + " bytes too many");
    }
    return entries;
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      throw new MalformedEnvelope("record", "ends in an entry");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
