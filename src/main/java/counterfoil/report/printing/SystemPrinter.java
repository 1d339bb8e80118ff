package counterfoil.report.printing;

import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.pdf.PdfPapers;
import counterfoil.report.printing.Printing.Failed;
import counterfoil.report.printing.Printing.NoPrinter;
import counterfoil.report.printing.Printing.Printed;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.printing.Orientation;
import org.apache.pdfbox.printing.PDFPageable;

/**
 * The printers of this computer, which get what the PDF shows. JavaFX's own printing says "done"
 * before a job is handed over, and keeps it to itself when that fails; this one waits and knows.
 */
public final class SystemPrinter implements Printer {
  private final PdfPapers pdfs;
  private final Function<PaperFormat, Optional<String>> chosen;

  /**
   * @param chosen the name of the printer for rolls and for A4; nothing for the system's own choice
   */
  public SystemPrinter(PdfPapers pdfs, Function<PaperFormat, Optional<String>> chosen) {
    this.pdfs = pdfs;
    this.chosen = chosen;
  }

  /** The printers there are, by name; none where the system has no printing at all. */
  public static List<String> names() {
    try {
      return Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
          .map(PrintService::getName)
          .toList();
    } catch (RuntimeException | LinkageError fault) {
      return List.of();
    }
  }

  @Override
  public Printing print(PaperLayout paper) {
    var name = "";
    try {
      var service = service(formatOf(paper));
      if (service.isEmpty()) {
        return new NoPrinter();
      }
      name = service.get().getName();
      print(paper, service.get());
      return new Printed(name);
    } catch (PrinterException | IOException fault) {
      return new Failed(name);
    } catch (RuntimeException | LinkageError fault) {
      // A driver may fail in any way, and a system without printing has not even its library.
      return name.isEmpty() ? new NoPrinter() : new Failed(name);
    }
  }

  private static PaperFormat formatOf(PaperLayout paper) {
    return paper.pages().getFirst().width() < PaperFormat.A4.width()
        ? PaperFormat.ROLL_80
        : PaperFormat.A4;
  }

  private Optional<PrintService> service(PaperFormat format) {
    var wanted = chosen.apply(format);
    if (wanted.isEmpty()) {
      return Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService());
    }
    return Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
        .filter(service -> service.getName().equals(wanted.get()))
        .findFirst();
  }

  private void print(PaperLayout paper, PrintService service) throws PrinterException, IOException {
    try (var document = Loader.loadPDF(pdfs.write(paper))) {
      var job = PrinterJob.getPrinterJob();
      job.setPrintService(service);
      job.setJobName(paper.title());
      // Each page asks for paper of its own size: a roll is cut where the receipt ends.
      job.setPageable(new PDFPageable(document, Orientation.PORTRAIT));
      job.print();
    }
  }
}
