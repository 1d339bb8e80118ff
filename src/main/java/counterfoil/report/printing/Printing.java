package counterfoil.report.printing;

/** What became of a paper that was to be printed. */
public sealed interface Printing {
  /** The printer has taken it. */
  record Printed(String printer) implements Printing {}

  /** There is no printer, or not the one that was chosen. */
  record NoPrinter() implements Printing {}

  /** There is one, and it did not take the paper. */
  record Failed(String printer) implements Printing {}
}
