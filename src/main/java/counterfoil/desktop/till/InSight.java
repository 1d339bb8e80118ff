package counterfoil.desktop.till;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Nothing is followed by a view that is off the screen. */
final class InSight {
  private InSight() {}

  static ObservableValue<Boolean> of(Node root) {
    return root.sceneProperty().map(_ -> true).orElse(false);
  }

  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
