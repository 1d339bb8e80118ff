package counterfoil.desktop.settings;

import counterfoil.desktop.kit.Cells;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffCommand.ChangePassword;
import counterfoil.domain.staff.StaffCommand.GrantRole;
import counterfoil.domain.staff.StaffCommand.ReinstateStaff;
import counterfoil.domain.staff.StaffCommand.RevokeRole;
import counterfoil.domain.staff.StaffCommand.SuspendStaff;
import counterfoil.domain.staff.StaffCommand.UnlockSignIn;
import counterfoil.domain.staff.StaffName;
import counterfoil.projection.StaffLine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The people of the branch: who they are, what they may, and what is done about it. */
final class StaffPane extends VBox {
  private final SettingsViewModel settings;
  private final Texts texts;
  private final TableView<StaffLine> table = new TableView<>();
  private final Label chosenName = new Label();
  private final ChoiceBox<Role> role = roles("settings-staff-role");
  private final Button grant = button("grant", () -> withChosen(this::grantOrRevoke));
  private final TextField reason = new TextField();
  private final Button suspend = button("suspend", () -> withChosen(this::suspendOrReinstate));
  private final Button unlock =
      button(
          "unlock",
          () -> withChosen(line -> settingsOf().manage(new UnlockSignIn(line.name()), () -> {})));
  private final PasswordField reset = new PasswordField();
  private final TextField name = new TextField();
  private final TextField fullName = new TextField();
  private final ChoiceBox<Role> newRole = roles("settings-staff-new-role");
  private final PasswordField password = new PasswordField();

  StaffPane(SettingsViewModel settings, Texts texts, Figures figures) {
    this.settings = settings;
    this.texts = texts;
    getStyleClass().add("fields");
    for (var choice : List.of(role, newRole)) {
      choice.setConverter(roleNames());
    }
    for (var button : List.of(grant, suspend, unlock)) {
      button.setText(texts.get("settings.staff." + button.getUserData()));
    }
    fillTable(figures);
    boolean mayManage = settings.whyNot(Section.STAFF).isEmpty();
    var about = about();
    about.setDisable(!mayManage && !settings.mayUnlock());
    var adding = adding();
    adding.setDisable(!mayManage);
    getChildren().addAll(table, about, adding);
    settings.shownProperty().subscribe(shown -> shown.ifPresent(this::show));
    role.valueProperty().subscribe(_ -> showChosen());
    showChosen();
  }

  private SettingsViewModel settingsOf() {
    return settings;
  }

  private void fillTable(Figures figures) {
    var cells = new Cells(figures);
    TableColumn<StaffLine, String> names = column("name", 90);
    cells.text(names, line -> line.name().value(), "mono");
    TableColumn<StaffLine, String> full = column("full-name", 140);
    cells.text(full, StaffLine::fullName);
    TableColumn<StaffLine, String> held = column("roles", 150);
    cells.text(held, this::roles);
    TableColumn<StaffLine, String> state = column("state", 90);
    cells.text(state, this::state, "muted");
    TableColumn<StaffLine, String> last = column("last", 150);
    cells.text(
        last,
        line ->
            line.lastSignIn()
                .map(moment -> figures.dayAndMinute(moment, 0))
                .orElseGet(() -> texts.get("settings.staff.never")),
        "muted");
    table.setId("settings-staff");
    table.getColumns().setAll(List.of(names, full, held, state, last));
    table.getStyleClass().addAll("plain-table", "framed");
    table.setFixedCellSize(34);
    table.setPrefHeight(240);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    table.setAccessibleText(texts.get("settings.section.staff"));
    table.setPlaceholder(new Label(texts.get("settings.staff.empty")));
    table.getSelectionModel().selectedItemProperty().subscribe(_ -> showChosen());
  }

  private TableColumn<StaffLine, String> column(String word, double width) {
    var column = new TableColumn<StaffLine, String>(texts.get("settings.staff." + word));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private String roles(StaffLine line) {
    return line.roles().stream().sorted().map(this::roleName).collect(Collectors.joining(", "));
  }

  private String roleName(Role one) {
    return texts.get("settings.role." + ChangeHistory.word(one.code()));
  }

  private String state(StaffLine line) {
    if (line.suspended()) {
      return texts.get("settings.staff.suspended");
    }
    return texts.get(line.failures().locked() ? "settings.staff.locked" : "settings.staff.active");
  }

  private static ChoiceBox<Role> roles(String id) {
    var box = new ChoiceBox<Role>();
    box.setId(id);
    box.getItems().setAll(Role.values());
    box.setValue(Role.TELLER);
    return box;
  }

  private StringConverter<Role> roleNames() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable Role value) {
        return value == null ? "" : roleName(value);
      }

