package counterfoil.desktop.timeline;

import counterfoil.desktop.timeline.StripPainting.Colours;
import counterfoil.projection.Density;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/**
 * Entries over time as bars, with the cursor in them. Scrubbed by dragging or clicking, zoomed at
 * the pointer by the wheel, panned by Shift or the middle button or sideways scrolling, reset by a
 * double click. By keyboard: Page Up and Page Down go from bar to bar, plus and minus zoom at the
 * cursor, 0 resets. Dragging with Ctrl goes entry by entry, where thousands share a bar.
 *
 * <p>It shows what it is given and tells its {@link Hand} what is done to it; it changes nothing by
 * itself. Its colours are the properties {@code -strip-*} of its style.
 */
final class DensityStrip extends Region {
  /** What someone does to a strip. */
  interface Hand {
    /** The cursor is wanted at an entry. */
    void scrubbed(long position);

    /** {@code factor} times the stretch is wanted, with {@code fixed} staying where it is. */
    void stretched(double factor, Instant fixed);

    /** A stretch later by a part of its length is wanted; earlier if negative. */
    void moved(double part);

    /** The whole ledger is wanted. */
    void reset();
  }

  /** What there is to show. */
  record Content(Density density, Span visible, Cursor cursor, Axis axis) {}

  /** All that bars and axis look like; the cursor is not in it. */
  private record Picture(
      StripGeometry geometry,
      Axis axis,
      double height,
      Colours upToCursor,
      Colours later,
      Paint labels) {}

  private static final double HANDLE = 10;

  static final double AXIS_HEIGHT = 22;
  static final double WIDTH_OF_BAR = 7;

  private static final double PREFERRED_HEIGHT = 96;
  private static final StyleablePropertyFactory<DensityStrip> STYLES =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final CssMetaData<DensityStrip, Paint> MATCHING =
      STYLES.createPaintCssMetaData("-strip-matching", s -> s.matching, Color.TEAL);
  private static final CssMetaData<DensityStrip, Paint> MATCHING_LATER =
      STYLES.createPaintCssMetaData("-strip-matching-later", s -> s.matchingLater, Color.SILVER);
  private static final CssMetaData<DensityStrip, Paint> OTHER =
      STYLES.createPaintCssMetaData("-strip-other", s -> s.other, Color.GRAY);
  private static final CssMetaData<DensityStrip, Paint> OTHER_LATER =
      STYLES.createPaintCssMetaData("-strip-other-later", s -> s.otherLater, Color.LIGHTGRAY);
  private static final CssMetaData<DensityStrip, Paint> AXIS =
      STYLES.createPaintCssMetaData("-strip-axis", s -> s.axis, Color.GRAY);

  private final StyleableObjectProperty<Paint> matching = paint(MATCHING, Color.TEAL);
  private final StyleableObjectProperty<Paint> matchingLater = paint(MATCHING_LATER, Color.SILVER);
  private final StyleableObjectProperty<Paint> other = paint(OTHER, Color.GRAY);
  private final StyleableObjectProperty<Paint> otherLater = paint(OTHER_LATER, Color.LIGHTGRAY);
  private final StyleableObjectProperty<Paint> axis = paint(AXIS, Color.GRAY);
  private final ObjectProperty<Optional<Content>> content =
      new SimpleObjectProperty<>(this, "content", Optional.empty());
  private final Canvas later = new Canvas();
  private final Canvas past = new Canvas();
  private final Rectangle upToCursor = new Rectangle();
  private final Region line = new Region();
  private final Region handle = new Region();
  private final StripGestures gestures;
  private Optional<Picture> painted = Optional.empty();

  DensityStrip(Hand hand) {
    gestures = new StripGestures(this, hand);
    setId("density-strip");
    getStyleClass().add("density-strip");
    line.getStyleClass().add("cursor-line");
    handle.getStyleClass().add("cursor-handle");
    past.setClip(upToCursor);
    getChildren().addAll(later, past, line, handle);
    getChildren().forEach(child -> child.setMouseTransparent(true));
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    content.subscribe(this::requestLayout);
  }

