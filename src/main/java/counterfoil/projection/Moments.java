package counterfoil.projection;

import counterfoil.projection.Density.Bucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * From time to positions and back. Moments never go back along positions, so halving finds a time
 * in some twenty look-ups of the primary key, at any size of the ledger and without an index of its
 * own.
 */
final class Moments {
  private final Query query;

  Moments(Query query) {
    this.query = query;
  }

  long lastPosition() {
    return query
        .first(
            "SELECT position FROM journal ORDER BY position DESC FETCH FIRST ROW ONLY",
            row -> row.getLong(1))
        .orElse(0L);
  }

  Optional<Instant> momentOf(long position) {
    return query
        .first("SELECT moment FROM journal WHERE position = ?", row -> row.getLong(1), position)
        .map(JournalRow::instant);
  }

  long positionAt(Instant time) {
    return lastNotAfter(clampedMicros(time), 0, lastPosition());
  }

  Density density(Instant from, Instant to, int buckets) {
    long[] ends = endsOf(from, to, buckets);
    List<Bucket> counted = new ArrayList<>(buckets);
    for (int i = 0; i < buckets; i++) {
      int entries = Math.toIntExact(ends[i + 1] - ends[i]);
      counted.add(new Bucket(entries, entries, ends[i + 1]));
    }
    return new Density(from, to, List.copyOf(counted));
  }

  /** {@code matching}: the positions let through, ascending. */
  Density density(Instant from, Instant to, int buckets, long[] matching) {
    long[] ends = endsOf(from, to, buckets);
    List<Bucket> counted = new ArrayList<>(buckets);
    for (int i = 0; i < buckets; i++) {
      counted.add(
          new Bucket(
              Math.toIntExact(ends[i + 1] - ends[i]),
              upTo(matching, ends[i + 1]) - upTo(matching, ends[i]),
              ends[i + 1]));
    }
    return new Density(from, to, List.copyOf(counted));
  }

  private static int upTo(long[] ascending, long position) {
    int found = Arrays.binarySearch(ascending, position);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The last position before each bucket and, at the end, in the last one. */
  private long[] endsOf(Instant from, Instant to, int buckets) {
    if (buckets < 1 || !from.isBefore(to)) {
      throw new IllegalArgumentException("no stretch of time to count in");
    }
    long start = clampedMicros(from);
    long width = clampedMicros(to) - start;
    long[] ends = new long[buckets + 1];
    long last = lastPosition();
    ends[0] = lastNotAfter(start - 1, 0, last);
    ends[buckets] = lastNotAfter(start + width, ends[0], last);
    halve(ends, 0, buckets, start, width);
    return ends;
  }

  private void halve(long[] ends, int low, int high, long start, long width) {
    if (high - low < 2) {
      return;
    }
    int middle = (low + high) >>> 1;
    if (ends[low] == ends[high]) {
      Arrays.fill(ends, low + 1, high, ends[low]);
      return;
    }
    long time = start + scaled(width, middle, ends.length);
    ends[middle] = lastNotAfter(time - 1, ends[low], ends[high]);
    halve(ends, low, middle, start, width);
    halve(ends, middle, high, start, width);
  }

  private static long scaled(long width, int part, int parts) {
    return width / (parts - 1) * part + width % (parts - 1) * part / (parts - 1);
  }

  /** The last position in (low, high] with a moment not after {@code micros}, or low. */
  private long lastNotAfter(long micros, long low, long high) {
    long known = low;
    long end = high;
    while (known < end) {
      long middle = known + (end - known + 1) / 2;
      long moment =
          query
              .first("SELECT moment FROM journal WHERE position = ?", row -> row.getLong(1), middle)
              .orElse(Long.MAX_VALUE);
      if (moment <= micros) {
        known = middle;
      } else {
        end = middle - 1;
      }
    }
    return known;
  }

  /** Times beyond what microseconds can count are as far as one can count. */
  private static long clampedMicros(Instant time) {
    Instant earliest = JournalRow.instant(Long.MIN_VALUE / 4);
    Instant latest = JournalRow.instant(Long.MAX_VALUE / 4);
    if (time.isBefore(earliest)) {
      return JournalRow.micros(earliest);
    }
    return JournalRow.micros(time.isAfter(latest) ? latest : time);
  }
}
