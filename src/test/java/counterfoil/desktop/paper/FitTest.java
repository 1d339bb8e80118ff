package counterfoil.desktop.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.desktop.paper.Fit.PrinterSheet;
import counterfoil.report.layout.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a page lies on what is in the printer. */
class FitTest {
  private static final Page A4 = new Page(595.28, 841.89, List.of());
  private static final Page ROLL = new Page(226.77, 500, List.of());

  @Test
  void a_page_keeps_its_size_and_its_margins_on_its_own_paper() {
    var fit = Fit.of(A4, new PrinterSheet(595, 842, 18, 18, 806), false);
    assertEquals(1, fit.scale());
    assertEquals(-18, fit.left(), 0.2);
    assertEquals(-18, fit.top(), 0.2);
    assertEquals(1, fit.sheets());
  }

  @Test
  void a_page_shrinks_to_a_smaller_sheet() {
    var fit = Fit.of(A4, new PrinterSheet(612, 792, 18, 18, 756), false);
    assertEquals(792 / 841.89, fit.scale(), 1e-9);
    assertEquals((612 - 595.28 * fit.scale()) / 2 - 18, fit.left(), 1e-9);
  }

  @Test
  void a_receipt_on_its_roll_begins_where_the_printer_begins() {
    var fit = Fit.of(ROLL, new PrinterSheet(226.8, 841, 11.3, 5, 831), true);
    assertEquals(1, fit.scale());
    assertEquals(-11.3, fit.left(), 0.1);
    assertEquals(0, fit.top());
    assertEquals(1, fit.sheets());
  }

  @Test
  void a_receipt_longer_than_the_printers_paper_takes_several() {
    var fit = Fit.of(ROLL, new PrinterSheet(226.8, 210, 11.3, 5, 200), true);
    assertEquals(3, fit.sheets());
    assertEquals(200, fit.sheetHeight());
  }
}
