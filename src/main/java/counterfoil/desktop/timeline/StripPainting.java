package counterfoil.desktop.timeline;

import counterfoil.desktop.timeline.DensityStrip.Content;
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
record StripPainting(
    GraphicsContext graphics, StripGeometry geometry, double bottom, Colours colours) {
  /** Entries up to the cursor and later ones, those that match and the others. */
  record Colours(
      Paint matching,
      Paint matchingLater,
      Paint other,
      Paint otherLater,
      Paint axis,
      Paint cursor) {}

  private static final double TOP = 2;
  private static final double LOWEST_BAR = 2;
  private static final double WIDEST_GAP = 2;
  private static final double ROUNDING = 3;
  private static final double HANDLE = 10;
  private static final double LABEL_WIDTH = 64;

  void paint(Content content) {
    paintBars(content.cursor().position());
    paintAxis(content);
    paintCursor(content.cursor().position());
  }

  private void paintBars(long cursor) {
    var buckets = geometry.density().buckets();
    int highest = buckets.stream().mapToInt(Bucket::entries).max().orElse(0);
    for (int i = 0; i < buckets.size(); i++) {
      var bucket = buckets.get(i);
      if (bucket.entries() > 0) {
        // Whole pixels: bars of 5.6 pixels would be blurred, each in its own way.
        double left = Math.rint(geometry.leftOf(i));
        double right = Math.rint(geometry.leftOf(i + 1));
        double width = Math.max(1, right - left - Math.min(WIDEST_GAP, (right - left) / 4));
        paintBar(bucket, left, width, highest, cursor);
      }
    }
  }

  /** The part up to the cursor strong, the rest pale; where others match, they are in front. */
  private void paintBar(Bucket bucket, double left, double width, int highest, long cursor) {
    double split = Math.clamp(geometry.xOf(cursor) - left, 0, width);
    boolean past = bucket.lastPosition() <= cursor;
    boolean later = bucket.lastPosition() - bucket.entries() >= cursor;
    double upToCursor = past ? width : later ? 0 : split;
    int others = bucket.entries() - bucket.matching();
    if (others > 0) {
      double height = heightOf(bucket.entries(), highest);
      fill(colours.otherLater(), left, width, height);
      fill(colours.other(), left, upToCursor, height);
    }
    if (bucket.matching() > 0) {
      double height = heightOf(bucket.matching(), highest);
      fill(colours.matchingLater(), left, width, height);
      fill(colours.matching(), left, upToCursor, height);
    }
  }

  /** The square root: beside one day of interest for every account all others would be flat. */
  private double heightOf(int entries, int highest) {
    double part = Math.sqrt((double) entries / highest);
    return Math.max(LOWEST_BAR, Math.rint(part * (bottom - TOP)));
  }

  private void fill(Paint paint, double left, double width, double height) {
    if (width > 0) {
      graphics.setFill(paint);
      double rounding = Math.min(ROUNDING, width / 2);
      graphics.fillRoundRect(left, bottom - height, width, height, rounding, rounding);
    }
  }

  private void paintAxis(Content content) {
    graphics.setFill(colours.axis());
    graphics.setFont(Font.font("IBM Plex Sans", 11));
    graphics.setTextBaseline(VPos.BOTTOM);
    int atMost = Math.max(1, (int) (geometry.width() / LABEL_WIDTH));
    double end = graphics.getCanvas().getHeight();
    for (var label : content.axis().labels(content.visible(), atMost)) {
      double x = Math.rint(geometry.xOf(label.time()));
      graphics.fillRect(x, bottom + 2, 1, 4);
      graphics.setTextAlign(
          x > geometry.width() - LABEL_WIDTH / 2
              ? TextAlignment.RIGHT
              : x < LABEL_WIDTH / 3 ? TextAlignment.LEFT : TextAlignment.CENTER);
      graphics.fillText(label.text(), x, end);
    }
  }

  private void paintCursor(long cursor) {
    double x = Math.rint(geometry.xOf(cursor));
    if (x >= 0 && x <= geometry.width()) {
      double inside = Math.clamp(x, HANDLE / 2, geometry.width() - HANDLE / 2);
      graphics.setFill(colours.cursor());
      graphics.fillRect(Math.min(inside, geometry.width() - 2) - 1, 0, 2, bottom + 4);
      graphics.fillOval(inside - HANDLE / 2, bottom + 4 - HANDLE / 2, HANDLE, HANDLE);
    }
  }
}
