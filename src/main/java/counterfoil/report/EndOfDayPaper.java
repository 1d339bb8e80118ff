package counterfoil.report;

import counterfoil.report.Stationery.Fact;
import counterfoil.report.layout.Align;
import counterfoil.report.layout.Column;
import counterfoil.report.layout.Face;
import counterfoil.report.layout.Ink;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Row;
import counterfoil.report.layout.Sheet;
import counterfoil.report.layout.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/** The report of a business day on A4. */
final class EndOfDayPaper {
  private final Stationery stationery;
  private final PaperTexts texts;

  EndOfDayPaper(Stationery stationery) {
    this.stationery = stationery;
    this.texts = stationery.texts();
  }

  PaperLayout lay(EndOfDay day) {
    var title = texts.get(day.open() ? "end-of-day.so-far" : "end-of-day");
    var date = texts.date(day.imprint().businessDate());
    var sheet = stationery.begin(day.letterhead(), title, date);
    stationery.facts(sheet, 4, facts(day));
    leftOpen(sheet, day);
    tills(sheet, day);
    vault(sheet, day);
    movements(sheet, day);
    exceptions(sheet, day);
    checkpoint(sheet, day);
    stationery.signatures(sheet, List.of(texts.get("sign.supervisor"), texts.get("sign.second")));
    if (!day.postings().isEmpty()) {
      stationery.heading(sheet, texts.get("journal"));
      new JournalPaper(stationery).write(sheet, day.postings(), day.currency());
    }
    var at = day.imprint().at();
    return stationery.finish(
        sheet, title + " " + date, at, texts.get("printed-for", texts.moment(at)));
  }

  private List<Fact> facts(EndOfDay day) {
    var imprint = day.imprint();
    var balances = day.balances();
    return List.of(
        Fact.of(
            texts.get(day.open() ? "end-of-day.as-of" : "end-of-day.closed"),
            texts.moment(imprint.at())),
        Fact.of(
            texts.get(day.open() ? "end-of-day.made-by" : "end-of-day.closed-by"), imprint.staff()),
        Fact.mono(texts.get("workstation"), imprint.workstation()),
        Fact.of(texts.get("end-of-day.accounts"), texts.count(balances.accounts())),
        Fact.of(texts.get("end-of-day.customers"), texts.withCurrency(balances.customers())),
        Fact.of(texts.get("end-of-day.in-tills"), texts.withCurrency(balances.tills())),
        Fact.of(texts.get("end-of-day.in-vault"), texts.withCurrency(day.vault().total())),
        Fact.of(
            texts.get("end-of-day.over-short"),
            texts.signed(day.difference()) + " " + day.currency().getCode()));
  }

  private void leftOpen(Sheet sheet, EndOfDay day) {
    if (day.open()) {
      sheet.paragraph(texts.get("end-of-day.provisional"), sheet.format().body(), Align.LEFT);
    }
    if (day.leftOpen().isEmpty()) {
      return;
    }
    stationery.heading(sheet, texts.get("end-of-day.left-open"));
    day.leftOpen()
        .forEach(text -> sheet.paragraph("\u2013 " + text, sheet.format().body(), Align.LEFT));
  }

  private void tills(Sheet sheet, EndOfDay day) {
    stationery.heading(sheet, texts.get("end-of-day.tills"));
    var rows = new ArrayList<Row>();
    for (var till : day.tills()) {
      rows.add(
          Row.of(
              till.till(),
              till.staff() + (till.reason().isBlank() ? "" : " \u00b7 " + till.reason()),
              texts.amount(till.opening()),
              texts.amount(till.in()),
              texts.amount(till.out()),
              texts.amount(till.expected()),
              till.counted().map(texts::amount).orElse(texts.get("end-of-day.open")),
              till.difference().map(texts::signed).orElse("")));
    }
    if (!day.tills().isEmpty()) {
      rows.add(totalOfTills(day));
    }
    var columns =
        List.of(
            Column.of(texts.get("till"), 70).in(Face.MONO),
            Column.text(texts.get("staff"), 4),
            Column.figures(texts.get("proof.float"), 76),
            Column.figures(texts.get("cash-in"), 76),
            Column.figures(texts.get("cash-out"), 76),
            Column.figures(texts.get("proof.expected"), 76),
            Column.figures(texts.get("proof.counted"), 76),
            Column.figures(texts.get("proof.difference"), 76));
    new Table(sheet, columns).write(rows, texts.get("end-of-day.no-tills"));
  }

