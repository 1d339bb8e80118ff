package counterfoil.eventstore.codec;

import static counterfoil.eventstore.codec.EnvelopeLayout.ABSENT;
import static counterfoil.eventstore.codec.EnvelopeLayout.START;
import static counterfoil.eventstore.codec.EnvelopeLayout.START_SIGNED;
import static counterfoil.eventstore.codec.EnvelopeLayout.STATEMENT;
import static counterfoil.eventstore.codec.EnvelopeLayout.UUID_BYTES;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.NewEvent.Attested;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.codec.EntryCodec.Slot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Writes envelopes and statements, all of them through one buffer. */
final class EnvelopeWriter {
  /** Seven texts of {@link Provenance}, stream and type, and some 300 bytes of fixed fields. */
  private static final int MAX_BYTES =
      9 * EnvelopeLayout.MAX_TEXT_BYTES + 1000 + Attested.MAX_SIGNATURE_BYTES;

  private final ByteBuffer out = ByteBuffer.allocate(MAX_BYTES);

  /**
   * @param signature the maker's; empty where nobody has signed
   */
  byte[] write(
      Slot slot, EventType type, Append append, Optional<byte[]> signature, byte[] commitment) {
    out.clear();
    out.putInt(signature.isPresent() ? START_SIGNED : START);
    number(slot.position());
    text(slot.stream().value());
    number(slot.version());
    text(type.name());
    number(type.schema());
    uuid(append.commandId());
    bytes(append.commandDigest());
    provenance(append.provenance());
    number(Micros.of(slot.recordedAt()));
    signature.ifPresent(this::bytes);
    bytes(commitment);
    return Arrays.copyOf(out.array(), out.position());
  }

  byte[] statement(
      StreamName stream,
      long version,
      EventType type,
      UUID commandId,
      byte[] commandDigest,
      Provenance provenance,
      byte[] commitment) {
    out.clear();
    out.putInt(STATEMENT);
    text(stream.value());
    number(version);
    text(type.name());
    number(type.schema());
    uuid(commandId);
    bytes(commandDigest);
    provenance(provenance);
    bytes(commitment);
    return Arrays.copyOf(out.array(), out.position());
  }

  private void provenance(Provenance provenance) {
    text(provenance.actor());
    text(provenance.role());
    text(provenance.branch());
    text(provenance.workstation());
    optionalText(provenance.tillSession());
    date(provenance.businessDate());
    provenance.valueDate().ifPresentOrElse(this::date, this::absent);
    uuid(provenance.correlationId());
    provenance.causationId().ifPresentOrElse(this::uuid, this::absent);
    optionalText(provenance.reason());
    optionalText(provenance.approver());
  }

  private void number(long value) {
    out.putShort((short) Long.BYTES).putLong(value);
  }

  private void date(LocalDate date) {
    number(date.toEpochDay());
  }

  private void uuid(UUID id) {
    out.putShort((short) UUID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits());
  }

  private void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void optionalText(Optional<String> text) {
    text.ifPresentOrElse(this::text, this::absent);
  }

  private void bytes(byte[] bytes) {
    out.putShort((short) bytes.length).put(bytes);
  }

  private void absent() {
    out.putShort((short) ABSENT);
  }
}
