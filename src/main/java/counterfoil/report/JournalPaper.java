package counterfoil.report;

import counterfoil.report.layout.Column;
import counterfoil.report.layout.Face;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Row;
import counterfoil.report.layout.Sheet;
import counterfoil.report.layout.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The journal on A4, alone or at the end of a day's report. */
final class JournalPaper {
  private final Stationery stationery;
  private final PaperTexts texts;

  JournalPaper(Stationery stationery) {
    this.stationery = stationery;
    this.texts = stationery.texts();
  }

  PaperLayout lay(Journal journal) {
    var title = texts.get("journal");
    var period = texts.period(journal.from(), journal.to());
    var sheet = stationery.begin(journal.letterhead(), title, period);
    write(sheet, journal.lines(), journal.currency());
    var at = journal.imprint().at();
    return stationery.finish(
        sheet, title + " " + period, at, texts.get("printed-for", texts.moment(at)));
  }

  /** The list; each new business date has a heading where there is more than one. */
  void write(Sheet sheet, List<Journal.Line> lines, CurrencyUnit currency) {
    boolean several = lines.stream().map(Journal.Line::businessDate).distinct().count() > 1;
    var rows = new ArrayList<Row>();
    var in = Money.zero(currency);
    var out = Money.zero(currency);
    var day = LocalDate.MIN;
    for (var line : lines) {
      if (several && !line.businessDate().equals(day)) {
        day = line.businessDate();
        rows.add(Row.heading("", "", "", texts.date(day), "", "", ""));
      }
      rows.add(row(line));
      if (line.amount().isNegative()) {
        out = out.minus(line.amount());
      } else {
        in = in.plus(line.amount());
      }
    }
    if (!lines.isEmpty()) {
      rows.add(
          Row.total(
              "",
              "",
              "",
              texts.get("journal.total", texts.count(lines.size())),
              texts.amount(out),
              texts.amount(in),
              ""));
    }
    new Table(sheet, columns()).write(rows, texts.get("journal.empty"));
  }

  private List<Column> columns() {
    return List.of(
        Column.figures(texts.get("entry"), 60),
        Column.of(texts.get("time"), 50),
        Column.of(texts.get("account"), 100).in(Face.MONO),
        Column.text(texts.get("description"), 2),
        Column.figures(texts.get("debit"), 80),
        Column.figures(texts.get("credit"), 80),
        Column.of(texts.get("journal.by"), 90));
  }

  private Row row(Journal.Line line) {
    var words =
        Stream.of(texts.kind(line.kind()), line.holder(), line.narrative(), line.reference())
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(" \u00b7 "));
    var amount = texts.amount(line.amount().abs());
    boolean debit = line.amount().isNegative();
    return Row.of(
        texts.count(line.position()),
        texts.time(line.at()),
        line.account(),
        words,
        debit ? amount : "",
        debit ? "" : amount,
        Stream.of(line.till(), line.staff())
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(" ")));
  }
}
