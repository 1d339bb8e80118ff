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
import java.util.Set;
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
  private Listing listing = Listing.of(JournalSelection.ALL);
  private long last;
  private long revealed;
  private boolean outdated;

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
            whenFailed);
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
    newestFirst.subscribe(this::listAnew);
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

  /** Whether the list still shows an earlier selection than the one chosen. */
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
    select(chosen, now.account(), now.text());
  }

  void onlyAccount(Optional<AccountNumber> account) {
    select(selection.get().types(), account, selection.get().text());
  }

  void onlyText(String text) {
    select(selection.get().types(), selection.get().account(), text.strip());
  }

  void everything() {
    select(Set.of(), Optional.empty(), "");
  }

  private void select(Set<String> chosen, Optional<AccountNumber> account, String text) {
    var all = JournalSelection.ALL;
    var wanted = new JournalSelection(chosen, account, text, all.fromPosition(), all.toPosition());
    if (!wanted.equals(selection.get())) {
      selection.set(wanted);
      outdated = true;
      searching.set(true);
      frameWanted.run();
    }
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

  /** The position {@code rows} further down the list than {@code position}; up if negative. */
  long positionBelow(long position, int rows) {
    return listing.positions().stepped(position, newestFirst.get() ? -rows : rows);
  }

  /** Asks for what is missing; called once a frame. */
  void frame() {
    if (outdated) {
      outdated = false;
      var wanted = selection.get();
      search.ask(
          new Question(wanted.equals(listing.selection()) ? listing : Listing.of(wanted), last));
      typesThere.ask(last);
      namesThere.ask(last);
    }
    var missing = missing();
    if (missing.length > 0 && !fetch.underWay()) {
      fetch.ask(missing);
    }
  }

  /** A listing of another selection than the one chosen by now is of no use any more. */
  private void found(Listing found) {
    if (!found.selection().equals(selection.get())) {
      return;
    }
    searching.set(false);
    var before = listing;
    listing = found;
    if (found.selection().equals(before.selection()) && before.positions().size() > 0) {
      grow(found.positions().size() - before.positions().size());
    } else {
      listAnew();
    }
    positions.set(found.positions());
  }

  private void grow(int by) {
    var now = viewport.get();
    view(newestFirst.get() ? now.grownAtStart(by) : now.over(now.total() + by));
  }

  private void listAnew() {
    view(viewport.get().over(listing.positions().size()).showing(rowNear(revealed)));
  }

  private void view(Viewport wanted) {
    rows.show(wanted);
    viewport.set(wanted);
    frameWanted.run();
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
