package counterfoil.report.printing;

import counterfoil.report.layout.PaperLayout;

/** Puts papers on paper. */
public interface Printer {
  /**
   * Hands a paper to the printer, which may take seconds. Never throws: what was posted stands,
   * whatever becomes of its receipt.
   */
  Printing print(PaperLayout paper);
}
