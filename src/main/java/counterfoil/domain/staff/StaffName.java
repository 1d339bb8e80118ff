package counterfoil.domain.staff;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name a person signs in with: 1 to 60 small ASCII letters and digits, with dots, hyphens and
 * underscores inside. One spelling only, so that two spellings of one name cannot be two people.
 */
public record StaffName(String value) implements Comparable<StaffName> {
  public static final int MAX_LENGTH = 60;
  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,58}[a-z0-9])?");

  /**
   * @throws IllegalArgumentException if {@code value} is not of the form above; text that a person
   *     typed goes through {@link #parse} instead
   */
  public StaffName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a sign-in name");
    }
  }

  /** The name in {@code typed}, whose capitals count as small letters; nothing if it is none. */
  public static Optional<StaffName> parse(String typed) {
    String small = typed.strip().toLowerCase(Locale.ROOT);
    return FORM.matcher(small).matches() ? Optional.of(new StaffName(small)) : Optional.empty();
  }

  @Override
  public int compareTo(StaffName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
