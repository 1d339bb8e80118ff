package counterfoil.desktop.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the navigation rail: icon, name, keys; the icon alone where the rail is narrow. */
final class RailItem extends Button {
  private final ObservableBooleanValue wide;
  private final Optional<Label> chip;

  RailItem(
      String id,
      String icon,
      String name,
      Optional<KeyCombination> keys,
      ObservableBooleanValue wide,
      Runnable act) {
    setId(id);
    this.wide = wide;
    this.chip = keys.map(KeyNames::chip);
    var label = new Label(name);
    label.getStyleClass().add("rail-name");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var row = new HBox(new FontIcon(icon), label, space);
    chip.ifPresent(row.getChildren()::add);
    for (var part : row.getChildren().subList(1, row.getChildren().size())) {
      part.visibleProperty().bind(wide);
      part.managedProperty().bind(wide);
    }
    row.getStyleClass().add("rail-row");
    row.prefWidthProperty().bind(widthProperty().subtract(20));
    setGraphic(row);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("rail-item");
    setAccessibleText(name);
    setTooltip(new Tooltip(name + keys.map(k -> "  " + KeyNames.name(k)).orElse("")));
    setOnAction(_ -> act.run());
  }

  /**
   * Shows how many things wait there, behind the name or, where the rail is narrow, over it. It
   * takes the place of the keys, which the name would have no room beside.
   */
  void count(ObservableIntegerValue waiting) {
    var row = (HBox) getGraphic();
    var badge = new Label();
    badge.getStyleClass().addAll("chip", "chip-warn", "rail-badge");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    badge.textProperty().bind(Bindings.convert(waiting));
    badge.visibleProperty().bind(Bindings.greaterThan(waiting, 0));
    badge.managedProperty().bind(badge.visibleProperty());
    row.getChildren().add(3, badge);
    chip.ifPresent(
        keys -> keys.visibleProperty().bind(Bindings.and(wide, Bindings.equal(waiting, 0))));
    chip.ifPresent(keys -> keys.managedProperty().bind(keys.visibleProperty()));
  }

  void mark(boolean on) {
    getStyleClass().remove("on");
    if (on) {
      getStyleClass().add("on");
    }
  }
}
