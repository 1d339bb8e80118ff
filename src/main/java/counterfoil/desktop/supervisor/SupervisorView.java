package counterfoil.desktop.supervisor;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Navigation;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The head of the screen: which date, and what it comes to. */
public final class SupervisorView {
  private final SupervisorViewModel supervisor;
  private final ObservableValue<?> head;
  private final Navigation navigation;
  private final Texts texts;
  private final Figures figures;
  private boolean showing;

  @FXML private VBox root;
  @FXML private Button earlier;
  @FXML private DatePicker date;
  @FXML private Button later;
  @FXML private Button present;
  @FXML private Label state;
  @FXML private Label open;
  @FXML private Label inTills;
  @FXML private Label inVault;
  @FXML private Label unsigned;
  @FXML private Label pending;
  @FXML private Button approvals;
  @FXML private HBox trouble;
  @FXML private Label troubleText;

  SupervisorView(
      SupervisorViewModel supervisor,
      ObservableValue<?> head,
      Navigation navigation,
      Texts texts,
      Figures figures) {
    this.supervisor = supervisor;
    this.head = head;
    this.navigation = navigation;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    earlier.setOnAction(_ -> supervisor.step(-1));
    later.setOnAction(_ -> supervisor.step(1));
    present.setOnAction(_ -> supervisor.look(Optional.empty()));
    approvals.setOnAction(_ -> navigation.show("approvals"));
    date.setConverter(new DateText(figures));
    date.valueProperty().subscribe(this::picked);
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    head.when(inScene).subscribe(_ -> supervisor.refresh());
    supervisor.shownProperty().when(inScene).subscribe(view -> view.ifPresent(this::show));
    supervisor
        .troubleProperty()
        .when(inScene)
        .subscribe(why -> {
          troubleText.setText(why.map(texts::text).orElse(""));
          trouble.setVisible(why.isPresent());
          trouble.setManaged(why.isPresent());
        });
  }

  private void picked(LocalDate picked) {
    if (!showing && picked != null) {
      boolean past =
          supervisor
              .shownProperty()
              .get()
              .filter(view -> picked.isBefore(view.present()))
              .isPresent();
      supervisor.look(past ? Optional.of(picked) : Optional.empty());
    }
  }

  private void show(BranchView view) {
    showing = true;
    date.setValue(view.date());
    showing = false;
    later.setDisable(view.live());
    present.setDisable(view.live());
    state.setText(texts.get(view.live() ? "supervisor.live" : "supervisor.past"));
    state.getStyleClass().removeAll("chip-ok", "chip-warn");
    state.getStyleClass().add(view.live() ? "chip-ok" : "chip-warn");
    open.setText(texts.get("supervisor.open.of", view.open(), view.tills().size()));
    inTills.setText(figures.amount(view.inTills()));
    inVault.setText(figures.amount(view.vault().total()));
    unsigned.setText(
        texts.get("supervisor.unsigned.of", view.unsigned(), view.exceptions().size()));
    pending.setText(figures.count(view.pending()));
    approvals.setDisable(view.pending() == 0);
  }
}
