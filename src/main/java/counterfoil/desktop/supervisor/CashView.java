package counterfoil.desktop.supervisor;

import counterfoil.desktop.kit.Cells;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.Denominations;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.joda.money.Money;

/** Where the branch's cash is: tills, vault, and what was over and short. */
public final class CashView {
  private final SupervisorViewModel supervisor;
  private final Texts texts;
  private final Figures figures;

  @FXML private HBox root;
  @FXML private TableView<TillRow> tills;
  @FXML private TableColumn<TillRow, String> till;
  @FXML private TableColumn<TillRow, String> teller;
  @FXML private TableColumn<TillRow, String> since;
  @FXML private TableColumn<TillRow, Money> cash;
  @FXML private TableColumn<TillRow, TillRow> level;
  @FXML private TableColumn<TillRow, String> offered;
  @FXML private Label vaultTotal;
  @FXML private GridPane vault;
  @FXML private Label vaultEmpty;
  @FXML private VBox differences;
  @FXML private DifferenceChart chart;

  CashView(SupervisorViewModel supervisor, Texts texts, Figures figures) {
    this.supervisor = supervisor;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    var cells = new Cells(figures);
    cells.text(till, row -> row.till().value(), "mono");
    cells.text(
        teller,
        row ->
            row.teller()
                .map(name ->
                    supervisor.shownProperty().get().map(view -> view.name(name)).orElse(name))
                .orElseGet(() -> texts.get("supervisor.till.closed")));
    cells.text(since, row -> row.since().map(figures::time).orElse(""), "muted");
    cells.amount(cash, TillRow::cash);
    cells.text(
        offered,
        row ->
            row.offers() == 0
                ? ""
                : texts.get("supervisor.till.offers", row.offers(), figures.amount(row.bag())),
        "muted");
    level.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    level.setCellFactory(_ -> new LevelCell());
    tills.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    var nobody = new Label(texts.get("supervisor.tills.empty"));
    nobody.setWrapText(true);
    tills.setPlaceholder(nobody);
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    supervisor.shownProperty().when(inScene).subscribe(view -> view.ifPresent(this::show));
  }

  private void show(BranchView view) {
    if (!tills.getItems().equals(view.tills())) {
      tills.getItems().setAll(view.tills());
    }
    showVault(view.vault());
    chart.show(view.date(), SupervisorViewModel.DAYS_OF_DIFFERENCES, view.differences());
    showDifferences(view);
  }

  private void showVault(Cash cash) {
    vaultTotal.setText(figures.withCurrency(cash.total()));
    vault.getChildren().clear();
    vaultEmpty.setVisible(cash.isEmpty());
    vaultEmpty.setManaged(cash.isEmpty());
    double most =
        cash.pieces().entrySet().stream()
            .mapToDouble(pile -> pile.getKey() * (double) pile.getValue())
            .max()
            .orElse(1);
    int row = 0;
    List<Map.Entry<Long, Integer>> piles =
        cash.pieces().entrySet().stream()
            .sorted(Map.Entry.<Long, Integer>comparingByKey().reversed())
            .toList();
    for (var pile : piles) {
      Money value = Money.ofMinor(cash.currency(), pile.getKey() * pile.getValue());
      var face = new Label(Denominations.label(cash.currency(), pile.getKey()));
      face.getStyleClass().add("semibold");
      var pieces = new Label("\u00d7 " + figures.count(pile.getValue()));
      pieces.getStyleClass().add("muted");
      var sum = new Label(figures.amount(value));
      var bar = new Region();
      bar.getStyleClass().add("cash-bar");
      var lane = new Lane(bar, pile.getKey() * (double) pile.getValue() / most);
      GridPane.setHgrow(lane, Priority.ALWAYS);
      for (var label : List.of(face, pieces, sum)) {
        GridPane.setHalignment(label, HPos.RIGHT);
      }
      vault.addRow(row++, face, pieces, sum, lane);
    }
  }

