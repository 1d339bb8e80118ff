package counterfoil.desktop.till;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.InputRefusal.AmountTooLarge;
import counterfoil.domain.Limits;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.Denominations;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Cash by denomination, as a person types it: pieces in, value and total out. */
public final class DrawerCount {
  private final CurrencyUnit currency;
  private final ObservableList<Pile> piles = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Money> total;
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<Long> faces = List.of();

  DrawerCount(CurrencyUnit currency) {
    this.currency = currency;
    this.total = new ReadOnlyObjectWrapper<>(Money.zero(currency));
  }

  /**
   * Asks for these denominations, and for what the drawer has besides: a note that was withdrawn
   * still lies there. Where they are the same as before, what was typed stays.
   */
  void ask(Denominations denominations, Cash drawer) {
    var asked = new TreeSet<Long>(Comparator.reverseOrder());
    asked.addAll(denominations.faces());
    asked.addAll(drawer.pieces().keySet());
    if (faces.equals(List.copyOf(asked))) {
      return;
    }
    faces = List.copyOf(asked);
    piles.setAll(
        faces.stream()
            .map(face ->
                new Pile(
                    Money.ofMinor(currency, face), Denominations.label(currency, face), this::add))
            .toList());
    add();
  }

  /** The highest face first. */
  public ObservableList<Pile> piles() {
    return piles;
  }

  /** Of all that can be read. */
  public ReadOnlyObjectProperty<Money> totalProperty() {
    return total.getReadOnlyProperty();
  }

  /** What is wrong with the whole. */
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What a pile is worth; nothing while its count cannot be read. */
  public Optional<Money> value(Pile pile) {
    var count = pile.count();
    return count.isPresent()
        ? Optional.of(pile.face().multipliedBy(count.getAsInt()))
        : Optional.empty();
  }

  /** From 0 to 1: what a pile is worth beside the one that is worth most. */
  public double share(Pile pile) {
    long most = piles.stream().mapToLong(this::worth).max().orElse(0);
    return most == 0 ? 0 : (double) worth(pile) / most;
  }

  private long worth(Pile pile) {
    return pile.face().getAmountMinorLong() * pile.count().orElse(0);
  }

  private void add() {
    long sum = piles.stream().mapToLong(this::worth).sum();
    total.set(Money.ofMinor(currency, sum));
    problem.set(
        sum > Limits.MAX_MINOR_UNITS
            ? Optional.of(
                Refusals.message(
                    new AmountTooLarge(
                        BigDecimal.valueOf(sum, currency.getDecimalPlaces()),
                        Limits.largest(currency))))
            : Optional.empty());
  }

  /** Whether anything was typed. */
  boolean begun() {
    return piles.stream().anyMatch(pile -> !pile.piecesProperty().get().isBlank());
  }

  /** What was counted; nothing while a pile cannot be read. */
  Optional<Cash> cash() {
    SortedMap<Long, Integer> pieces = new TreeMap<>();
    for (var pile : piles) {
      var count = pile.count();
      if (count.isEmpty()) {
        return Optional.empty();
      }
      pieces.put(pile.face().getAmountMinorLong(), count.getAsInt());
    }
    return problem.get().isPresent() ? Optional.empty() : Optional.of(new Cash(currency, pieces));
  }

  void clear() {
    piles.forEach(pile -> pile.piecesProperty().set(""));
  }

  /** Types what {@code cash} has. */
  public void fill(Cash cash) {
    piles.forEach(pile -> {
      int count = cash.pieces(pile.face());
      pile.piecesProperty().set(count == 0 ? "" : Integer.toString(count));
    });
  }
}
