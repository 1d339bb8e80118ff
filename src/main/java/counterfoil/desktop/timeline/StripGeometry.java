package counterfoil.desktop.timeline;

import counterfoil.desktop.timeline.Bars.Bar;
import java.time.Instant;
import java.util.List;

/**
 * Where on the strip a time and a position lie. Positions run evenly through the bar they fall
 * into: entries that share one moment (imported history knows only days) so keep places of their
 * own, and {@link #positionAt} and {@link #xOf(long)} undo each other.
 */
record StripGeometry(List<Bar> bars, Scale scale) {
  /** Less than any step: the x of an entry, computed forth and back, must not give the next one. */
  private static final double HAIR = 1e-6;

  double width() {
    return scale.width();
  }

  double xOf(Instant time) {
    return scale.xOf(time);
  }

  Instant timeAt(double x) {
    return scale.timeAt(x);
  }

  double leftOf(int bar) {
    return scale.xOf(bars.get(bar).from());
  }

  double rightOf(int bar) {
    return scale.xOf(bars.get(bar).to());
  }

  /** The bar that is drawn up to {@code x}, or the nearest one before it; else the first. */
  int barAt(double x) {
    int low = 0;
    int high = bars.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (leftOf(middle) < x - HAIR) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The right edge of the place of an entry; the strip's ends where it is not on the strip. */
  double xOf(long position) {
    int bar = barOf(position);
    var found = bars.get(bar);
    if (position <= found.before() || found.entries() == 0) {
      return leftOf(bar);
    }
    double part = Math.min(1, (position - found.before()) / (double) found.entries());
    return leftOf(bar) + part * (rightOf(bar) - leftOf(bar));
  }

  /** The entry at {@code x}; where none is drawn, the last before it. 0 if there is none. */
  long positionAt(double x) {
    int bar = barAt(x);
    var found = bars.get(bar);
    double part = (x - leftOf(bar)) / (rightOf(bar) - leftOf(bar));
    double step = Math.ceil(Math.clamp(part, 0, 1) * found.entries() - HAIR);
    long within = (long) Math.clamp(step, Math.min(1, found.entries()), found.entries());
    return found.before() + within;
  }

  /**
   * The last entry of the next bar after that of {@code position}; of the one before if negative.
   */
  long endOfBar(long position, int direction) {
    int bar = barOf(position);
    if (direction > 0 && bars.get(bar).lastPosition() > position) {
      return bars.get(bar).lastPosition();
    }
    for (int i = bar + direction; i >= 0 && i < bars.size(); i += direction) {
      if (bars.get(i).entries() > 0) {
        return bars.get(i).lastPosition();
      }
    }
    return position;
  }

  /** The first bar that reaches to {@code position}, else the last. */
  private int barOf(long position) {
    int low = 0;
    int high = bars.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bars.get(middle).lastPosition() >= position) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
