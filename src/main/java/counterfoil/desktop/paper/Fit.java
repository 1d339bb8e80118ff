package counterfoil.desktop.paper;

import counterfoil.report.layout.Page;

/**
 * How a page lies on a sheet of the printer. It is as large as it was laid out, unless the sheet is
 * smaller; and centred, so that the margins are the paper's, whatever the printer cannot reach.
 *
 * @param scale at most 1
 * @param left where the page begins, from the left edge of what the printer reaches; points
 * @param top the same from its upper edge
 * @param sheets how many sheets a page takes that is longer than one, as a receipt may be
 * @param sheetHeight how much of the scaled page each of them takes
 */
record Fit(double scale, double left, double top, int sheets, double sheetHeight) {
  /** A sheet in the printer: all of it, and what of it is printed on; points. */
  record PrinterSheet(
      double width, double height, double leftMargin, double topMargin, double printableHeight) {}

  /** A rounding of measures is no reason to shrink a page. */
  private static final double SAME = 2;

  static Fit of(Page page, PrinterSheet sheet, boolean roll) {
    double across = sheet.width() / page.width();
    double along = roll ? 1 : sheet.height() / page.height();
    double scale = Math.min(across, along);
    if (page.width() * (1 - scale) < SAME) {
      scale = 1;
    }
    double left = (sheet.width() - page.width() * scale) / 2 - sheet.leftMargin();
    if (!roll) {
      double top = (sheet.height() - page.height() * scale) / 2 - sheet.topMargin();
      return new Fit(scale, left, top, 1, sheet.height());
    }
    int sheets = (int) Math.ceil(page.height() * scale / sheet.printableHeight() - 0.001);
    return new Fit(scale, left, 0, Math.max(1, sheets), sheet.printableHeight());
  }
}
