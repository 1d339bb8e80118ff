package counterfoil.domain.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number a customer knows an account by: 1 to 34 characters (the length of an IBAN), letters
 * and digits of ASCII with hyphens, dots or slashes inside. No spaces, so that two spellings of one
 * number cannot be two accounts.
 */
public record AccountNumber(String value) implements Comparable<AccountNumber> {
  public static final int MAX_LENGTH = 34;
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9./-]{0,32}[A-Za-z0-9])?");

  /**
   * @throws IllegalArgumentException if {@code value} is not of the form above; text that a person
   *     typed goes through {@link #parse} instead
   */
  public AccountNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an account number");
    }
  }

  /** The number in {@code typed}, or nothing where it is not one. */
  public static Optional<AccountNumber> parse(String typed) {
    return FORM.matcher(typed).matches() ? Optional.of(new AccountNumber(typed)) : Optional.empty();
  }

  @Override
  public int compareTo(AccountNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
