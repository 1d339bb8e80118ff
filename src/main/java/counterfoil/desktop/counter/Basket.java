package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountCommand;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Acts for one customer that are to be recorded together with the one being typed. */
public final class Basket {
  /** More for one customer at once is a mistake, and no longer to be read on one receipt. */
  static final int MAX_ACTS = 8;

  /** An act that is ready. */
  public record Line(AccountCommand command, Message words) {}

  private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());

  public ReadOnlyObjectProperty<List<Line>> linesProperty() {
    return lines.getReadOnlyProperty();
  }

  List<AccountCommand> commands() {
    return lines.get().stream().map(Line::command).toList();
  }

  boolean isEmpty() {
    return lines.get().isEmpty();
  }

  boolean full() {
    return lines.get().size() >= MAX_ACTS;
  }

  void add(Line line) {
    List<Line> more = new ArrayList<>(lines.get());
    more.add(line);
    lines.set(List.copyOf(more));
  }

  void remove(Line line) {
    List<Line> fewer = new ArrayList<>(lines.get());
    fewer.remove(line);
    lines.set(List.copyOf(fewer));
  }

  boolean clear() {
    boolean something = !isEmpty();
    lines.set(List.of());
    return something;
  }
}