  private void showDifferences(BranchView view) {
    differences.getChildren().clear();
    if (view.differences().isEmpty()) {
      var none = new Label(texts.get("supervisor.over-short.none"));
      none.getStyleClass().add("muted");
      none.setWrapText(true);
      differences.getChildren().add(none);
    }
    for (var one : view.differences()) {
      var name = new Label(view.name(one.teller()));
      name.setMaxWidth(Double.MAX_VALUE);
      name.setTooltip(new Tooltip(texts.get("supervisor.over-short.counts", one.counts())));
      var space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      var over = new Label(figures.signed(one.over()));
      over.getStyleClass().add("difference-figure");
      var shortage = new Label(figures.signed(one.shortage().negated()));
      shortage.getStyleClass().add("difference-figure");
      for (var figure : List.of(over, shortage)) {
        figure.setMinWidth(Region.USE_PREF_SIZE);
      }
      var net = new Label(figures.signed(one.net()));
      net.getStyleClass().addAll("difference-figure", "semibold");
      net.setMinWidth(Region.USE_PREF_SIZE);
      var line = new HBox(space, over, shortage, net);
      line.getStyleClass().add("difference-line");
      differences.getChildren().addAll(name, line);
    }
  }

  /** A bar that takes a share of whatever room there is. */
  private static final class Lane extends Pane {
    private final Region bar;
    private final double share;

    Lane(Region bar, double share) {
      super(bar);
      this.bar = bar;
      this.share = share;
      setMinWidth(0);
      setPrefHeight(10);
    }

    @Override
    protected void layoutChildren() {
      double width = share == 0 ? 0 : Math.max(2, share * getWidth());
      bar.resizeRelocate(0, (getHeight() - 8) / 2, width, 8);
    }
  }

  /** The cash against the limits; words beside the bar, so that colour does not carry it alone. */
  private final class LevelCell extends TableCell<TillRow, TillRow> {
    private final Region bar = new Region();
    private final Region mark = new Region();
    private final Label words = new Label();
    private double share;
    private double soft = -1;
    private final Pane lane =
        new Pane(bar, mark) {
          @Override
          protected void layoutChildren() {
            double middle = (getHeight() - 8) / 2;
            bar.resizeRelocate(0, middle, Math.max(share > 0 ? 2 : 0, share * getWidth()), 8);
            mark.setVisible(soft >= 0);
            mark.resizeRelocate(Math.rint(soft * getWidth()), middle - 3, 1.5, 14);
          }
        };
    private final HBox row = new HBox(lane, words);

    LevelCell() {
      bar.getStyleClass().add("cash-bar");
      mark.getStyleClass().add("limit-mark");
      lane.getStyleClass().add("limit-lane");
      lane.setPrefWidth(96);
      lane.setMinWidth(40);
      words.setMinWidth(Region.USE_PREF_SIZE);
      words.getStyleClass().add("label-small");
      row.getStyleClass().add("limit-row");
    }

    @Override
    protected void updateItem(TillRow item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      share = item.share().orElse(0.0);
      soft = item.softMark().orElse(-1.0);
      lane.setVisible(item.share().isPresent());
      lane.setManaged(item.share().isPresent());
      bar.getStyleClass().removeAll("above-soft", "above-hard");
      words.setText(
          switch (item.level()) {
            case WITHIN ->
                item.share().isPresent()
                    ? texts.get("supervisor.till.within")
                    : texts.get("supervisor.till.no-limit");
            case ABOVE_SOFT -> {
              bar.getStyleClass().add("above-soft");
              yield texts.get("supervisor.till.above-soft");
            }
            case ABOVE_HARD -> {
              bar.getStyleClass().add("above-hard");
              yield texts.get("supervisor.till.above-hard");
            }
          });
      lane.requestLayout();
      setGraphic(row);
    }
  }
}
