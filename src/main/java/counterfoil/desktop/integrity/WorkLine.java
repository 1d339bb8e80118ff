package counterfoil.desktop.integrity;

import counterfoil.desktop.kit.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/**
 * How far long work has come, and the button that stops it. The cursor goes from the button that
 * begins to the one that stops, and back.
 */
record WorkLine(
    Button start, HBox busy, ProgressBar progress, Label done, Button cancel, Texts texts) {

  /**
   * Esc stops it too.
   *
   * @param root what Esc is heard in
   */
  void listen(Node root, Runnable stop) {
    cancel.setOnAction(_ -> stop.run());
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && busy.isVisible()) {
            event.consume();
            stop.run();
          }
        });
  }

  /**
   * @param allowed whether it may be begun at all
   */
  void show(Optional<LongWork.Share> share, boolean allowed) {
    boolean working = share.isPresent();
    boolean focused = start.isFocused();
    Shown.visible(busy, working);
    if (working && focused) {
      cancel.requestFocus();
    }
    boolean left = cancel.isFocused() && !working;
    start.setDisable(working || !allowed);
    if (left) {
      start.requestFocus();
    }
    share.ifPresent(now -> {
      progress.setProgress(
          now.total() == 0
              ? ProgressBar.INDETERMINATE_PROGRESS
              : (double) now.done() / now.total());
      done.setText(
          now.total() == 0 ? "" : texts.get("integrity.work.done", now.done(), now.total()));
    });
  }
}
