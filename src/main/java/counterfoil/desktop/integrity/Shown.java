package counterfoil.desktop.integrity;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** What this screen's views do alike. */
final class Shown {
  private Shown() {}

  static void visible(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Whether a view stands in a window: only then does it listen. */
  static ObservableValue<Boolean> inScene(Node root) {
    return root.sceneProperty().map(_ -> true).orElse(false);
  }

  /** A label that is there while there is something to say. */
  static void follow(
      Label label,
      ObservableValue<Optional<Message>> message,
      ObservableValue<Boolean> inScene,
      Texts texts) {
    message
        .when(inScene)
        .subscribe(now -> {
          label.setText(now.map(texts::text).orElse(""));
          visible(label, now.isPresent());
        });
  }
}
