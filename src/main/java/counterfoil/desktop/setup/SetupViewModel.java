package counterfoil.desktop.setup;

import counterfoil.application.Founding;
import counterfoil.application.Ledger;
import counterfoil.application.Ledgers;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.eventstore.Progress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The first start: a branch of one's own, or a sample to try things out in. */
public final class SetupViewModel {
  /** What founding and practising need. */
  public record Parts(
      Ledgers ledgers,
      Path ledgerFolder,
      Path practiceFolder,
      InstantSource clock,
      ZoneId zone,
      SampleBranch sample,
      Background background,
      Executor screen) {}

  private final Parts parts;
  private final BranchForm form;
  private final Consumer<Ledger> opened;
  private final boolean practised;
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Message>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<String>> told =
      new SimpleObjectProperty<>(Optional.empty());

  /**
   * @param opened takes over the ledger that was founded or opened
   */
  public SetupViewModel(Parts parts, BranchForm form, Consumer<Ledger> opened) {
    this.parts = parts;
    this.form = form;
    this.opened = opened;
    this.practised = parts.ledgers().present(parts.practiceFolder());
  }

  public BranchForm form() {
    return form;
  }

  /** Whether there is a sample branch from before. */
  public boolean practised() {
    return practised;
  }

  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Why the last attempt failed. */
  public ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The latest line on what is being done for the sample. */
  public ObjectProperty<Optional<String>> toldProperty() {
    return told;
  }

  /** Founds the branch's ledger; nothing is done while an answer will not do. */
  public void found() {
    if (working.get() || !form.check()) {
      return;
    }
    var charter =
        Founding.charter(
            form.branch.typed(),
            form.chosenCurrency().orElseThrow(),
            parts.zone(),
            parts.clock().instant(),
            false);
    work(() -> parts.ledgers().found(parts.ledgerFolder(), charter));
  }

  /** Opens the sample branch, founding it where it is the first time. */
  public void practise() {
    if (!working.get()) {
      work(this::openSample);
    }
  }

  private Ledger openSample() {
    var folder = parts.practiceFolder();
    if (!parts.ledgers().present(folder)) {
      parts.sample().found(parts.ledgers(), folder, this::tell);
    }
    return parts.ledgers().open(folder, Progress.NONE);
  }

  private void tell(String line) {
    parts.screen().execute(() -> told.set(Optional.of(line)));
  }

  private void work(Callable<Ledger> opening) {
    working.set(true);
    failure.set(Optional.empty());
    parts
        .background()
        .run(
            opening,
            ledger -> {
              working.set(false);
              opened.accept(ledger);
            },
            fault -> {
              working.set(false);
              told.set(Optional.empty());
              failure.set(Optional.of(Faults.message(fault)));
            });
  }
}
