package counterfoil.payload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names code by what it is compiled to: a changed rule has another name. */
final class FoldName {
  private FoldName() {}

  /**
   * A name such as {@code account-1-5e88...}.
   *
   * @param schema the version of the written form
   * @param code the classes that fold events into states, and those that events and states are made
   *     of
   */
  static String of(String category, int schema, List<Class<?>> code) {
    return category + "-" + schema + "-" + digest(code);
  }

  private static String digest(List<Class<?>> classes) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (Class<?> type : classes) {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream bytes = type.getResourceAsStream(file)) {
          if (bytes == null) {
            throw new IllegalStateException("class file of " + type.getName() + " not found");
          }
          sha256.update(bytes.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(sha256.digest(), 0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
