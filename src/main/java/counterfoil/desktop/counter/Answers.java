package counterfoil.desktop.counter;

import counterfoil.application.Outcome.ChangedMeanwhile;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.Refusal;
import counterfoil.projection.AccountLine;
import counterfoil.projection.JournalLine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the ledger said to the form's last posting, until it no longer matters. */
public final class Answers {
  private final ReadOnlyObjectWrapper<Optional<Message>> confirmation = nothing();
  private final ReadOnlyObjectWrapper<Optional<Long>> receipt = nothing();
  private final ReadOnlyObjectWrapper<Optional<Message>> fault = nothing();
  private final ReadOnlyObjectWrapper<List<JournalLine>> between =
      new ReadOnlyObjectWrapper<>(List.of());
  private Optional<Problem> refusal = Optional.empty();
  private OptionalLong versionToAwait = OptionalLong.empty();

  private static <T> ReadOnlyObjectWrapper<Optional<T>> nothing() {
    return new ReadOnlyObjectWrapper<>(Optional.empty());
  }

  ReadOnlyObjectProperty<Optional<Message>> confirmationProperty() {
    return confirmation.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Message>> faultProperty() {
    return fault.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<JournalLine>> betweenProperty() {
    return between.getReadOnlyProperty();
  }

  Optional<Problem> refusal() {
    return refusal;
  }

  /**
   * Whether the card does not yet show what came in between: nothing is posted on it until then.
   */
  boolean awaits(Optional<AccountLine> account) {
    return versionToAwait.isPresent()
        && account.filter(line -> line.version() >= versionToAwait.getAsLong()).isEmpty();
  }

  void posted(Message message, long position) {
    forget();
    receipt.set(Optional.of(position));
    confirmation.set(Optional.of(message));
  }

  /** It is not recorded yet: it waits for its approval. */
  void queued(Message message) {
    forget();
    confirmation.set(Optional.of(message));
  }

  /** The entry that a receipt can be had for; nothing once the next act begins. */
  ReadOnlyObjectProperty<Optional<Long>> receiptProperty() {
    return receipt.getReadOnlyProperty();
  }

  void refused(Refusal why, String payee) {
    between.set(List.of());
    refusal = Optional.of(Problem.of(why, payee));
  }

  void changed(ChangedMeanwhile changed) {
    versionToAwait = changed.between().stream().mapToLong(JournalLine::version).max();
    between.set(changed.between());
  }

  void failed(Throwable why) {
    fault.set(Optional.of(Faults.message(why)));
  }

  /** Something was typed: the refusal was about what stood there before. */
  void outdateRefusal() {
    refusal = Optional.empty();
  }

  /** The next posting begins; what came in between stays in sight until it is answered. */
  void begin() {
    confirmation.set(Optional.empty());
    receipt.set(Optional.empty());
    fault.set(Optional.empty());
    refusal = Optional.empty();
  }

  /** Forgets everything but the confirmation; returns whether there was anything. */
  boolean forget() {
    boolean something = !between.get().isEmpty() || fault.get().isPresent();
    refusal = Optional.empty();
    versionToAwait = OptionalLong.empty();
    between.set(List.of());
    fault.set(Optional.empty());
    return something;
  }
}
