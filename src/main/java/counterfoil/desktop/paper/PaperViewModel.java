package counterfoil.desktop.paper;

import counterfoil.application.export.NewFiles;
import counterfoil.application.export.PaperFile;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Message;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.pdf.PdfPapers;
import counterfoil.report.printing.Printer;
import counterfoil.report.printing.Printing;
import counterfoil.report.printing.Printing.Failed;
import counterfoil.report.printing.Printing.NoPrinter;
import counterfoil.report.printing.Printing.Printed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One paper before it is printed: its pages, how large they are shown, what became of it. */
public final class PaperViewModel {
  static final double SMALLEST_ZOOM = 0.5;
  static final double LARGEST_ZOOM = 3;
  private static final double ZOOM_STEP = 0.25;

  /** Where a copy comes from, of a paper that comes out once only. */
  public interface Again {
    /**
     * @param whenRecorded gets the copy, once it is on record that it comes out
     * @param whenNot hears why there is none
     */
    void another(Consumer<PaperLayout> whenRecorded, Consumer<Message> whenNot);
  }

  private final ReadOnlyObjectWrapper<PaperLayout> paper;
  private final Printer printer;
  private final PdfPapers pdfs;
  private final Background background;
  private final Optional<Again> again;
  private final ReadOnlyBooleanWrapper out = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1.25);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Message>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Of a paper that may come out as often as anybody likes. */
  public PaperViewModel(PaperLayout paper, Printer printer, PdfPapers pdfs, Background background) {
    this(paper, printer, pdfs, background, Optional.empty(), false);
  }

  private PaperViewModel(
      PaperLayout paper,
      Printer printer,
      PdfPapers pdfs,
      Background background,
      Optional<Again> again,
      boolean out) {
    this.paper = new ReadOnlyObjectWrapper<>(paper);
    this.printer = printer;
    this.pdfs = pdfs;
    this.background = background;
    this.again = again;
    this.out.set(out);
  }

  /**
   * Of a paper that comes out once, printed or as a file; then only copies of it do.
   *
   * @param out whether it has come out before
   */
  public static PaperViewModel comingOutOnce(
      PaperLayout paper,
      Printer printer,
      PdfPapers pdfs,
      Background background,
      Again again,
      boolean out) {
    return new PaperViewModel(paper, printer, pdfs, background, Optional.of(again), out);
  }

  public PaperLayout paper() {
    return paper.get();
  }

  /** Changes where a copy takes the place of what has come out. */
  public ReadOnlyObjectProperty<PaperLayout> paperProperty() {
    return paper.getReadOnlyProperty();
  }

  /** Whether only a copy, which is recorded, may come out. */
  public ReadOnlyBooleanProperty outProperty() {
    return out.getReadOnlyProperty();
  }

  /** Which page is shown, from 0. */
  public ReadOnlyIntegerProperty pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** Screen units a point. */
  public ReadOnlyDoubleProperty zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  /** Whether the paper is being printed or written. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What became of the last printing or writing. */
  public ReadOnlyObjectProperty<Optional<Message>> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Goes {@code steps} pages on, or back; stays within the paper. */
  public void turn(int steps) {
    page.set(Math.clamp(page.get() + steps, 0, paper().pages().size() - 1));
  }

  public void zoom(int steps) {
    zoom.set(Math.clamp(zoom.get() + steps * ZOOM_STEP, SMALLEST_ZOOM, LARGEST_ZOOM));
  }

  public void print() {
    comeOut(() ->
        background.run(
            () -> printer.print(paper()),
            printing -> {
              // What found no printer waits for one, and so comes out as well.
              out.set(again.isPresent());
              end(message(printing));
            },
            _ -> end(Message.of("paper.print.no-printer"))));
  }

  /** Lets the paper out, or the next copy of it. */
  private void comeOut(Runnable way) {
    begin();
    if (!out.get() || again.isEmpty()) {
      way.run();
      return;
    }
    again
        .get()
        .another(
            copy -> {
              page.set(0);
              paper.set(copy);
              out.set(false);
              way.run();
            },
            this::end);
  }

  private static Message message(Printing printing) {
    return switch (printing) {
      case Printed(var printer) -> Message.of("paper.printed", printer);
      case NoPrinter() -> Message.of("paper.print.no-printer");
      case Failed(var printer) -> Message.of("paper.print.failed", printer);
    };
  }

  /** Writes the paper as PDF, its proof beside it; files of those names are replaced. */
  public void save(Path file) {
    comeOut(() ->
        background.run(
            () -> write(file),
            written -> {
              out.set(again.isPresent());
              end(saved(written));
            },
            _ -> end(Message.of("paper.save.failed", file))));
  }

  private List<Path> write(Path file) {
    try (var files = NewFiles.replacing(file)) {
      return new PaperFile(pdfs).write(files, file.toString(), paper());
    }
  }

  private static Message saved(List<Path> written) {
    return written.size() == 1
        ? Message.of("paper.saved", written.getFirst())
        : Message.of("paper.saved.proof", written.getFirst(), written.getLast().getFileName());
  }

  private void begin() {
    busy.set(true);
    outcome.set(Optional.empty());
  }

  private void end(Message message) {
    busy.set(false);
    outcome.set(Optional.of(message));
  }
}
