package counterfoil.desktop.paper;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Message;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.pdf.PdfPapers;
import counterfoil.report.printing.PrintQueue;
import counterfoil.report.printing.Printing;
import counterfoil.report.printing.Printing.Failed;
import counterfoil.report.printing.Printing.NoPrinter;
import counterfoil.report.printing.Printing.Printed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

  private final PaperLayout paper;
  private final PrintQueue queue;
  private final PdfPapers pdfs;
  private final Background background;
  private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1.25);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Message>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public PaperViewModel(
      PaperLayout paper, PrintQueue queue, PdfPapers pdfs, Background background) {
    this.paper = paper;
    this.queue = queue;
    this.pdfs = pdfs;
    this.background = background;
  }

  public PaperLayout paper() {
    return paper;
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
    page.set(Math.clamp(page.get() + steps, 0, paper.pages().size() - 1));
  }

  public void zoom(int steps) {
    zoom.set(Math.clamp(zoom.get() + steps * ZOOM_STEP, SMALLEST_ZOOM, LARGEST_ZOOM));
  }

  public void print() {
    begin();
    background.run(
        () -> queue.print(paper),
        printing -> end(message(printing)),
        _ -> end(Message.of("paper.print.no-printer")));
  }

  private static Message message(Printing printing) {
    return switch (printing) {
      case Printed(var printer) -> Message.of("paper.printed", printer);
      case NoPrinter() -> Message.of("paper.print.no-printer");
      case Failed(var printer) -> Message.of("paper.print.failed", printer);
    };
  }

  /** Writes the paper as PDF; a file of that name is replaced. */
  public void save(Path file) {
    begin();
    background.run(
        () -> Files.write(file, pdfs.write(paper)),
        written -> end(Message.of("paper.saved", written)),
        _ -> end(Message.of("paper.save.failed", file)));
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
