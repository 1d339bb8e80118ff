package counterfoil.desktop.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.desktop.Robot;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.Test;

class OneLineFieldTest {
  @Test
  void pasted_line_breaks_and_tabs_become_spaces() {
    Robot.startToolkit();
    String text =
        Robot.onScreen(() -> {
          var content = new ClipboardContent();
          content.putString("Rent\r\nNovember\tflat 7\n");
          Clipboard.getSystemClipboard().setContent(content);
          var field = new OneLineField();
          field.paste();
          return field.getText();
        });
    assertEquals("Rent November flat 7", text);
  }

  @Test
  void any_script_is_pasted_as_it_is() {
    assertEquals("王小明 محمد 👍", OneLineField.onOneLine("王小明 محمد 👍"));
  }
}
