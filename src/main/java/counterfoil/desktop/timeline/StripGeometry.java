package counterfoil.desktop.timeline;

import counterfoil.projection.Density;
import java.time.Instant;

/**
 * Where on the strip a time and a position lie. Time runs evenly along it. Positions run evenly
 * through the bucket they fall into: entries that share one moment (imported history knows only
 * days) so keep places of their own, and {@link #positionAt} and {@link #xOf(long)} undo each
 * other.
 */
record StripGeometry(Density density, Span visible, double width) {
  /** Less than any step: the x of an entry, computed forth and back, must not give the next one. */
  private static final double HAIR = 1e-6;

  double xOf(Instant time) {
    return visible.part(time) * width;
  }

  Instant timeAt(double x) {
    return visible.at(x / width);
  }

  /** The left edge of a bucket; with the number of buckets, the right edge of the last. */
  double leftOf(int bucket) {
    double left = xOf(density.from());
    return left + bucket * (xOf(density.to()) - left) / density.buckets().size();
  }

  /** The bucket that is drawn up to {@code x}, or the nearest one. */
  int bucketAt(double x) {
    int count = density.buckets().size();
    double each = (leftOf(count) - leftOf(0)) / count;
    double upTo = Math.ceil((x - leftOf(0)) / each - HAIR);
    return (int) Math.clamp(upTo - 1, 0, count - 1.0);
  }

  /** The right edge of the place of an entry; the strip's ends where it is not on the strip. */
  double xOf(long position) {
    int bucket = bucketOf(position);
    var found = density.buckets().get(bucket);
    long before = found.lastPosition() - found.entries();
    if (position <= before || found.entries() == 0) {
      return leftOf(bucket);
    }
    double part = Math.min(1, (position - before) / (double) found.entries());
    return leftOf(bucket) + part * (leftOf(bucket + 1) - leftOf(bucket));
  }

  /** The entry at {@code x}; where none is drawn, the last before it. 0 if there is none. */
  long positionAt(double x) {
    int bucket = bucketAt(x);
    var found = density.buckets().get(bucket);
    double part = (x - leftOf(bucket)) / (leftOf(bucket + 1) - leftOf(bucket));
    double step = Math.ceil(Math.clamp(part, 0, 1) * found.entries() - HAIR);
    long within = (long) Math.clamp(step, Math.min(1, found.entries()), found.entries());
    return found.lastPosition() - found.entries() + within;
  }

  /**
   * The last entry of the next bar after that of {@code position}; of the one before if negative.
   */
  long endOfBar(long position, int direction) {
    var buckets = density.buckets();
    int bar = bucketOf(position);
    if (direction > 0 && buckets.get(bar).lastPosition() > position) {
      return buckets.get(bar).lastPosition();
    }
    for (int i = bar + direction; i >= 0 && i < buckets.size(); i += direction) {
      if (buckets.get(i).entries() > 0) {
        return buckets.get(i).lastPosition();
      }
    }
    return position;
  }

  /** The first bucket that reaches to {@code position}, else the last. */
  private int bucketOf(long position) {
    int low = 0;
    int high = density.buckets().size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (density.buckets().get(middle).lastPosition() >= position) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
