package counterfoil.desktop.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Order.CloseTill;
import counterfoil.application.papers.LedgerPapers;
import counterfoil.application.practice.DayFigures;
import counterfoil.application.practice.TellersDay;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillSession;
import counterfoil.report.PaperTexts;
import counterfoil.report.Papers;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The papers of a day that was played: each is asked for at the screen, says there what its PDF
 * says, and has the day's figures to the cent.
 */
final class DayPapers {
  private static final Money NOTHING = Money.zero(CurrencyUnit.EUR);

  private final Typefaces faces = new Typefaces();
  private final LedgerPapers contents;
  private final Papers papers;
  private final PaperTexts texts;
  private final Actor reader;
  private final Workstation at;
  private final ReportsPage page;
  private final Camera camera;

  DayPapers(Ledger ledger, Workstation at, Camera camera) {
    this.contents = new LedgerPapers(ledger);
    this.texts = new PaperTexts(Locale.ENGLISH, ledger.zone());
    this.papers = new Papers(faces, texts);
    this.reader = new Actor(TellersDay.HELEN.value(), Actor.TELLER, "WS-02");
    this.at = at;
    this.page = new ReportsPage(at);
    this.camera = camera;
  }

  void check(TellersDay day, long changed) {
    at.seat(TellersDay.HELEN);
    endOfDay(day.date(), day.figures(), counted(day));
    counted(day).forEach((till, sum) -> proof(new TillSession(till, day.date(), 1), sum));
    journal(day.date(), day.figures());
    receipt(changed);
  }

  /** What each till was closed with. */
  private static Map<TillId, Money> counted(TellersDay day) {
    Map<TillId, Money> sums = new TreeMap<>();
    for (var step : day.steps()) {
      if (step.order().apply(_ -> 1) instanceof CloseTill close) {
        sums.put(close.till(), close.counted().total());
      }
    }
    return sums;
  }

  private void endOfDay(LocalDate date, DayFigures figures, Map<TillId, Money> counted) {
    page.show("end-of-day");
    var paper = read(papers.endOfDay(contents.endOfDay(date, reader, texts, true).orElseThrow()));
    var vault = Objects.requireNonNull(figures.drawers().get(TillId.VAULT));
    var balances = figures.balances().values().stream().reduce(NOTHING, Money::plus);
    assertEquals(List.of(balances, NOTHING, vault.total(), figures.overShort()), paper.dayTotals());
    assertEquals(vault, paper.vault());
    counted.forEach((till, sum) -> assertEquals(sum, paper.counted(till.value()), till.value()));
    assertEquals(accounts(figures), withoutNothing(paper.journal()));
    camera.take(at, "paper-end-of-day");
  }

  private void proof(TillSession session, Money sum) {
    page.proof(session.toString());
    var paper = read(papers.proofSheet(contents.proofSheet(session).orElseThrow()));
    assertEquals(sum, paper.proven(), session.toString());
    camera.take(at, "paper-proof-" + session.till().value());
  }

  private void journal(LocalDate date, DayFigures figures) {
    page.show("journal");
    var paper = read(papers.journal(contents.journal(date, date, reader, () -> false)));
    assertEquals(accounts(figures), withoutNothing(paper.journal()));
    camera.take(at, "paper-journal");
  }

  private void receipt(long position) {
    page.receipt(position);
    var paper =
        read(papers.receipt(contents.receipt(position, 0).orElseThrow(), PaperFormat.ROLL_80));
    assertEquals(Money.parse("EUR 87.35"), paper.figure("Deposit"));
    assertEquals(Money.parse("EUR 100.00"), paper.figure("Cash received"));
    assertEquals(Money.parse("EUR 12.65"), paper.figure("Change given"));
    assertEquals(Money.parse("EUR 147.35"), paper.figure("Balance after"));
    camera.take(at, "paper-receipt");
  }

  private static Map<Object, Money> accounts(DayFigures figures) {
    return withoutNothing(figures.balances());
  }

  private static <K> Map<Object, Money> withoutNothing(Map<K, Money> sums) {
    Map<Object, Money> all = new TreeMap<>(Comparator.comparing(Object::toString));
    sums.forEach((key, sum) -> {
      if (!sum.isZero()) {
        all.put(key, sum);
      }
    });
    return all;
  }

  /** What is on the screen is what comes out of the printer. */
  private PrintedPaper read(PaperLayout layout) {
    var printed = PrintedPaper.of(layout, faces);
    String shown = PrintedPaper.packed(page.words());
    assertTrue(shown.length() > 100, "the paper on the screen is empty");
    assertEquals(PrintedPaper.packed(printed.firstPage()), shown, layout.title());
    return printed;
  }
}
