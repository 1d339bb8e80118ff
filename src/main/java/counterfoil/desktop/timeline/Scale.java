package counterfoil.desktop.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where times lie along a strip. Time runs evenly through all stretches; between two of them is a
 * seam, in which all the time that was left out lies.
 *
 * @param stretches in the order of time; at least one
 */
record Scale(List<Span> stretches, double width) {
  static final double SEAM = 12;

  /** Beyond the ends it goes on evenly. */
  double xOf(Instant time) {
    double perNano = perNano();
    double left = 0;
    for (int i = 0; i < stretches.size(); i++) {
      var stretch = stretches.get(i);
      if (i > 0 && time.isBefore(stretch.from())) {
        return left - SEAM / 2;
      }
      double length = stretch.length().toNanos() * perNano;
      if (!time.isAfter(stretch.to()) || i == stretches.size() - 1) {
        return left + stretch.part(time) * length;
      }
      left += length + SEAM;
    }
    return left;
  }

  /** In a seam: when the next stretch begins. */
  Instant timeAt(double x) {
    double perNano = perNano();
    double left = 0;
    for (int i = 0; i < stretches.size(); i++) {
      var stretch = stretches.get(i);
      double length = stretch.length().toNanos() * perNano;
      boolean seam = i > 0 && x < left;
      if (seam || x <= left + length || i == stretches.size() - 1) {
        return seam ? stretch.from() : stretch.at((x - left) / length);
      }
      left += length + SEAM;
    }
    return stretches.getLast().to();
  }

  /** The whole time from the beginning to the end, with what was left out. */
  Span ends() {
    return new Span(stretches.getFirst().from(), stretches.getLast().to());
  }

  private double perNano() {
    var length = stretches.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    double room = Math.max(1, width - SEAM * (stretches.size() - 1));
    return room / length.toNanos();
  }
}
