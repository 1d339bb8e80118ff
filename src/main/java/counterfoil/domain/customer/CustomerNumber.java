package counterfoil.domain.customer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number that the branch knows a customer by, such as {@code C-000123}: 1 to 20 characters,
 * letters and digits of ASCII with hyphens inside.
 */
public record CustomerNumber(String value) implements Comparable<CustomerNumber> {
  public static final int MAX_LENGTH = 20;
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?");

  /**
   * @throws IllegalArgumentException if {@code value} is not of the form above; text that a person
   *     typed goes through {@link #parse} instead
   */
  public CustomerNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a customer number");
    }
  }

  /** The number in {@code typed}, or nothing where it is not one. */
  public static Optional<CustomerNumber> parse(String typed) {
    return FORM.matcher(typed).matches()
        ? Optional.of(new CustomerNumber(typed))
        : Optional.empty();
  }

  /** The number that the branch gives out as its {@code count}th, from 1 on. */
  public static CustomerNumber numbered(long count) {
    return new CustomerNumber(String.format(Locale.ROOT, "C-%06d", count));
  }

  @Override
  public int compareTo(CustomerNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
