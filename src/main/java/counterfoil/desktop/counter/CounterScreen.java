package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Action;
import counterfoil.desktop.shell.Navigation;
import counterfoil.desktop.shell.Screen;
import counterfoil.domain.account.AccountNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/** The counter among the desktop's screens, with what can be done there. */
public final class CounterScreen implements Screen {
  static final KeyCombination FIND_KEYS = KeyCombination.valueOf("Shortcut+F");

  private final CounterViewModel counter;
  private final List<Action> actions;

  public CounterScreen(CounterViewModel counter) {
    this.counter = counter;
    List<Action> all = new ArrayList<>();
    for (Act act : Act.values()) {
      all.add(action(act));
    }
    all.add(
        Action.of("counter.find", "counter.action.find", counter::find).on(FIND_KEYS.getName()));
    this.actions = List.copyOf(all);
  }

  private Action action(Act act) {
    ObservableValue<Optional<Message>> whyNot =
        counter.sheet().accountProperty().map(_ -> counter.form().whyNot(act));
    return new Action(
        "counter." + act.word(),
        "counter.action." + act.word(),
        Optional.of(KeyCombination.valueOf(act.key())),
        () -> counter.form().choose(act),
        whyNot);
  }

  /** What makes the controllers of the counter's views. */
  public Map<Class<?>, Supplier<?>> controllers(
      Texts texts, Figures figures, Navigation navigation, ObservableValue<?> head) {
    return Map.of(
        CounterView.class,
        () -> new CounterView(counter, head, texts),
        FinderView.class,
        () -> new FinderView(counter.finder(), counter.form().attentionProperty(), texts, figures),
        CardView.class,
        () -> new CardView(counter.sheet(), texts, figures),
        HistoryView.class,
        () -> new HistoryView(counter.sheet(), navigation, texts, figures),
        FormView.class,
        () -> new FormView(counter.form(), counter.sheet().accountProperty(), texts, figures));
  }

  @Override
  public String id() {
    return "counter";
  }

  @Override
  public String icon() {
    return "fth-credit-card";
  }

  @Override
  public Class<?> view() {
    return CounterView.class;
  }

  @Override
  public void shown() {
    counter.comeBack();
  }

  @Override
  public List<Action> actions() {
    return actions;
  }

  @Override
  public boolean openAccount(AccountNumber number) {
    counter.open(number);
    return true;
  }
}
