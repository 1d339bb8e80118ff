package counterfoil.domain.approval;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The approver's Ed25519 signature over what they were shown.
 *
 * @param publicKey the key it was made with, 32 bytes in Base64
 * @param signature 64 bytes in Base64, over {@link #message}
 */
public record TextSignature(String publicKey, String signature) {
  private static final String PURPOSE = "counterfoil.local/approval/v1";
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{43}=");
  private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9+/]{86}==");

  /**
   * @throws IllegalArgumentException if one of the texts is not of that form
   */
  public TextSignature {
    if (!KEY.matcher(publicKey).matches() || !SIGNATURE.matcher(signature).matches()) {
      throw new IllegalArgumentException("not a signature");
    }
  }

  /**
   * What is signed: the purpose, the approval's id, the digest of the act and the text that was
   * shown, each but the last followed by a line feed; UTF-8.
   */
  public static byte[] message(UUID approval, ActDigest digest, String text) {
    return "%s\n%s\n%s\n%s"
        .formatted(PURPOSE, approval, digest.hex(), text)
        .getBytes(StandardCharsets.UTF_8);
  }
}
