package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.till.TillId;
import counterfoil.projection.EntryDetails;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

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
  private final String origin;
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
  private final BooleanProperty jsonShown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Message>> destinationRefused =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Newest<Vantage, Sight> look;
  private final Newest<Instant, Long> seek;
  private final Newest<String, Optional<Long>> named;
  private final Newest<NextChange, Optional<Long>> nextChange;
  private final ObjectProperty<Change.Field> followed =
      new SimpleObjectProperty<>(Change.Field.LEDGER);
  private boolean sightOutdated;

  /**
   * @param origin the ledger's, which its signatures are good for
   */
  TimelineViewModel(Inquiries inquiries, String origin, Background background, ZoneId zone) {
    this.zone = zone;
    this.origin = origin;
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
    this.named =
        new Newest<>(
            background,
            name -> named(name, inquiries),
            (_, at) ->
                at.ifPresentOrElse(
                    this::move, () -> refuse(Message.of("timeline.go.not-understood"))),
            this::failed);
    this.nextChange =
        new Newest<>(
            background,
            question -> question.find(inquiries),
            (question, at) ->
                at.ifPresentOrElse(
                    this::move,
                    () ->
                        refuse(
                            Message.of(
                                question.back()
                                    ? "timeline.change.none-before"
                                    : "timeline.change.none-after"))),
            this::failed);
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

  /** Whether the inspector shows the fact as it was recorded, and not in words. */
  BooleanProperty jsonShownProperty() {
    return jsonShown;
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

  /**
   * Goes where {@code typed} says: an entry's number, a date, a time, an account, a reference, a
   * link. Stops playing.
   */
  void goTo(String typed) {
    pause();
    destinationRefused.set(Optional.empty());
    switch (Destination.read(typed, day(), zone)) {
      case Destination.Entry(long position) when position < 1 || position > cursor.get().last() ->
          refuse(Message.of("timeline.go.no-such-entry", position, cursor.get().last()));
      case Destination.Entry(long position) -> move(position);
      case Destination.Time(Instant time) -> seek.ask(time);
      case Destination.Name(String name) -> named.ask(name);
      case Destination.Link(EntryLink link) -> follow(link);
      case Destination.Nowhere() -> refuse(Message.of("timeline.go.not-understood"));
    }
  }

  private void follow(EntryLink link) {
    if (!link.ledger().equals(origin)) {
      refuse(Message.of("timeline.go.other-ledger"));
    } else if (link.position() < 1 || link.position() > cursor.get().last()) {
      refuse(Message.of("timeline.go.no-such-entry", link.position(), cursor.get().last()));
    } else {
      entries.everything();
      link.types().forEach(entries::toggleType);
      entries.onlyAccount(link.account());
      entries.onlyText(link.text());
      move(link.position());
    }
  }

  /** The address of the entry under the cursor, with the list as it is filtered. */
  EntryLink link() {
    var selection = entries.selectionProperty().get();
    return new EntryLink(
        cursor.get().position(), origin, selection.types(), selection.account(), selection.text());
  }

  /** Goes to the next change of the account under the cursor, or to the last one before it. */
  void toChangeOfAccount(boolean back) {
    line()
        .flatMap(JournalLine::account)
        .ifPresentOrElse(
            number -> toChange(new NextChange.Of.Account(number), back),
            () -> refuse(Message.of("timeline.change.no-account")));
  }

  /** The same of the field that {@link #followedProperty} names. */
  void toChangeOfField(boolean back) {
    line()
        .flatMap(JournalLine::account)
        .ifPresentOrElse(
            number -> toChange(new NextChange.Of.Field(number, followed.get()), back),
            () -> refuse(Message.of("timeline.change.no-account")));
  }

  /** The same of the till that the entry is of, or was posted from. */
  void toChangeOfTill(boolean back) {
    line()
        .flatMap(line -> TillId.parse(line.till()))
        .ifPresentOrElse(
            till -> toChange(new NextChange.Of.Till(till), back),
            () -> refuse(Message.of("timeline.change.no-till")));
  }

  private void toChange(NextChange.Of what, boolean back) {
    pause();
    destinationRefused.set(Optional.empty());
    nextChange.ask(new NextChange(what, cursor.get().position(), back));
  }

  /** Which field of an account {@link #toChangeOfField} looks at. */
  ObjectProperty<Change.Field> followedProperty() {
    return followed;
  }

  private Optional<JournalLine> line() {
    return sight.get().flatMap(Sight::entry).map(EntryDetails::line);
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

  /** Of an account the latest entry, as its newest is what is asked for most; else by reference. */
  private static Optional<Long> named(String name, Inquiries inquiries) {
    return AccountNumber.parse(name)
        .flatMap(number -> inquiries.changeOf(number, Long.MAX_VALUE, true))
        .or(() -> inquiries.referred(name));
  }

  /** How long after the entry under the cursor the next one was. */
  private Optional<Duration> gap() {
    long here = cursor.get().position();
    long next = entries.positionsProperty().get().stepped(here, 1);
    return entries
        .line(here)
        .flatMap(
            from -> entries.line(next).map(to -> Duration.between(from.moment(), to.moment())));
  }

  private void playOn(long nowNanos) {
    long steps = player.steps(nowNanos, this::gap);
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
            .map(counted -> counted.bars().list().getFirst().before())
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
