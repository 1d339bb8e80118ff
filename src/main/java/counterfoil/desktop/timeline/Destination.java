package counterfoil.desktop.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where someone wants to go, as typed. */
sealed interface Destination {
  /** An entry by its number. */
  record Entry(long position) implements Destination {}

  /** The branch as it was at a time. */
  record Time(Instant time) implements Destination {}

  /** What bears a name: an account, or an entry's reference. */
  record Name(String name) implements Destination {}

  /** What a copied link leads to. */
  record Link(EntryLink link) implements Destination {}

  /** Nothing was typed. */
  record Nowhere() implements Destination {}

  /** Also with the separators that figures on the screen have. */
  Pattern POSITION = Pattern.compile("#?\\s*([0-9]{1,3}(?:[,\\u00a0 ][0-9]{3})+|[0-9]{1,18})");

  /** ISO first, then as the screen writes dates in its languages, whichever is shown now. */
  List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("yyyy\u5e74M\u6708d\u65e5", Locale.ROOT));

  Pattern TIME_LAST = Pattern.compile("(?:(.*\\S)(?:\\s+|T))?([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)");

  DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);

  /**
   * A number is an entry's; a date is the end of that day; a time alone is one on {@code today},
   * the day being looked at. Minutes and seconds include what happened within them. A link is what
   * it says, and all else a name.
   */
  static Destination read(String typed, LocalDate today, ZoneId zone) {
    var text = typed.strip();
    if (text.startsWith(EntryLink.SCHEME)) {
      return named(text);
    }
    var number = POSITION.matcher(text);
    if (number.matches()) {
      return new Entry(Long.parseLong(number.group(1).replaceAll("[^0-9]", "")));
    }
    var withTime = TIME_LAST.matcher(text);
    if (withTime.matches()) {
      var day = withTime.group(1) == null ? Optional.of(today) : date(withTime.group(1));
      return day.flatMap(d -> time(d, withTime.group(2), zone)).orElse(new Name(text));
    }
    return date(text).map(day -> justBefore(day.plusDays(1), zone)).orElseGet(() -> named(text));
  }

  private static Destination named(String text) {
    var link = EntryLink.parse(text);
    if (link.isPresent()) {
      return new Link(link.get());
    }
    return text.isEmpty() ? new Nowhere() : new Name(text);
  }

  private static Destination justBefore(LocalDate day, ZoneId zone) {
    return new Time(day.atStartOfDay(zone).toInstant().minusNanos(1000));
  }

  private static Optional<LocalDate> date(String text) {
    return DATES.stream().flatMap(format -> parsed(text, format)).findFirst();
  }

  private static Stream<LocalDate> parsed(String text, DateTimeFormatter format) {
    try {
      return Stream.of(LocalDate.parse(text, format));
    } catch (DateTimeException _) {
      return Stream.empty();
    }
  }

  private static Optional<Destination> time(LocalDate day, String text, ZoneId zone) {
    try {
      var time = LocalTime.parse(text, TIME);
      long seconds = text.chars().filter(c -> c == ':').count() == 2 ? 1 : 60;
      var end = day.atTime(time).atZone(zone).toInstant().plusSeconds(seconds);
      return Optional.of(new Time(end.minusNanos(1000)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
