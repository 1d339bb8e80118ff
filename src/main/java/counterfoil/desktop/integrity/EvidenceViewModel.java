package counterfoil.desktop.integrity;

import counterfoil.application.Ledger;
import counterfoil.application.export.EvidenceExport;
import counterfoil.application.export.ExportFailed;
import counterfoil.application.export.Exports;
import counterfoil.application.export.Exports.Result;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.staff.Permission;
import counterfoil.evidence.PackWriter.PackTooLarge;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Takes the whole ledger out of the program as one file of evidence. */
public final class EvidenceViewModel {
  private final Ledger ledger;
  private final Desk desk;
  private final LongWork work;
  private final Runnable whenSigned;
  private final ReadOnlyObjectWrapper<Optional<Message>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param whenSigned hears that there is a checkpoint more
   */
  EvidenceViewModel(
      Ledger ledger, Desk desk, Background background, Executor screen, Runnable whenSigned) {
    this.ledger = ledger;
    this.desk = desk;
    this.work = new LongWork(background, screen);
    this.whenSigned = whenSigned;
  }

  /** Nothing while none is under way. */
  ReadOnlyObjectProperty<Optional<LongWork.Share>> shareProperty() {
    return work.shareProperty();
  }

  /** Where the last file is. */
  ReadOnlyObjectProperty<Optional<Message>> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Why there is none. */
  ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Why the person at the desk may not, or nobody can here. */
  Optional<Message> whyNot() {
    if (!desk.may(Permission.EXPORT)) {
      return Optional.of(Message.of("integrity.why.no-export"));
    }
    return ledger.notary().isPresent()
        ? Optional.empty()
        : Optional.of(Message.of("integrity.why.no-witness"));
  }

  /** What the file is best called. */
  String suggestedName() {
    return EvidenceExport.PACK;
  }

  /** Begins, unless one is under way; nothing is overwritten. */
  void export(Path out) {
    if (work.underWay()) {
      return;
    }
    outcome.set(Optional.empty());
    problem.set(whyNot());
    if (whyNot().isPresent()) {
      return;
    }
    work.begin(
        progress ->
            new EvidenceExport(
                    ledger, ledger.notary().orElseThrow(), new Exports(ledger, desk.session()))
                .write(out, progress),
        this::take,
        fault -> problem.set(Optional.of(message(fault))));
  }

  void cancel() {
    work.cancel();
  }

  private void take(Result result) {
    switch (result) {
      case Result.Done done ->
          outcome.set(
              Optional.of(
                  Message.of("integrity.evidence.done", done.files().getFirst(), done.position())));
      case Result.No(var refusal) -> problem.set(Optional.of(Refusals.message(refusal)));
    }
    whenSigned.run();
  }

  private static Message message(Throwable fault) {
    return switch (fault) {
      case CancellationException _ -> Message.of("integrity.evidence.cancelled");
      case ExportFailed e when e.getCause() instanceof PackTooLarge ->
          Message.of("integrity.evidence.too-large");
      case ExportFailed e ->
          switch (e.reason()) {
            case EXISTS -> Message.of("integrity.evidence.exists", e.file());
            case NOT_WRITABLE -> Message.of("integrity.evidence.not-written", e.file());
          };
      default -> Faults.message(fault);
    };
  }
}
