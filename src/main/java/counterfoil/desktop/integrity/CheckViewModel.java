package counterfoil.desktop.integrity;

import counterfoil.application.Ledger;
import counterfoil.application.notary.Notary;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.proof.TlogProof;
import counterfoil.report.ProofFile;
import counterfoil.report.ProofFile.Content;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Checks a proof that somebody brings, against this ledger. */
public final class CheckViewModel {
  private final Ledger ledger;
  private final Background background;
  private final StringProperty proof = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Verdict>> verdict =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();

  CheckViewModel(Ledger ledger, Background background) {
    this.ledger = ledger;
    this.background = background;
    // What was said of another text is not true of this one.
    proof.subscribe(_ -> forget());
  }

  /** A proof's text, as it was pasted or read. */
  StringProperty proofProperty() {
    return proof;
  }

  ReadOnlyObjectProperty<Optional<Verdict>> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /** Why nothing could be checked. */
  ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty underWayProperty() {
    return underWay.getReadOnlyProperty();
  }

  /** Why nothing can be checked here. */
  Optional<Message> whyNot() {
    return ledger.notary().isPresent()
        ? Optional.empty()
        : Optional.of(Message.of("integrity.why.no-witness"));
  }

  /** Checks the text. */
  void check() {
    forget();
    if (proof.get().isBlank()) {
      problem.set(Optional.of(Message.of("integrity.check.nothing")));
      return;
    }
    byte[] pasted = asWritten(proof.get());
    ask(() -> judged(pasted), this::show);
  }

  /** A text from the clipboard may have lost its last line's end, or has those of Windows. */
  private static byte[] asWritten(String pasted) {
    return (pasted.replace("\r\n", "\n").strip() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Checks a file with a proof, or a picture of a receipt. */
  void open(Path file) {
    forget();
    ask(() -> ProofFile.read(file), content -> take(content, file));
  }

  private void take(Content content, Path file) {
    switch (content) {
      case Content.Proof(var bytes) -> {
        proof.set(
            bytes.length > TlogProof.MAX_BYTES ? "" : new String(bytes, StandardCharsets.UTF_8));
        ask(() -> judged(bytes), this::show);
      }
      case Content.NoCode _ -> refuse("integrity.check.no-code", file);
      case Content.TooLarge(int most) -> refuse("integrity.check.too-large", file, most);
      case Content.NoPicture _ -> refuse("integrity.check.no-picture", file);
      case Content.OtherKind _ -> refuse("integrity.check.other-kind", file);
      case Content.Unreadable _ -> refuse("integrity.check.unreadable", file);
    }
  }

  /** Makes the proof of an entry, and checks it. */
  void prove(long position) {
    forget();
    ask(
        () -> notary().prove(position).map(TlogProof::toText),
        made -> {
          if (made.isEmpty()) {
            refuse("integrity.check.no-entry", position);
          } else {
            proof.set(made.get());
            check();
          }
        });
  }

  private Notary notary() {
    return ledger.notary().orElseThrow();
  }

  private Verdict judged(byte[] bytes) {
    return Verdict.of(notary().check(bytes), ledger.charter().origin());
  }

  private void show(Verdict judged) {
    verdict.set(Optional.of(judged));
  }

  private <T> void ask(Callable<T> work, Consumer<T> whenDone) {
    var why = whyNot();
    if (why.isPresent() || underWay.get()) {
      problem.set(why);
      return;
    }
    underWay.set(true);
    background.run(
        work,
        done -> {
          underWay.set(false);
          whenDone.accept(done);
        },
        fault -> {
          underWay.set(false);
          problem.set(Optional.of(Faults.message(fault)));
        });
  }

  private void refuse(String key, Object... arguments) {
    problem.set(Optional.of(Message.of(key, arguments)));
  }

  private void forget() {
    verdict.set(Optional.empty());
    problem.set(Optional.empty());
  }
}
