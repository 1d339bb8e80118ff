package counterfoil.desktop.reports;

import counterfoil.application.Ledger;
import counterfoil.application.Session;
import counterfoil.application.papers.LedgerPapers;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.reports.Kind.Format;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.till.TillSession;
import counterfoil.report.Journal;
import counterfoil.report.LargeCash;
import counterfoil.report.PaperTexts;
import counterfoil.report.Papers;
import counterfoil.report.Statement;
import counterfoil.report.export.Camt053;
import counterfoil.report.export.CsvExport;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.Typefaces;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Makes papers of what the ledger says. Reads: not for the screen's thread. */
final class PaperMill {
  private final Ledger ledger;
  private final Session session;
  private final Typefaces faces;
  private final LedgerPapers contents;

  PaperMill(Ledger ledger, Session session, Typefaces faces) {
    this.ledger = ledger;
    this.session = session;
    this.faces = faces;
    this.contents = new LedgerPapers(ledger);
  }

  /** What came of a wish. */
  sealed interface Answer {
    record Yes(Made made) implements Answer {}

    /** There is no such paper, and why. */
    record No(Message why) implements Answer {}
  }

  /**
   * @param stop asked while a long paper is made
   * @throws java.util.concurrent.CancellationException if {@code stop} said so
   */
  Answer make(Wish wish, Locale language, BooleanSupplier stop) {
    if (wish.to().isBefore(wish.from())) {
      return no("reports.no.period");
    }
    if (ChronoUnit.DAYS.between(wish.from(), wish.to()) > LedgerPapers.MOST_DAYS
        && wish.kind() != Kind.STATEMENT) {
      return no("reports.no.period-too-long", LedgerPapers.MOST_DAYS);
    }
    var texts = new PaperTexts(language, ledger.zone());
    var papers = new Papers(faces, texts);
    return switch (wish.kind()) {
      case END_OF_DAY ->
          contents
              .endOfDay(wish.from(), session.actor(), texts, true)
              .map(day -> yes(wish, papers.endOfDay(day), Map.of()))
              .orElseGet(() -> no("reports.no.day", wish.from()));
      case PROOF_SHEET ->
          TillSession.parse(wish.session())
              .flatMap(contents::proofSheet)
              .map(proof -> yes(wish, papers.proofSheet(proof), Map.of()))
              .orElseGet(() ->
                  wish.session().isEmpty()
                      ? no("reports.no.session-chosen")
                      : no("reports.no.proof", wish.session()));
      case JOURNAL -> {
        Journal journal = contents.journal(wish.from(), wish.to(), session.actor(), stop);
        yield yes(
            wish, papers.journal(journal), Map.of(Format.CSV, () -> CsvExport.journal(journal)));
      }
      case LARGE_CASH ->
          contents
              .largeCash(wish.from(), wish.to(), session.actor())
              .map(report -> largeCash(wish, papers, report))
              .orElseGet(() -> no("reports.no.threshold"));
      case STATEMENT -> statement(wish, papers);
      case RECEIPT -> receipt(wish, papers, 0);
    };
  }

  private static Answer largeCash(Wish wish, Papers papers, LargeCash report) {
    return yes(
        wish, papers.largeCash(report), Map.of(Format.CSV, () -> CsvExport.largeCash(report)));
  }

  private Answer statement(Wish wish, Papers papers) {
    Optional<Statement> statement =
        AccountNumber.parse(wish.account())
            .flatMap(number -> contents.statement(number, wish.from(), wish.to()));
    return statement
        .map(found ->
            yes(
                wish,
                papers.statement(found),
                Map.of(
                    Format.CSV, () -> CsvExport.statement(found),
                    Format.CAMT_053, () -> Camt053.write(found))))
        .orElseGet(() ->
            wish.account().isBlank()
                ? no("reports.no.account-typed")
                : no("reports.no.account", wish.account().strip()));
  }

  /**
   * A receipt as it came out first, or a copy of it.
   *
   * @param copy 0 for looking at it only
   */
  Answer receipt(Wish wish, Papers papers, int copy) {
    return position(wish)
        .flatMap(position -> contents.receipt(position, copy))
        .map(receipt -> yes(wish, papers.receipt(receipt, PaperFormat.ROLL_80), Map.of()))
        .orElseGet(() ->
            wish.entry().isBlank()
                ? no("reports.no.entry-typed")
                : no("reports.no.receipt", wish.entry().strip()));
  }

  Answer copy(Wish wish, Locale language, int copy) {
    return receipt(wish, new Papers(faces, new PaperTexts(language, ledger.zone())), copy);
  }

  static Optional<Long> position(Wish wish) {
    var typed = wish.entry().strip();
    return typed.matches("[1-9][0-9]{0,17}")
        ? Optional.of(Long.parseLong(typed))
        : Optional.empty();
  }

  private static Answer yes(
      Wish wish,
      counterfoil.report.layout.PaperLayout paper,
      Map<Format, java.util.function.Supplier<byte[]>> files) {
    return new Answer.Yes(new Made(wish, paper, files));
  }

  private static Answer no(String key, Object... arguments) {
    return new Answer.No(Message.of(key, arguments));
  }
}
