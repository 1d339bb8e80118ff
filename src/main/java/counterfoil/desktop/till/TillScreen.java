package counterfoil.desktop.till;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Action;
import counterfoil.desktop.shell.Screen;
import counterfoil.domain.till.TillId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;

/** The till among the desktop's screens, with what can be done there. */
public final class TillScreen implements Screen {
  private final TillViewModel till;
  private final DayViewModel day;
  private final IntegerProperty arrivals = new SimpleIntegerProperty();
  private final List<Action> actions;

  public TillScreen(TillViewModel till, DayViewModel day) {
    this.till = till;
    this.day = day;
    this.actions =
        List.of(
            Action.of("till.submit", "till.action.submit", till::submit).on("Shortcut+Enter"),
            action("close", Task.CLOSE, () -> begin(Task.CLOSE)),
            action("sell", Task.OFFER, this::sell),
            action("count", Task.COUNT, () -> begin(Task.COUNT)));
  }

  private Action action(String id, Task task, Runnable act) {
    ObservableValue<Optional<Message>> whyNot =
        till.shownProperty()
            .map(_ ->
                till.tasks().contains(task)
                    ? till.whyNot(task)
                    : Optional.of(Message.of("till.why.open-first")));
    return Action.of("till." + id, "till.action." + id, act).unless(whyNot);
  }

  private void begin(Task task) {
    till.begin(task);
    arrivals.set(arrivals.get() + 1);
  }

  private void sell() {
    till.offerTo(TillId.VAULT);
    arrivals.set(arrivals.get() + 1);
  }

  /** What makes the controllers of the till's views. */
  public Map<Class<?>, Supplier<?>> controllers(Texts texts, Figures figures) {
    return Map.of(
        TillView.class,
        () -> new TillView(till, day, texts),
        HeadView.class,
        () -> new HeadView(till, texts, figures),
        CountView.class,
        () -> new CountView(till, arrivals, texts, figures),
        TaskView.class,
        () -> new TaskView(till, texts, figures),
        OffersView.class,
        () -> new OffersView(till, texts, figures),
        DayView.class,
        () -> new DayView(day, texts, figures));
  }

  @Override
  public String id() {
    return "till";
  }

  @Override
  public String icon() {
    return "fth-inbox";
  }

  @Override
  public Class<?> view() {
    return TillView.class;
  }

  @Override
  public void shown() {
    till.refresh();
    arrivals.set(arrivals.get() + 1);
  }

  @Override
  public List<Action> actions() {
    return actions;
  }

  @Override
  public boolean openTill(Optional<TillId> wanted) {
    till.open(wanted);
    return true;
  }

  @Override
  public ObservableIntegerValue waiting() {
    return till.waitingProperty();
  }
}
