package counterfoil.desktop.shell;

import counterfoil.desktop.kit.Message;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can do: found in the palette, by its keys, and in tooltips.
 *
 * @param id unique in the window, such as {@code counter.deposit}
 * @param nameKey of the message bundle: what it does, in the imperative
 * @param whyNot why it cannot be done now; empty when it can
 */
public record Action(
    String id,
    String nameKey,
    Optional<KeyCombination> keys,
    Runnable run,
    ObservableValue<Optional<Message>> whyNot) {

  /** An action that can always be done. */
  public static Action of(String id, String nameKey, Runnable run) {
    return new Action(
        id,
        nameKey,
        Optional.empty(),
        run,
        new ReadOnlyObjectWrapper<>(Optional.<Message>empty()).getReadOnlyProperty());
  }

  /** The same on keys as {@link KeyCombination#valueOf} reads them: {@code F2, Shortcut+K}. */
  public Action on(String keyCombination) {
    return new Action(
        id, nameKey, Optional.of(KeyCombination.valueOf(keyCombination)), run, whyNot);
  }

  /** The same, unavailable while {@code reason} holds one. */
  public Action unless(ObservableValue<Optional<Message>> reason) {
    return new Action(id, nameKey, keys, run, reason);
  }

  public boolean available() {
    return whyNot.getValue().isEmpty();
  }
}
