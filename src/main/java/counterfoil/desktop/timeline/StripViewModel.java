package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Background;
import counterfoil.projection.Density;
import counterfoil.projection.Density.Bucket;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalSelection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The stretch of time on the strip, and how many entries fall where in it. */
final class StripViewModel {
  /** Entries over time, with the stretch of the whole ledger that they were counted in. */
  record Counted(Span whole, Density density) {}

  private record Question(
      Optional<Span> focus, int bars, Positions matching, long last, ZoneId zone) {}

  private final ZoneId zone;
  private final Runnable frameWanted;
  private final Newest<Question, Optional<Counted>> count;
  private final ReadOnlyObjectWrapper<Optional<Counted>> counted =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Span>> focus =
      new ReadOnlyObjectWrapper<>(Optional.empty());
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
            (_, answer) -> counted.set(answer),
            whenFailed);
  }

  /** Nothing as long as nothing has been counted, or there is no entry. */
  ReadOnlyObjectProperty<Optional<Counted>> countedProperty() {
    return counted.getReadOnlyProperty();
  }

  /** The stretch looked at; nothing for the whole ledger, also as it grows. */
  ReadOnlyObjectProperty<Optional<Span>> focusProperty() {
    return focus.getReadOnlyProperty();
  }

  /** The stretch on the strip; nothing as long as nothing has been counted. */
  Optional<Span> visible() {
    return focus.get().or(() -> counted.get().map(Counted::whole));
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
      count.ask(new Question(focus.get(), bars, matching, last, zone));
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

  private static Optional<Counted> count(Inquiries inquiries, Question question) {
    var first = inquiries.momentOf(1);
    var latest = inquiries.momentOf(question.last());
    if (first.isEmpty() || latest.isEmpty()) {
      return Optional.empty();
    }
    var whole = Span.around(first.get(), latest.get());
    var buckets = Buckets.over(question.focus().orElse(whole), question.bars(), question.zone());
    // Which entries match is known here: asking for the selection would search it once more.
    var all =
        inquiries.density(buckets.from(), buckets.to(), buckets.count(), JournalSelection.ALL);
    return Optional.of(new Counted(whole, highlighted(all, question.matching())));
  }

  private static Density highlighted(Density all, Positions matching) {
    return new Density(
        all.from(),
        all.to(),
        all.buckets().stream().map(bucket -> highlighted(bucket, matching)).toList());
  }

  private static Bucket highlighted(Bucket bucket, Positions matching) {
    long before = bucket.lastPosition() - bucket.entries();
    int found = matching.indexAtOrBefore(bucket.lastPosition()) - matching.indexAtOrBefore(before);
    return new Bucket(bucket.entries(), found, bucket.lastPosition());
  }
}
