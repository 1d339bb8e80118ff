package counterfoil.domain.customer;

import java.util.regex.Pattern;

/**
 * An entry that personal data is taken out of.
 *
 * @param position of the entry, from 1
 * @param sha256 over what is left of its payload, as 64 small hexadecimal digits
 */
public record ErasedEntry(long position, String sha256) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException if either is not of that form
   */
  public ErasedEntry {
    if (position < 1 || !FORM.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not an entry with a SHA-256 in hexadecimal");
    }
  }
}
