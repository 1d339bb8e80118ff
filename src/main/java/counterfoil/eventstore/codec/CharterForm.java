package counterfoil.eventstore.codec;

import counterfoil.eventstore.Charter;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * A charter as bytes: its four texts, each as its length in two bytes and UTF-8, the moment of its
 * founding in microseconds, and a byte that is 1 for practice. Part of the tape's format and of the
 * backup's: it never changes, they get another version.
 */
public final class CharterForm {
  /** No charter is longer: four texts of at most three bytes a character, and what goes with it. */
  public static final int MAX_BYTES = 4 * (2 + 3 * Charter.MAX_TEXT_LENGTH) + Long.BYTES + 1;

  private CharterForm() {}

  public static void write(Charter charter, ByteBuffer out) {
    text(out, charter.origin());
    text(out, charter.branch());
    text(out, charter.currency());
    text(out, charter.zone().getId());
    out.putLong(Micros.of(charter.createdAt()));
    out.put((byte) (charter.practice() ? 1 : 0));
  }

  /**
   * Reads a charter.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Charter read(ByteBuffer in) {
    try {
      return new Charter(
          text(in),
          text(in),
          text(in),
          ZoneId.of(text(in)),
          Micros.toInstant(in.getLong()),
          in.get() != 0);
    } catch (BufferUnderflowException | NegativeArraySizeException | DateTimeException e) {
      throw new IllegalArgumentException("not a charter", e);
    }
  }

  private static void text(ByteBuffer out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.putShort((short) bytes.length).put(bytes);
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.getShort()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
