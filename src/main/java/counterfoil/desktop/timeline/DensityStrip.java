package counterfoil.desktop.timeline;

import counterfoil.desktop.timeline.Bars.Bar;
import counterfoil.desktop.timeline.StripPainting.Colours;
import counterfoil.desktop.timeline.StripPainting.Ground;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/**
 * Entries over time as bars, with the cursor in them. A click puts the cursor there; the cursor
 * itself is dragged, and where all is on the strip so is everything else; zoomed in, dragging pans.
 * Dragging along the axis sets the window of time that is listed. The wheel zooms at the pointer, a
 * double click shows all. By keyboard: Page Up and Page Down go from bar to bar, plus and minus
 * zoom at the cursor, 0 resets. Dragging with Ctrl goes entry by entry, where thousands share a
 * bar.
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

    /** Only what happened in a stretch of time is wanted. */
    void windowed(Span window);
  }

  /**
   * What there is to show.
   *
   * @param stretches of time that are shown
   * @param window the stretch that is listed, where that is not all
   * @param zoomed whether there is more to either side
   */
  record Content(
      List<Bar> bars,
      List<Span> stretches,
      Optional<Span> window,
      boolean zoomed,
      Cursor cursor,
      Axis axis) {}

  /** All that bars and axis look like; the cursor is not in it. */
  private record Picture(
      StripGeometry geometry, Axis axis, double height, Colours colours, Ground ground) {}

  private static final double HANDLE = 10;

  /** What came after the cursor is paler. */
  private static final double LATER = 0.38;

  static final double AXIS_HEIGHT = 22;
  static final double WIDTH_OF_BAR = 7;

  private static final double PREFERRED_HEIGHT = 96;
  private static final StyleablePropertyFactory<DensityStrip> STYLES =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final Map<Kind, CssMetaData<DensityStrip, Paint>> KINDS =
      Stream.of(Kind.values())
          .collect(
              Collectors.toMap(
                  kind -> kind,
                  kind ->
                      STYLES.createPaintCssMetaData(
                          "-strip-" + kind.key(), s -> s.kind(kind), Color.GRAY)));
  private static final CssMetaData<DensityStrip, Paint> TICK =
      STYLES.createPaintCssMetaData("-strip-tick", s -> s.tick, Color.LIGHTGRAY);
  private static final CssMetaData<DensityStrip, Paint> AXIS =
      STYLES.createPaintCssMetaData("-strip-axis", s -> s.axis, Color.GRAY);
  private static final CssMetaData<DensityStrip, Paint> NIGHT =
      STYLES.createPaintCssMetaData("-strip-night", s -> s.night, Color.WHITESMOKE);

  private final Map<Kind, StyleableObjectProperty<Paint>> kinds = new EnumMap<>(Kind.class);
  private final StyleableObjectProperty<Paint> tick = paint(TICK, Color.LIGHTGRAY);
  private final StyleableObjectProperty<Paint> axis = paint(AXIS, Color.GRAY);
  private final StyleableObjectProperty<Paint> night = paint(NIGHT, Color.WHITESMOKE);
  private final ObjectProperty<Optional<Content>> content =
      new SimpleObjectProperty<>(this, "content", Optional.empty());
  private final Canvas ground = new Canvas();
  private final Canvas later = new Canvas();
  private final Canvas past = new Canvas();
  private final Rectangle upToCursor = new Rectangle();
  private final Region line = new Region();
  private final Region handle = new Region();
  private final Region window = new Region();
  private final Label readout = new Label();
  private final Function<Bar, String> words;
  private final StripGestures gestures;
  private Optional<Picture> painted = Optional.empty();

  /**
   * @param words what a bar is told in, where the pointer is over it
   */
  DensityStrip(Hand hand, Function<Bar, String> words) {
    this.words = words;
    for (var kind : Kind.values()) {
      kinds.put(kind, paint(Objects.requireNonNull(KINDS.get(kind)), Color.GRAY));
    }
    gestures = new StripGestures(this, hand);
    setId("density-strip");
    getStyleClass().add("density-strip");
    line.getStyleClass().add("cursor-line");
    handle.getStyleClass().add("cursor-handle");
    later.getStyleClass().add("later");
    later.setOpacity(LATER);
    window.getStyleClass().add("strip-window");
    window.setVisible(false);
    readout.getStyleClass().add("strip-readout");
    readout.setVisible(false);
    past.setClip(upToCursor);
    getChildren().addAll(ground, window, later, past, line, handle, readout);
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
        .filter(c -> !c.bars().isEmpty() && !c.stretches().isEmpty())
        .map(c -> new StripGeometry(c.bars(), new Scale(c.stretches(), getWidth())));
  }

  /** Shows a stretch as the window that is being drawn, or what the content says once it ended. */
  void drawWindow(Optional<Span> drawn) {
    var shown = drawn.or(() -> content.get().flatMap(Content::window));
    window.setVisible(shown.isPresent() && geometry().isPresent());
    shown.ifPresent(span ->
        geometry()
            .ifPresent(geometry -> {
              double left = Math.clamp(geometry.xOf(span.from()), -4, getWidth() + 4);
              double right = Math.clamp(geometry.xOf(span.to()), left + 2, getWidth() + 6);
              window.resizeRelocate(left, 0, right - left, getHeight() - AXIS_HEIGHT + 1);
            }));
  }

  /** Tells what is under the pointer, or nothing. */
  void read(double x) {
    var told =
        geometry()
            .map(geometry -> geometry.bars().get(geometry.barAt(x)))
            .filter(bar -> x >= 0 && bar.entries() > 0)
            .map(words);
    readout.setVisible(told.isPresent());
    told.ifPresent(text -> {
      readout.setText(text);
      double width = Math.min(readout.prefWidth(-1), getWidth());
      double left = Math.clamp(x - width / 2, 0, getWidth() - width);
      readout.resizeRelocate(left, 0, width, readout.prefHeight(width));
    });
  }

  void readNothing() {
    readout.setVisible(false);
  }

  /** Whether the cursor can be taken hold of there. */
  boolean onCursor(double x) {
    return line.isVisible() && Math.abs(line.getLayoutX() + 1 - x) <= HANDLE / 2 + 1;
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
                    colours(),
                    new Ground(axis.get(), night.get())));
    if (!picture.equals(painted)) {
      painted = picture;
      clear(ground);
      clear(later);
      clear(past);
      picture.ifPresent(this::paint);
    }
    placeCursor();
    gestures.drawWindow();
  }

  private Colours colours() {
    var each = new EnumMap<Kind, Paint>(Kind.class);
    kinds.forEach((kind, paint) -> each.put(kind, paint.get()));
    return new Colours(each, tick.get());
  }

  private StyleableObjectProperty<Paint> kind(Kind kind) {
    return Objects.requireNonNull(kinds.get(kind));
  }

  private void clear(Canvas canvas) {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
  }

  private void paint(Picture picture) {
    painting(ground, picture).paintGround(picture.axis(), picture.ground());
    painting(later, picture).paintBars(picture.colours());
    painting(past, picture).paintBars(picture.colours());
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
