package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Background;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import counterfoil.projection.JournalSelection;
import java.util.HashSet;
import java.util.List;
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
  private Window<EntryRow> window = new Window<>(0, this::row);
  private final ReadOnlyObjectWrapper<ObservableList<EntryRow>> rows =
      new ReadOnlyObjectWrapper<>(window);
  private final ReadOnlyObjectWrapper<List<String>> types = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
  private final BooleanProperty textAsked = new SimpleBooleanProperty();
  private final BooleanProperty newestFirst = new SimpleBooleanProperty(true);
  private final Kept<Long, JournalLine> lines = new Kept<>(LINES_KEPT);
  private final Newest<Question, Listing> search;
  private final Newest<long[], List<JournalLine>> fetch;
  private final Newest<Long, List<String>> typesThere;
  private boolean outdated;
  private Listing listing = Listing.of(JournalSelection.ALL);
  private long last;
  private int firstWanted;
  private int lastWanted = -1;

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
    newestFirst.subscribe(this::listAnew);
  }

  ReadOnlyObjectProperty<JournalSelection> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  /** What the selection lets through, as far as it has been found. */
  ReadOnlyObjectProperty<Positions> positionsProperty() {
    return positions.getReadOnlyProperty();
  }

  /** A new list for each new selection or order; the same one while it only grows. */
  ReadOnlyObjectProperty<ObservableList<EntryRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** The types of event that occur in the ledger. */
  ReadOnlyObjectProperty<List<String>> typesProperty() {
    return types.getReadOnlyProperty();
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

  void onlyTypes(Set<String> chosen) {
    var now = selection.get();
    select(
        new JournalSelection(
            chosen, now.account(), now.text(), now.fromPosition(), now.toPosition()));
  }

  void toggleType(String type) {
    var chosen = new HashSet<>(selection.get().types());
    if (!chosen.remove(type)) {
      chosen.add(type);
    }
    onlyTypes(chosen);
  }

  void onlyAccount(Optional<AccountNumber> account) {
    var now = selection.get();
    select(
        new JournalSelection(
            now.types(), account, now.text(), now.fromPosition(), now.toPosition()));
  }

  void onlyText(String text) {
    var now = selection.get();
    select(
        new JournalSelection(
            now.types(), now.account(), text.strip(), now.fromPosition(), now.toPosition()));
  }

  void everything() {
    select(JournalSelection.ALL);
  }

  private void select(JournalSelection wanted) {
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

  /** These rows are in view, both included, or about to come. */
  void inView(int first, int lastRow) {
    firstWanted = first - ROWS_AHEAD;
    lastWanted = lastRow + ROWS_AHEAD;
    frameWanted.run();
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

  /** Asks for what is missing; called once a frame. */
  void frame() {
    if (outdated) {
      outdated = false;
      var wanted = selection.get();
      search.ask(
          new Question(wanted.equals(listing.selection()) ? listing : Listing.of(wanted), last));
      typesThere.ask(last);
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
    // The list first: who hears of new positions may ask for a row of theirs at once.
    if (found.selection().equals(before.selection()) && before.positions().size() > 0) {
      grow(found.positions().size() - before.positions().size());
    } else {
      listAnew();
    }
    positions.set(found.positions());
  }

  private void grow(int by) {
    if (by > 0 && newestFirst.get()) {
      window.grownAtStart(by);
    } else if (by > 0) {
      window.grownAtEnd(by);
    }
  }

  private void listAnew() {
    window = new Window<>(listing.positions().size(), this::row);
    rows.set(window);
  }

  private long[] missing() {
    var all = listing.positions();
    int from = Math.max(0, firstWanted);
    int to = Math.min(lastWanted, all.size() - 1);
    return LongStream.rangeClosed(from, to)
        .map(row -> all.at(turned((int) row)))
        .filter(position -> !lines.containsKey(position))
        .toArray();
  }

  private void fetched(List<JournalLine> found) {
    found.forEach(line -> lines.put(line.position(), line));
    window.renewed(firstWanted, lastWanted);
    frameWanted.run();
  }

  private EntryRow row(int row) {
    long position = listing.positions().at(turned(row));
    return new EntryRow(position, Optional.ofNullable(lines.get(position)));
  }

  private int turned(int index) {
    return newestFirst.get() ? listing.positions().size() - 1 - index : index;
  }
}
