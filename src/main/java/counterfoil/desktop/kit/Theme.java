package counterfoil.desktop.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Light or dark in every window of the program, pop-ups included. */
public final class Theme implements AutoCloseable {
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
  private final ObjectProperty<Choice> choice;
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final Map<Window, Subscription> followed = new HashMap<>();
  private final ListChangeListener<Window> windows = this::followWindows;
  private final Subscription subscriptions;

  /**
   * Follows the system, the choice and the windows until it is closed. To be made on the screen's
   * thread; there is one at a time, since the toolkit has one ground of colours for all windows.
   */
  public Theme(Choice initial) {
    Fonts.load();
    choice = new SimpleObjectProperty<>(initial);
    choose();
    subscriptions =
        Subscription.combine(
            system.subscribe(() -> choose()),
            choice.subscribe(() -> choose()),
            dark.subscribe(this::useBase));
    Window.getWindows().forEach(this::follow);
    Window.getWindows().addListener(windows);
  }

  /** Follows the system. */
  public Theme() {
    this(Choice.SYSTEM);
  }

  /** Lets the windows be; they keep the colours they have. */
  @Override
  public void close() {
    Window.getWindows().removeListener(windows);
    subscriptions.unsubscribe();
    followed.values().forEach(Subscription::unsubscribe);
    followed.clear();
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

  private void followWindows(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::follow);
      change.getRemoved().forEach(this::leave);
    }
  }

  private void follow(Window window) {
    followed.computeIfAbsent(window, key -> key.sceneProperty().subscribe(this::dress));
  }

  private void leave(Window window) {
    Optional.ofNullable(followed.remove(window)).ifPresent(Subscription::unsubscribe);
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
