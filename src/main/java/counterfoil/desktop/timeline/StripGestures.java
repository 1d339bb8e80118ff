package counterfoil.desktop.timeline;

import counterfoil.desktop.timeline.DensityStrip.Content;
import counterfoil.desktop.timeline.DensityStrip.Hand;
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
    PAN
  }

  /** One notch of a wheel is 40 units in JavaFX: it shows four fifths of the stretch. */
  private static final double ZOOM_PER_UNIT = Math.log(0.8) / 40;

  private static final double ZOOM_PER_KEY = 0.5;
  private static final double PIXELS_PER_ENTRY = 3;

  private final DensityStrip strip;
  private final Hand hand;
  private Drag drag = Drag.NONE;
  private double dragX;
  private long dragPosition;

  StripGestures(DensityStrip strip, Hand hand) {
    this.strip = strip;
    this.hand = hand;
    strip.setOnMousePressed(this::pressed);
    strip.setOnMouseDragged(this::dragged);
    strip.setOnMouseReleased(_ -> drag = Drag.NONE);
    strip.setOnMouseClicked(this::clicked);
    strip.setOnScroll(this::scrolled);
    strip.setOnKeyPressed(this::keyPressed);
  }

  private void pressed(MouseEvent event) {
    strip.requestFocus();
    dragX = event.getX();
    dragPosition = cursor().position();
    if (event.getButton() == MouseButton.MIDDLE
        || (event.getButton() == MouseButton.PRIMARY && event.isShiftDown())) {
      drag = Drag.PAN;
    } else if (event.getButton() == MouseButton.PRIMARY && event.isShortcutDown()) {
      drag = Drag.ENTRY_BY_ENTRY;
    } else if (event.getButton() == MouseButton.PRIMARY) {
      drag = Drag.SCRUB;
      scrub(event.getX());
    }
    event.consume();
  }

  private void dragged(MouseEvent event) {
    switch (drag) {
      case SCRUB -> scrub(event.getX());
      case ENTRY_BY_ENTRY ->
          hand.scrubbed(dragPosition + Math.round((event.getX() - dragX) / PIXELS_PER_ENTRY));
      case PAN -> {
        hand.moved((dragX - event.getX()) / strip.getWidth());
        dragX = event.getX();
      }
      case NONE -> {}
    }
    event.consume();
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
