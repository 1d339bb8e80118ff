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
  private final Navigation navigation;
  private final Texts texts;
  private final Figures figures;

  @FXML private Label count;
  @FXML private Button lookBack;
  @FXML private TableView<Long> table;
  @FXML private TableColumn<Long, Long> when;
  @FXML private TableColumn<Long, Long> what;
  @FXML private TableColumn<Long, Long> narrative;
  @FXML private TableColumn<Long, Long> amount;
  @FXML private TableColumn<Long, Long> balance;

  HistoryView(AccountSheet sheet, Navigation navigation, Texts texts, Figures figures) {
    this.sheet = sheet;
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
    cells.text(narrative, HistoryView::words, "muted");
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
      }
    });
    lookBack.setOnAction(_ -> lookBack());
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
    String name = "event." + line.type();
    String text = texts.bundle().containsKey(name) ? texts.get(name) : line.type();
    if (line.counterparty().isEmpty()) {
      return text;
    }
    return switch (line.type()) {
      case "TransferSent" -> texts.get("counter.what.transfer-to", line.counterparty());
      case "TransferReceived" -> texts.get("counter.what.transfer-from", line.counterparty());
      default -> text;
    };
  }

  private static String words(JournalLine line) {
    return line.narrative().isEmpty() || line.reference().isEmpty()
        ? line.narrative() + line.reference()
        : line.narrative() + " \u00b7 " + line.reference();
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
