package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Background;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import counterfoil.projection.JournalSelection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;

/** The list of entries: which of them, in which order, and the lines of those in view. */
final class EntriesViewModel {
  private static final int LINES_KEPT = 4_096;

  /** Lines fetched beyond what is in view, either way, so that scrolling finds them there. */
  private static final int ROWS_AHEAD = 20;

  /** What is listed already, and up to where it is to be listed. */
  private record Question(Listing known, long last) {}

  private final Runnable frameWanted;
  private final ReadOnlyObjectWrapper<JournalSelection> selection =
      new ReadOnlyObjectWrapper<>(JournalSelection.ALL);
  private final ReadOnlyObjectWrapper<Positions> positions =
      new ReadOnlyObjectWrapper<>(Positions.All.NONE);
  private final ReadOnlyObjectWrapper<Viewport> viewport =
      new ReadOnlyObjectWrapper<>(Viewport.EMPTY);
  private final ReadOnlyObjectWrapper<List<String>> types = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Map<String, String>> fullNames =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
  private final BooleanProperty textAsked = new SimpleBooleanProperty();
  private final BooleanProperty newestFirst = new SimpleBooleanProperty(true);
  private final Window<EntryRow> rows = new Window<>(this::row);
  private final Kept<Long, JournalLine> lines = new Kept<>(LINES_KEPT);
  private final Newest<Question, Listing> search;
  private final Newest<long[], List<JournalLine>> fetch;
  private final Newest<Long, List<String>> typesThere;
  private final Newest<Long, Map<String, String>> namesThere;
  private Listing listing = Listing.of(JournalSelection.ALL, true);

  /** What a question under way, or waiting for its turn, goes on from. */
  private Optional<Listing> asked = Optional.empty();

  private long last;
  private long revealed;
  private int placedAt;
  private boolean outdated;
  private boolean rowsChanging;

  EntriesViewModel(
      Inquiries inquiries,
      Background background,
      Runnable frameWanted,
      Consumer<Throwable> whenFailed) {
    this.frameWanted = frameWanted;
    this.search =
        new Newest<>(
            background,
            question -> question.known().upTo(question.last(), inquiries),
            (_, found) -> found(found),
            fault -> {
              asked = Optional.empty();
              whenFailed.accept(fault);
            });
    this.fetch =
        new Newest<>(background, inquiries::journal, (_, found) -> fetched(found), whenFailed);
    this.typesThere =
        new Newest<>(background, _ -> inquiries.types(), (_, t) -> types.set(t), whenFailed);
    this.namesThere =
        new Newest<>(
            background,
            _ -> inquiries.branch().fullNames(),
            (_, names) -> fullNames.set(names),
            whenFailed);
    newestFirst.subscribe(this::turn);
  }

  ReadOnlyObjectProperty<JournalSelection> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  /** What the selection lets through, as far as it has been found. */
  ReadOnlyObjectProperty<Positions> positionsProperty() {
    return positions.getReadOnlyProperty();
  }

  /** The rows in view. */
  ObservableList<EntryRow> rows() {
    return rows;
  }

  /** Which rows these are; changes after them. */
  ReadOnlyObjectProperty<Viewport> viewportProperty() {
    return viewport.getReadOnlyProperty();
  }

  /** The types of event that occur in the ledger. */
  ReadOnlyObjectProperty<List<String>> typesProperty() {
    return types.getReadOnlyProperty();
  }

  /** Everybody's full name, by the name that they sign in with. */
  ReadOnlyObjectProperty<Map<String, String>> fullNamesProperty() {
    return fullNames.getReadOnlyProperty();
  }

  /** The full name of whoever signs in as {@code actor}; their sign-in name while it is unknown. */
  String fullName(String actor) {
    return fullNames.get().getOrDefault(actor, actor);
  }

  /**
   * Whether more may still be found than is listed, or the list even shows an earlier selection
   * than the one chosen.
   */
  ReadOnlyBooleanProperty searchingProperty() {
    return searching.getReadOnlyProperty();
  }

  BooleanProperty newestFirstProperty() {
    return newestFirst;
  }

  /** Whether the field for a text is to get the keyboard; whoever gives it sets this back. */
  BooleanProperty textAskedProperty() {
    return textAsked;
  }

  void toggleType(String type) {
    var now = selection.get();
    var chosen = new HashSet<>(now.types());
    if (!chosen.remove(type)) {
      chosen.add(type);
    }
    select(now.withTypes(chosen));
  }

  void onlyAccount(Optional<AccountNumber> account) {
    select(selection.get().withAccount(account));
  }

  void onlyText(String text) {
    select(selection.get().withText(text.strip()));
  }

  void everything() {
    select(JournalSelection.ALL);
  }

  /** Lists what another selection lets through. Of its positions nothing is heeded. */
  void select(JournalSelection wanted) {
    var all = JournalSelection.ALL;
    var whole = wanted.between(all.fromPosition(), all.toPosition());
    if (!whole.equals(selection.get())) {
      selection.set(whole);
      searchAnew();
    }
  }

