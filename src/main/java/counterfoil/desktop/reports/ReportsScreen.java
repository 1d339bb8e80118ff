package counterfoil.desktop.reports;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.paper.FileChoice;
import counterfoil.desktop.paper.PaperViewModel;
import counterfoil.desktop.paper.PaperViewModel.Again;
import counterfoil.desktop.shell.Action;
import counterfoil.desktop.shell.Screen;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Window;

/** The branch's papers among the desktop's screens. */
public final class ReportsScreen implements Screen {
  private final ReportsViewModel reports;
  private final List<Action> actions;

  public ReportsScreen(ReportsViewModel reports) {
    this.reports = reports;
    this.actions =
        Arrays.stream(Kind.values())
            .map(kind ->
                Action.of(
                    "reports." + kind.word(),
                    "reports.kind." + kind.word(),
                    () -> reports.kindProperty().set(kind)))
            .toList();
  }

  /**
   * What makes the controllers of its view.
   *
   * @param preview a paper before it is printed, with where its copies come from if only they may
   *     come out
   * @param files asks for a file, over a window
   */
  public Map<Class<?>, Supplier<?>> controllers(
      Texts texts,
      Figures figures,
      Typefaces faces,
      BiFunction<PaperLayout, Optional<Again>, PaperViewModel> preview,
      Function<Window, FileChoice> files) {
    return Map.of(
        ReportsView.class,
        () ->
            new ReportsView(
                reports, texts, figures, new PreviewPlace(texts, faces, preview, files)));
  }

  @Override
  public String id() {
    return "reports";
  }

  @Override
  public String icon() {
    return "fth-file-text";
  }

  @Override
  public Class<?> view() {
    return ReportsView.class;
  }

  @Override
  public void shown() {
    reports.shown();
  }

  @Override
  public List<Action> actions() {
    return actions;
  }
}
