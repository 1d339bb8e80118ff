package counterfoil.desktop.day;

import static javafx.scene.input.KeyCode.DOWN;

import counterfoil.desktop.Robot;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.Denominations;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TextField;
import org.joda.money.Money;

/**
 * Types pieces of notes and coins, from the largest one on downwards.
 *
 * @param prefix of the ids of its fields
 */
record Counting(Robot robot, String prefix) {
  void type(Cash cash) {
    var denominations = Denominations.builtIn(cash.currency());
    List<Money> faces = denominations.values();
    List<String> labels = denominations.labels();
    // What is proposed holds for every pile that nobody types another number for.
    List<Integer> typed =
        IntStream.range(0, faces.size())
            .filter(i ->
                cash.pieces(faces.get(i)) > 0 || !field(labels.get(i)).getPromptText().isEmpty())
            .boxed()
            .toList();
    int at = 0;
    for (int pile : typed) {
      for (; at < pile; at++) {
        robot.press(DOWN);
      }
      robot.untilFocused(id(labels.get(pile)));
      robot.type(String.valueOf(cash.pieces(faces.get(pile))));
    }
  }

  private String id(String label) {
    return prefix + label.replace('.', '-');
  }

  private TextField field(String label) {
    return (TextField) robot.node(id(label));
  }
}
