package counterfoil.desktop.timeline;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** A table that shows a {@link Viewport} on a long list, with the scroll bar of the whole list. */
final class LongTable {
  /** What is done to it. */
  interface Hand {
    /** So many rows fit. */
    void fit(int rows);

    /** Another row is wanted at the top. */
    void scrollTo(int top);

    /** Keys ask for a row so much further down; far beyond the ends for the first and the last. */
    void goDown(int rows);
  }

  private static final int FAR = Integer.MAX_VALUE / 4;
  private static final double PIXELS_PER_ROW = 20;

  /** Borders and roundings: a row that lacks one pixel fits. */
  private static final double HAIR = 1.5;

  private final TableView<?> table;
  private final ScrollBar bar;
  private final Hand hand;
  private Viewport shown = Viewport.EMPTY;
  private boolean showing;
  private double scrolled;

  LongTable(TableView<?> table, ScrollBar bar, Hand hand) {
    this.table = table;
    this.bar = bar;
    this.hand = hand;
    bar.managedProperty().bind(bar.visibleProperty());
    bar.setUnitIncrement(1);
    table.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    bar.valueProperty().subscribe(this::dragged);
    table.heightProperty().subscribe(this::fit);
    table
        .skinProperty()
        .subscribe(_ -> header().ifPresent(head -> head.heightProperty().subscribe(this::fit)));
  }

  private void fit() {
    double head = header().map(Region::getHeight).orElse(0.0);
    double room = table.getHeight() - head + HAIR;
    hand.fit((int) Math.max(0, room / table.getFixedCellSize()));
  }

  private Optional<Region> header() {
    return Optional.ofNullable((Region) table.lookup(".column-header-background"));
  }

  /** Puts the scroll bar where the viewport is. */
  void show(Viewport viewport) {
    shown = viewport;
    showing = true;
    int most = Math.max(0, viewport.total() - viewport.fitting());
    bar.setVisible(most > 0);
    bar.setMax(most);
    bar.setBlockIncrement(Math.max(1, viewport.fitting()));
    bar.setVisibleAmount((double) most * viewport.fitting() / Math.max(1, viewport.total()));
    bar.setValue(viewport.top());
    showing = false;
  }

  private void dragged() {
    int top = (int) Math.rint(bar.getValue());
    if (!showing && top != shown.top()) {
      hand.scrollTo(top);
    }
  }

  private void scrolled(ScrollEvent event) {
    scrolled -= event.getDeltaY();
    int rows = (int) (scrolled / PIXELS_PER_ROW);
    if (rows != 0) {
      scrolled -= rows * PIXELS_PER_ROW;
      hand.scrollTo(shown.top() + rows);
    }
    event.consume();
  }

  private void keyPressed(KeyEvent event) {
    var down =
        switch (event.getCode()) {
          case DOWN -> OptionalInt.of(1);
          case UP -> OptionalInt.of(-1);
          case PAGE_DOWN -> OptionalInt.of(Math.max(1, shown.fitting() - 1));
          case PAGE_UP -> OptionalInt.of(-Math.max(1, shown.fitting() - 1));
          case HOME -> OptionalInt.of(-FAR);
          case END -> OptionalInt.of(FAR);
          default -> OptionalInt.empty();
        };
    down.ifPresent(rows -> {
      hand.goDown(rows);
      event.consume();
    });
  }
}
