package counterfoil.desktop.integrity;

import counterfoil.application.Ledger;
import counterfoil.application.Verification;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.staff.Permission;
import counterfoil.projection.SignatureAudit.Extent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Proves the whole ledger on demand. */
public final class VerifyViewModel {
  private final Ledger ledger;
  private final Desk desk;
  private final LongWork work;
  private final ObjectProperty<Extent> extent = new SimpleObjectProperty<>(Extent.ALL);
  private final ReadOnlyObjectWrapper<Optional<Verified>> verified =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  VerifyViewModel(Ledger ledger, Desk desk, Background background, Executor screen) {
    this.ledger = ledger;
    this.desk = desk;
    this.work = new LongWork(background, screen);
  }

  /** How many signatures are computed. */
  ObjectProperty<Extent> extentProperty() {
    return extent;
  }

  /** Nothing while none is under way. */
  ReadOnlyObjectProperty<Optional<LongWork.Share>> shareProperty() {
    return work.shareProperty();
  }

  /** The last that was brought to its end, since the program was started. */
  ReadOnlyObjectProperty<Optional<Verified>> verifiedProperty() {
    return verified.getReadOnlyProperty();
  }

  /** Why the last one said nothing. */
  ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Why the person at the desk may not. */
  Optional<Message> whyNot() {
    return desk.may(Permission.VERIFY)
        ? Optional.empty()
        : Optional.of(Message.of("integrity.why.not-permitted"));
  }

  /** Begins, unless one is under way. */
  void start() {
    problem.set(whyNot());
    if (whyNot().isPresent()) {
      return;
    }
    var wanted = extent.get();
    work.begin(
        progress -> {
          long begun = System.nanoTime();
          Verification outcome = ledger.verify(wanted, progress);
          return new Verified(
              outcome,
              wanted,
              ledger.clock().instant(),
              Duration.ofNanos(System.nanoTime() - begun));
        },
        done -> verified.set(Optional.of(done)),
        fault ->
            problem.set(
                Optional.of(
                    fault instanceof CancellationException
                        ? Message.of("integrity.verify.cancelled")
                        : Faults.message(fault))));
  }

  void cancel() {
    work.cancel();
  }
}
