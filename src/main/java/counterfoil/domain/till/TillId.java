package counterfoil.domain.till;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a till: 1 to 12 capital letters, digits and hyphens of ASCII, such as T-01. */
public record TillId(String value) implements Comparable<TillId> {
  public static final int MAX_LENGTH = 12;
  private static final Pattern FORM = Pattern.compile("[A-Z0-9](?:[A-Z0-9-]{0,10}[A-Z0-9])?");

  /** The branch's vault: a drawer without a teller, always open. */
  public static final TillId VAULT = new TillId("VAULT");

  /**
   * @throws IllegalArgumentException if {@code value} is not of the form above; text that a person
   *     typed goes through {@link #parse} instead
   */
  public TillId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a till");
    }
  }

  /** The till in {@code typed}, or nothing where it is not one. */
  public static Optional<TillId> parse(String typed) {
    return FORM.matcher(typed).matches() ? Optional.of(new TillId(typed)) : Optional.empty();
  }

  public boolean isVault() {
    return equals(VAULT);
  }

  @Override
  public int compareTo(TillId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
