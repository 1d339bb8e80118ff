package counterfoil.desktop.counter;

import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/**
 * A field for one line of any script. What is pasted with line breaks or tabs gets spaces for them:
 * left to itself the toolkit would join the words on both sides.
 */
public final class OneLineField extends TextField {
  @Override
  public void paste() {
    var clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasString()) {
      replaceSelection(onOneLine(clipboard.getString()));
    }
  }

  static String onOneLine(String text) {
    return text.strip().replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
  }
}
