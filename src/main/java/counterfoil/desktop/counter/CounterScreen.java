package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Action;
import counterfoil.desktop.shell.CounterRequest;
import counterfoil.desktop.shell.Navigation;
import counterfoil.desktop.shell.Screen;
import counterfoil.domain.account.AccountNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
        Action.of("counter.and-also", "counter.action.and-also", () -> counter.form().andAlso())
            .on("Shortcut+Enter"));
    all.add(
        Action.of("counter.receipt", "counter.action.receipt", counter::showReceipt)
            .on("Shortcut+P"));
    all.add(
        Action.of("counter.post-granted", "counter.action.post-granted", counter::postGranted)
            .on(WaitingView.POST_KEYS)
            .unless(whyNoneGranted(counter)));
    all.add(
        Action.of("counter.find", "counter.action.find", counter::find).on(FIND_KEYS.getName()));
    this.actions = List.copyOf(all);
  }

  private static ObservableValue<Optional<Message>> whyNoneGranted(CounterViewModel counter) {
    var waiting = counter.waiting();
    return waiting
        .actsProperty()
        .map(_ ->
            waiting.ready().isPresent()
                ? Optional.empty()
                : Optional.of(Message.of("approval.waiting.none-granted")));
  }

  private Action action(Act act) {
    var whyNot = new ReadOnlyObjectWrapper<Optional<Message>>(Optional.empty());
    Runnable look = () -> whyNot.set(counter.form().whyNot(act));
    counter.sheet().accountProperty().subscribe(look);
    counter.sheet().detailProperty().subscribe(look);
    counter.form().reversingProperty().subscribe(look);
    return new Action(
        "counter." + act.word(),
        "counter.action." + act.word(),
        Optional.of(KeyCombination.valueOf(act.key())),
        () -> counter.form().choose(act),
        whyNot.getReadOnlyProperty());
  }

  /** What makes the controllers of the counter's views. */
  public Map<Class<?>, Supplier<?>> controllers(
      Texts texts, Figures figures, Navigation navigation, ObservableValue<?> head) {
    Map<Class<?>, Supplier<?>> made = new HashMap<>();
    made.put(CounterView.class, () -> new CounterView(counter, head, texts));
    made.put(
        FinderView.class,
        () -> new FinderView(counter.finder(), counter.form().attentionProperty(), texts, figures));
    made.put(CardView.class, () -> new CardView(counter, navigation, texts, figures));
    made.put(HistoryView.class, () -> new HistoryView(counter, navigation, texts, figures));
    made.put(FormView.class, () -> new FormView(counter, texts, figures));
    made.put(
        SlipView.class,
        () -> new SlipView(counter.form(), counter.sheet(), counter.branch(), texts, figures));
    made.put(CashView.class, () -> new CashView(counter.form(), texts, figures));
    made.put(
        ForecastView.class,
        () -> new ForecastView(counter.form(), counter.branch(), texts, figures));
    made.put(BasketView.class, () -> new BasketView(counter.form(), texts));
    made.put(WaitingView.class, () -> new WaitingView(counter.waiting(), texts));
    made.put(
        ReceiptView.class, () -> new ReceiptView(counter.receipts(), counter::comeBack, texts));
    return made;
  }

  @Override
  public boolean serve(CounterRequest request) {
    counter.serve(request);
    return true;
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
