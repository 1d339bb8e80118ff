package counterfoil.desktop.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Light or dark in every window of the program, pop-ups included. */
public final class Theme {
  /** What a person chose. */
  public enum Choice {
    SYSTEM,
    LIGHT,
    DARK
  }

  private final String stylesheet =
      Objects.requireNonNull(Theme.class.getResource("theme.css")).toExternalForm();
  private final ObservableValue<ColorScheme> system =
      Platform.getPreferences().colorSchemeProperty();
  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

  /** Follows the system and the choice from now on. To be made on the screen's thread. */
  public Theme() {
    Fonts.load();
    Window.getWindows()
        .addListener(
            (ListChangeListener<Window>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(this::follow);
                  }
                });
    Window.getWindows().forEach(this::follow);
    system.subscribe(_ -> choose());
    choice.subscribe(_ -> choose());
    useBase(dark.get());
    dark.subscribe(this::useBase);
  }

  public ObjectProperty<Choice> choiceProperty() {
    return choice;
  }

  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /** From following the system to light, to dark, and around again. */
  public void chooseNext() {
    choice.set(
        switch (choice.get()) {
          case SYSTEM -> Choice.LIGHT;
          case LIGHT -> Choice.DARK;
          case DARK -> Choice.SYSTEM;
        });
  }

  private void choose() {
    dark.set(
        switch (choice.get()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> system.getValue() == ColorScheme.DARK;
        });
  }

  private void useBase(boolean toDark) {
    Application.setUserAgentStylesheet(
        toDark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    Window.getWindows().forEach(window -> dress(window.getScene()));
  }

  private void follow(Window window) {
    window.sceneProperty().subscribe(this::dress);
  }

  /** Gives a scene the colours that hold now; scenes in windows get them by themselves. */
  public void dress(@Nullable Scene scene) {
    if (scene == null) {
      return;
    }
    if (!scene.getStylesheets().contains(stylesheet)) {
      scene.getStylesheets().add(stylesheet);
    }
    mark(scene.getRoot());
  }

  private void mark(Parent root) {
    if (!dark.get()) {
      root.getStyleClass().remove("dark");
    } else if (!root.getStyleClass().contains("dark")) {
      root.getStyleClass().add("dark");
    }
  }
}
