package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Texts;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/** What the strip shows and how, and which colour is which kind of entry. */
final class StripMenu {
  private StripMenu() {}

  static void fill(MenuButton menu, StripViewModel strip, Texts texts) {
    var fold = new CheckMenuItem(texts.get("timeline.strip.fold"));
    fold.setId("strip-fold");
    fold.selectedProperty().bindBidirectional(strip.gapsFoldedProperty());
    var whole = new MenuItem(texts.get("timeline.strip.whole"));
    whole.setId("strip-whole");
    whole.setOnAction(_ -> strip.showAll());
    menu.getItems().setAll(fold, whole, new SeparatorMenuItem());
    for (var kind : Kind.values()) {
      var swatch = new Region();
      swatch.getStyleClass().addAll("strip-swatch", kind.key());
      var name = new Label(texts.get("timeline.kind." + kind.key()), swatch);
      var item = new CustomMenuItem(name, false);
      item.setId("strip-kind-" + kind.key());
      menu.getItems().add(item);
    }
  }
}
