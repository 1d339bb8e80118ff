package counterfoil.eventstore;

import java.util.Optional;

/**
 * An event that is not recorded yet.
 *
 * @param payload its facts as JSON in UTF-8; kept byte for byte. Not copied: hand it over and leave
 *     it
 * @param attested the signature of whoever makes it; only for a stream whose version is demanded
 *     exactly, since that is signed too
 */
public record NewEvent(EventType type, byte[] payload, Optional<Attested> attested) {
  /** The largest payload, in bytes. */
  public static final int MAX_PAYLOAD_BYTES = 1 << 20;

  public NewEvent {
    if (payload.length > MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException(
          "a payload has at most 1 MiB, not " + payload.length + " bytes");
    }
  }

  /** An event that nobody signs. */
  public NewEvent(EventType type, byte[] payload) {
    this(type, payload, Optional.empty());
  }

  /** The same, signed. */
  public NewEvent attested(Attested by) {
    return new NewEvent(type, payload, Optional.of(by));
  }

  /**
   * What a signature over an event that is not recorded yet rests on.
   *
   * @param salt 32 random bytes, never used before, that hide the payload behind its commitment
   * @param signature over its {@linkplain counterfoil.eventstore.codec.Statement statement}; to the
   *     store these are bytes, at least one and at most {@value #MAX_SIGNATURE_BYTES}
   */
  public record Attested(byte[] salt, byte[] signature) {
    public static final int MAX_SIGNATURE_BYTES = 2000;

    private static final int SALT_BYTES = 32;

    public Attested {
      if (salt.length != SALT_BYTES
          || signature.length == 0
          || signature.length > MAX_SIGNATURE_BYTES) {
        throw new IllegalArgumentException(
            "a salt of " + salt.length + " and a signature of " + signature.length + " bytes");
      }
    }
  }
}
