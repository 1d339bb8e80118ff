package counterfoil.report.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import counterfoil.report.Papers;
import counterfoil.report.SamplePapers;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PdfPapers;
import counterfoil.report.printing.Printing.NoPrinter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The printers of whatever computer this is. */
class SystemPrinterTest {
  private static final String NOWHERE = "no printer has this name";

  @Test
  void a_printer_that_is_not_there_is_an_answer_and_no_fault() {
    var faces = new Typefaces();
    var printer = new SystemPrinter(new PdfPapers(faces), _ -> Optional.of(NOWHERE));
    var papers = new Papers(faces, SamplePapers.english().texts());
    var receipt = SamplePapers.english().receipt();
    for (var format : PaperFormat.values()) {
      assertEquals(new NoPrinter(), printer.print(papers.receipt(receipt, format)));
    }
    assertFalse(SystemPrinter.names().contains(NOWHERE));
  }
}
