package counterfoil.desktop.timeline;

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
  private static final CssMetaData<DensityStrip, Paint> CURSOR =
      STYLES.createPaintCssMetaData("-strip-cursor", s -> s.cursor, Color.RED);

  private final StyleableObjectProperty<Paint> matching = paint(MATCHING, Color.TEAL);
  private final StyleableObjectProperty<Paint> matchingLater = paint(MATCHING_LATER, Color.SILVER);
  private final StyleableObjectProperty<Paint> other = paint(OTHER, Color.GRAY);
  private final StyleableObjectProperty<Paint> otherLater = paint(OTHER_LATER, Color.LIGHTGRAY);
  private final StyleableObjectProperty<Paint> axis = paint(AXIS, Color.GRAY);
  private final StyleableObjectProperty<Paint> cursor = paint(CURSOR, Color.RED);
  private final ObjectProperty<Optional<Content>> content =
      new SimpleObjectProperty<>(this, "content", Optional.empty());
  private final Canvas canvas = new Canvas();
  private final StripGestures gestures;

  DensityStrip(Hand hand) {
    gestures = new StripGestures(this, hand);
    getStyleClass().add("density-strip");
    getChildren().add(canvas);
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

  /** Drawn here, so that it is drawn once a frame however much has changed. */
  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    var graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, getWidth(), getHeight());
    geometry()
        .ifPresent(geometry ->
            new StripPainting(
                    graphics,
                    geometry,
                    getHeight() - AXIS_HEIGHT,
                    new StripPainting.Colours(
                        matching.get(),
                        matchingLater.get(),
                        other.get(),
                        otherLater.get(),
                        axis.get(),
                        cursor.get()))
                .paint(content.get().orElseThrow()));
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
