package counterfoil.desktop.approval;

import counterfoil.application.ActWords;
import counterfoil.desktop.kit.Cells;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Navigation;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.staff.StaffName;
import counterfoil.projection.AccountLine;
import counterfoil.projection.ApprovalLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The queue on screen: what waits, what was decided, and the chosen one in full beside them. */
public final class ApprovalsView {
  /** Minutes and seconds to go are read from the screen. */
  private static final javafx.util.Duration TICK = javafx.util.Duration.seconds(1);

  private final ApprovalsViewModel approvals;
  private final Texts texts;
  private final Figures figures;
  private final Navigation navigation;
  private final ObservableValue<?> head;

  @FXML private HBox root;
  @FXML private TableView<ApprovalLine> pending;
  @FXML private TableColumn<ApprovalLine, String> age;
  @FXML private TableColumn<ApprovalLine, String> maker;
  @FXML private TableColumn<ApprovalLine, String> act;
  @FXML private TableColumn<ApprovalLine, String> why;
  @FXML private TableColumn<ApprovalLine, String> left;
  @FXML private TableView<ApprovalLine> decided;
  @FXML private TableColumn<ApprovalLine, String> when;
  @FXML private TableColumn<ApprovalLine, String> decidedMaker;
  @FXML private TableColumn<ApprovalLine, String> decidedAct;
  @FXML private TableColumn<ApprovalLine, String> outcome;
  @FXML private Label count;
  @FXML private VBox detail;
  @FXML private Label nothing;
  @FXML private Label who;
  @FXML private Label expiry;
  @FXML private FlowPane conditions;
  @FXML private GridPane text;
  @FXML private VBox accountBox;
  @FXML private Label accountNumber;
  @FXML private Label holder;
  @FXML private Label balances;
  @FXML private Button openAccount;
  @FXML private TextField reason;
  @FXML private HBox problemLine;
  @FXML private Label problem;
  @FXML private Button approve;
  @FXML private Button reject;
  @FXML private HBox whyNot;
  @FXML private Label whyNotText;
  @FXML private Label note;

  ApprovalsView(
      ApprovalsViewModel approvals,
      Texts texts,
      Figures figures,
      Navigation navigation,
      ObservableValue<?> head) {
    this.approvals = approvals;
    this.texts = texts;
    this.figures = figures;
    this.navigation = navigation;
    this.head = head;
  }

