package counterfoil.desktop.settings;

import counterfoil.application.Actor;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.desktop.kit.Workstation;
import counterfoil.domain.Limits;
import counterfoil.report.layout.PaperFormat;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What this workstation is called and prints on. Its name is no fact of the ledger by itself: it
 * stands in each entry, as it was when the entry was made.
 */
final class WorkstationViewModel {
  private final Workstation workstation;
  private final String inUse;
  private final StringProperty name;
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> note =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param inUse the name that the person signed in under
   */
  WorkstationViewModel(Workstation workstation, String inUse) {
    this.workstation = workstation;
    this.inUse = inUse;
    this.name = new SimpleStringProperty(chosen());
    name.subscribe(() -> problem.set(Optional.empty()));
    tell();
  }

  private String chosen() {
    return workstation.nameProperty().get().orElse(inUse);
  }

  /** As it is typed. */
  StringProperty nameProperty() {
    return name;
  }

  ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** From when on another name holds, while it does not yet. */
  ReadOnlyObjectProperty<Optional<Message>> noteProperty() {
    return note.getReadOnlyProperty();
  }

  ObjectProperty<PaperFormat> receiptPaperProperty() {
    return workstation.receiptPaperProperty();
  }

  /** Takes the name that was typed, or says why not. */
  void save() {
    var wanted = name.get().strip();
    var refusal = Limits.refuseName("workstation", wanted, Actor.MAX_NAME_LENGTH);
    problem.set(refusal.map(Refusals::message));
    if (refusal.isEmpty()) {
      workstation.nameProperty().set(Optional.of(wanted));
      tell();
    }
  }

  void undo() {
    name.set(chosen());
  }

  private void tell() {
    note.set(
        chosen().equals(inUse)
            ? Optional.empty()
            : Optional.of(Message.of("settings.workstation.name.later", chosen(), inUse)));
  }
}
