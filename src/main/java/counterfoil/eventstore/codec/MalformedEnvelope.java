package counterfoil.eventstore.codec;

/** Bytes that are no envelope of a version known here; the message names the field. */
public final class MalformedEnvelope extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MalformedEnvelope(String field, String what) {
    super("envelope: " + field + ": " + what);
  }

  public MalformedEnvelope(String field, RuntimeException cause) {
    super("envelope: " + field + ": " + cause.getMessage(), cause);
  }
}
