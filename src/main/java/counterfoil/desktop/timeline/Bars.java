package counterfoil.desktop.timeline;

import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalSelection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries over the stretches of time that are on the strip.
 *
 * @param list in the order of time; at least one
 * @param stretches what is shown of the time: one, or several where gaps are folded
 */
record Bars(List<Bar> list, List<Span> stretches) {
  /**
   * One bar.
   *
   * @param lastPosition the last position in it, or before it where it is empty; 0 before the first
   * @param matching of those that the filters let through
   */
  record Bar(Instant from, Instant to, long lastPosition, Tally all, Tally matching) {
    int entries() {
      return all.total();
    }

    /** The position before its first. */
    long before() {
      return lastPosition - entries();
    }
  }

  Bars {
    list = List.copyOf(list);
    stretches = List.copyOf(stretches);
  }

  /** Counts; each bar is as long as the others, but for those at the ends of a stretch. */
  static Bars count(
      List<Span> stretches,
      int atMost,
      ZoneId zone,
      Positions matching,
      Kinds kinds,
      Inquiries inquiries) {
    var length = stretches.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    var bars = new ArrayList<Bar>();
    for (var stretch : stretches) {
      var buckets = Buckets.over(stretch, length, atMost, zone);
      var counted =
          inquiries.density(buckets.from(), buckets.to(), buckets.count(), JournalSelection.ALL);
      var from = buckets.from();
      for (var bucket : counted.buckets()) {
        var to = from.plus(buckets.each());
        var clipped = stretch.clipped(from, to);
        long before = bucket.lastPosition() - bucket.entries();
        bars.add(
            new Bar(
                clipped.from(),
                clipped.to(),
                bucket.lastPosition(),
                kinds.tally(before, bucket.lastPosition()),
                matching(matching, before, bucket.lastPosition(), kinds)));
        from = to;
      }
    }
    return new Bars(bars, stretches);
  }

  private static Tally matching(Positions matching, long before, long upTo, Kinds kinds) {
    return matching instanceof Positions.All
        ? kinds.tally(before, upTo)
        : kinds.tally(
            matching, matching.indexAtOrBefore(before) + 1, matching.indexAtOrBefore(upTo) + 1);
  }
}
