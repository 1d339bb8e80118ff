package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.projection.Inquiries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The cursor, how it moves, and what is seen from it.
 *
 * <p>Whatever happens only marks what is out of date and asks for a frame; {@link #frame} then asks
 * each question once, however often the cursor moved in between. There is no clock in here: who
 * draws the frames says what time it is.
 */
final class TimelineViewModel {
  private record Vantage(long position, AccountRoll roll, int firstRow, int lastRow) {}

  private final ZoneId zone;
  private final Player player = new Player();
  private final EntriesViewModel entries;
  private final StripViewModel strip;
  private final StateViewModel state;
  private final ReadOnlyObjectWrapper<Cursor> cursor =
      new ReadOnlyObjectWrapper<>(Cursor.OF_NOTHING);
  private final ReadOnlyObjectWrapper<Optional<Sight>> sight =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper frameWanted = new ReadOnlyBooleanWrapper();
  private final BooleanProperty destinationAsked = new SimpleBooleanProperty();
  private final BooleanProperty unchangedShown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Message>> destinationRefused =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Newest<Vantage, Sight> look;
  private final Newest<Instant, Long> seek;
  private boolean sightOutdated;

  /**
   * @param origin the ledger's, which its signatures are good for
   */
  TimelineViewModel(Inquiries inquiries, String origin, Background background, ZoneId zone) {
    this.zone = zone;
    this.entries = new EntriesViewModel(inquiries, background, this::wantFrame, this::failed);
    this.strip = new StripViewModel(inquiries, background, zone, this::wantFrame, this::failed);
    this.state =
        new StateViewModel(inquiries, background, this::wantFrame, this::wantSight, this::failed);
    this.look =
        new Newest<>(
            background,
            from ->
                Sight.from(
                    from.position(),
                    from.roll(),
                    from.firstRow(),
                    from.lastRow(),
                    inquiries,
                    origin),
            (_, seen) -> seen(seen),
            this::failed);
    this.seek =
        new Newest<>(background, inquiries::positionAt, (_, at) -> sought(at), this::failed);
    entries.positionsProperty().subscribe(strip::highlight);
  }

  EntriesViewModel entries() {
    return entries;
  }

  StripViewModel strip() {
    return strip;
  }

  /** To see and set the speed, and to see whether it plays; played and paused it is here. */
  Player player() {
    return player;
  }

  StateViewModel state() {
    return state;
  }

  ReadOnlyObjectProperty<Cursor> cursorProperty() {
    return cursor.getReadOnlyProperty();
  }

  /** What is seen from the cursor; for a moment still from where it was. Nothing at first. */
  ReadOnlyObjectProperty<Optional<Sight>> sightProperty() {
    return sight.getReadOnlyProperty();
  }

  /** Whether the inspector also lists the fields that an entry left as they were. */
  BooleanProperty unchangedShownProperty() {
    return unchangedShown;
  }

  /** Whether {@link #frame} is to be called at the next frame. */
  ReadOnlyBooleanProperty frameWantedProperty() {
    return frameWanted.getReadOnlyProperty();
  }

  /** Why what was typed last leads nowhere; nothing if it did. */
  ReadOnlyObjectProperty<Optional<Message>> destinationRefusedProperty() {
    return destinationRefused.getReadOnlyProperty();
  }

  /** What went wrong with the last question; nothing once one is answered. */
  ReadOnlyObjectProperty<Optional<Message>> faultProperty() {
    return fault.getReadOnlyProperty();
  }

  /** The ledger has grown; who looks at the present goes on looking at it. */
  void grownTo(long last) {
    var grown = cursor.get().grownTo(last);
    if (!grown.equals(cursor.get())) {
      boolean moved = grown.position() != cursor.get().position();
      cursor.set(grown);
      if (moved) {
        entries.reveal(grown.position());
      }
      entries.grownTo(last);
      strip.grownTo(last);
      state.grownTo(last);
      wantSight();
    }
  }

  /** Puts the cursor on an entry, or on the nearest there is, and stops playing. */
  void show(long position) {
    pause();
    move(position);
  }

  /** As {@link #show}; takes the filters away where they would hide the entry. */
  void open(long position) {
    if (entries.rowOf(position) < 0) {
      entries.everything();
    }
    show(position);
  }

  /** Steps through the entries that are not filtered out; back if negative. Stops playing. */
  void step(long steps) {
    pause();
    move(entries.positionsProperty().get().stepped(cursor.get().position(), steps));
  }

  /** Goes {@code rows} down the list of entries; up if negative. Stops playing. */
  void goDown(int rows) {
    pause();
    move(entries.positionBelow(cursor.get().position(), rows));
  }

  /** The first entry that is not filtered out. */
  void first() {
    var all = entries.positionsProperty().get();
    show(all.size() == 0 ? 1 : all.at(0));
  }

  /** The present, whether its last entry is filtered out or not. */
  void live() {
    show(cursor.get().last());
  }

  /** Plays on from the cursor; from the beginning of what the strip shows if that is the end. */
  void playOrPause() {
    if (player.playing()) {
      pause();
    } else if (cursor.get().last() > 0) {
      if (atEnd()) {
        move(beginning());
      }
      player.start();
      wantFrame();
    }
  }

  void pause() {
    player.stop();
  }

  /** Goes where {@code typed} says: an entry's number, a date, a time. Stops playing. */
  void goTo(String typed) {
    pause();
    destinationRefused.set(Optional.empty());
    switch (Destination.read(typed, day(), zone)) {
      case Destination.Entry(long position) when position < 1 || position > cursor.get().last() ->
          refuse(Message.of("timeline.go.no-such-entry", position, cursor.get().last()));
      case Destination.Entry(long position) -> move(position);
      case Destination.Time(Instant time) -> seek.ask(time);
      case Destination.NotUnderstood() -> refuse(Message.of("timeline.go.not-understood"));
    }
  }

  /**
   * Whether the field for a destination is to get the keyboard; whoever gives it sets this back.
   */
  BooleanProperty destinationAskedProperty() {
    return destinationAsked;
  }

  /** Forgets why the last destination was refused, as when typing goes on. */
  void destinationChanged() {
    destinationRefused.set(Optional.empty());
  }

  /** Whether a step forward leads nowhere. */
  boolean atEnd() {
    var here = cursor.get();
    return here.live()
        || entries.positionsProperty().get().stepped(here.position(), 1) == here.position();
  }

  /** Whether a step back leads nowhere. */
  boolean atStart() {
    var here = cursor.get();
    return entries.positionsProperty().get().stepped(here.position(), -1) == here.position();
  }

  /**
   * One frame: plays on, then asks what is out of date.
   *
   * @param nowNanos of any clock that does not go back
   */
  void frame(long nowNanos) {
    frameWanted.set(player.playing());
    if (player.playing()) {
      playOn(nowNanos);
    }
    if (sightOutdated && cursor.get().last() > 0) {
      sightOutdated = false;
      look.ask(
          new Vantage(cursor.get().position(), state.roll(), state.firstRow(), state.lastRow()));
    }
    entries.frame();
    strip.frame();
    state.frame();
  }

  private void playOn(long nowNanos) {
    long steps = player.steps(nowNanos);
    if (steps > 0) {
      move(entries.positionsProperty().get().stepped(cursor.get().position(), steps));
    }
    if (atEnd()) {
      pause();
    }
  }

  private long beginning() {
    var all = entries.positionsProperty().get();
    long before =
        strip
            .focusProperty()
            .get()
            .flatMap(_ -> strip.countedProperty().get())
            .map(counted -> counted.density().buckets().getFirst())
            .map(bucket -> bucket.lastPosition() - bucket.entries())
            .orElse(0L);
    return all.stepped(before, 1);
  }

  private void move(long position) {
    var moved = cursor.get().at(position);
    if (!moved.equals(cursor.get())) {
      cursor.set(moved);
      entries.reveal(moved.position());
      wantSight();
    }
  }

  private void seen(Sight seen) {
    fault.set(Optional.empty());
    state.show(seen);
    boolean elsewhere = sight.get().filter(s -> s.position() == seen.position()).isEmpty();
    sight.set(Optional.of(seen));
    // Only a move of the cursor is followed: the strip may be looked at apart from it.
    if (elsewhere) {
      seen.entry().ifPresent(entry -> strip.show(entry.line().moment()));
    }
  }

  private void sought(long position) {
    if (position == 0) {
      refuse(Message.of("timeline.go.before-all"));
    } else {
      move(position);
    }
  }

  private void refuse(Message why) {
    destinationRefused.set(Optional.of(why));
  }

  private LocalDate day() {
    return sight
        .get()
        .flatMap(Sight::entry)
        .map(entry -> entry.line().moment().atZone(zone).toLocalDate())
        .orElse(LocalDate.EPOCH);
  }

  private void wantSight() {
    sightOutdated = true;
    wantFrame();
  }

  private void wantFrame() {
    frameWanted.set(true);
  }

  private void failed(Throwable cause) {
    fault.set(Optional.of(Faults.message(cause)));
  }
}
