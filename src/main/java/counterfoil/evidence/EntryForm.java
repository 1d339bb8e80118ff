package counterfoil.evidence;

import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.codec.Commitment;
import counterfoil.evidence.PackFinding.Kind;
import counterfoil.evidence.PackedContent.Erased;
import counterfoil.evidence.PackedContent.Retold;
import counterfoil.evidence.PackedContent.Shown;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Entries in a file of a pack, one directly behind the other: the envelope's length in four bytes,
 * big-endian, and the envelope; then 0, the 32 bytes of salt, the payload's length and the payload;
 * or 1, a length and the payload retold; or 2, a length and what is left of an erased one.
 */
final class EntryForm {
  private static final byte SHOWN = 0;
  private static final byte RETOLD = 1;
  private static final byte ERASED = 2;
  private static final int MOST_ENVELOPE_BYTES = 65535;

  private EntryForm() {}

  /** An entry as a pack holds it. */
  record Packed(byte[] envelope, PackedContent content) {}

  /** No entry takes more. */
  static final int MOST_BYTES =
      2 * Integer.BYTES
          + MOST_ENVELOPE_BYTES
          + 1
          + Commitment.SALT_BYTES
          + NewEvent.MAX_PAYLOAD_BYTES;

  static void write(byte[] envelope, PackedContent content, ByteBuffer out) {
    out.putInt(envelope.length).put(envelope);
    switch (content) {
      case Shown(var salt, var payload) ->
          out.put(SHOWN).put(salt).putInt(payload.length).put(payload);
      case Retold(var payload) -> out.put(RETOLD).putInt(payload.length).put(payload);
      case Erased(var left) -> out.put(ERASED).putInt(left.length).put(left);
    }
  }

  /**
   * The next entry; nothing at the end.
   *
   * @param position that it has in the ledger
   * @throws UnreadablePack if there is something else
   */
  static Optional<Packed> read(ByteBuffer in, long position) {
    if (!in.hasRemaining()) {
      return Optional.empty();
    }
    byte[] envelope = some(in, MOST_ENVELOPE_BYTES, position);
    byte kind = take(in, 1, position)[0];
    return Optional.of(
        new Packed(
            envelope,
            switch (kind) {
              case SHOWN ->
                  new Shown(
                      take(in, Commitment.SALT_BYTES, position),
                      some(in, NewEvent.MAX_PAYLOAD_BYTES, position));
              case RETOLD -> new Retold(some(in, NewEvent.MAX_PAYLOAD_BYTES, position));
              case ERASED -> new Erased(some(in, NewEvent.MAX_PAYLOAD_BYTES, position));
              default -> throw broken(position);
            }));
  }

  private static byte[] some(ByteBuffer in, int most, long position) {
    int length = ByteBuffer.wrap(take(in, Integer.BYTES, position)).getInt();
    if (length < 0 || length > most) {
      throw broken(position);
    }
    return take(in, length, position);
  }

  private static byte[] take(ByteBuffer in, int length, long position) {
    if (length > in.remaining()) {
      throw broken(position);
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static UnreadablePack broken(long position) {
    return new UnreadablePack(Kind.ENTRY, position, "The entries cannot be read from here on.");
  }
}
