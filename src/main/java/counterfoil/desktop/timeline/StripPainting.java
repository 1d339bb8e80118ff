package counterfoil.desktop.timeline;

import counterfoil.projection.Density.Bucket;
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
  /** Bars of entries that match, and of all entries. */
  record Colours(Paint matching, Paint other) {}

  private static final double TOP = 2;
  private static final double LOWEST_BAR = 2;
  private static final double WIDEST_GAP = 2;
  private static final double ROUNDING = 3;
  private static final double LABEL_WIDTH = 64;

  /** The bars, in the colours of those up to the cursor or of later ones. */
  void paintBars(Colours colours) {
    var buckets = geometry.density().buckets();
    int highest = buckets.stream().mapToInt(Bucket::entries).max().orElse(0);
    for (int i = 0; i < buckets.size(); i++) {
      var bucket = buckets.get(i);
      // Whole pixels: bars of 5.6 pixels would be blurred, each in its own way.
      double left = Math.rint(geometry.leftOf(i));
      double right = Math.rint(geometry.leftOf(i + 1));
      double width = Math.max(1, right - left - Math.min(WIDEST_GAP, (right - left) / 4));
      if (bucket.entries() > bucket.matching()) {
        fill(colours.other(), left, width, heightOf(bucket.entries(), highest));
      }
      if (bucket.matching() > 0) {
        fill(colours.matching(), left, width, heightOf(bucket.matching(), highest));
      }
    }
  }

  /** The square root: beside one day of interest for every account all others would be flat. */
  private double heightOf(int entries, int highest) {
    double part = Math.sqrt((double) entries / highest);
    return Math.max(LOWEST_BAR, Math.rint(part * (bottom - TOP)));
  }

  private void fill(Paint paint, double left, double width, double height) {
    graphics.setFill(paint);
    double rounding = Math.min(ROUNDING, width / 2);
    graphics.fillRoundRect(left, bottom - height, width, height, rounding, rounding);
  }

  void paintAxis(Axis axis, Paint paint) {
    graphics.setFill(paint);
    graphics.setFont(Font.font("IBM Plex Sans", 11));
    graphics.setTextBaseline(VPos.BOTTOM);
    int atMost = Math.max(1, (int) (geometry.width() / LABEL_WIDTH));
    double end = graphics.getCanvas().getHeight();
    for (var label : axis.labels(geometry.visible(), atMost)) {
      double x = Math.rint(geometry.xOf(label.time()));
      graphics.fillRect(x, bottom + 2, 1, 4);
      graphics.setTextAlign(
          x > geometry.width() - LABEL_WIDTH / 2
              ? TextAlignment.RIGHT
              : x < LABEL_WIDTH / 3 ? TextAlignment.LEFT : TextAlignment.CENTER);
      graphics.fillText(label.text(), x, end);
    }
  }
}
