package counterfoil.desktop.approval;

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
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;

/** The queue of approvals among the desktop's screens. */
public final class ApprovalsScreen implements Screen {
  static final String APPROVE_KEY = "F8";
  static final String REJECT_KEY = "F9";

  private final ApprovalsViewModel approvals;
  private final List<Action> actions;
  private final ReadOnlyObjectWrapper<Optional<Message>> whyNot =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public ApprovalsScreen(ApprovalsViewModel approvals) {
    this.approvals = approvals;
    approvals.chosenProperty().subscribe(_ -> whyNot.set(approvals.whyNot()));
    this.actions =
        List.of(
            Action.of("approval.approve", "approval.action.approve", approvals::approve)
                .on(APPROVE_KEY)
                .unless(whyNot.getReadOnlyProperty()),
            Action.of("approval.reject", "approval.action.reject", approvals::reject)
                .on(REJECT_KEY)
                .unless(whyNot.getReadOnlyProperty()));
  }

  /** What makes the controller of its view. */
  public Map<Class<?>, Supplier<?>> controllers(
      Texts texts, Figures figures, Navigation navigation, ObservableValue<?> head) {
    return Map.of(
        ApprovalsView.class, () -> new ApprovalsView(approvals, texts, figures, navigation, head));
  }

  @Override
  public String id() {
    return "approvals";
  }

  @Override
  public String icon() {
    return "fth-check-square";
  }

  @Override
  public Class<?> view() {
    return ApprovalsView.class;
  }

  @Override
  public void shown() {
    approvals.refresh();
  }

  @Override
  public List<Action> actions() {
    return actions;
  }

  @Override
  public ObservableIntegerValue waiting() {
    return approvals.waitingProperty();
  }
}
