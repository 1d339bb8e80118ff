package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed as a date: {@code 2026-11-30}, {@code 30.11.2026}, or {@code +5} for so many
 * days after the business date. Slashes are not read: {@code 3/4} is a day in March to some and in
 * April to others.
 */
sealed interface DateText {
  record Date(LocalDate date) implements DateText {}

  record NotADate(Message message) implements DateText {}

  Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
  Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})");
  Pattern DAYS_ON = Pattern.compile("\\+([0-9]{1,3})");

  static DateText parse(String typed, LocalDate businessDate) {
    Matcher daysOn = DAYS_ON.matcher(typed);
    if (daysOn.matches()) {
      return new Date(businessDate.plusDays(Long.parseLong(daysOn.group(1))));
    }
    return date(YEAR_FIRST.matcher(typed), 1, 2, 3)
        .or(() -> date(DAY_FIRST.matcher(typed), 3, 2, 1))
        .<DateText>map(Date::new)
        .orElseGet(() -> new NotADate(Message.of("counter.problem.date")));
  }

  private static Optional<LocalDate> date(Matcher typed, int year, int month, int day) {
    if (!typed.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(number(typed, year), number(typed, month), number(typed, day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int number(Matcher typed, int group) {
    return Integer.parseInt(typed.group(group));
  }
}
