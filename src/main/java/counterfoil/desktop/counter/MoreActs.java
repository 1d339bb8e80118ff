package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** The acts that are done less often, in a menu; one that cannot be done says why. */
final class MoreActs {
  static final List<Act> ACTS =
      List.of(
          Act.HOLD,
          Act.RELEASE,
          Act.FEE,
          Act.OVERDRAFT,
          Act.MINIMUM,
          Act.ADD_HOLDER,
          Act.REMOVE_HOLDER,
          Act.FREEZE,
          Act.UNFREEZE);

  private final CounterForm form;
  private final Texts texts;
  private final Map<Act, MenuItem> items = new EnumMap<>(Act.class);
  private final MenuButton button;

  MoreActs(CounterForm form, Texts texts) {
    this.form = form;
    this.texts = texts;
    button = new MenuButton(texts.get("counter.more"));
    button.setId("more-acts");
    button.setAccessibleText(texts.get("counter.more"));
    for (Act act : ACTS) {
      var item = new MenuItem();
      item.setId("act-" + act.word());
      item.setOnAction(_ -> form.choose(act));
      items.put(act, item);
      button.getItems().add(item);
    }
    button.setOnShowing(_ -> show());
    show();
  }

  MenuButton button() {
    return button;
  }

  private void show() {
    items.forEach((act, item) -> {
      Optional<Message> why = form.whyNot(act);
      String name = texts.get("counter.action." + act.word()) + "   " + act.keyName();
      item.setText(why.map(reason -> texts.get("counter.more.why-not", name, reason)).orElse(name));
      item.setDisable(why.isPresent());
    });
  }
}
