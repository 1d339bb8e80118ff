package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.CashReading;
import counterfoil.domain.cash.Denominations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.joda.money.Money;

/**
 * Notes and coins of an act by pieces. Where nobody has typed any, they are as the ledger proposes
 * them: the fewest pieces for what is paid in, and what the drawer has for what is paid out.
 */
public final class CashForm {
  /** Which way the cash goes. */
  public enum Way {
    IN,
    OUT,
    NONE
  }

  /**
   * The cash as it stands.
   *
   * @param due what it must come to; nothing while that is not known
   * @param told as typed; nothing where nothing was, or where it cannot be read
   * @param proposed what holds where nothing was typed
   * @param wrong what cannot be read
   */
  public record Count(
      Way way,
      Optional<Money> due,
      Optional<Cash> told,
      Optional<Cash> proposed,
      Optional<Message> wrong) {
    /** Whether pieces have been typed, readable or not. */
    public boolean touched() {
      return told.isPresent() || wrong.isPresent();
    }

    /** What is still to be counted; nothing where it is enough, or nothing is due. */
    public Optional<Money> missing() {
      return told.flatMap(cash -> due.map(sum -> sum.minus(cash.total())))
          .filter(Money::isPositive);
    }

    /** What was counted too much: change where the customer pays in. */
    public Optional<Money> beyond() {
      return told.flatMap(cash -> due.map(sum -> cash.total().minus(sum)))
          .filter(Money::isPositive);
    }

    /** Whether the act can be posted with it. */
    public boolean fits() {
      return way == Way.NONE
          || (wrong.isEmpty() && missing().isEmpty() && (way == Way.IN || beyond().isEmpty()));
    }
  }

  private final SequencedMap<String, StringProperty> pieces = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<Denominations> denominations;
  private final ReadOnlyObjectWrapper<Count> count;
  private final List<Runnable> listeners = new ArrayList<>();
  private Way way = Way.NONE;
  private Optional<Money> due = Optional.empty();
  private Optional<Cash> proposed = Optional.empty();
  private boolean settingMany;

  CashForm(Denominations first) {
    denominations = new ReadOnlyObjectWrapper<>(first);
    count = new ReadOnlyObjectWrapper<>(read());
    arrange(first);
  }

  /** Takes another table of notes and coins; what was typed for those that stay is kept. */
  void use(Denominations table) {
    if (!table.equals(denominations.get())) {
      arrange(table);
      denominations.set(table);
    }
  }

  private void arrange(Denominations table) {
    Map<String, String> before = new HashMap<>();
    pieces.forEach((label, text) -> before.put(label, text.get()));
    pieces.clear();
    for (String label : table.labels()) {
      var text = new SimpleStringProperty(before.getOrDefault(label, ""));
      pieces.put(label, text);
      text.subscribe((old, now) -> typed(label, old, now));
    }
  }

  /** The notes and coins that the branch takes and gives. */
  public ObservableValue<Denominations> denominationsProperty() {
    return denominations.getReadOnlyProperty();
  }

  /** How many pieces of the face value, as typed: of a label of {@link Denominations#labels}. */
  public StringProperty piecesProperty(String label) {
    return Objects.requireNonNull(pieces.get(label));
  }

  public ReadOnlyObjectProperty<Count> countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Hears when pieces were typed. */
  void whenTyped(Runnable listener) {
    listeners.add(listener);
  }

  /** Says what the cash is for. */
  void expect(Way newWay, Optional<Money> newDue) {
    way = newWay;
    due = newDue;
    count.set(read());
  }

  /** What the ledger would take or give where nobody says anything else. */
  void propose(Optional<Cash> cash) {
    proposed = cash;
    count.set(read());
  }

  boolean clear() {
    boolean something = pieces.values().stream().anyMatch(text -> !text.get().isEmpty());
    many(() -> pieces.values().forEach(text -> text.set("")));
    return something;
  }

  /** What of a proposal is changed leaves the rest of it as it was. */
  private void typed(String label, String old, String now) {
    if (settingMany || old.equals(now)) {
      return;
    }
    boolean first =
        pieces.entrySet().stream()
            .allMatch(text ->
                text.getKey().equals(label) ? old.isEmpty() : text.getValue().get().isEmpty());
    if (first && way == Way.OUT) {
      proposed.ifPresent(cash -> many(() -> adopt(cash, label)));
    }
    count.set(read());
    listeners.forEach(Runnable::run);
  }

  private void adopt(Cash cash, String except) {
    cash.written()
        .forEach((face, number) ->
            Optional.ofNullable(pieces.get(face))
                .filter(_ -> !face.equals(except))
                .ifPresent(text -> text.set(String.valueOf(number))));
  }

  private void many(Runnable change) {
    settingMany = true;
    change.run();
    settingMany = false;
    count.set(read());
  }

  private Count read() {
    Map<String, Long> told = new LinkedHashMap<>();
    for (var piece : pieces.entrySet()) {
      String typed = piece.getValue().get().strip();
      if (!typed.isEmpty()) {
        Optional<Long> number = number(typed);
        if (number.isEmpty()) {
          return wrong(Message.of("counter.cash.not-pieces", typed, piece.getKey()));
        }
        told.put(piece.getKey(), number.get());
      }
    }
    if (told.isEmpty()) {
      return new Count(way, due, Optional.empty(), proposed, Optional.empty());
    }
    return switch (Cash.read(denominations.get(), told)) {
      case CashReading.Told(var cash) ->
          new Count(way, due, Optional.of(cash), proposed, Optional.empty());
      case CashReading.Refused(var refusal) -> wrong(Refusals.message(refusal));
    };
  }

  private Count wrong(Message why) {
    return new Count(way, due, Optional.empty(), proposed, Optional.of(why));
  }

  /** Digits, with a minus that is refused in words; longer ones are no number of pieces at all. */
  private static Optional<Long> number(String typed) {
    return typed.matches("[-\u2212]?[0-9]{1,12}")
        ? Optional.of(Long.parseLong(typed.replace('\u2212', '-')))
        : Optional.empty();
  }
}
