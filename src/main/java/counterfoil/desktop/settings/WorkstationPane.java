package counterfoil.desktop.settings;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.report.layout.PaperFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is this workstation's own and stands in no ledger: its name, paper, language, colours. */
final class WorkstationPane extends VBox {
  private final Texts texts;

  WorkstationPane(WorkstationViewModel workstation, Texts texts, Theme theme) {
    this.texts = texts;
    getStyleClass().add("fields");
    var languages = new HBox();
    languages.getStyleClass().add("choices");
    var languageGroup = new ToggleGroup();
    for (var locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      boolean chosen = locale.getLanguage().equals(texts.locale().getLanguage());
      var button =
          choice(languageGroup, locale.getDisplayName(locale), chosen, () -> texts.use(locale));
      button.setId("settings-language-" + locale.getLanguage());
      languages.getChildren().add(button);
    }
    var colours = new HBox();
    colours.getStyleClass().add("choices");
    var colourGroup = new ToggleGroup();
    for (var choice : Theme.Choice.values()) {
      var word = choice.name().toLowerCase(Locale.ROOT);
      var button =
          choice(
              colourGroup,
              texts.get("settings.theme." + word),
              theme.choiceProperty().get() == choice,
              () -> theme.choiceProperty().set(choice));
      button.setId("settings-theme-" + word);
      colours.getChildren().add(button);
    }
    getChildren()
        .addAll(
            row("name", name(workstation)),
            row("paper", papers(workstation)),
            row("language", languages),
            row("theme", colours));
  }

  private VBox name(WorkstationViewModel workstation) {
    var input = new TextField();
    input.setId("settings-workstation");
    input.setAccessibleText(texts.get("settings.workstation.name"));
    input.textProperty().bindBidirectional(workstation.nameProperty());
    input.setOnAction(_ -> workstation.save());
    input.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        event.consume();
        workstation.undo();
      }
    });
    HBox.setHgrow(input, Priority.ALWAYS);
    var save = new Button(texts.get("settings.save"));
    save.setId("settings-workstation-save");
    save.setMinWidth(USE_PREF_SIZE);
    save.setOnAction(_ -> workstation.save());
    var line = new HBox(input, save);
    line.getStyleClass().add("field-line");
    return new VBox(
        line,
        said("problem", "field-error", workstation.problemProperty()),
        said("note", "muted", workstation.noteProperty()));
  }

  private Label said(String word, String style, ObservableValue<Optional<Message>> what) {
    var label = new Label();
    label.setId("settings-workstation-" + word);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    what.subscribe(message -> {
      label.setText(message.map(texts::text).orElse(""));
      SettingsView.visible(label, message.isPresent());
    });
    return label;
  }

  private HBox papers(WorkstationViewModel workstation) {
    var papers = new HBox();
    papers.getStyleClass().add("choices");
    var group = new ToggleGroup();
    var chosen = workstation.receiptPaperProperty();
    for (var format : List.of(PaperFormat.ROLL_80, PaperFormat.A4)) {
      var word = format.isRoll() ? "roll" : "a4";
      var button =
          choice(
              group,
              texts.get("settings.paper." + word),
              chosen.get() == format,
              () -> chosen.set(format));
      button.setId("settings-paper-" + word);
      papers.getChildren().add(button);
    }
    return papers;
  }

  private static ToggleButton choice(
      ToggleGroup group, String text, boolean chosen, Runnable choose) {
    var button = new ToggleButton(text);
    button.setToggleGroup(group);
    button.setSelected(chosen);
    button.setOnAction(_ -> {
      button.setSelected(true);
      choose.run();
    });
    return button;
  }

  private VBox row(String word, Node content) {
    var name = new Label(texts.get("settings.workstation." + word));
    name.getStyleClass().add("semibold");
    var explained = new Label(texts.get("settings.workstation." + word + ".help"));
    explained.getStyleClass().add("label-small");
    explained.setWrapText(true);
    var box = new VBox(name, explained, content);
    box.getStyleClass().add("setting");
    return box;
  }
}
