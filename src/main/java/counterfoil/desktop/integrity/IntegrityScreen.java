package counterfoil.desktop.integrity;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Action;
import counterfoil.desktop.shell.Navigation;
import counterfoil.desktop.shell.Screen;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Window;

/** What the ledger is worth, among the desktop's screens. */
public final class IntegrityScreen implements Screen {
  private final IntegrityViewModel integrity;
  private final List<Action> actions;

  public IntegrityScreen(IntegrityViewModel integrity) {
    this.integrity = integrity;
    this.actions =
        Arrays.stream(Section.values())
            .map(section ->
                Action.of(
                    "integrity." + section.word(),
                    "integrity.action." + section.word(),
                    () -> integrity.sectionProperty().set(section)))
            .toList();
  }

  /**
   * What makes the controllers of its views.
   *
   * @param dialogs asks for files, over a window
   */
  public Map<Class<?>, Supplier<?>> controllers(
      Texts texts, Figures figures, Navigation navigation, Function<Window, Dialogs> dialogs) {
    return Map.of(
        IntegrityView.class,
        () -> new IntegrityView(integrity, texts, figures),
        VerifyView.class,
        () -> new VerifyView(integrity.verifying(), texts, figures, navigation),
        CheckView.class,
        () -> new CheckView(integrity.checking(), texts, figures, navigation, dialogs),
        CheckpointsView.class,
        () -> new CheckpointsView(integrity.checkpoints(), texts, figures, dialogs),
        KeysView.class,
        () -> new KeysView(integrity.keys(), texts, figures, navigation),
        EvidenceView.class,
        () -> new EvidenceView(integrity.evidence(), texts, dialogs),
        LimitsView.class,
        LimitsView::new);
  }

  @Override
  public String id() {
    return "integrity";
  }

  @Override
  public String icon() {
    return "fth-shield";
  }

  @Override
  public Class<?> view() {
    return IntegrityView.class;
  }

  @Override
  public void shown() {
    integrity.shown();
  }

  @Override
  public List<Action> actions() {
    return actions;
  }

  @Override
  public boolean prove(long position) {
    integrity.prove(position);
    return true;
  }
}
