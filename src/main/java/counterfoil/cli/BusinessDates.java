package counterfoil.cli;

import counterfoil.application.Quoted;
import counterfoil.application.papers.LedgerPapers;
import counterfoil.domain.workstation.Export.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Business dates as options give them. All throw {@link BadInput}. */
final class BusinessDates {
  private BusinessDates() {}

  /** A date that must be given. */
  static LocalDate date(String option, Optional<String> typed) {
    return date(
        option,
        typed.orElseThrow(() ->
            new BadInput("%s is missing: give a date such as 2026-11-23.".formatted(option))));
  }

  static LocalDate date(String option, String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException _) {
      throw new BadInput(
          "%s %s: give a date such as 2026-11-23.".formatted(option, Quoted.of(typed)));
    }
  }

  /** The same, no longer than a paper covers. */
  static Period paperPeriod(Optional<String> from, Optional<String> to) {
    Period period = period(from, to);
    if (period.from().plusDays(LedgerPapers.MOST_DAYS).isBefore(period.to())) {
      throw new BadInput(
          "--from %s --to %s: a paper covers at most %d days."
              .formatted(period.from(), period.to(), LedgerPapers.MOST_DAYS));
    }
    return period;
  }

  /** From and to, both given, in this order. */
  static Period period(Optional<String> from, Optional<String> to) {
    LocalDate first = date("--from", from);
    LocalDate last = date("--to", to);
    if (last.isBefore(first)) {
      throw new BadInput(
          "--from %s --to %s: the period ends before it begins.".formatted(first, last));
    }
    return new Period(first, last);
  }
}
