package counterfoil.application.notary;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.codec.Commitment;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.MalformedEnvelope;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a proof carries of its entry: the envelope, which is the leaf, and what the envelope commits
 * to. Whoever has these needs no ledger to know what was recorded.
 *
 * <p>As bytes: 1 for all or 0 for the envelope alone; the envelope's length in four bytes,
 * big-endian; the envelope; for all, also the 32 bytes of salt and the payload to the end.
 *
 * @param envelope not to be changed
 * @param content nothing where only the envelope is carried
 */
record EntryEvidence(byte[] envelope, Optional<Content> content) {
  private static final byte ENVELOPE_ALONE = 0;
  private static final byte ALL = 1;

  /** What an envelope commits to. */
  record Content(byte[] salt, byte[] payload) {}

  /** Of an entry whose content is erased, the envelope is all there is. */
  static EntryEvidence of(Entry entry) {
    return new EntryEvidence(
        entry.envelope(),
        EntryCodec.isErased(entry)
            ? Optional.empty()
            : Optional.of(new Content(entry.salt(), entry.payload())));
  }

  /** The same without the content, which a customer's paper may have no room for. */
  EntryEvidence envelopeAlone() {
    return new EntryEvidence(envelope, Optional.empty());
  }

  byte[] toBytes() {
    int length =
        1
            + Integer.BYTES
            + envelope.length
            + content.map(c -> c.salt().length + c.payload().length).orElse(0);
    ByteBuffer bytes =
        ByteBuffer.allocate(length)
            .put(content.isPresent() ? ALL : ENVELOPE_ALONE)
            .putInt(envelope.length)
            .put(envelope);
    content.ifPresent(c -> bytes.put(c.salt()).put(c.payload()));
    return bytes.array();
  }

  /** Nothing if {@link #toBytes} cannot have written it. */
  static Optional<EntryEvidence> parse(byte[] bytes) {
    try {
      ByteBuffer source = ByteBuffer.wrap(bytes);
      byte kind = source.get();
      int length = source.getInt();
      if (length < 0 || length > source.remaining()) {
        return Optional.empty();
      }
      byte[] envelope = new byte[length];
      source.get(envelope);
      if (kind == ENVELOPE_ALONE) {
        return source.hasRemaining()
            ? Optional.empty()
            : Optional.of(new EntryEvidence(envelope, Optional.empty()));
      }
      if (kind != ALL) {
        return Optional.empty();
      }
      byte[] salt = new byte[Commitment.SALT_BYTES];
      source.get(salt);
      byte[] payload = new byte[source.remaining()];
      source.get(payload);
      return Optional.of(new EntryEvidence(envelope, Optional.of(new Content(salt, payload))));
    } catch (BufferUnderflowException _) {
      return Optional.empty();
    }
  }

  /** The entry of the envelope, without a payload where there is none; nothing if it is none. */
  Optional<Entry> entry() {
    try {
      return Optional.of(
          EntryCodec.open(
              envelope,
              content.map(Content::salt).orElseGet(() -> new byte[0]),
              content.map(Content::payload).orElseGet(() -> new byte[0])));
    } catch (MalformedEnvelope | LaterVersion | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
