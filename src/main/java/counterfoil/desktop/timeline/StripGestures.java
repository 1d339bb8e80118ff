package counterfoil.desktop.timeline;

import counterfoil.desktop.timeline.DensityStrip.Content;
import counterfoil.desktop.timeline.DensityStrip.Hand;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What mouse, wheel and keys do to a strip. */
final class StripGestures {
  private enum Drag {
    NONE,
    SCRUB,
    ENTRY_BY_ENTRY,
    PAN,
    /** Not moved yet: a click if it ends here, else it pans. */
    CLICK_OR_PAN,
    WINDOW
  }

  /** One notch of a wheel is 40 units in JavaFX: it shows four fifths of the stretch. */
  private static final double ZOOM_PER_UNIT = Math.log(0.8) / 40;

  private static final double ZOOM_PER_KEY = 0.5;
  private static final double PIXELS_PER_ENTRY = 3;

  /** A hand that clicks moves as much. */
  private static final double STILL = 3;

  private final DensityStrip strip;
  private final Hand hand;
  private Drag drag = Drag.NONE;
  private double dragX;
  private double pressedX;
  private long dragPosition;
  private Optional<Span> drawn = Optional.empty();

  StripGestures(DensityStrip strip, Hand hand) {
    this.strip = strip;
    this.hand = hand;
    strip.setOnMousePressed(this::pressed);
    strip.setOnMouseDragged(this::dragged);
    strip.setOnMouseReleased(this::released);
    strip.setOnMouseMoved(event -> strip.read(event.getX()));
    strip.setOnMouseExited(_ -> strip.readNothing());
    strip.setOnMouseClicked(this::clicked);
    strip.setOnScroll(this::scrolled);
    strip.setOnKeyPressed(this::keyPressed);
  }

  private void pressed(MouseEvent event) {
    strip.requestFocus();
    strip.readNothing();
    dragX = event.getX();
    pressedX = event.getX();
    dragPosition = cursor().position();
    drag = begun(event);
    if (drag == Drag.SCRUB) {
      scrub(event.getX());
    }
    event.consume();
  }

  private Drag begun(MouseEvent event) {
    boolean primary = event.getButton() == MouseButton.PRIMARY;
    if (event.getButton() == MouseButton.MIDDLE || (primary && event.isShiftDown())) {
      return Drag.PAN;
    }
    if (!primary) {
      return Drag.NONE;
    }
    if (event.isShortcutDown()) {
      return Drag.ENTRY_BY_ENTRY;
    }
    if (event.getY() > strip.getHeight() - DensityStrip.AXIS_HEIGHT) {
      return Drag.WINDOW;
    }
    // Where all is on the strip there is nothing to pan.
    boolean zoomed = strip.contentProperty().get().filter(Content::zoomed).isPresent();
    return zoomed && !strip.onCursor(event.getX()) ? Drag.CLICK_OR_PAN : Drag.SCRUB;
  }

  private void dragged(MouseEvent event) {
    if (drag == Drag.CLICK_OR_PAN && Math.abs(event.getX() - pressedX) > STILL) {
      drag = Drag.PAN;
    }
    switch (drag) {
      case SCRUB -> scrub(event.getX());
      case ENTRY_BY_ENTRY ->
          hand.scrubbed(dragPosition + Math.round((event.getX() - dragX) / PIXELS_PER_ENTRY));
      case PAN -> {
        hand.moved((dragX - event.getX()) / strip.getWidth());
        dragX = event.getX();
      }
      case WINDOW -> {
        drawn = between(pressedX, event.getX());
        drawWindow();
      }
      case NONE, CLICK_OR_PAN -> {}
    }
    event.consume();
  }

  private void released(MouseEvent event) {
    switch (drag) {
      case CLICK_OR_PAN -> scrub(event.getX());
      case WINDOW -> drawn.ifPresent(hand::windowed);
      case NONE, SCRUB, ENTRY_BY_ENTRY, PAN -> {}
    }
    drag = Drag.NONE;
    drawn = Optional.empty();
    event.consume();
  }

  /** The window as it is being drawn, else as it is. */
  void drawWindow() {
    strip.drawWindow(drawn);
  }

  /** Nothing where a hand only trembled. */
  private Optional<Span> between(double one, double other) {
    double left = Math.clamp(Math.min(one, other), 0, strip.getWidth());
    double right = Math.clamp(Math.max(one, other), 0, strip.getWidth());
    return strip
        .geometry()
        .filter(_ -> right - left > STILL)
        .map(geometry -> new Span(geometry.timeAt(left), geometry.timeAt(right)));
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      hand.reset();
    }
    event.consume();
  }

  private void scrolled(ScrollEvent event) {
    if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
      hand.moved(-event.getDeltaX() / strip.getWidth());
    } else if (event.getDeltaY() != 0) {
      strip
          .geometry()
          .ifPresent(geometry ->
              hand.stretched(
                  Math.exp(event.getDeltaY() * ZOOM_PER_UNIT), geometry.timeAt(event.getX())));
    }
    event.consume();
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case PAGE_DOWN -> toNextBar(1);
      case PAGE_UP -> toNextBar(-1);
      case PLUS, ADD, EQUALS -> zoomAtCursor(ZOOM_PER_KEY);
      case MINUS, SUBTRACT -> zoomAtCursor(1 / ZOOM_PER_KEY);
      case DIGIT0, NUMPAD0 -> hand.reset();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** To the end of the next bar that has entries, or of the previous one. */
  void toNextBar(int direction) {
    strip
        .geometry()
        .ifPresent(geometry -> hand.scrubbed(geometry.endOfBar(cursor().position(), direction)));
  }

  private void scrub(double x) {
    strip.geometry().ifPresent(geometry -> hand.scrubbed(geometry.positionAt(x)));
  }

  private void zoomAtCursor(double factor) {
    strip
        .geometry()
        .ifPresent(
            geometry -> hand.stretched(factor, geometry.timeAt(geometry.xOf(cursor().position()))));
  }

  private Cursor cursor() {
    return strip.contentProperty().get().map(Content::cursor).orElse(Cursor.OF_NOTHING);
  }
}