  private Row totalOfTills(EndOfDay day) {
    return Row.total(
        "",
        texts.get("total"),
        texts.amount(sum(day, EndOfDay.TillLine::opening)),
        texts.amount(sum(day, EndOfDay.TillLine::in)),
        texts.amount(sum(day, EndOfDay.TillLine::out)),
        texts.amount(sum(day, EndOfDay.TillLine::expected)),
        day.tills().stream().allMatch(till -> till.counted().isPresent())
            ? texts.amount(sum(day, till -> till.expected().plus(till.difference().orElseThrow())))
            : "",
        texts.signed(day.difference()));
  }

  private static Money sum(EndOfDay day, Function<EndOfDay.TillLine, Money> what) {
    return day.tills().stream().map(what).reduce(Money.zero(day.currency()), Money::plus);
  }

  private void vault(Sheet sheet, EndOfDay day) {
    stationery.heading(sheet, texts.get("end-of-day.vault"));
    var rows = new ArrayList<Row>();
    day.vault()
        .pieces()
        .forEach((minor, pieces) -> {
          var face = Money.ofMinor(day.currency(), minor);
          rows.add(
              Row.of(
                  texts.amount(face),
                  texts.count(pieces),
                  texts.amount(face.multipliedBy(pieces))));
        });
    if (!day.vault().isEmpty()) {
      rows.add(Row.total(texts.get("total"), "", texts.amount(day.vault().total())));
    }
    var columns =
        List.of(
            Column.figures(texts.get("denomination"), 80),
            Column.figures(texts.get("pieces"), 60),
            Column.figures(texts.get("amount"), 90));
    new Table(sheet, columns, sheet.left(), sheet.width() / 2)
        .write(rows, texts.get("end-of-day.empty-vault"));
  }

  private void movements(Sheet sheet, EndOfDay day) {
    stationery.heading(sheet, texts.get("end-of-day.movements"));
    var rows = new ArrayList<Row>();
    for (var total : day.movements()) {
      rows.add(
          Row.of(
              texts.kind(total.kind()),
              texts.count(total.count()),
              texts.amountOrNothing(total.in()),
              texts.amountOrNothing(total.out())));
    }
    var columns =
        List.of(
            Column.text("", 1),
            Column.figures(texts.get("number"), 60),
            Column.figures(texts.get("credit"), 90),
            Column.figures(texts.get("debit"), 90));
    new Table(sheet, columns, sheet.left(), sheet.width() * 0.66)
        .write(rows, texts.get("journal.empty"));
  }

  private void exceptions(Sheet sheet, EndOfDay day) {
    stationery.heading(sheet, texts.get("end-of-day.exceptions"));
    var rows = day.exceptions().stream().map(this::row).toList();
    var columns =
        List.of(
            Column.figures(texts.get("entry"), 60),
            Column.of(texts.get("time"), 50),
            Column.text(texts.get("description"), 4),
            Column.of(texts.get("account"), 100).in(Face.MONO),
            Column.of(texts.get("staff"), 90),
            Column.text(texts.get("end-of-day.signed-off"), 4));
    new Table(sheet, columns).write(rows, texts.get("end-of-day.no-exceptions"));
  }

  private Row row(EndOfDay.Exceptional exception) {
    var signedOff =
        exception
            .signedOffBy()
            .map(by ->
                Stream.of(by, exception.comment())
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining(": ")))
            .orElse(texts.get("end-of-day.not-signed-off"));
    return Row.of(
        texts.count(exception.position()),
        texts.time(exception.at()),
        exception.what(),
        exception.account(),
        exception.staff(),
        signedOff);
  }

  private void checkpoint(Sheet sheet, EndOfDay day) {
    if (day.checkpoint().isBlank()) {
      return;
    }
    stationery.heading(sheet, texts.get("end-of-day.checkpoint"));
    var body = sheet.format().body();
    sheet.paragraph(
        texts.get("end-of-day.checkpoint.why"), body.sized(8).with(Ink.GREY), Align.LEFT);
    sheet.gap(4);
    day.checkpoint()
        .lines()
        .forEach(line -> sheet.paragraph(line, body.with(Face.MONO).sized(7.5), Align.LEFT));
  }
}
