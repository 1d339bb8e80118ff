package counterfoil.desktop.timeline;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param to after {@code from}; not itself in the stretch
 */
record Span(Instant from, Instant to) {
  /** Nobody needs to look closer than this; time is recorded in microseconds. */
  static final Duration SHORTEST = Duration.ofSeconds(10);

  /** How much room is left beside the first and the last entry, as a part of the whole. */
  private static final int MARGINS = 100;

  Span {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("not a stretch of time: " + from + " to " + to);
    }
  }

  /** From a little before {@code first} to a little after {@code last}. */
  static Span around(Instant first, Instant last) {
    var margin = Duration.between(first, last).dividedBy(MARGINS).plus(SHORTEST);
    return new Span(first.minus(margin), last.plus(margin));
  }

  Duration length() {
    return Duration.between(from, to);
  }

  boolean contains(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  /** The time at a part of this stretch: 0 is its beginning, 1 its end. */
  Instant at(double part) {
    return from.plusNanos((long) (length().toNanos() * part));
  }

  /** Where {@code time} lies: 0 at the beginning, 1 at the end, beyond them outside. */
  double part(Instant time) {
    return (double) Duration.between(from, time).toNanos() / length().toNanos();
  }

  /**
   * {@code factor} times as long, with {@code fixed} staying where it is; not shorter than {@link
   * #SHORTEST} and not beyond {@code within}.
   */
  Span stretched(double factor, Instant fixed, Span within) {
    long nanos = Math.max(SHORTEST.toNanos(), (long) (length().toNanos() * factor));
    if (nanos >= within.length().toNanos()) {
      return within;
    }
    var start = fixed.minusNanos((long) (nanos * part(fixed)));
    return new Span(start, start.plusNanos(nanos)).keptWithin(within);
  }

  /** What lies between the two, as far as it is in this stretch; they must meet it. */
  Span clipped(Instant start, Instant end) {
    return new Span(start.isBefore(from) ? from : start, end.isAfter(to) ? to : end);
  }

  /** Moved by a part of its own length, later if positive, as far as {@code within} allows. */
  Span moved(double part, Span within) {
    var by = Duration.ofNanos((long) (length().toNanos() * part));
    return new Span(from.plus(by), to.plus(by)).keptWithin(within);
  }

  /** The same if {@code time} is in it, else moved so that {@code time} is in its middle. */
  Span showing(Instant time, Span within) {
    return contains(time) ? this : moved(part(time) - 0.5, within);
  }

  private Span keptWithin(Span within) {
    if (length().compareTo(within.length()) >= 0) {
      return within;
    }
    if (from.isBefore(within.from)) {
      return new Span(within.from, within.from.plus(length()));
    }
    return to.isAfter(within.to) ? new Span(within.to.minus(length()), within.to) : this;
  }
}
