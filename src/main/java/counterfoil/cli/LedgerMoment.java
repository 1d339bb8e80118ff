package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.application.Quoted;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** What {@code --at} names: a position of the ledger, or a time. */
final class LedgerMoment {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private LedgerMoment() {}

  /** The position that {@code text} names in {@code ledger}. */
  static long position(String text, Ledger ledger) {
    return NUMBER.matcher(text).matches()
        ? existing(Long.parseLong(text), ledger)
        : ledger.inquiries().positionAt(time(text));
  }

  private static long existing(long position, Ledger ledger) {
    long last = ledger.inquiries().lastPosition();
    if (position > last) {
      throw new BadInput(
          "--at %d: the ledger has %d entries, give a position up to that."
              .formatted(position, last));
    }
    return position;
  }

  private static Instant time(String text) {
    try {
      return DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(text, Instant::from);
    } catch (DateTimeException _) {
      throw new BadInput(
          "--at %s: give a position such as 120, or a time with its zone such as"
                  .formatted(Quoted.of(text))
              + " 2026-11-23T14:30:00+01:00.");
    }
  }
}
