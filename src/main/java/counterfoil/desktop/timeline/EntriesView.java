package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Cells;
import counterfoil.desktop.shell.Navigation;
import counterfoil.projection.JournalLine;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.joda.money.Money;

/** The list of entries; its selected row is the cursor. */
final class EntriesView {
  private static final double CELL_PADDING = 26;
  private static final double WIDTH_OF_DIGIT = 7.5;

  private final TimelineViewModel timeline;
  private final EntriesViewModel entries;
  private final Wording wording;
  private final Navigation navigation;
  private boolean following;

  @FXML private VBox root;
  @FXML private TableView<EntryRow> table;
  @FXML private TableColumn<EntryRow, Long> position;
  @FXML private TableColumn<EntryRow, String> time;
  @FXML private TableColumn<EntryRow, String> event;
  @FXML private TableColumn<EntryRow, String> subject;
  @FXML private TableColumn<EntryRow, Money> amount;
  @FXML private TableColumn<EntryRow, String> by;
  @FXML private ScrollBar bar;
  @FXML private Label why;
  @FXML private Button remedy;
  private int yearLeftOut;

  EntriesView(TimelineViewModel timeline, Wording wording, Navigation navigation) {
    this.timeline = timeline;
    this.entries = timeline.entries();
    this.wording = wording;
    this.navigation = navigation;
  }

  @FXML
  void initialize() {
    setUpColumns();
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    remedy.managedProperty().bind(remedy.visibleProperty());
    table.setItems(entries.rows());
    table.getSelectionModel().selectedIndexProperty().subscribe(row -> chosen(row.intValue()));
    var list = new LongTable(table, bar, new ListHand(timeline));
    WhileShown.bind(root, () -> bind(list));
  }

  private void setUpColumns() {
    var cells = new Cells(wording.figures());
    cells.count(position, EntryRow::position, "amount", "mono");
    cells.text(time, line(entry -> wording.shortly(entry, yearLeftOut)), "muted");
    cells.text(event, line(entry -> wording.event(entry.type())), "event");
    cells.text(subject, line(wording::subject), "mono");
    cells.signed(amount, row -> row.line().flatMap(JournalLine::amount).orElse(null));
    cells.text(by, line(entry -> entries.fullName(entry.actor())), "muted");
    table
        .getColumns()
        .forEach(column -> {
          column.setSortable(false);
          column.setReorderable(false);
        });
  }

  /** Empty as long as the row's line is being fetched. */
  private static Function<EntryRow, String> line(Function<JournalLine, String> text) {
    return row -> row.line().map(text).orElse("");
  }

  /** The year of the latest entry: most of what is looked at is of it. */
  private int latestYear() {
    return timeline
        .strip()
        .countedProperty()
        .get()
        .map(counted -> counted.whole().to().atZone(wording.figures().zone()).getYear())
        .orElse(0);
  }

  /** Rows may be there before the year is known. */
  private void leaveYearOut() {
    int year = latestYear();
    if (yearLeftOut != year) {
      yearLeftOut = year;
      table.refresh();
    }
  }

  private Subscription bind(LongTable list) {
    return WhileShown.all(
        entries
            .viewportProperty()
            .subscribe(viewport -> {
              list.show(viewport);
              showCursor();
            }),
        timeline.cursorProperty().subscribe(this::showCursor),
        timeline.strip().countedProperty().subscribe(_ -> leaveYearOut()),
        entries.fullNamesProperty().subscribe(_ -> table.refresh()),
        entries.searchingProperty().subscribe(_ -> showEmptiness()),
        timeline.cursorProperty().subscribe(_ -> showEmptiness()),
        timeline.cursorProperty().subscribe(this::makeRoomForPositions));
  }

  /** A number that is cut off is another number. */
  private void makeRoomForPositions(Cursor cursor) {
    int digits = wording.figures().count(cursor.last()).length();
    double needed = CELL_PADDING + Math.max(5, digits) * WIDTH_OF_DIGIT;
    position.setMinWidth(needed);
    position.setPrefWidth(needed);
    position.setMaxWidth(needed);
  }

  private void chosen(int row) {
    if (!following && !entries.rowsChanging() && row >= 0 && row < table.getItems().size()) {
      timeline.show(table.getItems().get(row).position());
    }
  }

  private void showCursor() {
    var viewport = entries.viewportProperty().get();
    int row = entries.rowOf(timeline.cursorProperty().get().position());
    following = true;
    if (viewport.shows(row)) {
      table.getSelectionModel().clearAndSelect(row - viewport.top());
      table.getFocusModel().focus(row - viewport.top());
    } else {
      table.getSelectionModel().clearSelection();
    }
    following = false;
  }

  private void showEmptiness() {
    var texts = wording.texts();
    boolean emptyLedger = timeline.cursorProperty().get().last() == 0;
    boolean searching = entries.searchingProperty().get();
    why.setText(
        texts.get(
            searching
                ? "timeline.entries.searching"
                : emptyLedger ? "timeline.empty" : "timeline.entries.none"));
    remedy.setVisible(!searching);
    remedy.setText(texts.get(emptyLedger ? "timeline.empty.remedy" : "timeline.entries.all"));
  }

  /** What helps where there is nothing to list. */
  @FXML
  void remedy() {
    if (timeline.cursorProperty().get().last() == 0) {
      navigation.show("counter");
    } else {
      entries.everything();
    }
  }

  /** The list's rows are the timeline's entries. */
  private record ListHand(TimelineViewModel timeline) implements LongTable.Hand {
    @Override
    public void fit(int rows) {
      timeline.entries().fit(rows);
    }

    @Override
    public void scrollTo(int top) {
      timeline.entries().scrollTo(top);
    }

    @Override
    public void goDown(int rows) {
      timeline.goDown(rows);
    }
  }
}
