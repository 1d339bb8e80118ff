package counterfoil.desktop.counter;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field of the form on screen: its input, and under it, in words, what is wrong. */
final class FormField {
  private static final String INVALID = "invalid";

  private final VBox box;
  private final Control input;
  private final Node framed;
  private final Label problem = new Label();
  private final HBox problemLine = new HBox(new FontIcon("fth-alert-circle"), problem);

  /**
   * @param box holds the name and the input; the problem is added to it
   * @param framed what is drawn red around the input: itself, or what stands for its frame
   */
  FormField(VBox box, Control input, Node framed) {
    this.box = box;
    this.input = input;
    this.framed = framed;
    problem.getStyleClass().add("field-error");
    problem.setWrapText(true);
    problem.setId(input.getId() + "-problem");
    problemLine.getStyleClass().add("problem");
    box.getChildren().add(problemLine);
    say(Optional.empty());
  }

  Control input() {
    return input;
  }

  void setVisible(boolean visible) {
    box.setVisible(visible);
    box.setManaged(visible);
  }

  void say(Optional<String> what) {
    problem.setText(what.orElse(""));
    problemLine.setVisible(what.isPresent());
    problemLine.setManaged(what.isPresent());
    input.setAccessibleHelp(what.orElse(null));
    if (what.isEmpty()) {
      framed.getStyleClass().remove(INVALID);
    } else if (!framed.getStyleClass().contains(INVALID)) {
      framed.getStyleClass().add(INVALID);
    }
  }

  void focus() {
    focus(input);
    if (input instanceof TextInputControl text) {
      text.selectAll();
    }
  }

  /** Gives a node the cursor, also while its window is only about to be shown. */
  static void focus(Node node) {
    node.requestFocus();
    if (!node.isFocused()) {
      Platform.runLater(node::requestFocus);
    }
  }
}