  @FXML
  void initialize() {
    columns();
    reason.textProperty().bindBidirectional(approvals.reasonProperty());
    reason.setOnAction(_ -> rejectOrAsk());
    approve.setOnAction(_ -> {
      approvals.approve();
      // What was pressed is about to be disabled: the cursor stays with the queue.
      pending.requestFocus();
    });
    reject.setOnAction(_ -> rejectOrAsk());
    openAccount.setOnAction(
        _ -> approvals.accountProperty().get().ifPresent(a -> navigation.openAccount(a.number())));
    pending
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(line -> Optional.ofNullable(line).ifPresent(approvals::choose));
    decided
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(line -> Optional.ofNullable(line).ifPresent(approvals::choose));
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    var clock = new Timeline(new KeyFrame(TICK, _ -> tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    inScene.subscribe(shown -> {
      if (shown) {
        clock.play();
      } else {
        clock.stop();
      }
    });
    head.when(inScene).subscribe(_ -> approvals.refresh());
    approvals.queueProperty().when(inScene).subscribe(this::show);
    approvals.chosenProperty().when(inScene).subscribe(this::show);
    approvals.accountProperty().when(inScene).subscribe(this::showAccount);
    approvals.underWayProperty().when(inScene).subscribe(_ -> showReadiness());
    approvals.problemProperty().when(inScene).subscribe(this::showProblem);
    approvals
        .noteProperty()
        .when(inScene)
        .subscribe(message -> note.setText(message.map(texts::text).orElse("")));
  }

  private void columns() {
    var cells = new Cells(figures);
    cells.text(age, line -> span(line.requestedAt(), approvals.now()), "muted");
    cells.text(maker, line -> fullName(line.request().maker()));
    cells.text(act, line -> summary(line));
    cells.text(why, this::reasons, "muted");
    cells.text(left, line -> left(line), "amount");
    cells.text(when, line -> line.decidedAt().map(figures::time).orElse(""), "muted");
    cells.text(decidedMaker, line -> fullName(line.request().maker()));
    cells.text(decidedAct, line -> summary(line));
    cells.text(outcome, this::outcome);
    pending.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    decided.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    pending.setPlaceholder(empty("fth-check-circle", "approval.nothing-waits"));
    decided.setPlaceholder(empty("fth-inbox", "approval.nothing-decided"));
  }

  private String fullName(StaffName name) {
    return approvals.queueProperty().get().fullName(name);
  }

  private VBox empty(String icon, String key) {
    var label = new Label(texts.get(key));
    label.getStyleClass().add("muted");
    var box = new VBox(new FontIcon(icon), label);
    box.getStyleClass().add("empty-table");
    return box;
  }

  private String summary(ApprovalLine line) {
    var what = ActWords.kind(ActText.of(line.request().text()), texts.locale());
    return line.request()
        .amount()
        .map(amount -> what + " \u00b7 " + figures.amount(amount))
        .orElse(what);
  }

  private String reasons(ApprovalLine line) {
    return line.request().conditions().stream()
        .sorted()
        .map(c -> texts.get("approval.condition." + c.code().replace('_', '-')))
        .collect(Collectors.joining(", "));
  }

  private String left(ApprovalLine line) {
    return line.openAt(approvals.now())
        ? span(approvals.now(), line.request().expiresAt())
        : texts.get("approval.expired");
  }

  /** Minutes and seconds, hours where there are any: {@code 4:07}. */
  private static String span(Instant from, Instant to) {
    var span = Duration.between(from, to);
    long seconds = Math.max(0, span.toSeconds());
    return seconds >= 3600
        ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
        : "%d:%02d".formatted(seconds / 60, seconds % 60);
  }

  private String outcome(ApprovalLine line) {
    var by = line.approver().map(this::fullName).orElse("");
    return switch (line.status()) {
      case PENDING -> texts.get("approval.expired");
      case GRANTED -> texts.get("approval.outcome.granted", by);
      case USED -> texts.get("approval.outcome.used", by);
      case REJECTED -> texts.get("approval.outcome.rejected", by, line.reason());
      case WITHDRAWN -> texts.get("approval.outcome.withdrawn");
    };
  }

  private void show(ApprovalsViewModel.Queue queue) {
    replace(pending, queue.pending());
    replace(decided, queue.decided());
    count.setText(texts.get("approval.count", queue.pending().size()));
  }

  private static void replace(TableView<ApprovalLine> table, List<ApprovalLine> lines) {
    if (!table.getItems().equals(lines)) {
      table.getItems().setAll(lines);
    }
  }

  private void show(Optional<ApprovalLine> line) {
    detail.setVisible(line.isPresent());
    detail.setManaged(line.isPresent());
    nothing.setVisible(line.isEmpty());
    nothing.setManaged(line.isEmpty());
    line.ifPresent(chosen -> {
      who.setText(
          texts.get(
              "approval.asked-by",
              fullName(chosen.request().maker()),
              figures.time(chosen.requestedAt())));
      ActTextGrid.fill(text, chosen.request().text(), texts.locale());
      conditions.getChildren().setAll(ActTextGrid.conditions(chosen.request().conditions(), texts));
    });
    showReadiness();
  }

  private void tick() {
    pending.refresh();
    showReadiness();
  }

  private void showReadiness() {
    var line = approvals.chosenProperty().get();
    expiry.setText(
        line.map(chosen ->
                chosen.status() == ApprovalLine.Status.PENDING
                    ? texts.get("approval.expires-in", left(chosen))
                    : outcome(chosen))
            .orElse(""));
    var obstacle = approvals.whyNot();
    boolean off = obstacle.isPresent() || approvals.underWayProperty().get();
    approve.setDisable(off);
    reject.setDisable(off);
    reason.setDisable(obstacle.isPresent());
    whyNotText.setText(obstacle.map(texts::text).orElse(""));
    whyNot.setVisible(obstacle.isPresent() && line.isPresent());
    whyNot.setManaged(whyNot.isVisible());
    approve.setAccessibleHelp(obstacle.map(texts::text).orElse(null));
  }

  private void showAccount(Optional<AccountLine> line) {
    accountBox.setVisible(line.isPresent());
    accountBox.setManaged(line.isPresent());
    line.ifPresent(account -> {
      accountNumber.setText(account.number().value());
      holder.setText(account.holder());
      balances.setText(
          texts.get("approval.account.balances", account.ledger(), account.available()));
    });
  }

  private void showProblem(Optional<Message> message) {
    problem.setText(message.map(texts::text).orElse(""));
    problemLine.setVisible(message.isPresent());
    problemLine.setManaged(message.isPresent());
    reason.setAccessibleHelp(message.map(texts::text).orElse(null));
  }

  private void rejectOrAsk() {
    approvals.reject();
    (approvals.problemProperty().get().isPresent() ? reason : pending).requestFocus();
  }
}
