package counterfoil.desktop.supervisor;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Action;
import counterfoil.desktop.shell.Navigation;
import counterfoil.desktop.shell.Screen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The supervisor's view among the desktop's screens. */
public final class SupervisorScreen implements Screen {
  private final SupervisorViewModel supervisor;
  private final List<Action> actions;

  public SupervisorScreen(SupervisorViewModel supervisor) {
    this.supervisor = supervisor;
    this.actions =
        List.of(
            Action.of("supervisor.earlier", "supervisor.action.earlier", () -> supervisor.step(-1)),
            Action.of("supervisor.later", "supervisor.action.later", () -> supervisor.step(1)),
            Action.of(
                "supervisor.present",
                "supervisor.action.present",
                () -> supervisor.look(Optional.empty())));
  }

  /**
   * What makes the controllers of its view.
   *
   * @param head changes when the ledger moves on, at most once a frame
   */
  public Map<Class<?>, Supplier<?>> controllers(
      Texts texts, Figures figures, Navigation navigation, ObservableValue<?> head) {
    return Map.of(
        SupervisorView.class,
        () -> new SupervisorView(supervisor, head, navigation, texts, figures),
        ExceptionsView.class,
        () -> new ExceptionsView(supervisor, navigation, texts, figures),
        CashView.class,
        () -> new CashView(supervisor, texts, figures));
  }

  @Override
  public String id() {
    return "supervisor";
  }

  @Override
  public String icon() {
    return "fth-eye";
  }

  @Override
  public Class<?> view() {
    return SupervisorView.class;
  }

  @Override
  public void shown() {
    supervisor.refresh();
  }

  @Override
  public List<Action> actions() {
    return actions;
  }

  @Override
  public Optional<Message> whyNot() {
    return supervisor.whyNot();
  }
}
