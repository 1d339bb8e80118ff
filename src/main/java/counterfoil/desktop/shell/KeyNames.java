package counterfoil.desktop.shell;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;

/** Keys as a chip shows them: {@code Ctrl K}, or with the platform's own signs. */
final class KeyNames {
  private KeyNames() {}

  static String name(KeyCombination keys) {
    return keys.getDisplayText().replace('+', ' ');
  }

  static Label chip(KeyCombination keys) {
    var chip = new Label(name(keys));
    chip.getStyleClass().add("kbd");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }
}
