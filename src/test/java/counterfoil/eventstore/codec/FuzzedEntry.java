package counterfoil.eventstore.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.codec.EntryCodec.Slot;
import counterfoil.eventstore.tape.TapeContent;
import java.util.List;
import java.util.Optional;

/** Envelopes of entries, as anybody may have written them. */
public final class FuzzedEntry {
  private static final byte[] NONE = new byte[0];

  private FuzzedEntry() {}

  /** Whether it is one. */
  public static boolean read(byte[] input) {
    Entry entry;
    try {
      entry = EntryCodec.open(input, NONE, NONE);
    } catch (MalformedEnvelope | LaterVersion _) {
      return false;
    }
    NewEvent event = new NewEvent(entry.type(), NONE);
    Append append =
        new Append(
            entry.commandId(),
            entry.commandDigest(),
            entry.provenance(),
            List.of(new Write(entry.stream(), ExpectedVersion.any(), List.of(event))),
            List.of());
    Slot slot = new Slot(entry.position(), entry.stream(), entry.version(), entry.recordedAt());
    Optional<byte[]> signature = EntryCodec.signature(entry);
    byte[] written =
        new EnvelopeWriter()
            .write(slot, entry.type(), append, signature, EntryCodec.commitmentIn(input));
    assertArrayEquals(input, written, "it has one spelling");
    return true;
  }

  /** The last of them is signed. */
  public static List<byte[]> examples() {
    Entry entry = new TapeContent(1).next(1).getFirst();
    NewEvent event = new NewEvent(entry.type(), NONE);
    Append append =
        new Append(
            entry.commandId(),
            entry.commandDigest(),
            entry.provenance(),
            List.of(new Write(entry.stream(), ExpectedVersion.any(), List.of(event))),
            List.of());
    Slot slot = new Slot(entry.position(), entry.stream(), entry.version(), entry.recordedAt());
    byte[] signed =
        new EnvelopeWriter()
            .write(slot, entry.type(), append, Optional.of(new byte[104]), new byte[32]);
    return List.of(entry.envelope(), signed);
  }
}
