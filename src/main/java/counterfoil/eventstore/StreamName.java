package counterfoil.eventstore;

import java.util.regex.Pattern;

/**
 * The name of one stream: a category in lower-case letters, a hyphen, and what it is about, as in
 * {@code account-1004-2213}. At most 100 characters of printable ASCII without spaces.
 */
public record StreamName(String value) {
  public static final int MAX_LENGTH = 100;
  private static final Pattern FORM = Pattern.compile("[a-z]+-[!-~]+");

  public StreamName {
    if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a stream name is letters, a hyphen and printable ASCII, at most 100 characters");
    }
  }

  public static StreamName of(String category, String subject) {
    return new StreamName(category + "-" + subject);
  }

  public String category() {
    return value.substring(0, value.indexOf('-'));
  }

  public String subject() {
    return value.substring(value.indexOf('-') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
