package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Background;
import counterfoil.projection.Inquiries;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The stretch of time on the strip, and how many entries of which kind fall where in it. */
final class StripViewModel {
  /**
   * Entries over time.
   *
   * @param whole the stretch of the whole ledger that they were counted in
   * @param folded whether gaps were left out
   */
  record Counted(Span whole, Bars bars, boolean folded) {}

  private record Question(
      Optional<Span> focus, int bars, Positions matching, long last, boolean folded) {}

  /**
   * @param complete whether the kinds of all entries were known
   */
  private record Answer(Optional<Counted> counted, boolean complete) {}

  private final ZoneId zone;
  private final Runnable frameWanted;
  private final Kinds kinds = new Kinds();
  private final Newest<Question, Answer> count;
  private final ReadOnlyObjectWrapper<Optional<Counted>> counted =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Span>> focus =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanProperty gapsFolded = new SimpleBooleanProperty();
  private Positions matching = Positions.All.NONE;
  private int bars;
  private long last;
  private boolean outdated;

  StripViewModel(
      Inquiries inquiries,
      Background background,
      ZoneId zone,
      Runnable frameWanted,
      Consumer<Throwable> whenFailed) {
    this.zone = zone;
    this.frameWanted = frameWanted;
    this.count =
        new Newest<>(
            background,
            question -> count(inquiries, question),
            (_, answer) -> counted(answer),
            whenFailed);
    gapsFolded.subscribe((_, _) -> outdate());
  }

  /** Nothing as long as nothing has been counted, or there is no entry. */
  ReadOnlyObjectProperty<Optional<Counted>> countedProperty() {
    return counted.getReadOnlyProperty();
  }

  /** The stretch looked at; nothing for the whole ledger, also as it grows. */
  ReadOnlyObjectProperty<Optional<Span>> focusProperty() {
    return focus.getReadOnlyProperty();
  }

  /** Whether nights, holidays and other gaps are left out. */
  BooleanProperty gapsFoldedProperty() {
    return gapsFolded;
  }

  /** The stretch on the strip; nothing as long as nothing has been counted. */
  Optional<Span> visible() {
    return focus.get().or(() -> counted.get().map(Counted::whole));
  }

  /** What of that is drawn: all of it, or as it was counted without its gaps. */
  List<Span> stretches() {
    return counted
        .get()
        .filter(Counted::folded)
        .map(c -> c.bars().stretches())
        .orElseGet(() -> visible().stream().toList());
  }

  /** Looks at {@code wanted}; where that is all there is, at the whole ledger, also as it grows. */
  void focusOn(Span wanted) {
    changed(counted.get().filter(c -> !c.whole().equals(wanted)).map(_ -> wanted));
  }

  void showAll() {
    changed(Optional.empty());
  }

  /** {@code factor} times the stretch, with {@code fixed} staying where it is. */
  void stretch(double factor, Instant fixed) {
    counted
        .get()
        .ifPresent(c -> focusOn(visible().orElseThrow().stretched(factor, fixed, c.whole())));
  }

  /** Moves by a part of the stretch shown; later if positive. */
  void move(double part) {
    counted.get().ifPresent(c -> focusOn(visible().orElseThrow().moved(part, c.whole())));
  }

  /** Moves so far that {@code time} is on the strip. */
  void show(Instant time) {
    counted
        .get()
        .ifPresent(c -> focus.get().ifPresent(span -> focusOn(span.showing(time, c.whole()))));
  }

  /** There is room for so many bars. */
  void roomFor(int newBars) {
    if (newBars != bars) {
      bars = newBars;
      outdate();
    }
  }

  /** These stand out among all entries. */
  void highlight(Positions newMatching) {
    matching = newMatching;
    outdate();
  }

  void grownTo(long newLast) {
    last = newLast;
    outdate();
  }

  /** Asks for what is missing; called once a frame. */
  void frame() {
    if (outdated && bars > 0) {
      outdated = false;
      count.ask(new Question(focus.get(), bars, matching, last, gapsFolded.get()));
    }
  }

  private void changed(Optional<Span> newFocus) {
    if (!newFocus.equals(focus.get())) {
      focus.set(newFocus);
      outdate();
    }
  }

  private void outdate() {
    outdated = true;
    frameWanted.run();
  }

  private void counted(Answer answer) {
    counted.set(answer.counted());
    if (!answer.complete()) {
      outdate();
    }
  }

  private Answer count(Inquiries inquiries, Question question) {
    var first = inquiries.momentOf(1);
    var latest = inquiries.momentOf(question.last());
    if (first.isEmpty() || latest.isEmpty()) {
      return new Answer(Optional.empty(), true);
    }
    var whole = Span.around(first.get(), latest.get());
    var visible = question.focus().orElse(whole);
    var stretches =
        question.folded() ? Folding.of(visible, question.bars(), inquiries) : List.of(visible);
    boolean complete = kinds.readOn(question.last(), inquiries);
    // Which entries match is known here: asking for the selection would search it once more.
    var found = Bars.count(stretches, question.bars(), zone, question.matching(), kinds, inquiries);
    return new Answer(Optional.of(new Counted(whole, found, question.folded())), complete);
  }
}
