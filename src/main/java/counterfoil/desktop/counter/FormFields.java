package counterfoil.desktop.counter;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is typed into the counter's form; kept when the act changes, so nothing is typed twice. */
final class FormFields {
  /** What mostly stays the same from one act to the next. */
  private static final Set<Field> LASTING = EnumSet.of(Field.PRODUCT, Field.CHEQUE_DATE);

  private final ReadOnlyObjectWrapper<Act> act = new ReadOnlyObjectWrapper<>(Act.DEPOSIT);
  private final BooleanProperty payout = new SimpleBooleanProperty(true);
  private final ObjectProperty<Optional<UUID>> hold = new SimpleObjectProperty<>(Optional.empty());
  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
  private UUID id = UUID.randomUUID();

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

  /** The hold that is chosen to be released. */
  ObjectProperty<Optional<UUID>> holdProperty() {
    return hold;
  }

  StringProperty text(Field field) {
    return Objects.requireNonNull(texts.get(field));
  }

  Slip slip() {
    Map<Field, String> typed = new HashMap<>();
    texts.forEach((field, text) -> typed.put(field, text.get()));
    return new Slip(act.get(), typed, payout.get(), hold.get(), id);
  }

  /** Whether nothing has been typed that would be lost. */
  boolean empty() {
    return texts.entrySet().stream()
        .allMatch(text -> LASTING.contains(text.getKey()) || text.getValue().get().isEmpty());
  }

  void whenChanged(Runnable listener) {
    act.subscribe(listener);
    payout.subscribe(listener);
    hold.subscribe(listener);
    texts.values().forEach(text -> text.subscribe(listener));
  }

  /** Empties every field but those that last; returns whether there was anything to empty. */
  boolean clear() {
    boolean something = !empty();
    texts.forEach((field, text) -> {
      if (!LASTING.contains(field)) {
        text.set("");
      }
    });
    payout.set(true);
    hold.set(Optional.empty());
    id = UUID.randomUUID();
    return something;
  }
}
