package counterfoil.desktop.kit;

import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Hands commands to the ledger, one at a time. While one is under way another is not taken. Where
 * it ends in a fault, nobody knows whether it was recorded: the same command then goes out again
 * under its first id, so that it can be recorded once at most.
 */
public final class Handover {
  private final Desk desk;
  private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
  private Optional<Posting> unanswered = Optional.empty();

  public Handover(Desk desk) {
    this.desk = desk;
  }

  public ReadOnlyBooleanProperty underWayProperty() {
    return underWay.getReadOnlyProperty();
  }

  /** Does nothing while another command is under way. */
  public void hand(
      Order order,
      OptionalLong seenVersion,
      Consumer<Outcome> whenAnswered,
      Consumer<Throwable> whenFailed) {
    if (underWay.get()) {
      return;
    }
    Posting posting =
        unanswered
            .filter(earlier -> earlier.order().equals(order))
            .orElseGet(() -> new Posting(UUID.randomUUID(), order, seenVersion));
    unanswered = Optional.of(posting);
    underWay.set(true);
    desk.post(
        posting,
        outcome -> {
          unanswered = Optional.empty();
          underWay.set(false);
          whenAnswered.accept(outcome);
        },
        fault -> {
          underWay.set(false);
          whenFailed.accept(fault);
        });
  }
}
