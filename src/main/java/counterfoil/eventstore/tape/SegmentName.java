package counterfoil.eventstore.tape;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of the tape's files: the first position in each, with zeros in front so that they sort. */
final class SegmentName {
  /** The next segment while it is being made ready. */
  static final String SPARE = "next.spare";

  private static final Pattern FORM = Pattern.compile("(\\d{19})\\.tape");

  private SegmentName() {}

  static String of(long firstPosition) {
    return String.format("%019d.tape", firstPosition);
  }

  /** The position in a name; empty for a file that is none of the tape's. */
  static OptionalLong position(String name) {
    Matcher matcher = FORM.matcher(name);
    try {
      return matcher.matches()
          ? OptionalLong.of(Long.parseLong(matcher.group(1)))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
