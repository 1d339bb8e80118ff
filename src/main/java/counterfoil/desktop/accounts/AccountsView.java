package counterfoil.desktop.accounts;

import counterfoil.desktop.accounts.AccountsViewModel.Summary;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.PagedCells;
import counterfoil.desktop.kit.Products;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Navigation;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountSelection;
import counterfoil.projection.AccountSelection.Order;
import counterfoil.projection.AccountStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.joda.money.Money;
import org.kordamp.ikonli.javafx.FontIcon;

/** The balance table on screen. */
public final class AccountsView {
  private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
  private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");

  private final AccountsViewModel accounts;
  private final ObservableValue<?> head;
  private final Navigation navigation;
  private final Texts texts;
  private final Figures figures;

  private final String openWord;
  private final String closedWord;

  @FXML private VBox root;
  @FXML private Label count;
  @FXML private TextField filter;
  @FXML private Label keys;
  @FXML private HBox trouble;
  @FXML private Label troubleText;
  @FXML private TableView<String> table;
  @FXML private TableColumn<String, String> number;
  @FXML private TableColumn<String, String> holder;
  @FXML private TableColumn<String, String> product;
  @FXML private TableColumn<String, String> status;
  @FXML private TableColumn<String, String> ledger;
  @FXML private TableColumn<String, String> available;
  @FXML private TableColumn<String, String> opened;
  @FXML private TableColumn<String, String> lastPosted;
  @FXML private Label total;

  /**
   * @param head changes when the ledger moves on, at most once a frame
   */
  AccountsView(
      AccountsViewModel accounts,
      ObservableValue<?> head,
      Navigation navigation,
      Texts texts,
      Figures figures) {
    this.accounts = accounts;
    this.head = head;
    this.navigation = navigation;
    this.texts = texts;
    this.figures = figures;
    this.openWord = texts.get("kit.status.open");
    this.closedWord = texts.get("kit.status.closed");
  }

