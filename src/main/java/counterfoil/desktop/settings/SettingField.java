package counterfoil.desktop.settings;

import counterfoil.desktop.kit.Message;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One setting as it is typed: what stands in the ledger, and what shall. */
public final class SettingField {
  private final Section section;
  private final String code;
  private final boolean lines;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<String> kept = new ReadOnlyObjectWrapper<>("");

  /**
   * @param code as entries call it, such as {@code till.soft}
   * @param lines whether it may have several lines
   */
  SettingField(Section section, String code, boolean lines) {
    this.section = section;
    this.code = code;
    this.lines = lines;
  }

  Section section() {
    return section;
  }

  String code() {
    return code;
  }

  /** In keys of messages and ids of nodes. */
  String word() {
    return code.replace('.', '-').replace('_', '-');
  }

  boolean lines() {
    return lines;
  }

  StringProperty textProperty() {
    return text;
  }

  /** What the ledger has. */
  ReadOnlyObjectProperty<String> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  boolean changed() {
    return !text.get().strip().equals(kept.get().strip());
  }

  /** Takes what the ledger has; what somebody has begun to type stays. */
  void keep(String value) {
    boolean typing = changed();
    kept.set(value);
    if (!typing) {
      text.set(value);
    }
  }

  /** Back to what the ledger has. */
  void undo() {
    text.set(kept.get());
    problem.set(Optional.empty());
  }

  void saved() {
    kept.set(text.get());
    problem.set(Optional.empty());
  }

  void refused(Message why) {
    problem.set(Optional.of(why));
  }
}
