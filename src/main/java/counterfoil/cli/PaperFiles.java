package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.Session;
import counterfoil.application.export.Exports;
import counterfoil.application.export.Exports.Result;
import counterfoil.application.export.Exports.Subject;
import counterfoil.application.export.NewFiles;
import counterfoil.application.export.PaperFile;
import counterfoil.application.papers.LedgerPapers;
import counterfoil.cli.PaperKind.Form;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.workstation.Export.Content;
import counterfoil.domain.workstation.Export.Format;
import counterfoil.domain.workstation.Export.Period;
import counterfoil.domain.workstation.WorkstationEvent.ReceiptReprinted;
import counterfoil.payload.WorkstationEvents;
import counterfoil.report.PaperTexts;
import counterfoil.report.Papers;
import counterfoil.report.export.Camt053;
import counterfoil.report.export.CsvExport;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PdfPapers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Makes a paper of what the ledger says, and the file of it. */
final class PaperFiles {
  private final Ledger ledger;
  private final Session person;
  private final PaperTexts texts;
  private final LedgerPapers contents;

  /** Read while the paper's contents are. */
  private final CompletableFuture<Typefaces> fonts =
      CompletableFuture.supplyAsync(Typefaces::new, Thread::startVirtualThread);

  PaperFiles(Ledger ledger, Session person, Locale language) {
    this.ledger = ledger;
    this.person = person;
    this.texts = new PaperTexts(language, ledger.zone());
    this.contents = new LedgerPapers(ledger);
  }

  /**
   * @throws BadInput if there is no such paper
   */
  List<Path> make(PaperWish wish, Form form, Path out) {
    return switch (wish) {
      case PaperWish.EndOfDay(var asked) -> endOfDay(asked.orElseGet(ledger::businessDate), out);
      case PaperWish.ProofSheet(var session) -> {
        var sheet =
            contents
                .proofSheet(session)
                .orElseThrow(() ->
                    new BadInput(
                        "There is no till session %s that was counted at its end; `counterfoil list"
                                .formatted(session)
                            + " sessions` has them."));
        yield pdf(
            out, "proof-sheet-" + session.toString().replace('/', '-'), p -> p.proofSheet(sheet));
      }
      case PaperWish.Cash(var period) -> cash(period, form, out);
      case PaperWish.Journal(var period) -> journal(period, form, out);
      case PaperWish.Statement(var account, var period) -> statement(account, period, form, out);
      case PaperWish.Receipt receipt -> receipt(receipt, out);
    };
  }

  private List<Path> endOfDay(LocalDate date, Path out) {
    var report =
        contents
            .endOfDay(date, person.actor(), texts, true)
            .orElseThrow(() -> new BadInput("Nothing was recorded on %s.".formatted(date)));
    return pdf(out, "end-of-day-" + date, papers -> papers.endOfDay(report));
  }

  private List<Path> cash(Period period, Form form, Path out) {
    var report =
        contents
            .largeCash(period.from(), period.to(), person.actor())
            .orElseThrow(() ->
                new BadInput(
                    "The branch has set no threshold: its administrator posts set_limit with"
                        + " limit=report.cash_threshold and an amount."));
    String name = "cash-" + period.from() + "-" + period.to();
    return form == Form.CSV
        ? export(
            out,
            name + ".csv",
            CsvExport.largeCash(report),
            subject(Content.LARGE_CASH, Format.CSV, Optional.empty(), period))
        : pdf(out, name, papers -> papers.largeCash(report));
  }

  private List<Path> journal(Period period, Form form, Path out) {
    var journal = contents.journal(period.from(), period.to(), person.actor(), () -> false);
    String name = "journal-" + period.from() + "-" + period.to();
    return form == Form.CSV
        ? export(
            out,
            name + ".csv",
            CsvExport.journal(journal),
            subject(Content.JOURNAL, Format.CSV, Optional.empty(), period))
        : pdf(out, name, papers -> papers.journal(journal));
  }

  private List<Path> statement(AccountNumber account, Period period, Form form, Path out) {
    var statement =
        contents
            .statement(account, period.from(), period.to())
            .orElseThrow(() -> GivenAccount.missing(account));
    String name = "statement-%s-%s-%s".formatted(account, period.from(), period.to());
    return switch (form) {
      case PDF -> pdf(out, name, papers -> papers.statement(statement));
      case CSV ->
          export(
              out,
              name + ".csv",
              CsvExport.statement(statement),
              subject(Content.STATEMENT, Format.CSV, Optional.of(account), period));
      case CAMT053 ->
          export(
              out,
              name + ".camt053.xml",
              Camt053.write(statement),
              subject(Content.STATEMENT, Format.CAMT053, Optional.of(account), period));
    };
  }

  /** Where people sign in, a receipt that comes out once more is recorded, and says which it is. */
  private List<Path> receipt(PaperWish.Receipt wish, Path out) {
    String name = "receipt-" + wish.entry() + ".pdf";
    try (var files = NewFiles.file(out, name)) {
      int copy = ledger.staffed() ? copy(wish.entry()) : 0;
      var receipt =
          contents
              .receipt(wish.entry(), copy)
              .orElseThrow(() ->
                  new BadInput(
                      "Entry %d moved no money of an account, or is not there: there is no receipt for it."
                          .formatted(wish.entry())));
      return write(files, name, papers -> papers.receipt(receipt, wish.format()));
    }
  }

  private int copy(long entry) {
    return switch (person.post(Posting.of(new Order.ReprintReceipt(entry)))) {
      case Outcome.Posted posted ->
          ledger
              .store()
              .at(posted.position())
              .map(recorded -> WorkstationEvents.KIND.decode(recorded.type(), recorded.payload()))
              .map(event -> event instanceof ReceiptReprinted reprinted ? reprinted.copy() : 1)
              .orElse(1);
      case Outcome.Refused(_, var refusal) -> throw new BadInput(RefusalWords.sentence(refusal));
      case Outcome.ApprovalNeeded _, Outcome.ChangedMeanwhile _ ->
          throw new IllegalStateException("a copy of a receipt asks nobody");
    };
  }

  private Subject subject(
      Content content, Format format, Optional<AccountNumber> account, Period period) {
    return new Subject(
        content, format, account, Optional.of(period), ledger.inquiries().lastPosition());
  }

  private List<Path> export(Path out, String name, byte[] bytes, Subject subject) {
    try (var files = NewFiles.file(out, name)) {
      files.write(name, file -> file.write(bytes));
      return switch (new Exports(ledger, person).hand(files, subject)) {
        case Result.Done done -> done.files();
        case Result.No(var refusal) -> throw new BadInput(RefusalWords.sentence(refusal));
      };
    }
  }

  private List<Path> pdf(Path out, String name, Function<Papers, PaperLayout> paper) {
    String named = name + ".pdf";
    try (var files = NewFiles.file(out, named)) {
      return write(files, named, paper);
    }
  }

  private List<Path> write(NewFiles files, String name, Function<Papers, PaperLayout> paper) {
    Typefaces faces = fonts.join();
    return new PaperFile(new PdfPapers(faces))
        .write(files, name, paper.apply(new Papers(faces, texts)));
  }
}
