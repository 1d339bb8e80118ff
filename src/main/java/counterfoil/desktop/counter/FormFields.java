package counterfoil.desktop.counter;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is typed into the counter's form; kept when the act changes, so nothing is typed twice. */
final class FormFields {
  private final ReadOnlyObjectWrapper<Act> act = new ReadOnlyObjectWrapper<>(Act.DEPOSIT);
  private final BooleanProperty payout = new SimpleBooleanProperty(true);
  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);

  FormFields() {
    for (Field field : Field.values()) {
      texts.put(field, new SimpleStringProperty(""));
    }
  }

  ReadOnlyObjectProperty<Act> actProperty() {
    return act.getReadOnlyProperty();
  }

  Act act() {
    return act.get();
  }

  void choose(Act newAct) {
    act.set(newAct);
  }

  BooleanProperty payoutProperty() {
    return payout;
  }

  StringProperty text(Field field) {
    return Objects.requireNonNull(texts.get(field));
  }

  Slip slip() {
    Map<Field, String> typed = new HashMap<>();
    texts.forEach((field, text) -> typed.put(field, text.get()));
    return new Slip(act.get(), typed, payout.get());
  }

  void whenChanged(Runnable listener) {
    act.subscribe(listener);
    payout.subscribe(listener);
    texts.values().forEach(text -> text.subscribe(listener));
  }

  /**
   * Empties every field but the product, which mostly stays the same from one opening to the next;
   * returns whether there was anything to empty.
   */
  boolean clear() {
    boolean something = false;
    for (var text : texts.entrySet()) {
      if (text.getKey() != Field.PRODUCT && !text.getValue().get().isEmpty()) {
        something = true;
        text.getValue().set("");
      }
    }
    payout.set(true);
    return something;
  }
}