  @FXML
  void initialize() {
    PagedCells<String, AccountRow> cells = new PagedCells<>(accounts::row);
    fillColumns(cells);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    // In this order: new items make a table forget its order, and its own policy would sort them.
    table.setItems(accounts.numbers());
    AccountSelection selection = accounts.selectionProperty().get();
    table.setSortPolicy(_ -> sort());
    showOrder(selection);
    table.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
        openSelected();
      }
    });
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedOnTable);
    keys.setText(AccountsScreen.FILTER_KEYS.getDisplayText().replace('+', ' '));
    filter.textProperty().bindBidirectional(accounts.textProperty());
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedOnFilter);
    follow(cells);
  }

  /** Nothing is followed while the table is off the screen. */
  private void follow(PagedCells<String, AccountRow> cells) {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    head.when(inScene).subscribe(_ -> accounts.refresh());
    accounts.revisionProperty().when(inScene).subscribe(_ -> cells.refresh());
    accounts.selectionProperty().when(inScene).subscribe(this::showOrder);
    accounts.summaryProperty().when(inScene).subscribe(this::showSummary);
    accounts.emptyBecauseProperty().when(inScene).subscribe(this::showWhyEmpty);
    accounts.filterWishesProperty().when(inScene).subscribe(_ -> focusFilter());
    accounts
        .troubleProperty()
        .when(inScene)
        .subscribe(message -> {
          troubleText.setText(message.map(texts::text).orElse(""));
          trouble.setVisible(message.isPresent());
          trouble.setManaged(message.isPresent());
        });
  }

  private void fillColumns(PagedCells<String, AccountRow> cells) {
    cells.column(
        number,
        Function.identity(),
        (cell, row) -> {
          cell.setText(row.line().number().value());
          PagedCells.fit(number, cell.getText());
          cell.pseudoClassStateChanged(CLOSED, isClosed(row));
        },
        "mono");
    cells.column(holder, AccountsView::later, drawText(row -> texts.name(row.line().holder())));
    var products = new Products(texts);
    cells.text(product, row -> products.name(row.line().product()), "muted");
    cells.column(status, AccountsView::later, this::drawStatus);
    cells.column(ledger, AccountsView::later, drawAmount(row -> row.line().ledger()), "amount");
    cells.column(
        available, AccountsView::later, drawAmount(row -> row.line().available()), "amount");
    cells.text(opened, row -> figures.date(row.line().openedOn()), "muted");
    cells.text(lastPosted, row -> figures.date(row.lastPostedOn()), "muted");
    columns().forEach((order, column) -> column.setUserData(order));
  }

  private Map<Order, TableColumn<String, String>> columns() {
    return Map.of(
        Order.NUMBER, number,
        Order.HOLDER, holder,
        Order.PRODUCT, product,
        Order.STATUS, status,
        Order.LEDGER, ledger,
        Order.AVAILABLE, available,
        Order.OPENED_ON, opened,
        Order.LAST_POSTED, lastPosted);
  }

  private static String later(String number) {
    return "\u2026";
  }

  private static boolean isClosed(AccountRow row) {
    return row.line().status() == AccountStatus.CLOSED;
  }

  private static BiConsumer<TableCell<String, String>, AccountRow> drawText(
      Function<AccountRow, String> text) {
    return (cell, row) -> {
      cell.setText(text.apply(row));
      cell.pseudoClassStateChanged(CLOSED, isClosed(row));
    };
  }

  private BiConsumer<TableCell<String, String>, AccountRow> drawAmount(
      Function<AccountRow, Money> money) {
    return (cell, row) -> {
      Money shown = money.apply(row);
      cell.setText(figures.amount(shown));
      PagedCells.fit(cell.getTableColumn(), cell.getText());
      cell.pseudoClassStateChanged(NEGATIVE, shown.isNegative());
      cell.pseudoClassStateChanged(CLOSED, isClosed(row));
    };
  }

  private void drawStatus(TableCell<String, String> cell, AccountRow row) {
    boolean closed = isClosed(row);
    cell.setText(closed ? closedWord : openWord);
    cell.pseudoClassStateChanged(CLOSED, closed);
  }

  /** The heads of the columns say how the table is sorted, whoever wished it so. */
  private void showOrder(AccountSelection selection) {
    var column = Objects.requireNonNull(columns().get(selection.order()));
    column.setSortType(selection.descending() ? SortType.DESCENDING : SortType.ASCENDING);
    if (!table.getSortOrder().equals(List.of(column))) {
      table.getSortOrder().setAll(List.of(column));
    }
  }

  /** The database sorts; no column chosen means by number. */
  private boolean sort() {
    var chosen = table.getSortOrder().stream().findFirst();
    Order order = chosen.map(column -> (Order) column.getUserData()).orElse(Order.NUMBER);
    accounts.sort(order, chosen.filter(c -> c.getSortType() == SortType.DESCENDING).isPresent());
    return true;
  }

  private void showSummary(Optional<Summary> summary) {
    count.setText(
        summary
            .map(s ->
                texts.get(s.filtered() ? "accounts.count.filtered" : "accounts.count", s.shown()))
            .orElse(""));
    total.setText(summary.map(s -> figures.withCurrency(s.total())).orElse(""));
  }

  private void showWhyEmpty(Message why) {
    var text = new Label(texts.text(why));
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    var box = new VBox(new FontIcon("fth-inbox"), text);
    box.getStyleClass().add("empty-table");
    table.setPlaceholder(box);
  }

  private void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  private void pressedOnFilter(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN, ENTER -> goToTable();
      case ESCAPE -> filter.clear();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void goToTable() {
    if (!accounts.numbers().isEmpty()) {
      if (table.getSelectionModel().isEmpty()) {
        table.getSelectionModel().select(0);
      }
      table.requestFocus();
    }
  }

  private void pressedOnTable(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> openSelected();
      case ESCAPE -> focusFilter();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void openSelected() {
    String selected = table.getSelectionModel().getSelectedItem();
    if (selected != null) {
      navigation.openAccount(new AccountNumber(selected));
    }
  }
}
