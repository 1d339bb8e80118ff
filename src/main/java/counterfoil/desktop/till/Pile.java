package counterfoil.desktop.till;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.CashRefusal.NegativePieces;
import counterfoil.domain.cash.CashRefusal.TooManyPieces;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.joda.money.Money;

/** One denomination of a count: how many pieces were typed, and what is wrong with that. */
public final class Pile {
  /** Longer texts are not looked at. */
  private static final int MAX_DIGITS = 12;

  private final Money face;
  private final String label;
  private final StringProperty pieces = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param label as people call it: 50, 0.50
   */
  Pile(Money face, String label, Runnable whenTyped) {
    this.face = face;
    this.label = label;
    pieces.subscribe(() -> {
      problem.set(read());
      whenTyped.run();
    });
  }

  public Money face() {
    return face;
  }

  public String label() {
    return label;
  }

  /** As it was typed; empty counts as none. */
  public StringProperty piecesProperty() {
    return pieces;
  }

  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Nothing where what was typed is no count. */
  OptionalInt count() {
    var text = pieces.get().strip();
    if (problem.get().isPresent()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(text.isEmpty() ? 0 : Integer.parseInt(text));
  }

  private Optional<Message> read() {
    var text = pieces.get().strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.length() > MAX_DIGITS || !text.matches("[-\u2212]?[0-9]+")) {
      return Optional.of(Message.of("till.pieces.not-a-count", label));
    }
    long typed = Long.parseLong(text.replace('\u2212', '-'));
    if (typed < 0) {
      return Optional.of(Refusals.message(new NegativePieces(label, typed)));
    }
    return typed > Cash.MAX_PIECES
        ? Optional.of(Refusals.message(new TooManyPieces(label, typed, Cash.MAX_PIECES)))
        : Optional.empty();
  }
}
