package counterfoil.desktop.approval;

import counterfoil.application.ActWords;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.approval.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The text of an act, a line for each of its parts, and why it needs somebody else. */
final class ActTextGrid {
  private ActTextGrid() {}

  static void fill(GridPane grid, String text, Locale locale) {
    var values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(new ColumnConstraints(), values);
    grid.getChildren().clear();
    int row = 0;
    var lines = ActWords.of(ActText.of(text), locale);
    for (var part : lines) {
      var name = new Label(part.name());
      name.getStyleClass().add("muted");
      name.setMinWidth(Region.USE_PREF_SIZE);
      var value = new Label(part.value());
      value.getStyleClass().add("semibold");
      value.setWrapText(true);
      grid.addRow(row++, name, value);
    }
    // Read out as one text: it is one thing that is signed.
    grid.setAccessibleText(
        lines.stream()
            .map(line -> line.name() + ": " + line.value())
            .collect(Collectors.joining("; ")));
  }

  /** Each condition in words. */
  static List<Label> conditions(Set<Condition> conditions, Texts texts) {
    List<Label> labels = new ArrayList<>();
    for (var condition : conditions.stream().sorted().toList()) {
      var label =
          new Label(
              texts.get(
                  "approval.condition."
                      + condition.code().toLowerCase(Locale.ROOT).replace('_', '-')));
      label.getStyleClass().addAll("chip", "chip-warn");
      label.setMinWidth(Region.USE_PREF_SIZE);
      labels.add(label);
    }
    return labels;
  }
}