  private void searchAnew() {
    outdated = true;
    searching.set(true);
    frameWanted.run();
  }

  /** What was found from the other end so far is of no use for what is seen first now. */
  private void turn() {
    if (!listing.complete()) {
      listing = Listing.of(selection.get(), newestFirst.get());
      searchAnew();
    }
    listAnew();
  }

  /** The ledger has grown; what is new of the selection is looked for at the next frame. */
  void grownTo(long newLast) {
    last = newLast;
    outdated = true;
    frameWanted.run();
  }

  /** So many rows fit into the view. */
  void fit(int count) {
    view(viewport.get().withRoomFor(count));
  }

  void scrollTo(int top) {
    view(viewport.get().scrolledTo(top));
  }

  /** Brings the row of a position into view, or the row nearest to it. */
  void reveal(long position) {
    revealed = position;
    view(viewport.get().showing(rowNear(position)));
  }

  /** The row of a position as the list is ordered; -1 if it is filtered out. */
  int rowOf(long position) {
    int index = listing.positions().indexOf(position);
    return index < 0 ? -1 : turned(index);
  }

  /** The row of a position, or of the last one before it, or else of the first; -1 for no rows. */
  int rowNear(long position) {
    var all = listing.positions();
    return all.size() == 0 ? -1 : turned(Math.max(0, all.indexAtOrBefore(position)));
  }

  /** The line of an entry, if it has been fetched of late. */
  Optional<JournalLine> line(long position) {
    return Optional.ofNullable(lines.get(position));
  }

  /** The position {@code rows} further down the list than {@code position}; up if negative. */
  long positionBelow(long position, int rows) {
    return listing.positions().stepped(position, newestFirst.get() ? -rows : rows);
  }

  /** Asks for what is missing; called once a frame. */
  void frame() {
    if (outdated) {
      outdated = false;
      searchOn();
      typesThere.ask(last);
      namesThere.ask(last);
    }
    var missing = missing();
    if (missing.length > 0 && !fetch.underWay()) {
      fetch.ask(missing);
    }
  }

  /**
   * Each question is a piece of a search: given up, no more of it is asked for. No piece is asked
   * for twice: the one under way is gone on with when it is there.
   */
  private void searchOn() {
    if (asked.filter(this::fits).isEmpty()) {
      var known = fits(listing) ? listing : Listing.of(selection.get(), newestFirst.get());
      asked = Optional.of(known);
      search.ask(new Question(known, last));
    }
  }

  /** Whether a listing is of what is wanted by now. */
  private boolean fits(Listing one) {
    return one.selection().equals(selection.get())
        && (one.complete() || one.newestFirst() == newestFirst.get());
  }

  private void found(Listing found) {
    if (!fits(found)) {
      return;
    }
    asked = Optional.empty();
    var before = listing;
    listing = found;
    boolean whole = found.search().isEmpty() && found.last() >= last;
    searching.set(!whole);
    boolean further = found.selection().equals(before.selection());
    if (further && before.complete() && before.positions().size() > 0) {
      grow(found.positions().size() - before.positions().size());
    } else if (further && viewport.get().top() != placedAt) {
      // Somebody has scrolled while it was searched on.
      view(viewport.get().over(found.positions().size()));
    } else {
      listAnew();
    }
    positions.set(found.positions());
    if (!whole) {
      searchOn();
    }
  }

  private void grow(int by) {
    var now = viewport.get();
    view(newestFirst.get() ? now.grownAtStart(by) : now.over(now.total() + by));
  }

  private void listAnew() {
    view(viewport.get().over(listing.positions().size()).showing(rowNear(revealed)));
    placedAt = viewport.get().top();
  }

  private void view(Viewport wanted) {
    rowsChanging = true;
    rows.show(wanted);
    rowsChanging = false;
    viewport.set(wanted);
    frameWanted.run();
  }

  /** Whether the rows are just being exchanged: what is chosen of them meanwhile nobody chose. */
  boolean rowsChanging() {
    return rowsChanging;
  }

  private long[] missing() {
    var all = listing.positions();
    var view = viewport.get();
    int from = Math.max(0, view.top() - ROWS_AHEAD);
    int to = Math.min(view.top() + view.count() + ROWS_AHEAD, all.size()) - 1;
    return LongStream.rangeClosed(from, to)
        .map(row -> all.at(turned((int) row)))
        .filter(position -> !lines.containsKey(position))
        .toArray();
  }

  private void fetched(List<JournalLine> found) {
    found.forEach(line -> lines.put(line.position(), line));
    view(viewport.get());
  }

  private EntryRow row(int row) {
    long position = listing.positions().at(turned(row));
    return new EntryRow(position, Optional.ofNullable(lines.get(position)));
  }

  private int turned(int index) {
    return newestFirst.get() ? listing.positions().size() - 1 - index : index;
  }
}
