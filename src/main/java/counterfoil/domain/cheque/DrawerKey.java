package counterfoil.domain.cheque;

import counterfoil.domain.account.AccountEvent.Cheque;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who drew a cheque: the SHA-256 of its number, bank and drawer's account as 64 small hexadecimal
 * digits, each read as {@link ChequeKey} reads it. The account itself is personal and stands in the
 * deposit alone, where an erasure takes it.
 */
public record DrawerKey(String hex) {
  /**
   * @throws IllegalArgumentException if the text is not of that form
   */
  public DrawerKey {
    ChequeKey.requireDigest(hex);
  }

  /** What the digest is of; nothing where nobody has read the account. */
  public static Optional<byte[]> message(Cheque cheque) {
    String before = new String(ChequeKey.message(cheque), StandardCharsets.UTF_8);
    return cheque
        .drawerAccount()
        .map(ChequeKey::bare)
        .filter(account -> !account.isEmpty())
        .map(account -> (before + "\n" + account).getBytes(StandardCharsets.UTF_8));
  }

  /** {@code sha256} has 32 bytes. */
  public static DrawerKey of(byte[] sha256) {
    return new DrawerKey(HexFormat.of().formatHex(sha256));
  }
}
