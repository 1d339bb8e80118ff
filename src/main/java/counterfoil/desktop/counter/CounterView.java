package counterfoil.desktop.counter;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** The counter's screen as a whole: follows the ledger, and Esc goes one step back. */
public final class CounterView {
  private final CounterViewModel counter;
  private final ObservableValue<?> head;

  @FXML private StackPane root;

  /**
   * @param head changes when the ledger moves on, at most once a frame
   */
  CounterView(CounterViewModel counter, ObservableValue<?> head) {
    this.counter = counter;
    this.head = head;
  }

  @FXML
  void initialize() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    head.when(inScene).subscribe(_ -> counter.refresh());
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      counter.back();
      event.consume();
    }
  }
}
