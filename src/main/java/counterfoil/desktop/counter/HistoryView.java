package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.PagedCells;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Navigation;
import counterfoil.projection.JournalLine;
import java.time.LocalDate;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.joda.money.Money;
import org.kordamp.ikonli.javafx.FontIcon;

/** What happened on the account, newest first, with the balance after each entry. */
public final class HistoryView {
  private static final PseudoClass CREDIT = PseudoClass.getPseudoClass("credit");
  private static final PseudoClass DEBIT = PseudoClass.getPseudoClass("debit");

  private final AccountSheet sheet;
  private final CounterForm form;
  private final Receipts receipts;
  private final Navigation navigation;
  private final Texts texts;
  private final Figures figures;

  @FXML private Label count;
  @FXML private Button reverse;
  @FXML private Label reverseWhyNot;
  @FXML private Button receipt;
  @FXML private Button lookBack;
  @FXML private TableView<Long> table;
  @FXML private TableColumn<Long, Long> when;
  @FXML private TableColumn<Long, Long> what;
  @FXML private TableColumn<Long, Long> narrative;
  @FXML private TableColumn<Long, Long> amount;
  @FXML private TableColumn<Long, Long> balance;

  HistoryView(CounterViewModel counter, Navigation navigation, Texts texts, Figures figures) {
    this.sheet = counter.sheet();
    this.form = counter.form();
    this.receipts = counter.receipts();
    this.navigation = navigation;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    var inScene = table.sceneProperty().map(_ -> true).orElse(false);
    PagedCells<Long, JournalLine> cells = new PagedCells<>(sheet::line);
    cells.text(when, this::when, "muted");
    cells.text(what, this::what);
    cells.text(narrative, this::words, "muted");
    cells.column(amount, _ -> "\u2026", this::drawAmount, "amount");
    cells.column(balance, _ -> "\u2026", this::drawBalance, "amount");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    table.setItems(sheet.versions());
    table.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
        lookBack();
      }
    });
    table.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        lookBack();
        event.consume();
      } else if (event.getCode() == KeyCode.P && event.isShortcutDown() && !receipt.isDisabled()) {
        showReceipt();
        event.consume();
      }
    });
    lookBack.setOnAction(_ -> lookBack());
    // A teller has no timeline to look back on.
    lookBack.setVisible(navigation.has("timeline"));
    lookBack.setManaged(lookBack.isVisible());
    receipt.setOnAction(_ -> showReceipt());
    reverse.setOnAction(_ -> chosen().ifPresent(form::reverse));
    table.getSelectionModel().selectedIndexProperty().subscribe(_ -> showReversible());
    sheet
        .detailProperty()
        .when(inScene)
        .subscribe(_ -> {
          cells.refresh();
          showReversible();
        });
    sheet.revisionProperty().when(inScene).subscribe(_ -> cells.refresh());
    sheet
        .accountProperty()
        .when(inScene)
        .subscribe(account -> {
          lookBack.setDisable(account.isEmpty());
          count.setText(
              account
                  .map(line -> texts.get("counter.history.count", line.version() + 1))
                  .orElse(""));
          table.setPlaceholder(placeholder(account.isPresent()));
        });
  }

  /** An account on the desk has one entry at least; its lines are on their way then. */
  private VBox placeholder(boolean reading) {
    var icon = new FontIcon(reading ? "fth-loader" : "fth-inbox");
    var text = new Label(texts.get(reading ? "counter.history.reading" : "counter.history.nobody"));
    text.getStyleClass().add("muted");
    var box = new VBox(icon, text);
    box.getStyleClass().add("empty-table");
    return box;
  }

  private Optional<JournalLine> chosen() {
    int selected = table.getSelectionModel().getSelectedIndex();
    return sheet.versions().isEmpty() || selected < 0 ? Optional.empty() : sheet.line(selected);
  }

  /** Only what moved money, and has not been taken back, can be; the reason stands beside it. */
  private void showReversible() {
    Optional<String> why =
        form.whyNotReverse(chosen(), sheet.reversedBy(chosen())).map(texts::text);
    reverse.setDisable(why.isPresent());
    reverse.setVisible(form.staffed());
    reverse.setManaged(form.staffed());
    receipt.setVisible(form.staffed());
    receipt.setManaged(form.staffed());
    receipt.setDisable(chosen().filter(HistoryView::movedMoney).isEmpty());
    reverseWhyNot.setText(why.orElse(""));
    reverseWhyNot.setVisible(form.staffed() && chosen().isPresent() && why.isPresent());
    reverseWhyNot.setManaged(reverseWhyNot.isVisible());
  }

  private static boolean movedMoney(JournalLine line) {
    return line.amount().filter(money -> !money.isZero()).isPresent();
  }

  private void showReceipt() {
    chosen().filter(HistoryView::movedMoney).ifPresent(line -> receipts.showAgain(line.position()));
  }

  private void lookBack() {
    int selected = table.getSelectionModel().getSelectedIndex();
    if (!sheet.versions().isEmpty()) {
      sheet.line(Math.max(0, selected)).ifPresent(line -> navigation.openEntry(line.position()));
    }
  }

  /** History that was taken over has a day and no hour; of other years the day is enough. */
  private String when(JournalLine line) {
    LocalDate recordedOn = LocalDate.ofInstant(line.recordedAt(), figures.zone());
    int thisYear = sheet.businessDate().getYear();
    return recordedOn.equals(line.postedOn()) && recordedOn.getYear() == thisYear
        ? figures.dayAndMinute(line.recordedAt(), thisYear)
        : figures.date(line.postedOn());
  }

  private String what(JournalLine line) {
    return sheet
        .reverses(line.position())
        .map(original -> texts.get("counter.what.reversal-of", original))
        .orElseGet(() -> new EntryNames(texts).what(line));
  }

  /**
   * An entry that was taken back says so first, with the entry that did it where it is in sight.
   */
  private String words(JournalLine line) {
    String words =
        line.narrative().isEmpty() || line.reference().isEmpty()
            ? line.narrative() + line.reference()
            : line.narrative() + " \u00b7 " + line.reference();
    if (!sheet.reversed(line.position())) {
      return words;
    }
    String mark =
        sheet
            .reversedBy(Optional.of(line))
            .map(by -> texts.get("counter.what.reversed-by", by))
            .orElseGet(() -> texts.get("counter.what.reversed"));
    return words.isEmpty() ? mark : mark + " \u00b7 " + words;
  }

  private void drawBalance(TableCell<Long, Long> cell, JournalLine line) {
    cell.setText(line.balance().map(figures::amount).orElse(""));
    PagedCells.fit(balance, cell.getText());
  }

  private void drawAmount(TableCell<Long, Long> cell, JournalLine line) {
    Optional<Money> moved = line.amount().filter(money -> !money.isZero());
    cell.setText(moved.map(figures::signed).orElse(""));
    PagedCells.fit(amount, cell.getText());
    cell.pseudoClassStateChanged(CREDIT, moved.filter(Money::isPositive).isPresent());
    cell.pseudoClassStateChanged(DEBIT, moved.filter(Money::isNegative).isPresent());
  }
}
