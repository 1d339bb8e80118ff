package counterfoil.desktop.counter;

import counterfoil.application.Rehearsal.Possible;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.branch.LimitName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.joda.money.Money;

/**
 * What the act would come to: the balances after it, the till after it, and whether it is signed.
 */
public final class ForecastView {
  private static final PseudoClass NEEDED = PseudoClass.getPseudoClass("needed");

  private final CounterForm form;
  private final BranchNow branch;
  private final Texts texts;
  private final Figures figures;

  @FXML private VBox root;
  @FXML private Label ledgerAfter;
  @FXML private Label availableAfter;
  @FXML private HBox tillLine;
  @FXML private Label tillAfter;
  @FXML private HBox approvalLine;
  @FXML private Label approval;
  @FXML private VBox takenBack;

  ForecastView(CounterForm form, BranchNow branch, Texts texts, Figures figures) {
    this.form = form;
    this.branch = branch;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    show(tillLine, form.staffed());
    show(approvalLine, form.staffed());
    form.readingProperty().when(inScene).subscribe(this::show);
    form.actProperty()
        .when(inScene)
        .subscribe(act -> show(root, act != Act.OPEN || form.staffed()));
  }

  private static void show(Region part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }

  private void show(Reading reading) {
    ledgerAfter.setText(figure(reading.after().map(Reading.After::ledger)));
    availableAfter.setText(figure(reading.after().map(Reading.After::available)));
    Optional<Possible> foretold = form.foretold();
    tillAfter.setText(figure(foretold.flatMap(Possible::drawer).map(cash -> cash.total())));
    boolean full = foretold.filter(Possible::aboveSoftLimit).isPresent();
    tillAfter.pseudoClassStateChanged(NEEDED, full);
    if (full) {
      tillAfter.setText(texts.get("counter.preview.till-full", tillAfter.getText()));
    }
    boolean needed = foretold.filter(possible -> !possible.conditions().isEmpty()).isPresent();
    approval.pseudoClassStateChanged(NEEDED, needed);
    approval.setText(foretold.map(this::approval).orElse("\u2014"));
    showTakenBack(foretold);
  }

  private String figure(Optional<Money> money) {
    return money.map(figures::amount).orElse("\u2014");
  }

  private String approval(Possible possible) {
    if (possible.conditions().isEmpty()) {
      return limit()
          .map(limit -> texts.get("counter.preview.approval.below", figures.amount(limit)))
          .orElseGet(() -> texts.get("counter.preview.approval.none"));
    }
    return texts.get(
        "counter.preview.approval.needed",
        possible.conditions().stream()
            .sorted()
            .map(c -> texts.get("approval.condition." + c.code().replace('_', '-')))
            .collect(Collectors.joining(", ")));
  }

  /** Above which a teller needs somebody else for this kind of act. */
  private Optional<Money> limit() {
    return switch (form.actProperty().get()) {
      case DEPOSIT, OPEN -> branch.settings().limit(LimitName.APPROVAL_CASH_IN);
      case WITHDRAW, CLOSE -> branch.settings().limit(LimitName.APPROVAL_CASH_OUT);
      case TRANSFER -> branch.settings().limit(LimitName.APPROVAL_TRANSFER);
      case CHEQUE -> branch.settings().limit(LimitName.APPROVAL_CHEQUE);
      case FEE -> branch.settings().limit(LimitName.APPROVAL_FEE);
      case HOLD,
          RELEASE,
          OVERDRAFT,
          MINIMUM,
          ADD_HOLDER,
          REMOVE_HOLDER,
          FREEZE,
          UNFREEZE,
          REVERSE ->
          Optional.empty();
    };
  }

  /** A reversal shows all that it takes back: every account, and the cash by pieces. */
  private void showTakenBack(Optional<Possible> foretold) {
    boolean reversal = form.actProperty().get() == Act.REVERSE && foretold.isPresent();
    show(takenBack, reversal);
    takenBack.getChildren().clear();
    if (!reversal) {
      return;
    }
    Possible possible = foretold.orElseThrow();
    possible
        .accounts()
        .forEach((number, state) -> {
          var after = Judgement.after(state, form.currency());
          takenBack
              .getChildren()
              .add(line(Message.of("counter.reverse.account", number, after.ledger())));
        });
    possible
        .received()
        .filter(cash -> !cash.isEmpty())
        .ifPresent(cash ->
            takenBack
                .getChildren()
                .add(line(Message.of("counter.reverse.received", CashView.inWords(cash)))));
    possible
        .given()
        .filter(cash -> !cash.isEmpty())
        .ifPresent(cash ->
            takenBack
                .getChildren()
                .add(line(Message.of("counter.reverse.given", CashView.inWords(cash)))));
  }

  private Label line(Message message) {
    var label = new Label(texts.text(message));
    label.getStyleClass().addAll(List.of("label-small", "taken-back"));
    label.setWrapText(true);
    return label;
  }
}