  /** Nothing for a ledger without entries. */
  ObjectProperty<Optional<Content>> contentProperty() {
    return content;
  }

  /** How the content lies on the strip at its present size. */
  Optional<StripGeometry> geometry() {
    return content
        .get()
        .filter(_ -> getWidth() > 0)
        .map(c -> new StripGeometry(c.density(), c.visible(), getWidth()));
  }

  @Override
  protected double computePrefHeight(double width) {
    return PREFERRED_HEIGHT;
  }

  @Override
  protected double computeMinHeight(double width) {
    return PREFERRED_HEIGHT;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 400;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 100;
  }

  /**
   * Done here, so that it is done once a frame however much has changed. The bars are drawn twice,
   * strong and pale, and only when they change: a move of the cursor shows more or less of the
   * strong ones, which costs next to nothing.
   */
  @Override
  protected void layoutChildren() {
    var picture =
        geometry()
            .map(geometry ->
                new Picture(
                    geometry,
                    content.get().orElseThrow().axis(),
                    getHeight(),
                    new Colours(matching.get(), other.get()),
                    new Colours(matchingLater.get(), otherLater.get()),
                    axis.get()));
    if (!picture.equals(painted)) {
      painted = picture;
      clear(later);
      clear(past);
      picture.ifPresent(this::paint);
    }
    placeCursor();
  }

  private void clear(Canvas canvas) {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
  }

  private void paint(Picture picture) {
    var pale = painting(later, picture);
    pale.paintBars(picture.later());
    pale.paintAxis(picture.axis(), picture.labels());
    painting(past, picture).paintBars(picture.upToCursor());
  }

  private static StripPainting painting(Canvas canvas, Picture picture) {
    return new StripPainting(
        canvas.getGraphicsContext2D(), picture.geometry(), picture.height() - AXIS_HEIGHT);
  }

  private void placeCursor() {
    double bottom = getHeight() - AXIS_HEIGHT;
    double x =
        geometry()
            .map(g -> g.xOf(content.get().orElseThrow().cursor().position()))
            .map(Math::rint)
            .orElse(-1.0);
    boolean visible = x >= 0 && x <= getWidth() && getWidth() > HANDLE;
    line.setVisible(visible);
    handle.setVisible(visible);
    upToCursor.setWidth(Math.max(0, x));
    upToCursor.setHeight(getHeight());
    if (visible) {
      line.resizeRelocate(Math.clamp(x - 1, 0, getWidth() - 2), 0, 2, bottom + 4);
      double left = Math.clamp(x - HANDLE / 2, 0, getWidth() - HANDLE);
      handle.resizeRelocate(left, bottom + 4 - HANDLE / 2, HANDLE, HANDLE);
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    var shown = content.get().map(Content::cursor).orElse(Cursor.OF_NOTHING);
    return switch (attribute) {
      case VALUE -> (double) shown.position();
      case MIN_VALUE -> (double) Math.min(1, shown.last());
      case MAX_VALUE -> (double) shown.last();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    switch (action) {
      case INCREMENT -> gestures.toNextBar(1);
      case DECREMENT -> gestures.toNextBar(-1);
      default -> super.executeAccessibleAction(action, parameters);
    }
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return STYLES.getCssMetaData();
  }

  private StyleableObjectProperty<Paint> paint(
      CssMetaData<DensityStrip, Paint> style, Color initial) {
    return new StyleableObjectProperty<>(initial) {
      @Override
      protected void invalidated() {
        requestLayout();
      }

      @Override
      public CssMetaData<DensityStrip, Paint> getCssMetaData() {
        return style;
      }

      @Override
      public Object getBean() {
        return DensityStrip.this;
      }

      @Override
      public String getName() {
        return style.getProperty();
      }
    };
  }
}
