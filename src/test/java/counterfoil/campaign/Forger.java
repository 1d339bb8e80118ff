package counterfoil.campaign;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.NewEvent.Attested;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.EntryCodec.Slot;
import counterfoil.eventstore.codec.Statement;
import counterfoil.proof.ActSignature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Makes entries anew, so that position, version, commitment and envelope of each fit; only a
 * signature cannot be made without its key.
 */
final class Forger {
  private final String origin;
  private final EntryCodec codec = new EntryCodec();
  private final Statement statement = new Statement();

  /**
   * @param origin the ledger's
   */
  Forger(String origin) {
    this.origin = origin;
  }

  /** How a forged entry comes to its signature. */
  sealed interface Hand {
    /** It has one that was made for something. */
    record Kept(byte[] signature) implements Hand {}

    record Nobody() implements Hand {}

    /** It is made now. */
    record Key(byte[] seed) implements Hand {}
  }

  /** An entry that has no place yet. */
  record Draft(
      StreamName stream,
      EventType type,
      UUID commandId,
      byte[] digest,
      Provenance provenance,
      Instant at,
      byte[] payload,
      byte[] salt,
      Hand hand) {
    /** All that an entry says, under the signature that it has. */
    static Draft of(Entry entry) {
      Optional<byte[]> signature = EntryCodec.signature(entry);
      return new Draft(
          entry.stream(),
          entry.type(),
          entry.commandId(),
          entry.commandDigest(),
          entry.provenance(),
          entry.recordedAt(),
          entry.payload(),
          entry.salt(),
          signature.isPresent() ? new Hand.Kept(signature.get()) : new Hand.Nobody());
    }

    Draft by(Hand other) {
      return new Draft(stream, type, commandId, digest, provenance, at, payload, salt, other);
    }

    Draft saying(byte[] other) {
      return new Draft(stream, type, commandId, digest, provenance, at, other, salt, hand);
    }

    Draft at(Instant other) {
      return new Draft(stream, type, commandId, digest, provenance, other, payload, salt, hand);
    }

    Draft in(StreamName other) {
      return new Draft(other, type, commandId, digest, provenance, at, payload, salt, hand);
    }

    Draft under(UUID other) {
      return new Draft(stream, type, other, digest, provenance, at, payload, salt, hand);
    }

    Draft ascribed(Provenance other) {
      return new Draft(stream, type, commandId, digest, other, at, payload, salt, hand);
    }
  }

  static List<Draft> drafts(List<Entry> entries) {
    return new ArrayList<>(entries.stream().map(Draft::of).toList());
  }

  /** The drafts as a ledger from its first entry on: dense positions, dense versions. */
  List<Entry> ledger(List<Draft> drafts) {
    Map<StreamName, Long> versions = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Draft draft : drafts) {
      long version = versions.merge(draft.stream(), 0L, (last, _) -> last + 1);
      entries.add(seal(draft, entries.size() + 1L, version));
    }
    return entries;
  }

  Entry seal(Draft draft, long position, long version) {
    return switch (draft.hand()) {
      case Hand.Nobody _ -> seal(draft, position, version, Optional.empty());
      case Hand.Kept(byte[] signature) -> seal(draft, position, version, Optional.of(signature));
      case Hand.Key(byte[] seed) -> {
        byte[] said = statement.of(seal(draft, position, version, Optional.empty()));
        yield seal(draft, position, version, Optional.of(sign(said, seed)));
      }
    };
  }

  private Entry seal(Draft draft, long position, long version, Optional<byte[]> signature) {
    NewEvent event =
        new NewEvent(
            draft.type(),
            draft.payload(),
            signature.map(bytes -> new Attested(draft.salt(), bytes)));
    Append append =
        new Append(
            draft.commandId(),
            draft.digest(),
            draft.provenance(),
            List.of(
                new Write(draft.stream(), ExpectedVersion.exactly(version - 1), List.of(event))),
            List.of());
    return codec.seal(
        new Slot(position, draft.stream(), version, draft.at()), event, append, draft.salt());
  }

  private byte[] sign(byte[] said, byte[] seed) {
    return ActSignature.sign(
            List.of(said), origin, publicKey(seed), message -> signature(message, seed))
        .getFirst()
        .toBytes();
  }

  static byte[] signature(byte[] message, byte[] seed) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  static byte[] publicKey(byte[] seed) {
    byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed, 0, key, 0);
    return key;
  }
}
