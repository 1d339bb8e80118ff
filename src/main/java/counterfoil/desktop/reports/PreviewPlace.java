package counterfoil.desktop.reports;

import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.paper.FileChoice;
import counterfoil.desktop.paper.PageNodes;
import counterfoil.desktop.paper.PaperView;
import counterfoil.desktop.paper.PaperViewModel;
import counterfoil.desktop.paper.PaperViewModel.Again;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.stage.Window;

/** Draws a paper beside the form that it was asked for with. */
final class PreviewPlace {
  private final Texts texts;
  private final PageNodes nodes;
  private final BiFunction<PaperLayout, Optional<Again>, PaperViewModel> preview;
  private final Function<Window, FileChoice> files;

  PreviewPlace(
      Texts texts,
      Typefaces faces,
      BiFunction<PaperLayout, Optional<Again>, PaperViewModel> preview,
      Function<Window, FileChoice> files) {
    this.texts = texts;
    this.nodes = new PageNodes(faces);
    this.preview = preview;
    this.files = files;
  }

  FileChoice files(Window over) {
    return files.apply(over);
  }

  Parent view(PaperLayout paper, Optional<Again> again, Supplier<Window> over, Runnable leave) {
    var viewModel = preview.apply(paper, again);
    return new Views(
            texts,
            Map.of(
                PaperView.class,
                () ->
                    new PaperView(
                        viewModel,
                        nodes,
                        texts,
                        name -> files.apply(over.get()).choose(name),
                        leave)))
        .load(PaperView.class);
  }
}
