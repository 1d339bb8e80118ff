package counterfoil.report;

import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PdfPapers;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How long the longest paper and the commonest one take: the end-of-day report of 10,000 postings,
 * and a receipt; the first of each with everything that a fresh process loads.
 */
public final class PapersBenchmark {
  private static final int POSTINGS = 10_000;
  private static final int ROUNDS = 5;

  private PapersBenchmark() {}

  public static void main(String[] args) {
    long begun = System.nanoTime();
    var faces = new Typefaces();
    System.out.printf(Locale.ROOT, "fonts read in %d ms%n", millisSince(begun));
    for (var samples : new SamplePapers[] {SamplePapers.english(), SamplePapers.chinese()}) {
      var language = samples.texts().locale().getLanguage();
      var papers = new Papers(faces, samples.texts());
      var pdfs = new PdfPapers(faces);
      var day = samples.endOfDay(POSTINGS);
      var receipt = samples.receipt();
      for (int round = 1; round <= ROUNDS; round++) {
        show(language + " receipt", () -> papers.receipt(receipt, PaperFormat.ROLL_80), pdfs);
        show(language + " end of day", () -> papers.endOfDay(day), pdfs);
      }
    }
  }

  private static void show(String name, Supplier<PaperLayout> paper, PdfPapers pdfs) {
    long begun = System.nanoTime();
    var layout = paper.get();
    long laidOut = millisSince(begun);
    int bytes = pdfs.write(layout).length;
    System.out.printf(
        Locale.ROOT,
        "%s: laid out in %d ms, PDF after %d ms; %d pages, %,d bytes%n",
        name,
        laidOut,
        millisSince(begun),
        layout.pages().size(),
        bytes);
  }

  private static long millisSince(long begunNanos) {
    return (System.nanoTime() - begunNanos) / 1_000_000;
  }
}
