package counterfoil.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A line of a signed note, before anyone has verified it.
 *
 * @param name of the key, as the line says
 * @param keyId of the key, as the line says
 * @param signature not to be changed
 */
public record NoteSignature(String name, int keyId, byte[] signature) {
  private static final String DASH = "\u2014 ";

  /** The line without its end. */
  String line() {
    byte[] bytes =
        ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(keyId).put(signature).array();
    return DASH + name + " " + StrictText.base64(bytes);
  }

  static Optional<NoteSignature> parse(String line) {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(DASH) || space < DASH.length()) {
      return Optional.empty();
    }
    String name = line.substring(DASH.length(), space);
    return StrictText.base64(line.substring(space + 1))
        .filter(bytes -> bytes.length > Integer.BYTES && StrictText.isKeyName(name))
        .map(bytes ->
            new NoteSignature(
                name, ByteBuffer.wrap(bytes).getInt(), StrictText.slice(bytes, Integer.BYTES)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that && line().equals(that.line());
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + keyId + Arrays.hashCode(signature);
  }

  @Override
  public String toString() {
    return line();
  }
}
