package counterfoil.eventstore.codec;

import static counterfoil.eventstore.codec.EnvelopeLayout.ABSENT;
import static counterfoil.eventstore.codec.EnvelopeLayout.DIGEST_BYTES;
import static counterfoil.eventstore.codec.EnvelopeLayout.MAX_TEXT_BYTES;
import static counterfoil.eventstore.codec.EnvelopeLayout.START;
import static counterfoil.eventstore.codec.EnvelopeLayout.START_SIGNED;
import static counterfoil.eventstore.codec.EnvelopeLayout.UUID_BYTES;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.NewEvent.Attested;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.StreamName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads one envelope, and refuses every byte that {@link EnvelopeWriter} would not have written.
 */
final class EnvelopeReader {
  private final byte[] envelope;
  private final ByteBuffer in;
  private byte @Nullable [] signature;

  EnvelopeReader(byte[] envelope) {
    this.envelope = envelope;
    this.in = ByteBuffer.wrap(envelope);
  }

  Entry read(byte[] salt, byte[] payload) {
    boolean signed = start();
    long position = number("position", 1, Long.MAX_VALUE);
    StreamName stream = stream();
    long version = number("version", 0, Long.MAX_VALUE);
    EventType type = type();
    UUID commandId = uuid("command id");
    byte[] commandDigest = exactly("command digest", DIGEST_BYTES);
    Provenance provenance = provenance();
    Instant recordedAt = time("recorded at");
    if (signed) {
      int length = length("signature");
      if (length == 0 || length > Attested.MAX_SIGNATURE_BYTES) {
        throw new MalformedEnvelope("signature", length + " bytes");
      }
      signature = Arrays.copyOfRange(envelope, in.position(), in.position() + length);
      in.position(in.position() + length);
    }
    exactly("commitment", Commitment.BYTES);
    if (in.hasRemaining()) {
      throw new MalformedEnvelope("end", in.remaining() + " bytes too many");
    }
    return new Entry(
        position,
        stream,
        version,
        type,
        commandId,
        commandDigest,
        provenance,
        recordedAt,
        payload,
        salt,
        envelope);
  }

  /** What {@link #read} has passed by: the maker's signature, if there is one. */
  Optional<byte[]> signature() {
    return Optional.ofNullable(signature);
  }

  /** Whether it is the envelope of a signed entry. */
  private boolean start() {
    int start = in.remaining() < Integer.BYTES ? 0 : in.getInt();
    if (start > START_SIGNED && start >>> Byte.SIZE == START >>> Byte.SIZE) {
      throw new LaterVersion("an envelope of version " + (start & 0xFF));
    }
    if (start != START && start != START_SIGNED) {
      throw new MalformedEnvelope("start", "not an envelope of version 1 or 2");
    }
    return start == START_SIGNED;
  }

  private StreamName stream() {
    String value = text("stream");
    try {
      return new StreamName(value);
    } catch (IllegalArgumentException e) {
      throw new MalformedEnvelope("stream", e);
    }
  }

  private EventType type() {
    String name = text("type");
    int schema = (int) number("schema", 1, Integer.MAX_VALUE);
    try {
      return new EventType(name, schema);
    } catch (IllegalArgumentException e) {
      throw new MalformedEnvelope("type", e);
    }
  }

  private Provenance provenance() {
    try {
      return new Provenance(
          text("actor"),
          text("role"),
          text("branch"),
          text("workstation"),
          Optional.ofNullable(optionalText("till session")),
          date("business date"),
          isPresent("value date") ? Optional.of(date("value date")) : Optional.empty(),
          uuid("correlation id"),
          isPresent("causation id") ? Optional.of(uuid("causation id")) : Optional.empty(),
          Optional.ofNullable(optionalText("reason")),
          Optional.ofNullable(optionalText("approver")));
    } catch (IllegalArgumentException e) {
      throw new MalformedEnvelope("provenance", e);
    }
  }

  private long number(String field, long least, long most) {
    expect(field, Long.BYTES);
    long value = in.getLong();
    if (value < least || value > most) {
      throw new MalformedEnvelope(field, value + " is out of bounds");
    }
    return value;
  }

  private Instant time(String field) {
    return Micros.toInstant(number(field, -Micros.FURTHEST, Micros.FURTHEST));
  }

  private UUID uuid(String field) {
    expect(field, UUID_BYTES);
    return new UUID(in.getLong(), in.getLong());
  }

  private LocalDate date(String field) {
    expect(field, Long.BYTES);
    try {
      return LocalDate.ofEpochDay(in.getLong());
    } catch (DateTimeException e) {
      throw new MalformedEnvelope(field, e);
    }
  }

  private String text(String field) {
    String text = optionalText(field);
    if (text == null) {
      throw new MalformedEnvelope(field, "missing");
    }
    return text;
  }

  private @Nullable String optionalText(String field) {
    int length = length(field);
    if (length == ABSENT) {
      return null;
    }
    if (length > MAX_TEXT_BYTES) {
      throw new MalformedEnvelope(field, length + " bytes");
    }
    int start = in.position();
    in.position(start + length);
    if (isAscii(start, length)) {
      // Nearly every text is; decoding strictly takes longer than all the rest of an envelope.
      return new String(envelope, start, length, StandardCharsets.ISO_8859_1);
    }
    try {
      // A new decoder reports what is not UTF-8; the constructor of String would put a mark for it.
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(envelope, start, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedEnvelope(field, "not UTF-8");
    }
  }

  private boolean isAscii(int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (envelope[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private byte[] exactly(String field, int length) {
    expect(field, length);
    byte[] bytes = Arrays.copyOfRange(envelope, in.position(), in.position() + length);
    in.position(in.position() + length);
    return bytes;
  }

  private void expect(String field, int length) {
    int found = length(field);
    if (found != length) {
      throw new MalformedEnvelope(
          field, (found == ABSENT ? "missing" : found + " bytes") + ", not " + length);
    }
  }

  /** Whether the next field, an optional one, is there; passes by it if not. */
  private boolean isPresent(String field) {
    in.mark();
    if (length(field) == ABSENT) {
      return false;
    }
    in.reset();
    return true;
  }

  /** The length of the next field, which then is whole, or {@link EnvelopeLayout#ABSENT}. */
  private int length(String field) {
    if (in.remaining() < Short.BYTES) {
      throw new MalformedEnvelope(field, "the envelope ends before it");
    }
    int length = Short.toUnsignedInt(in.getShort());
    if (length != ABSENT && length > in.remaining()) {
      throw new MalformedEnvelope(field, "the envelope ends in it");
    }
    return length;
  }
}
