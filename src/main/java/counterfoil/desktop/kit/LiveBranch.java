package counterfoil.desktop.kit;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** How the branch stands, on the screen's thread; read anew whenever the ledger has moved on. */
public final class LiveBranch implements AutoCloseable {
  private final ReadOnlyObjectWrapper<BranchNow> now =
      new ReadOnlyObjectWrapper<>(BranchNow.NOTHING);
  private final ReadOnlyObjectWrapper<Optional<Message>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final LatestQuestion<Boolean, BranchNow> question;
  private final Subscription following;

  /**
   * @param read called off the screen's thread
   * @param head changes when the ledger has moved on
   */
  public LiveBranch(Supplier<BranchNow> read, ObservableValue<?> head, Background background) {
    question =
        new LatestQuestion<>(
            background,
            _ -> read.get(),
            (_, answer) -> {
              fault.set(Optional.empty());
              now.set(answer);
            },
            failure -> fault.set(Optional.of(Faults.message(failure))));
    following = head.subscribe(_ -> refresh());
  }

  /** Reads again; many calls in a row come as few. */
  public void refresh() {
    question.ask(true);
  }

  public ReadOnlyObjectProperty<BranchNow> nowProperty() {
    return now.getReadOnlyProperty();
  }

  public BranchNow now() {
    return now.get();
  }

  /** Why it could not be read the last time: what is shown is older then. */
  public ReadOnlyObjectProperty<Optional<Message>> faultProperty() {
    return fault.getReadOnlyProperty();
  }

  @Override
  public void close() {
    following.unsubscribe();
  }
}
