package counterfoil.desktop.signin;

import java.util.Arrays;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A password's field: hands over what was typed, and can forget it in the same moment. */
final class PasswordInput {
  private final PasswordField field;
  private final Label capitals;

  /**
   * @param capitals says that the capitals are locked, while they are
   * @param retyped hears that something new is being typed
   */
  PasswordInput(PasswordField field, Label capitals, Runnable retyped) {
    this.field = field;
    this.capitals = capitals;
    capitals.managedProperty().bind(capitals.visibleProperty());
    capitals.setVisible(false);
    field.addEventFilter(KeyEvent.KEY_RELEASED, _ -> lookAtCapitals());
    field.focusedProperty().subscribe(_ -> lookAtCapitals());
    field.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          // Enter is typed as well: it must not take the answer to it away.
          if (event.getCharacter().chars().noneMatch(Character::isISOControl)) {
            retyped.run();
          }
        });
  }

  private void lookAtCapitals() {
    capitals.setVisible(
        field.isFocused() && Platform.isKeyLocked(KeyCode.CAPS).filter(is -> is).isPresent());
  }

  /** What was typed, for whoever wipes it; it stays in the field. */
  char[] typed() {
    var typed = field.getCharacters();
    var password = new char[typed.length()];
    for (int i = 0; i < password.length; i++) {
      password[i] = typed.charAt(i);
    }
    return password;
  }

  /** Hands what was typed to {@code taker}, who wipes it; the field is empty then. */
  void give(Consumer<char[]> taker) {
    char[] password = typed();
    field.clear();
    try {
      taker.accept(Arrays.copyOf(password, password.length));
    } finally {
      Arrays.fill(password, '\0');
    }
  }
}
