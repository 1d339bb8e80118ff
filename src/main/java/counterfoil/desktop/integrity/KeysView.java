package counterfoil.desktop.integrity;

import counterfoil.desktop.kit.Cells;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Navigation;
import counterfoil.domain.staff.StaffState.KeyStanding;
import counterfoil.projection.WorkstationKeys;
import counterfoil.proof.Fingerprint;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The keys of people and of workstations, and what is done about them. */
final class KeysView {
  private final KeysViewModel keys;
  private final Texts texts;
  private final Figures figures;
  private final Navigation navigation;
  private boolean showing;

  @FXML private VBox root;
  @FXML private Label own;
  @FXML private TableView<StaffKey> staff;
  @FXML private TableColumn<StaffKey, String> name;
  @FXML private TableColumn<StaffKey, String> fullName;
  @FXML private TableColumn<StaffKey, String> fingerprint;
  @FXML private TableColumn<StaffKey, String> standing;
  @FXML private Label compare;
  @FXML private Button certify;
  @FXML private TextField reason;
  @FXML private Button revoke;
  @FXML private Label whyNot;
  @FXML private Label problem;
  @FXML private Label outcome;
  @FXML private TableView<WorkstationKeys.Line> workstations;
  @FXML private TableColumn<WorkstationKeys.Line, String> workstation;
  @FXML private TableColumn<WorkstationKeys.Line, String> since;
  @FXML private TableColumn<WorkstationKeys.Line, Long> entry;
  @FXML private TableColumn<WorkstationKeys.Line, String> key;

  KeysView(KeysViewModel keys, Texts texts, Figures figures, Navigation navigation) {
    this.keys = keys;
    this.texts = texts;
    this.figures = figures;
    this.navigation = navigation;
  }

  @FXML
  void initialize() {
    fillColumns();
    staff
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(line -> {
          if (!showing) {
            keys.choose(Optional.ofNullable(line));
          }
        });
    workstations.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    reason.textProperty().bindBidirectional(keys.reasonProperty());
    reason.setOnAction(_ -> keys.revoke());
    certify.setOnAction(_ -> keys.certify());
    revoke.setOnAction(_ -> keys.revoke());
    var inScene = Shown.inScene(root);
    keys.keysProperty().when(inScene).subscribe(this::show);
    keys.chosenProperty().when(inScene).subscribe(_ -> showChosen());
    keys.underWayProperty().when(inScene).subscribe(_ -> showChosen());
    Shown.follow(problem, keys.problemProperty(), inScene, texts);
    Shown.follow(outcome, keys.outcomeProperty(), inScene, texts);
  }

  private void fillColumns() {
    var cells = new Cells(figures);
    cells.text(name, line -> line.name().value(), "mono");
    cells.text(fullName, StaffKey::fullName);
    cells.text(
        fingerprint, line -> line.fingerprint().map(Fingerprint::text).orElse("\u2013"), "mono");
    cells.text(standing, line -> standing(line.standing()));
    cells.text(workstation, WorkstationKeys.Line::workstation);
    cells.text(since, line -> figures.moment(line.at()), "muted");
    cells.count(entry, WorkstationKeys.Line::position, "amount", "muted");
    cells.text(key, WorkstationKeys.Line::key, "mono", "muted");
    staff.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    workstations.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    staff.setPlaceholder(placeholder("integrity.keys.why.no-staff"));
    workstations.setPlaceholder(placeholder("integrity.keys.no-workstation"));
  }

  private Label placeholder(String messageKey) {
    var label = new Label(texts.get(messageKey));
    label.setWrapText(true);
    return label;
  }

  private String standing(KeyStanding now) {
    return texts.get("integrity.standing." + now.name().toLowerCase(Locale.ROOT));
  }

  private void show(Optional<Keys> read) {
    read.ifPresent(all -> {
      showing = true;
      staff.getItems().setAll(all.staff());
      workstations.getItems().setAll(all.workstations());
      showing = false;
    });
    own.setText(
        keys.own()
            .flatMap(mine ->
                mine.fingerprint()
                    .map(print ->
                        texts.get("integrity.keys.mine", print.text(), standing(mine.standing()))))
            .orElse(""));
    Shown.visible(own, !own.getText().isEmpty());
    showChosen();
  }

  private void showChosen() {
    var chosen = keys.chosenProperty().get();
    showing = true;
    if (chosen.isPresent()) {
      staff.getSelectionModel().select(chosen.get());
    } else {
      staff.getSelectionModel().clearSelection();
    }
    showing = false;
    boolean busy = keys.underWayProperty().get();
    Optional<Message> notCertify = keys.whyNotCertify();
    Optional<Message> notRevoke = keys.whyNotRevoke();
    compare.setText(
        chosen
            .flatMap(line ->
                line.fingerprint()
                    .map(print ->
                        texts.get("integrity.keys.compare", line.fullName(), print.text())))
            .orElse(""));
    Shown.visible(compare, notCertify.isEmpty());
    certify.setDisable(busy || notCertify.isPresent());
    certify.setText(
        chosen
            .filter(_ -> notCertify.isEmpty())
            .map(line -> texts.get("integrity.keys.certify.of", line.fullName()))
            .orElseGet(() -> texts.get("integrity.keys.certify")));
    reason.setDisable(notRevoke.isPresent());
    revoke.setDisable(busy || notRevoke.isPresent());
    Optional<Message> why = notCertify.isPresent() ? notCertify : notRevoke;
    whyNot.setText(why.map(texts::text).orElse(""));
    Shown.visible(whyNot, why.isPresent());
  }

  private void pressed(KeyEvent event) {
    var line = workstations.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ENTER && line != null && navigation.has("timeline")) {
      event.consume();
      navigation.openEntry(line.position());
    }
  }
}
