package counterfoil.eventstore;

/**
 * The name of one stream: a category in lower-case letters, a hyphen, and what it is about, as in
 * {@code account-1004-2213}. At most 100 characters of printable ASCII without spaces.
 */
public record StreamName(String value) {
  public static final int MAX_LENGTH = 100;

  public StreamName {
    if (value.length() > MAX_LENGTH || !isOfForm(value)) {
      throw new IllegalArgumentException(
          "a stream name is letters, a hyphen and printable ASCII, at most 100 characters");
    }
  }

  /** {@code [a-z]+-[!-~]+}, without the cost of a pattern for every entry that is read. */
  private static boolean isOfForm(String value) {
    int hyphen = value.indexOf('-');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean fits = i < hyphen ? c >= 'a' && c <= 'z' : c >= '!' && c <= '~';
      if (!fits) {
        return false;
      }
    }
    return hyphen > 0 && hyphen < value.length() - 1;
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
