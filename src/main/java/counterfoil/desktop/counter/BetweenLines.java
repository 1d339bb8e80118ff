package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.projection.JournalLine;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was recorded on the account while a form was being filled in. */
final class BetweenLines {
  /** More would push the button out of sight; the history beside the form has them all. */
  private static final int MAX_SHOWN = 4;

  private final Texts texts;
  private final Figures figures;

  BetweenLines(Texts texts, Figures figures) {
    this.texts = texts;
    this.figures = figures;
  }

  List<Node> nodes(List<JournalLine> lines) {
    List<Node> nodes = new ArrayList<>();
    var title = new Label(texts.get("counter.between", lines.size()));
    title.getStyleClass().add("notice-title");
    title.setWrapText(true);
    var head = new HBox(new FontIcon("fth-alert-triangle"), title);
    head.getStyleClass().add("notice-head");
    nodes.add(head);
    lines.reversed().stream().limit(MAX_SHOWN).map(this::line).forEach(nodes::add);
    return nodes;
  }

  private Node line(JournalLine line) {
    var what =
        new Label(
            texts.get(
                "counter.between.line",
                line.position(),
                figures.time(line.recordedAt()),
                line.actor()));
    what.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(what, Priority.ALWAYS);
    var amount = new Label(line.amount().map(figures::signed).orElse(""));
    amount.getStyleClass().add("preview-figure");
    amount.setMinWidth(HBox.USE_PREF_SIZE);
    var shown = new HBox(what, amount);
    shown.getStyleClass().add("between-line");
    return shown;
  }
}
