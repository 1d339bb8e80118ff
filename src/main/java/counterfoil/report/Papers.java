package counterfoil.report;

import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;

/** Lays out every paper of the branch in one language. May be used from any thread. */
public final class Papers {
  private final Stationery stationery;

  public Papers(Typefaces faces, PaperTexts texts) {
    this.stationery = new Stationery(faces, texts);
  }

  public PaperLayout receipt(Receipt receipt, PaperFormat format) {
    return new ReceiptPaper(stationery).lay(receipt, format);
  }

  public PaperLayout statement(Statement statement) {
    return new StatementPaper(stationery).lay(statement);
  }

  public PaperLayout proofSheet(ProofSheet proof) {
    return new ProofSheetPaper(stationery).lay(proof);
  }

  public PaperLayout endOfDay(EndOfDay day) {
    return new EndOfDayPaper(stationery).lay(day);
  }

  public PaperLayout largeCash(LargeCash report) {
    return new LargeCashPaper(stationery).lay(report);
  }

  public PaperLayout journal(Journal journal) {
    return new JournalPaper(stationery).lay(journal);
  }
}
