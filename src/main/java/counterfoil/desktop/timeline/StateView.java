package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Cells;
import counterfoil.desktop.shell.Navigation;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountSelection.Order;
import counterfoil.projection.AccountThen;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.joda.money.Money;

/** Every account as it was at the cursor, beside now. */
final class StateView {
  private final TimelineViewModel timeline;
  private final StateViewModel state;
  private final Wording wording;
  private final Navigation navigation;

  private boolean following;
  private int chosenRow = -1;

  @FXML private VBox root;
  @FXML private Label range;
  @FXML private TextField search;
  @FXML private Label open;
  @FXML private Label deposits;
  @FXML private TableView<StateRow> table;
  @FXML private TableColumn<StateRow, String> number;
  @FXML private TableColumn<StateRow, String> holder;
  @FXML private TableColumn<StateRow, Money> then;
  @FXML private TableColumn<StateRow, Money> now;
  @FXML private TableColumn<StateRow, Money> change;
  @FXML private TableColumn<StateRow, StateRow> status;
  @FXML private ScrollBar bar;
  @FXML private Label why;

  StateView(TimelineViewModel timeline, Wording wording, Navigation navigation) {
    this.timeline = timeline;
    this.state = timeline.state();
    this.wording = wording;
    this.navigation = navigation;
  }

  @FXML
  void initialize() {
    setUpColumns();
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    table.setRowFactory(_ -> new Row());
    search.setText(state.textProperty().get());
    search.textProperty().subscribe(state.textProperty()::set);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    table.setItems(state.rows());
    table.setSortPolicy(_ -> sort());
    table.getSelectionModel().selectedIndexProperty().subscribe(row -> chosen(row.intValue()));
    var list = new LongTable(table, bar, new StateHand());
    WhileShown.bind(root, () -> bind(list));
  }

  private void setUpColumns() {
    var cells = new Cells(wording.figures());
    cells.text(number, StateRow::number, "mono");
    cells.text(holder, row -> row.account().map(a -> a.now().holder()).orElse(""));
    cells.amount(then, row -> then(row).map(AccountLine::ledger).orElse(null));
    cells.amount(now, row -> row.account().map(a -> a.now().ledger()).orElse(null));
    cells.signed(change, row -> row.account().map(AccountThen::changeSince).orElse(null));
    // The database sorts what is now; what was then is read only for the rows in view.
    number.setUserData(Order.NUMBER);
    holder.setUserData(Order.HOLDER);
    now.setUserData(Order.LEDGER);
    status.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    status.setCellFactory(_ -> new StatusCell());
    table
        .getColumns()
        .forEach(column -> {
          column.setSortable(column.getUserData() != null);
          column.setReorderable(false);
        });
  }

  private boolean sort() {
    var chosen = table.getSortOrder().stream().findFirst();
    state.sort(
        chosen.map(column -> (Order) column.getUserData()).orElse(Order.NUMBER),
        chosen.filter(column -> column.getSortType() == SortType.DESCENDING).isPresent());
    return true;
  }

  private static Optional<AccountLine> then(StateRow row) {
    return row.account().flatMap(AccountThen::then);
  }

  private Subscription bind(LongTable list) {
    return WhileShown.all(
        state
            .viewportProperty()
            .subscribe(viewport -> {
              list.show(viewport);
              showChosen();
              showEmptiness();
            }),
        state.textProperty().subscribe(_ -> showEmptiness()),
        timeline.cursorProperty().subscribe(_ -> showEmptiness()),
        timeline.sightProperty().subscribe(this::showTotals));
  }

  private void chosen(int row) {
    if (!following && row >= 0) {
      chosenRow = state.viewportProperty().get().top() + row;
    }
  }

  private void showChosen() {
    var viewport = state.viewportProperty().get();
    following = true;
    if (viewport.shows(chosenRow)) {
      table.getSelectionModel().clearAndSelect(chosenRow - viewport.top());
      table.getFocusModel().focus(chosenRow - viewport.top());
    } else {
      table.getSelectionModel().clearSelection();
    }
    following = false;
  }

  private void showTotals(Optional<Sight> sight) {
    var texts = wording.texts();
    open.setVisible(sight.isPresent());
    deposits.setVisible(sight.isPresent());
    range.setText("");
    sight.ifPresent(seen -> {
      range.setText(texts.get("timeline.state.range", wording.figures().count(seen.position())));
      range.setTooltip(new Tooltip(range.getText()));
      open.setText(
          texts.get("timeline.state.open", wording.figures().count(seen.totals().openAccounts())));
      deposits.setText(texts.get("timeline.state.deposits", seen.totals().depositsOnBook()));
    });
  }

  private void showEmptiness() {
    why.setText(
        wording
            .texts()
            .get(
                timeline.cursorProperty().get().last() == 0
                    ? "timeline.state.empty"
                    : state.textProperty().get().isBlank()
                        ? "timeline.state.none"
                        : "timeline.state.no-match",
                state.textProperty().get().strip()));
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(this::openAccount);
      event.consume();
    }
  }

  private void openAccount(StateRow row) {
    AccountNumber.parse(row.number()).ifPresent(navigation::openAccount);
  }

  /** The chosen row is this table's own affair: it moves nothing else. */
  private final class StateHand implements LongTable.Hand {
    @Override
    public void fit(int rows) {
      state.fit(rows);
    }

    @Override
    public void scrollTo(int top) {
      state.scrollTo(top);
    }

    @Override
    public void goDown(int rows) {
      int last = state.viewportProperty().get().total() - 1;
      chosenRow = Math.clamp((long) chosenRow + rows, 0, Math.max(0, last));
      state.reveal(chosenRow);
      showChosen();
    }
  }

  /** The row of the account that the entry concerns stands out. */
  private final class Row extends TableRow<StateRow> {
    Row() {
      addEventHandler(
          MouseEvent.MOUSE_CLICKED,
          event -> {
            if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2
                && getItem() != null) {
              openAccount(getItem());
            }
          });
    }

    @Override
    protected void updateItem(StateRow item, boolean empty) {
      super.updateItem(item, empty);
      boolean concerned = !empty && item != null && item.concerned();
      if (!concerned) {
        getStyleClass().remove("concerned");
      } else if (!getStyleClass().contains("concerned")) {
        getStyleClass().add("concerned");
      }
    }
  }

  /** Open and closed as chips; what was not there yet in plain grey words. */
  private final class StatusCell extends TableCell<StateRow, StateRow> {
    private final Label chip = new Label();

    StatusCell() {
      chip.getStyleClass().add("chip");
    }

    @Override
    protected void updateItem(StateRow item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null || item.account().isEmpty()) {
        setGraphic(null);
        return;
      }
      chip.getStyleClass().setAll("label", "chip");
      var line = then(item);
      chip.setText(
          line.map(l -> wording.status(l.status()))
              .orElseGet(() -> wording.texts().get("timeline.state.not-yet")));
      line.ifPresent(l ->
          chip.getStyleClass()
              .add(
                  switch (l.status()) {
                    case OPEN -> "chip-ok";
                    case CLOSED -> "chip-warn";
                  }));
      setGraphic(chip);
    }
  }
}
