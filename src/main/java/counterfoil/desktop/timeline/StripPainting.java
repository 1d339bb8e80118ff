package counterfoil.desktop.timeline;

import counterfoil.desktop.timeline.Bars.Bar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Draws a strip.
 *
 * @param bottom where the bars stand; the axis is below
 */
record StripPainting(GraphicsContext graphics, StripGeometry geometry, double bottom) {
  /** Of each kind, and of the ticks for what is filtered out. */
  record Colours(Map<Kind, Paint> kinds, Paint tick) {}

  /** Of what lies behind the bars and below them. */
  record Ground(Paint labels, Paint night) {}

  /** Above the highest bar is room for the marks of refusals and reversals. */
  private static final double TOP = 9;

  private static final double LOWEST_BAR = 2;
  private static final double WIDEST_GAP = 2;
  private static final double LABEL_WIDTH = 64;
  private static final double MARK = 3;

  /** The bars: what matches in full width, what is filtered out as ticks. */
  void paintBars(Colours colours) {
    var bars = geometry.bars();
    int highest = bars.stream().mapToInt(Bar::entries).max().orElse(0);
    for (int i = 0; i < bars.size(); i++) {
      var bar = bars.get(i);
      if (bar.entries() > 0) {
        // Whole pixels: bars of 5.6 pixels would be blurred, each in its own way.
        double left = Math.rint(geometry.leftOf(i));
        double right = Math.rint(geometry.rightOf(i));
        double width = Math.max(1, right - left - Math.min(WIDEST_GAP, (right - left) / 4));
        paintBar(bar, left, width, highest, colours);
      }
    }
  }

  private void paintBar(Bar bar, double left, double width, int highest, Colours colours) {
    int matching = bar.matching().total();
    if (matching < bar.entries()) {
      double height = heightOf(bar.entries(), highest);
      graphics.setFill(colours.tick());
      graphics.fillRect(left + Math.floor(width / 2), bottom - height, 1, height);
    }
    if (matching > 0) {
      double height = heightOf(matching, highest);
      stack(bar.matching(), left, width, height, colours);
      mark(bar.matching(), left + width / 2, bottom - height, colours);
    }
  }

  /** Each kind has its share of the height; the last takes what rounding leaves. */
  private void stack(Tally tally, double left, double width, double height, Colours colours) {
    int total = tally.total();
    int below = 0;
    double from = 0;
    for (var kind : Kind.values()) {
      below += tally.of(kind);
      double to = Math.rint(height * below / total);
      if (to > from) {
        graphics.setFill(colours.kinds().get(kind));
        graphics.fillRect(left, bottom - to, width, to - from);
        from = to;
      }
    }
  }

  /** A refusal is a cross, a reversal an arrowhead back: told by shape, not by colour alone. */
  private void mark(Tally tally, double middle, double top, Colours colours) {
    double y = top - MARK - 2;
    if (tally.reversals() > 0) {
      graphics.setFill(colours.kinds().get(Kind.REVERSAL));
      double x = tally.refusals() > 0 ? middle - MARK - 1 : middle;
      graphics.fillPolygon(
          new double[] {x + MARK, x + MARK, x - MARK}, new double[] {y - MARK, y + MARK, y}, 3);
    }
    if (tally.refusals() > 0) {
      graphics.setStroke(colours.kinds().get(Kind.REFUSAL));
      graphics.setLineWidth(1.5);
      double x = tally.reversals() > 0 ? middle + MARK + 1 : middle;
      graphics.strokeLine(x - 2.5, y - 2.5, x + 2.5, y + 2.5);
      graphics.strokeLine(x - 2.5, y + 2.5, x + 2.5, y - 2.5);
    }
  }

  /** The square root: beside one day of interest for every account all others would be flat. */
  private double heightOf(int entries, int highest) {
    double part = Math.sqrt((double) entries / highest);
    return Math.max(LOWEST_BAR, Math.rint(part * (bottom - TOP)));
  }

  /** The nights behind the bars, the seams between stretches, and the axis. */
  void paintGround(Axis axis, Ground colours) {
    graphics.setFill(colours.night());
    for (var night : Nights.in(geometry.scale().ends(), axis.zone())) {
      double left = Math.max(0, geometry.xOf(night.from()));
      double right = Math.min(geometry.width(), geometry.xOf(night.to()));
      if (right > left) {
        graphics.fillRect(left, 0, right - left, bottom);
      }
    }
    graphics.setFill(colours.labels());
    graphics.fillRect(0, bottom, geometry.width(), 1);
    paintSeams(colours.labels());
    paintAxis(axis);
  }

  private void paintSeams(Paint paint) {
    var stretches = geometry.scale().stretches();
    graphics.setStroke(paint);
    graphics.setLineWidth(1);
    for (var stretch : stretches.subList(0, stretches.size() - 1)) {
      double x = Math.rint(geometry.xOf(stretch.to()) + Scale.SEAM / 2);
      graphics.strokeLine(x - 3, bottom + 4, x, bottom - 4);
      graphics.strokeLine(x + 1, bottom + 4, x + 4, bottom - 4);
    }
  }

  /** Where gaps are folded each stretch has labels of its own, as far as they do not touch. */
  private void paintAxis(Axis axis) {
    graphics.setFont(Font.font("IBM Plex Sans", 11));
    graphics.setTextBaseline(VPos.BOTTOM);
    double end = graphics.getCanvas().getHeight();
    double free = Double.NEGATIVE_INFINITY;
    for (var stretch : geometry.scale().stretches()) {
      double room = geometry.xOf(stretch.to()) - geometry.xOf(stretch.from());
      int atMost = Math.max(1, (int) (room / LABEL_WIDTH));
      for (var label : labels(axis, stretch, atMost)) {
        double x = Math.rint(geometry.xOf(label.time()));
        if (x >= free) {
          graphics.fillRect(x, bottom + 2, 1, 4);
          graphics.setTextAlign(
              x > geometry.width() - LABEL_WIDTH / 2
                  ? TextAlignment.RIGHT
                  : x < LABEL_WIDTH / 3 ? TextAlignment.LEFT : TextAlignment.CENTER);
          graphics.fillText(label.text(), x, end);
          free = x + LABEL_WIDTH - 4;
        }
      }
    }
  }

  /** Between seams "12:00" of which day would be a riddle: there a stretch says its day. */
  private List<Axis.Label> labels(Axis axis, Span stretch, int atMost) {
    boolean brief = stretch.length().compareTo(Duration.ofDays(2)) < 0;
    return brief && geometry.scale().stretches().size() > 1
        ? List.of(axis.day(stretch.at(0.5)))
        : axis.labels(stretch, atMost);
  }
}
