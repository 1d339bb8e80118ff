package counterfoil.desktop.kit;

import counterfoil.eventstore.EventStore.Registration;
import counterfoil.eventstore.Head;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Where the ledger stands, on the screen's thread: changes at most once a frame, however many
 * postings a second there are.
 */
public final class LiveHead implements AutoCloseable {
  private final ReadOnlyObjectWrapper<Head> head;
  private final AtomicReference<Optional<Head>> news = new AtomicReference<>(Optional.empty());
  private final AnimationTimer nextFrame =
      new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
          stop();
          news.getAndSet(Optional.empty()).ifPresent(head::set);
        }
      };
  private final Registration registration;

  /**
   * To be made on the screen's thread.
   *
   * @param now where the ledger stands at present
   * @param source registers a listener, as {@code Ledger::whenAdvanced} does
   */
  public LiveHead(Head now, Function<Consumer<Head>, Registration> source) {
    head = new ReadOnlyObjectWrapper<>(now);
    registration = source.apply(this::heard);
  }

  private void heard(Head newHead) {
    if (news.getAndSet(Optional.of(newHead)).isEmpty()) {
      Platform.runLater(nextFrame::start);
    }
  }

  public ReadOnlyObjectProperty<Head> headProperty() {
    return head.getReadOnlyProperty();
  }

  @Override
  public void close() {
    registration.close();
    nextFrame.stop();
  }
}
