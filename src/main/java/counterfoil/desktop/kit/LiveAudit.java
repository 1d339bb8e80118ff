package counterfoil.desktop.kit;

import counterfoil.application.AuditStatus;
import counterfoil.eventstore.EventStore.Registration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How far the background audit has come, on the screen's thread. */
public final class LiveAudit implements AutoCloseable {
  private final ReadOnlyObjectWrapper<AuditStatus> status;
  private final AtomicReference<AuditStatus> newest;
  private final Executor screen;
  private final Registration registration;

  /**
   * To be made on the screen's thread.
   *
   * @param now how it stands at present
   * @param source registers a listener, as {@code BackgroundAudit::whenChanged} does
   * @param screen runs on the screen's thread, as {@code Platform::runLater} does
   */
  public LiveAudit(
      AuditStatus now, Function<Consumer<AuditStatus>, Registration> source, Executor screen) {
    this.status = new ReadOnlyObjectWrapper<>(now);
    this.newest = new AtomicReference<>(now);
    this.screen = screen;
    this.registration = source.apply(this::heard);
  }

  private void heard(AuditStatus now) {
    newest.set(now);
    screen.execute(() -> status.set(newest.get()));
  }

  public ReadOnlyObjectProperty<AuditStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  @Override
  public void close() {
    registration.close();
  }
}
