package counterfoil.desktop.timeline;

import counterfoil.projection.Density;
import counterfoil.projection.Density.Bucket;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalSelection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the nights, holidays and other gaps that can be left out of a stretch of time. */
final class Folding {
  /** Each seam takes room of its own: with more of them there would be nothing else to see. */
  private static final int MOST_GAPS = 24;

  /** It is looked for gaps this much closer than bars are drawn. */
  private static final int FINER = 6;

  /** A gap that is shorter than so many of those is none. */
  private static final int SHORTEST_GAP = 5;

  private Folding() {}

  /**
   * @param bars as many are to be drawn
   * @return {@code whole} without its longest gaps; {@code whole} itself where nothing happened
   */
  static List<Span> of(Span whole, int bars, Inquiries inquiries) {
    return of(inquiries.density(whole.from(), whole.to(), bars * FINER, JournalSelection.ALL));
  }

  static List<Span> of(Density finely) {
    var each = Duration.between(finely.from(), finely.to()).dividedBy(finely.buckets().size());
    var gaps =
        gaps(finely.buckets()).stream()
            .sorted(Comparator.comparingInt(Gap::length).reversed())
            .limit(MOST_GAPS)
            .sorted(Comparator.comparingInt(Gap::first))
            .toList();
    var stretches = new ArrayList<Span>();
    int from = 0;
    for (var gap : gaps) {
      // A little of the gap stays on either side: what borders on it is not to stick to the seam.
      int end = gap.first() == 0 ? 0 : gap.first() + 1;
      add(stretches, finely.from(), each, from, end);
      from = Math.max(0, gap.end() - 1);
    }
    boolean open = gaps.isEmpty() || gaps.getLast().end() < finely.buckets().size();
    add(stretches, finely.from(), each, from, open ? finely.buckets().size() : from);
    return stretches.isEmpty()
        ? List.of(new Span(finely.from(), finely.to()))
        : List.copyOf(stretches);
  }

  private static void add(List<Span> to, Instant start, Duration each, int from, int end) {
    if (end > from) {
      to.add(new Span(start.plus(each.multipliedBy(from)), start.plus(each.multipliedBy(end))));
    }
  }

  private record Gap(int first, int end) {
    int length() {
      return end - first;
    }
  }

  private static List<Gap> gaps(List<Bucket> buckets) {
    var gaps = new ArrayList<Gap>();
    int first = 0;
    for (int i = 0; i <= buckets.size(); i++) {
      if (i == buckets.size() || buckets.get(i).entries() > 0) {
        if (i - first >= SHORTEST_GAP) {
          gaps.add(new Gap(first, i));
        }
        first = i + 1;
      }
    }
    return gaps;
  }
}
