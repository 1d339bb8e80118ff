package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** The choice of acts, each with its key; one that cannot be done is dimmed and says why. */
final class ActButtons {
  private record Choice(ToggleButton button, Tooltip why, StackPane place) {}

  private final CounterForm form;
  private final Texts texts;
  private final Map<Act, Choice> choices = new EnumMap<>(Act.class);

  /** Buttons for {@code acts}, put into {@code row}. */
  ActButtons(CounterForm form, Texts texts, Pane row, List<Act> acts) {
    this.form = form;
    this.texts = texts;
    for (Act act : acts) {
      Choice choice = choice(act);
      choices.put(act, choice);
      row.getChildren().add(choice.place());
    }
  }

  private Choice choice(Act act) {
    var key = new Label(act.keyName());
    key.getStyleClass().add("kbd");
    var button = new ToggleButton(texts.get("counter.act." + act.word()), key);
    button.setId("act-" + act.word());
    button.getStyleClass().add("act");
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(texts.get("counter.action." + act.word()) + " " + act.keyName());
    button.setOnAction(_ -> {
      form.choose(act);
      show();
    });
    // A disabled button hears no mouse: what lies under it says why.
    var place = new StackPane(button);
    HBox.setHgrow(place, Priority.ALWAYS);
    return new Choice(button, new Tooltip(), place);
  }

  /** Brings the buttons up to date with what can be done now. */
  void show() {
    choices.forEach((act, choice) -> {
      Optional<String> why = form.whyNot(act).map(texts::text);
      choice.button().setSelected(act == form.actProperty().get());
      choice.button().setDisable(why.isPresent());
      choice.button().setAccessibleHelp(why.orElse(null));
      Tooltip.uninstall(choice.place(), choice.why());
      why.ifPresent(text -> {
        choice.why().setText(text);
        Tooltip.install(choice.place(), choice.why());
      });
    });
  }
}
