package counterfoil.desktop.counter;

import counterfoil.application.Order;
import counterfoil.application.Rehearsal;
import counterfoil.application.Session;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.LatestQuestion;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the order being typed would come to, as the ledger says; the newest answer only. */
public final class Forecast {
  /** An answer, and the order that it is for. */
  public record Said(Order order, Rehearsal rehearsal) {}

  private final LatestQuestion<Order, Rehearsal> question;
  private final ReadOnlyObjectWrapper<Optional<Said>> said =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Order> asked = Optional.empty();

  Forecast(Session session, Background background) {
    // Without a forecast the form posts as well: the ledger decides then.
    question = new LatestQuestion<>(background, session::rehearse, this::answered, _ -> {});
  }

  /** Nothing while there is no whole order, or its answer is on its way. */
  public ReadOnlyObjectProperty<Optional<Said>> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Asks about another order; nothing is said until the answer comes. */
  void ask(Optional<Order> order) {
    if (!order.equals(asked)) {
      asked = order;
      said.set(Optional.empty());
      order.ifPresent(question::ask);
    }
  }

  /** The ledger has moved on: what was said is asked again. */
  void refresh() {
    asked.ifPresent(question::ask);
  }

  Optional<Rehearsal> of(Optional<Order> order) {
    return said.get()
        .filter(answer -> order.filter(answer.order()::equals).isPresent())
        .map(Said::rehearsal);
  }

  private void answered(Order order, Rehearsal rehearsal) {
    if (asked.filter(order::equals).isPresent()) {
      said.set(Optional.of(new Said(order, rehearsal)));
    }
  }
}
