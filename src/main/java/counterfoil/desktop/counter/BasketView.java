package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The acts that will be recorded together with the one being typed. */
public final class BasketView {
  private final CounterForm form;
  private final Texts texts;

  @FXML private VBox root;
  @FXML private VBox lines;

  BasketView(CounterForm form, Texts texts) {
    this.form = form;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    form.basket().linesProperty().when(inScene).subscribe(this::show);
  }

  private void show(List<Basket.Line> basket) {
    root.setVisible(!basket.isEmpty());
    root.setManaged(!basket.isEmpty());
    lines.getChildren().setAll(basket.stream().map(this::line).toList());
  }

  private Node line(Basket.Line line) {
    var what =
        new Label(
            texts.get("counter.basket.line", line.words(), CounterPosting.account(line.command())));
    what.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(what, Priority.ALWAYS);
    var remove = new Button("", new FontIcon("fth-x"));
    remove.getStyleClass().addAll("small", "icon-only");
    remove.setAccessibleText(texts.get("counter.basket.remove"));
    remove.setOnAction(_ -> form.basket().remove(line));
    var box = new HBox(new FontIcon("fth-corner-down-right"), what, remove);
    box.getStyleClass().add("basket-line");
    return box;
  }
}
