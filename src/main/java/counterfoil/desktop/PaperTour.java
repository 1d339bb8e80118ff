package counterfoil.desktop;

import counterfoil.application.export.PaperFile;
import counterfoil.application.papers.LedgerPapers;
import counterfoil.application.practice.DayScene;
import counterfoil.application.practice.TellersDay;
import counterfoil.domain.till.TillSession;
import counterfoil.report.PaperTexts;
import counterfoil.report.Papers;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PaperPictures;
import counterfoil.report.pdf.PdfPapers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Every paper of the closed day, as its PDF shows it. */
final class PaperTour {
  private static final int DOTS_PER_INCH = 120;

  private final DayScene scene;
  private final Path folder;
  private final Typefaces faces = new Typefaces();
  private final PdfPapers pdfs = new PdfPapers(faces);
  private final PaperTexts texts;
  private final Papers papers;
  private final List<Path> taken = new ArrayList<>();

  /**
   * @param folder where the pictures go; it is there
   */
  PaperTour(DayScene scene, Path folder, Locale language) {
    this.scene = scene;
    this.folder = folder;
    this.texts = new PaperTexts(language, scene.ledger().zone());
    this.papers = new Papers(faces, texts);
  }

  /** Returns the files, one a page: {@code <paper>.png}, and from the second page on its number. */
  List<Path> take() {
    var contents = new LedgerPapers(scene.ledger());
    var maker = scene.session(TellersDay.HELEN).actor();
    LocalDate date = scene.day().date();
    var receipt = contents.receipt(scene.positionOf("deposit 87.35"), 0).orElseThrow();
    write("receipt-80mm", papers.receipt(receipt, PaperFormat.ROLL_80));
    write("receipt-a4", papers.receipt(receipt, PaperFormat.A4));
    write(
        "statement",
        papers.statement(contents.statement(TellersDay.LINDQVIST, date, date).orElseThrow()));
    write(
        "proof-sheet",
        papers.proofSheet(
            contents.proofSheet(new TillSession(TellersDay.T3, date, 1)).orElseThrow()));
    write("end-of-day", papers.endOfDay(contents.endOfDay(date, maker, texts, true).orElseThrow()));
    write("cash", papers.largeCash(contents.largeCash(date, date, maker).orElseThrow()));
    write("journal", papers.journal(contents.journal(date, date, maker, () -> false)));
    return List.copyOf(taken);
  }

  private void write(String name, PaperLayout paper) {
    var pages = PaperPictures.of(pdfs.write(paper), DOTS_PER_INCH);
    for (int page = 0; page < pages.size(); page++) {
      var file = folder.resolve(page == 0 ? name + ".png" : "%s-%d.png".formatted(name, page + 1));
      try {
        ImageIO.write(pages.get(page), "png", file.toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(file.toString(), e);
      }
      taken.add(file);
    }
    paper.proof().ifPresent(proof -> writeProof(name, proof));
  }

  /** Beside the picture of a receipt, as beside its PDF. */
  private void writeProof(String name, String proof) {
    var file = folder.resolve(name + PaperFile.PROOF_ENDING);
    try {
      Files.writeString(file, proof);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
