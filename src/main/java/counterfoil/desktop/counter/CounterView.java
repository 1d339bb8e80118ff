package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The counter's screen as a whole: follows the ledger, and Esc goes one step back. */
public final class CounterView {
  private final CounterViewModel counter;
  private final ObservableValue<?> head;
  private final Texts texts;

  @FXML private StackPane root;
  @FXML private HBox keeping;

  /**
   * @param head changes when the ledger moves on, at most once a frame
   */
  CounterView(CounterViewModel counter, ObservableValue<?> head, Texts texts) {
    this.counter = counter;
    this.head = head;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    head.when(inScene).subscribe(_ -> counter.refresh());
    var acts =
        new ActButtons(counter.form(), texts, keeping, List.of(Act.CHEQUE, Act.OPEN, Act.CLOSE));
    keeping.getChildren().add(new MoreActs(counter.form(), texts).button());
    counter.form().actProperty().when(inScene).subscribe(_ -> acts.show());
    counter.sheet().accountProperty().when(inScene).subscribe(_ -> acts.show());
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      counter.back();
      event.consume();
    }
  }
}
