package counterfoil.eventstore;

/**
 * The name of one stream: a category in lower-case letters, a hyphen, and what it is about, as in
 * {@code account-1004-2213}. At most 100 characters of printable ASCII without spaces.
 */
public record StreamName(String value) {
  public static final int MAX_LENGTH = 100;

  public StreamName {
    if (value.length() > MAX_LENGTH || !isWellFormed(value)) {
      throw new IllegalArgumentException("not a stream name");
    }
  }

  /** By hand: this is asked of every entry that is read, and a pattern takes ten times as long. */
  private static boolean isWellFormed(String value) {
    int hyphen = value.indexOf('-');
    if (hyphen < 1 || hyphen == value.length() - 1) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean fit = i < hyphen ? c >= 'a' && c <= 'z' : c >= '!' && c <= '~';
      if (!fit) {
        return false;
      }
    }
    return true;
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
