package counterfoil.desktop.settings;

import counterfoil.desktop.kit.Texts;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A section of single settings: each with what it means, and saved on its own. */
final class FieldsPane extends VBox {
  private static final int ROWS = 3;
  private static final double SHORT_WIDTH = 150;

  /** Amounts, minutes and hours. */
  private static final Pattern SHORT =
      Pattern.compile("(approval|supervisor|till|over_short|report)\\..*|.*_minutes|opening_hours");

  private final SettingsViewModel settings;
  private final Texts texts;

  FieldsPane(SettingsViewModel settings, Section section, Texts texts) {
    this.settings = settings;
    this.texts = texts;
    getStyleClass().add("fields");
    settings.fields(section).forEach(field -> getChildren().add(row(field)));
  }

  private VBox row(SettingField field) {
    var name = new Label(texts.get("settings.field." + field.word()));
    name.getStyleClass().add("semibold");
    var explained = new Label(texts.get("settings.help." + field.word()));
    explained.getStyleClass().add("label-small");
    explained.setWrapText(true);
    var input = input(field);
    input.setId("settings-" + field.word());
    input.setAccessibleText(name.getText());
    input.setAccessibleHelp(explained.getText());
    input.textProperty().bindBidirectional(field.textProperty());
    input.setEditable(settings.whyNot(field.section()).isEmpty());
    input.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, field));
    HBox.setHgrow(input, Priority.ALWAYS);
    var save = new Button(texts.get("settings.save"));
    save.setId("settings-save-" + field.word());
    save.setMinWidth(USE_PREF_SIZE);
    save.setAccessibleText(texts.get("settings.save.of", name.getText()));
    save.setOnAction(_ -> settings.save(field));
    Runnable offer = () -> save.setVisible(field.changed());
    field.textProperty().subscribe(_ -> offer.run());
    field.keptProperty().subscribe(_ -> offer.run());
    save.disableProperty().bind(settings.underWayProperty());
    var problem = new Label();
    problem.setId("settings-problem-" + field.word());
    problem.getStyleClass().add("field-error");
    field
        .problemProperty()
        .subscribe(why -> {
          problem.setText(why.map(texts::text).orElse(""));
          SettingsView.visible(problem, why.isPresent());
          input.getStyleClass().remove("invalid");
          why.ifPresent(_ -> input.getStyleClass().add("invalid"));
        });
    return SHORT.matcher(field.code()).matches()
        ? beside(name, explained, problem, input, save)
        : below(name, explained, problem, input, save);
  }

  private static VBox below(
      Label name, Label explained, Label problem, TextInputControl input, Button save) {
    var line = new HBox(input, save);
    line.getStyleClass().add("field-line");
    var box = new VBox(name, explained, line, problem);
    box.getStyleClass().add("setting");
    return box;
  }

  /** What is short stands beside its words, so that many can be seen at once. */
  private static VBox beside(
      Label name, Label explained, Label problem, TextInputControl input, Button save) {
    var words = new VBox(name, explained, problem);
    words.getStyleClass().add("setting");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox.setHgrow(input, Priority.NEVER);
    input.setPrefWidth(SHORT_WIDTH);
    input.setMinWidth(SHORT_WIDTH);
    var line = new HBox(words, input, save);
    line.getStyleClass().add("field-beside");
    return new VBox(line);
  }

  private static TextInputControl input(SettingField field) {
    if (field.lines()) {
      var area = new TextArea();
      area.setPrefRowCount(ROWS);
      return area;
    }
    return new TextField();
  }

  private void pressed(KeyEvent event, SettingField field) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      field.undo();
    } else if (event.getCode() == KeyCode.ENTER && (!field.lines() || event.isShortcutDown())) {
      event.consume();
      settings.save(field);
    }
  }
}
