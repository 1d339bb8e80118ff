package counterfoil.desktop.setup;

import counterfoil.application.Ledger;
import counterfoil.application.LedgerPlace;
import counterfoil.application.Ledgers;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/** A ledger is being opened, or could not be. */
public final class OpeningViewModel {
  /** How far opening has come. */
  public sealed interface State {
    record Working() implements State {}

    record Failed(Message message) implements State {}
  }

  private static final Double NOTHING_NEW = -1.0;

  private final Ledgers ledgers;
  private final Background background;
  private final Executor screen;
  private final Consumer<Ledger> opened;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Working());
  private final DoubleProperty progress = new SimpleDoubleProperty(-1);
  private final AtomicReference<Double> reached = new AtomicReference<>(NOTHING_NEW);
  private LedgerPlace place;

  /**
   * @param screen runs on the screen's thread
   * @param opened takes over the open ledger
   */
  public OpeningViewModel(
      Ledgers ledgers,
      LedgerPlace place,
      Background background,
      Executor screen,
      Consumer<Ledger> opened) {
    this.ledgers = ledgers;
    this.place = place;
    this.background = background;
    this.screen = screen;
    this.opened = opened;
  }

  public LedgerPlace place() {
    return place;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** From 0 to 1; below 0 while it is not known. */
  public DoubleProperty progressProperty() {
    return progress;
  }

  public void open() {
    state.set(new State.Working());
    progress.set(-1);
    background.run(
        () -> ledgers.open(place, this::come),
        opened,
        fault -> state.set(new State.Failed(Faults.message(fault))));
  }

  /** Opens the ledger of another folder instead. */
  public void open(Path otherFolder) {
    place = new LedgerPlace.Folder(otherFolder);
    open();
  }

  /** Reports come far more often than frames: only the latest goes to the screen. */
  private boolean come(long done, long total) {
    if (total > 0 && reached.getAndSet((double) done / total).equals(NOTHING_NEW)) {
      screen.execute(() -> progress.set(reached.getAndSet(NOTHING_NEW)));
    }
    return true;
  }
}