      @Override
      public @Nullable Role fromString(String text) {
        return null;
      }
    };
  }

  private Button button(String word, Runnable act) {
    var button = new Button();
    button.setId("settings-staff-" + word);
    button.setUserData(word);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> act.run());
    return button;
  }

  private VBox about() {
    chosenName.getStyleClass().add("semibold");
    chosenName.setId("settings-staff-chosen");
    reason.setId("settings-staff-reason");
    reason.setPromptText(texts.get("settings.staff.reason"));
    reason.setAccessibleText(texts.get("settings.staff.reason"));
    role.setAccessibleText(texts.get("settings.staff.roles"));
    reset.setId("settings-staff-reset-password");
    reset.setPromptText(texts.get("settings.staff.password"));
    reset.setAccessibleText(texts.get("settings.staff.password"));
    var change = button("reset", () -> withChosen(this::resetPassword));
    change.disableProperty().bind(reset.disabledProperty());
    change.setText(texts.get("settings.staff.reset"));
    for (var field : List.of(reason, reset)) {
      HBox.setHgrow(field, Priority.ALWAYS);
    }
    var box =
        new VBox(chosenName, line(role, grant, unlock), line(reason, suspend), line(reset, change));
    box.getStyleClass().add("form");
    return box;
  }

  private VBox adding() {
    var title = new Label(texts.get("settings.staff.add.title"));
    title.getStyleClass().add("semibold");
    var rules = new Label(texts.get("settings.staff.password.rules"));
    rules.getStyleClass().add("label-small");
    rules.setWrapText(true);
    newRole.setAccessibleText(texts.get("settings.staff.roles"));
    newRole.setMaxWidth(Double.MAX_VALUE);
    var add = button("add", this::add);
    add.setText(texts.get("settings.staff.add"));
    add.getStyleClass().add("primary");
    add.disableProperty().bind(settings.underWayProperty());
    password.setOnAction(_ -> add());
    var box =
        new VBox(
            title,
            line(
                field("name", "new-name", name),
                field("full-name", "new-full-name", fullName),
                field("roles", "new-role", newRole)),
            line(field("password", "new-password", password)),
            rules,
            line(add));
    box.getStyleClass().add("form");
    return box;
  }

  private VBox field(String word, String id, Node input) {
    var label = new Label(texts.get("settings.staff." + word));
    label.getStyleClass().add("label-small");
    input.setId("settings-staff-" + id);
    input.setAccessibleText(label.getText());
    var box = new VBox(label, input);
    box.getStyleClass().add("field");
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private static HBox line(Node... parts) {
    var line = new HBox(parts);
    line.getStyleClass().add("field-line");
    return line;
  }

  private void show(SettingsShown now) {
    var chosen = chosen().map(StaffLine::name);
    table.getItems().setAll(now.staff());
    chosen.ifPresent(before ->
        now.staff().stream()
            .filter(line -> line.name().equals(before))
            .findFirst()
            .ifPresent(line -> table.getSelectionModel().select(line)));
    showChosen();
  }

  private Optional<StaffLine> chosen() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  private void showChosen() {
    var line = chosen();
    chosenName.setText(
        line.map(one -> texts.get("settings.staff.chosen", one.fullName(), one.name()))
            .orElseGet(() -> texts.get("settings.staff.choose")));
    boolean manages = settings.whyNot(Section.STAFF).isEmpty();
    boolean has = line.filter(one -> one.roles().contains(role.getValue())).isPresent();
    grant.setText(texts.get(has ? "settings.staff.revoke" : "settings.staff.grant"));
    boolean suspended = line.filter(StaffLine::suspended).isPresent();
    suspend.setText(texts.get(suspended ? "settings.staff.reinstate" : "settings.staff.suspend"));
    for (var node : List.of(role, grant, reason, suspend, reset)) {
      node.setDisable(line.isEmpty() || !manages);
    }
    unlock.setDisable(line.filter(one -> one.failures().count() > 0).isEmpty());
  }

  private void withChosen(java.util.function.Consumer<StaffLine> act) {
    chosen().ifPresentOrElse(act, () -> settings.refuse(Message.of("settings.staff.choose")));
  }

  private void grantOrRevoke(StaffLine line) {
    settings.manage(
        line.roles().contains(role.getValue())
            ? new RevokeRole(line.name(), role.getValue())
            : new GrantRole(line.name(), role.getValue()),
        () -> {});
  }

  private void suspendOrReinstate(StaffLine line) {
    settings.manage(
        line.suspended()
            ? new ReinstateStaff(line.name(), reason.getText().strip())
            : new SuspendStaff(line.name(), reason.getText().strip()),
        reason::clear);
  }

  private void resetPassword(StaffLine line) {
    char[] typed = reset.getText().toCharArray();
    reset.clear();
    settings.withPassword(
        line.name(),
        typed,
        credential -> new ChangePassword(line.name(), credential, true),
        () -> {});
  }

  private void add() {
    char[] typed = password.getText().toCharArray();
    password.clear();
    var wanted = StaffName.parse(name.getText());
    if (wanted.isEmpty()) {
      Arrays.fill(typed, '\0');
      settings.refuse(Message.of("settings.staff.name.wrong"));
      return;
    }
    var holder = fullName.getText().strip();
    var as = Set.of(newRole.getValue());
    settings.withPassword(
        wanted.get(),
        typed,
        credential -> new AddStaffMember(wanted.get(), holder, as, credential, true),
        () -> {
          name.clear();
          fullName.clear();
        });
  }
}
