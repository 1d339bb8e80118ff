package counterfoil.eventstore.codec;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.NewEvent.Attested;
import counterfoil.eventstore.StreamName;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Entries to bytes and back. An entry is stored as its envelope, its salt and its payload; the
 * envelope alone is what is hashed, and it holds everything else. For one thread at a time.
 */
public final class EntryCodec {
  /**
   * What the store assigns to an entry.
   *
   * @param recordedAt in whole microseconds
   */
  public record Slot(long position, StreamName stream, long version, Instant recordedAt) {}

  private final EnvelopeWriter writer = new EnvelopeWriter();
  private final Commitment commitment = new Commitment();

  /**
   * Makes the entry of one event of {@code append}.
   *
   * @param fresh 32 random bytes, never used before: the salt, unless the event was signed over one
   */
  public Entry seal(Slot slot, NewEvent event, Append append, byte[] fresh) {
    byte[] salt = event.attested().map(Attested::salt).orElse(fresh);
    Optional<byte[]> signature = event.attested().map(Attested::signature);
    byte[] commitment = this.commitment.to(event.payload(), salt);
    return new Entry(
        slot.position(),
        slot.stream(),
        slot.version(),
        event.type(),
        append.commandId(),
        append.commandDigest(),
        append.provenance(),
        slot.recordedAt(),
        event.payload(),
        salt,
        writer.write(slot, event.type(), append, signature, commitment));
  }

  /**
   * The entry of these bytes. Does not compare the payload with its commitment: see {@link
   * #payloadIsGenuine}.
   *
   * @throws LaterVersion if the envelope is of a version that came after this program
   * @throws MalformedEnvelope if the envelope is not exactly what {@link #seal} writes
   */
  public static Entry open(byte[] envelope, byte[] salt, byte[] payload) {
    return new EnvelopeReader(envelope).read(salt, payload);
  }

  /** The signature in an entry's envelope; nothing where nobody has signed it. */
  public static Optional<byte[]> signature(Entry entry) {
    EnvelopeReader reader = new EnvelopeReader(entry.envelope());
    var _ = reader.read(entry.salt(), entry.payload());
    return reader.signature();
  }

  /**
   * Whether the entry's payload and salt are those that its envelope commits to.
   *
   * @throws MalformedEnvelope if the envelope cannot be read
   */
  public boolean payloadIsGenuine(Entry entry) {
    return entry.salt().length == Commitment.SALT_BYTES
        && MessageDigest.isEqual(
            commitment.to(entry.payload(), entry.salt()), commitmentIn(entry.envelope()));
  }

  /**
   * The entry with its salt gone, and this in place of its payload. Its envelope, and so its leaf
   * and every proof, stay as they are; that nothing but what is personal is gone is for whoever
   * reads the erasure to prove.
   *
   * @param left JSON in UTF-8
   */
  public static Entry erased(Entry entry, byte[] left) {
    return new Entry(
        entry.position(),
        entry.stream(),
        entry.version(),
        entry.type(),
        entry.commandId(),
        entry.commandDigest(),
        entry.provenance(),
        entry.recordedAt(),
        left,
        new byte[Commitment.SALT_BYTES],
        entry.envelope());
  }

  /** Whether the entry's salt is gone, as {@link #erased} leaves it: no random one is all zeros. */
  public static boolean isErased(Entry entry) {
    return MessageDigest.isEqual(entry.salt(), new byte[Commitment.SALT_BYTES]);
  }

  /**
   * Whether the payload is the one that was recorded, or gone. What is gone without an erasure that
   * says so is found by whoever folds the entries, not by their bytes.
   *
   * @throws MalformedEnvelope if the envelope cannot be read
   */
  public boolean payloadMayStand(Entry entry) {
    return isErased(entry) || payloadIsGenuine(entry);
  }

  static byte[] commitmentIn(byte[] envelope) {
    if (envelope.length < Commitment.BYTES) {
      throw new MalformedEnvelope("commitment", "missing");
    }
    // The commitment is the last field.
    return Arrays.copyOfRange(envelope, envelope.length - Commitment.BYTES, envelope.length);
  }
}
