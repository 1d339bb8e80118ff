package counterfoil.desktop.customer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Asks twice before somebody is erased: what it means is read first, and a reason is given. */
public final class ErasureForm {
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final StringProperty reason = new SimpleStringProperty("");
  private final BooleanBinding ready =
      Bindings.createBooleanBinding(() -> open.get() && !reason.get().isBlank(), open, reason);

  ErasureForm() {}

  /** Whether what it means is shown. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public StringProperty reasonProperty() {
    return reason;
  }

  /** Whether it can be done: what it means is shown, and a reason given. */
  public BooleanBinding ready() {
    return ready;
  }

  public void open() {
    open.set(true);
  }

  public void close() {
    open.set(false);
    reason.set("");
  }
}
