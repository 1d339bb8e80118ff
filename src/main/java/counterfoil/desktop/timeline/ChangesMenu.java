package counterfoil.desktop.timeline;

import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** Steps from change to change: of the account or till under the cursor, or of one field. */
final class ChangesMenu {
  private ChangesMenu() {}

  static void fill(MenuButton menu, TimelineViewModel timeline, Wording wording) {
    menu.getItems()
        .setAll(
            item("account-next", false, timeline::toChangeOfAccount, wording),
            item("account-before", true, timeline::toChangeOfAccount, wording),
            item("till-next", false, timeline::toChangeOfTill, wording),
            item("till-before", true, timeline::toChangeOfTill, wording),
            new SeparatorMenuItem(),
            item("field-next", false, timeline::toChangeOfField, wording),
            item("field-before", true, timeline::toChangeOfField, wording));
    var group = new ToggleGroup();
    for (var field : Change.Field.values()) {
      var item =
          new RadioMenuItem(wording.texts().get("timeline.change.field", wording.field(field)));
      item.setId("followed-" + field.key());
      item.setToggleGroup(group);
      item.setSelected(timeline.followedProperty().get() == field);
      item.setOnAction(_ -> timeline.followedProperty().set(field));
      menu.getItems().add(item);
    }
  }

  private static MenuItem item(String name, boolean back, Consumer<Boolean> step, Wording wording) {
    var item = new MenuItem(wording.texts().get("timeline.change." + name));
    item.setId("change-" + name);
    item.setOnAction(_ -> step.accept(back));
    return item;
  }
}
