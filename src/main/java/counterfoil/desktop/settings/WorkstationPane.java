package counterfoil.desktop.settings;

import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is this workstation's own and stands in no ledger: its name, language, colours. */
final class WorkstationPane extends VBox {
  private final Texts texts;

  WorkstationPane(SettingsViewModel settings, Texts texts, Theme theme) {
    this.texts = texts;
    getStyleClass().add("fields");
    var name = new Label(settings.workstation());
    name.setId("settings-workstation");
    name.getStyleClass().add("workstation-name");
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
    getChildren().addAll(row("name", name), row("language", languages), row("theme", colours));
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
