package counterfoil.report;

import counterfoil.report.layout.Align;
import counterfoil.report.layout.Column;
import counterfoil.report.layout.Face;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Row;
import counterfoil.report.layout.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report of cash at or above a threshold on A4. */
final class LargeCashPaper {
  private final Stationery stationery;
  private final PaperTexts texts;

  LargeCashPaper(Stationery stationery) {
    this.stationery = stationery;
    this.texts = stationery.texts();
  }

  PaperLayout lay(LargeCash report) {
    var title = texts.get("large-cash");
    var period = texts.period(report.from(), report.to());
    var sheet = stationery.begin(report.letterhead(), title, period);
    sheet.paragraph(
        texts.get("large-cash.rule", texts.withCurrency(report.threshold())),
        sheet.format().body(),
        Align.LEFT);
    sheet.gap(12);
    var rows = new ArrayList<Row>();
    for (var day : report.days()) {
      rows.add(heading(day));
      day.entries().forEach(entry -> rows.add(row(entry)));
    }
    var columns =
        List.of(
            Column.of(texts.get("date"), 70),
            Column.figures(texts.get("entry"), 60),
            Column.text(texts.get("large-cash.customer"), 3),
            Column.of(texts.get("account"), 100).in(Face.MONO),
            Column.figures(texts.get("cash-in"), 80),
            Column.figures(texts.get("cash-out"), 80));
    new Table(sheet, columns).write(rows, texts.get("large-cash.none"));
    var at = report.imprint().at();
    return stationery.finish(
        sheet, title + " " + period, at, texts.get("printed-for", texts.moment(at)));
  }

  private Row heading(LargeCash.CustomerDay day) {
    var who =
        Stream.of(day.name(), day.customer(), day.document())
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(" \u00b7 "));
    return Row.heading(
        texts.day(day.day()),
        "",
        who,
        "",
        texts.amountOrNothing(day.in()),
        texts.amountOrNothing(day.out()));
  }

  private Row row(LargeCash.Entry entry) {
    boolean in = entry.amount().isPositive();
    var amount = texts.amount(entry.amount().abs());
    return Row.of(
        texts.time(entry.at()),
        texts.count(entry.position()),
        texts.kind(entry.kind()) + " \u00b7 " + entry.staff(),
        entry.account(),
        in ? amount : "",
        in ? "" : amount);
  }
}
