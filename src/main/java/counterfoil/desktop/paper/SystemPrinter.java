package counterfoil.desktop.paper;

import counterfoil.desktop.paper.Fit.PrinterSheet;
import counterfoil.report.layout.Page;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.printing.Printer;
import counterfoil.report.printing.Printing;
import counterfoil.report.printing.Printing.Failed;
import counterfoil.report.printing.Printing.NoPrinter;
import counterfoil.report.printing.Printing.Printed;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer.MarginType;
import javafx.print.PrinterJob;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** The printers of this computer. To be called off the screen's thread. */
public final class SystemPrinter implements Printer {
  private final PageNodes nodes;
  private final Function<PaperFormat, Optional<String>> chosen;

  /**
   * @param chosen the name of the printer for rolls and for A4; nothing for the system's own choice
   */
  public SystemPrinter(PageNodes nodes, Function<PaperFormat, Optional<String>> chosen) {
    this.nodes = nodes;
    this.chosen = chosen;
  }

  @Override
  public Printing print(PaperLayout paper) {
    var name = "";
    try {
      boolean roll = paper.pages().getFirst().width() < PaperFormat.A4.width();
      var printer = printer(roll ? PaperFormat.ROLL_80 : PaperFormat.A4);
      if (printer.isEmpty()) {
        return new NoPrinter();
      }
      name = printer.get().getName();
      return print(paper, printer.get(), roll) ? new Printed(name) : new Failed(name);
    } catch (RuntimeException | LinkageError fault) {
      // A driver may fail in any way, and a system without printing has not even its library.
      return name.isEmpty() ? new NoPrinter() : new Failed(name);
    }
  }

  private Optional<javafx.print.Printer> printer(PaperFormat format) {
    return chosen
        .apply(format)
        .map(name ->
            javafx.print.Printer.getAllPrinters().stream()
                .filter(printer -> printer.getName().equals(name))
                .findFirst())
        .orElseGet(() -> Optional.ofNullable(javafx.print.Printer.getDefaultPrinter()));
  }

  private boolean print(PaperLayout paper, javafx.print.Printer printer, boolean roll) {
    var job = PrinterJob.createPrinterJob(printer);
    if (job == null) {
      return false;
    }
    job.getJobSettings().setJobName(paper.title());
    var layout = layout(printer, roll);
    for (var page : paper.pages()) {
      if (!print(page, job, layout, roll)) {
        job.cancelJob();
        return false;
      }
    }
    return job.endJob();
  }

  private static PageLayout layout(javafx.print.Printer printer, boolean roll) {
    return printer.createPageLayout(
        roll ? rollOf(printer) : Paper.A4, PageOrientation.PORTRAIT, MarginType.HARDWARE_MINIMUM);
  }

  /** Of the printer's papers the one most like the roll; of several, the longest. */
  private static Paper rollOf(javafx.print.Printer printer) {
    return printer.getPrinterAttributes().getSupportedPapers().stream()
        .min(
            Comparator.comparingDouble(SystemPrinter::unlikeTheRoll)
                .thenComparing(Comparator.comparingDouble(Paper::getHeight).reversed()))
        .orElse(printer.getDefaultPageLayout().getPaper());
  }

  private static double unlikeTheRoll(Paper paper) {
    return Math.round(Math.abs(paper.getWidth() - PaperFormat.ROLL_80.width()));
  }

  private boolean print(Page page, PrinterJob job, PageLayout layout, boolean roll) {
    var paper = layout.getPaper();
    var fit =
        Fit.of(
            page,
            new PrinterSheet(
                paper.getWidth(),
                paper.getHeight(),
                layout.getLeftMargin(),
                layout.getTopMargin(),
                layout.getPrintableHeight()),
            roll);
    for (int sheet = 0; sheet < fit.sheets(); sheet++) {
      if (!job.printPage(layout, placed(page, fit, sheet))) {
        return false;
      }
    }
    return true;
  }

  private Node placed(Page page, Fit fit, int sheet) {
    var drawn = nodes.draw(page);
    drawn
        .getTransforms()
        .addAll(
            new Translate(fit.left(), fit.top() - sheet * fit.sheetHeight()),
            new Scale(fit.scale(), fit.scale()));
    var placed = new Group(drawn);
    if (fit.sheets() > 1) {
      placed.setClip(new Rectangle(page.width(), fit.sheetHeight()));
    }
    return placed;
  }
}
