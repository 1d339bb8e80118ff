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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account statement on A4. */
final class StatementPaper {
  private final Stationery stationery;
  private final PaperTexts texts;

  StatementPaper(Stationery stationery) {
    this.stationery = stationery;
    this.texts = stationery.texts();
  }

  PaperLayout lay(Statement statement) {
    var title = texts.get("statement");
    var sheet =
        stationery.begin(
            statement.letterhead(), title, texts.period(statement.from(), statement.to()));
    holder(sheet, statement);
    stationery.facts(sheet, 4, facts(statement));
    lines(sheet, statement);
    summary(sheet, statement);
    var subject = title + " " + statement.account().number();
    return stationery.finish(
        sheet,
        subject,
        statement.madeAt(),
        texts.get(
            "statement.foot", statement.account().number(), texts.moment(statement.madeAt())));
  }

  private static void holder(Sheet sheet, Statement statement) {
    var account = statement.account();
    for (var holder : account.holders()) {
      sheet.paragraph(holder, Stationery.strong(sheet), Align.LEFT);
    }
    for (var line : account.address()) {
      sheet.paragraph(line, sheet.format().body(), Align.LEFT);
    }
    sheet.gap(14);
  }

  private List<Fact> facts(Statement statement) {
    return List.of(
        Fact.mono(texts.get("account"), statement.account().number().value()),
        Fact.of(texts.get("product"), statement.account().product()),
        Fact.of(texts.get("currency"), statement.currency().getCode()),
        Fact.of(texts.get("statement.entries"), texts.count(statement.lines().size())));
  }

  private void lines(Sheet sheet, Statement statement) {
    var rows = new ArrayList<Row>();
    rows.add(
        Row.of(
            texts.day(statement.from()),
            texts.get("statement.opening"),
            "",
            "",
            "",
            texts.amount(statement.opening())));
    for (var line : statement.lines()) {
      rows.add(row(line));
    }
    rows.add(
        Row.total(
            texts.day(statement.to()),
            texts.get("statement.closing"),
            "",
            texts.amount(statement.debits()),
            texts.amount(statement.credits()),
            texts.amount(statement.closing())));
    var columns =
        List.of(
            Column.of(texts.get("booked"), 70),
            Column.text(texts.get("description"), 4),
            Column.of(texts.get("value-date"), 70),
            Column.figures(texts.get("debit"), 80),
            Column.figures(texts.get("credit"), 80),
            Column.figures(texts.get("balance"), 80));
    new Table(sheet, columns).write(rows, "");
  }

  private Row row(Statement.Line line) {
    var words =
        Stream.of(texts.kind(line.kind()), line.counterparty(), line.narrative(), line.reference())
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(" \u00b7 "));
    var amount = texts.amount(line.amount().abs());
    boolean debit = line.amount().isNegative();
    return Row.of(
        texts.day(line.booked()),
        words,
        texts.day(line.value()),
        debit ? amount : "",
        debit ? "" : amount,
        texts.amount(line.balance()));
  }

  private void summary(Sheet sheet, Statement statement) {
    sheet.need(90);
    sheet.gap(20);
    double width = sheet.width() / 2;
    double at = sheet.right() - width;
    var body = sheet.format().body();
    sheet.pair(
        at, width, texts.get("statement.opening"), texts.withCurrency(statement.opening()), body);
    sheet.pair(
        at,
        width,
        texts.get("statement.credits", texts.count(statement.count(true))),
        texts.signed(statement.credits()) + " " + statement.currency().getCode(),
        body);
    sheet.pair(
        at,
        width,
        texts.get("statement.debits", texts.count(statement.count(false))),
        texts.signed(statement.debits().negated()) + " " + statement.currency().getCode(),
        body);
    sheet.gap(3);
    sheet.rule(at, sheet.right(), Ink.BLACK);
    sheet.gap(3);
    sheet.pair(
        at,
        width,
        texts.get("statement.closing"),
        texts.withCurrency(statement.closing()),
        body.with(Face.STRONG));
  }
}
