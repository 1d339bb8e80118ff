package counterfoil.eventstore;

/**
 * An event that is not recorded yet.
 *
 * @param payload its facts as JSON in UTF-8; kept byte for byte. Not copied: hand it over and leave
 *     it
 */
public record NewEvent(EventType type, byte[] payload) {
  /** The largest payload, in bytes. */
  public static final int MAX_PAYLOAD_BYTES = 1 << 20;

  public NewEvent {
    if (payload.length > MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException(
          "a payload has at most 1 MiB, not " + payload.length + " bytes");
    }
  }
}
