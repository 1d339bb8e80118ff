package counterfoil.eventstore.codec;

import static counterfoil.eventstore.codec.EnvelopeLayout.ABSENT;
import static counterfoil.eventstore.codec.EnvelopeLayout.DIGEST_BYTES;
import static counterfoil.eventstore.codec.EnvelopeLayout.MAX_TEXT_BYTES;
import static counterfoil.eventstore.codec.EnvelopeLayout.START;
import static counterfoil.eventstore.codec.EnvelopeLayout.UUID_BYTES;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.LaterVersion;
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

  EnvelopeReader(byte[] envelope) {
    this.envelope = envelope;
    this.in = ByteBuffer.wrap(envelope);
  }

  Entry read(byte[] salt, byte[] payload) {
    checkStart();
    long position = number("position", 1, Long.MAX_VALUE);
    StreamName stream = stream();
    long version = number("version", 0, Long.MAX_VALUE);
    EventType type = type();
    UUID commandId = uuid("command id");
    byte[] commandDigest = exactly("command digest", DIGEST_BYTES);
    Provenance provenance = provenance();
    Instant recordedAt = time("recorded at");
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

  private void checkStart() {
    int start = in.remaining() < Integer.BYTES ? 0 : in.getInt();
    if (start > START && start >>> Byte.SIZE == START >>> Byte.SIZE) {
      throw new LaterVersion("an envelope of version " + (start & 0xFF));
    }
    if (start != START) {
      throw new MalformedEnvelope("start", "not an envelope of version 1");
    }
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
          date("business date", field("business date")),
          Optional.ofNullable(field("value date")).map(bytes -> date("value date", bytes)),
          uuid("correlation id"),
          Optional.ofNullable(field("causation id")).map(bytes -> uuid("causation id", bytes)),
          Optional.ofNullable(optionalText("reason")),
          Optional.ofNullable(optionalText("approver")));
    } catch (IllegalArgumentException e) {
      throw new MalformedEnvelope("provenance", e);
    }
  }

  private long number(String field, long least, long most) {
    long value = ByteBuffer.wrap(exactly(field, Long.BYTES)).getLong();
    if (value < least || value > most) {
      throw new MalformedEnvelope(field, value + " is out of bounds");
    }
    return value;
  }

  private Instant time(String field) {
    return Micros.toInstant(number(field, -Micros.FURTHEST, Micros.FURTHEST));
  }

  private UUID uuid(String field) {
    return uuid(field, field(field));
  }

  private static UUID uuid(String field, byte @Nullable [] bytes) {
    ByteBuffer source = ByteBuffer.wrap(ofLength(field, bytes, UUID_BYTES));
    return new UUID(source.getLong(), source.getLong());
  }

  private static LocalDate date(String field, byte @Nullable [] bytes) {
    try {
      return LocalDate.ofEpochDay(ByteBuffer.wrap(ofLength(field, bytes, Long.BYTES)).getLong());
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
    byte[] bytes = field(field);
    if (bytes == null) {
      return null;
    }
    if (bytes.length > MAX_TEXT_BYTES) {
      throw new MalformedEnvelope(field, bytes.length + " bytes");
    }
    try {
      // A new decoder reports what is not UTF-8; the constructor of String would put a mark for it.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedEnvelope(field, "not UTF-8");
    }
  }

  private byte[] exactly(String field, int length) {
    return ofLength(field, field(field), length);
  }

  private static byte[] ofLength(String field, byte @Nullable [] bytes, int length) {
    if (bytes == null || bytes.length != length) {
      throw new MalformedEnvelope(
          field, (bytes == null ? "missing" : bytes.length + " bytes") + ", not " + length);
    }
    return bytes;
  }

  /** The next field's bytes, or null for one that is absent. */
  private byte @Nullable [] field(String field) {
    if (in.remaining() < Short.BYTES) {
      throw new MalformedEnvelope(field, "the envelope ends before it");
    }
    int length = Short.toUnsignedInt(in.getShort());
    if (length == ABSENT) {
      return null;
    }
    if (length > in.remaining()) {
      throw new MalformedEnvelope(field, "the envelope ends in it");
    }
    byte[] bytes = Arrays.copyOfRange(envelope, in.position(), in.position() + length);
    in.position(in.position() + length);
    return bytes;
  }
}
