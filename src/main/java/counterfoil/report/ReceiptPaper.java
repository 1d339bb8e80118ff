package counterfoil.report;

import counterfoil.domain.cash.Cash;
import counterfoil.report.Stationery.Fact;
import counterfoil.report.layout.Align;
import counterfoil.report.layout.Column;
import counterfoil.report.layout.Face;
import counterfoil.report.layout.Ink;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Row;
import counterfoil.report.layout.Sheet;
import counterfoil.report.layout.Style;
import counterfoil.report.layout.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.joda.money.Money;

/** A receipt on the roll or on A4. */
final class ReceiptPaper {
  /** What a roll of 58 mm has room for: 48 mm, in points. */
  private static final double CODE_SIDE = 136;

  private final Stationery stationery;
  private final PaperTexts texts;

  ReceiptPaper(Stationery stationery) {
    this.stationery = stationery;
    this.texts = stationery.texts();
  }

  PaperLayout lay(Receipt receipt, PaperFormat format) {
    var sheet = format.isRoll() ? roll(receipt) : sheet(receipt);
    var paper =
        stationery.finish(
            sheet,
            texts.get("receipt") + " " + receipt.acts().getFirst().position(),
            receipt.imprint().at(),
            receipt.letterhead().branch());
    return receipt.proof().isEmpty() ? paper : paper.provenBy(receipt.proof());
  }

  private String copy(Receipt receipt) {
    return texts.get("receipt.copy", texts.count(receipt.copy()));
  }

  private Sheet roll(Receipt receipt) {
    var sheet = stationery.sheet(PaperFormat.ROLL_80);
    var letterhead = receipt.letterhead();
    var small = sheet.format().body().sized(7);
    sheet.paragraph(letterhead.branch(), Stationery.strong(sheet).sized(11), Align.CENTRE);
    letterhead.address().forEach(line -> sheet.paragraph(line, small, Align.CENTRE));
    optional(
        letterhead.greeting(),
        text -> {
          sheet.gap(3);
          sheet.paragraph(text, small, Align.CENTRE);
        });
    sheet.gap(8);
    if (receipt.copy() > 0) {
      copyBand(sheet, receipt);
    }
    sheet.paragraph(texts.get("receipt"), Stationery.strong(sheet).sized(10), Align.CENTRE);
    sheet.gap(5);
    for (var act : receipt.acts()) {
      rollAct(sheet, act);
    }
    cash(sheet, receipt);
    separate(sheet);
    imprint(receipt).forEach(fact -> pair(sheet, fact));
    proof(sheet, receipt, small);
    optional(
        letterhead.closing(),
        text -> {
          sheet.gap(8);
          sheet.paragraph(text, small, Align.CENTRE);
        });
    return sheet;
  }

  private void proof(Sheet sheet, Receipt receipt, Style small) {
    QrCode.of(receipt.proof())
        .ifPresent(modules -> {
          sheet.gap(8);
          sheet.need(CODE_SIDE + 20);
          sheet.code(modules, CODE_SIDE);
          sheet.paragraph(texts.get("receipt.proof"), small, Align.CENTRE);
        });
  }

  private void copyBand(Sheet sheet, Receipt receipt) {
    var style = Stationery.strong(sheet).sized(10);
    if (sheet.format().isRoll()) {
      sheet.rule(Ink.BLACK);
    } else {
      sheet.band(style.lineHeight() + 6, Ink.SHADE);
    }
    sheet.gap(3);
    sheet.line(sheet.left(), sheet.width(), copy(receipt), style, Align.CENTRE);
    sheet.gap(3);
    if (sheet.format().isRoll()) {
      sheet.rule(Ink.BLACK);
    }
    sheet.gap(8);
  }

  private void rollAct(Sheet sheet, Receipt.Act act) {
    separate(sheet);
    sheet.need(60);
    headline(sheet, act, Stationery.strong(sheet).sized(10));
    sheet.gap(2);
    facts(act).forEach(fact -> pair(sheet, fact));
    act.balanceAfter()
        .ifPresent(balance ->
            sheet.pair(
                sheet.left(),
                sheet.width(),
                texts.get("receipt.balance-after"),
                texts.withCurrency(balance),
                Stationery.strong(sheet)));
  }

  /** What was done, and how much at the other end of the line: the figure is never cut. */
  private void headline(Sheet sheet, Receipt.Act act, Style style) {
    var amount = texts.withCurrency(act.amount());
    double room = sheet.measure(amount, style) + 0.01;
    double top = sheet.top();
    var kind = texts.kind(act.kind());
    sheet.line(sheet.left(), sheet.width() - room - 8, kind, style, Align.LEFT);
    sheet.moveTo(top);
    sheet.line(sheet.right() - room, room, amount, style, Align.RIGHT);
  }

  private static void separate(Sheet sheet) {
    sheet.gap(4);
    sheet.rule(Ink.HAIRLINE);
    sheet.gap(4);
  }

  private static void pair(Sheet sheet, Fact fact) {
    var body = sheet.format().body();
    var style = fact.mono() ? body.with(Face.MONO).sized(7.5) : body;
    sheet.pair(sheet.left(), sheet.width(), fact.name(), fact.value(), style);
  }

  private List<Fact> facts(Receipt.Act act) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.mono(texts.get("account"), act.account().value()));
    facts.add(Fact.of(texts.get("holder"), act.holder()));
    optional(act.counterparty(), text -> facts.add(Fact.mono(texts.get("counterparty"), text)));
    optional(act.reference(), text -> facts.add(Fact.of(texts.get("reference"), text)));
    optional(act.narrative(), text -> facts.add(Fact.of(texts.get("narrative"), text)));
    facts.add(Fact.mono(texts.get("entry"), texts.count(act.position())));
    return facts;
  }

  private List<Fact> imprint(Receipt receipt) {
    var imprint = receipt.imprint();
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of(texts.get("business-date"), texts.date(imprint.businessDate())));
    facts.add(Fact.of(texts.get("recorded"), texts.moment(imprint.at())));
    facts.add(Fact.of(texts.get("served-by"), imprint.staff()));
    facts.add(Fact.mono(texts.get("workstation"), imprint.workstation()));
    imprint
        .tillSession()
        .ifPresent(session -> facts.add(Fact.mono(texts.get("till-session"), session)));
    return facts;
  }

  private static void optional(String text, Consumer<String> whereThere) {
    if (!text.isBlank()) {
      whereThere.accept(text);
    }
  }

  /** Cash received and given, each by denomination; what is given beside it is the change. */
  private void cash(Sheet sheet, Receipt receipt) {
    if (!receipt.received().isEmpty()) {
      counted(sheet, texts.get("receipt.received"), receipt.received());
    }
    if (!receipt.given().isEmpty()) {
      var name = receipt.received().isEmpty() ? "receipt.given" : "receipt.change";
      counted(sheet, texts.get(name), receipt.given());
    }
  }

  private void counted(Sheet sheet, String name, Cash cash) {
    boolean roll = sheet.format().isRoll();
    if (roll) {
      separate(sheet);
    } else {
      sheet.gap(14);
    }
    var rows = new ArrayList<Row>();
    cash.pieces()
        .forEach((minor, pieces) -> {
          var face = Money.ofMinor(cash.currency(), minor);
          rows.add(
              Row.of(
                  texts.count(pieces) + " \u00d7 " + texts.amount(face),
                  texts.amount(face.multipliedBy(pieces))));
        });
    rows.add(Row.total(name, texts.withCurrency(cash.total())));
    var columns = List.of(Column.text("", 2), Column.figures("", roll ? 110 : 150));
    new Table(sheet, columns, sheet.left(), roll ? sheet.width() : sheet.width() / 2)
        .write(rows, "");
  }

  private Sheet sheet(Receipt receipt) {
    var letterhead = receipt.letterhead();
    var sheet =
        stationery.begin(
            letterhead, texts.get("receipt"), texts.date(receipt.imprint().businessDate()));
    if (receipt.copy() > 0) {
      copyBand(sheet, receipt);
    }
    optional(
        letterhead.greeting(),
        text -> {
          sheet.paragraph(text, sheet.format().body(), Align.LEFT);
          sheet.gap(8);
        });
    acts(sheet, receipt);
    cash(sheet, receipt);
    sheet.gap(20);
    stationery.facts(sheet, 3, imprint(receipt));
    proof(sheet, receipt, sheet.format().body().sized(7));
    stationery.signatures(sheet, List.of(texts.get("sign.customer"), texts.get("sign.teller")));
    optional(
        letterhead.closing(),
        text -> {
          sheet.gap(20);
          sheet.paragraph(text, sheet.format().body().sized(8).with(Ink.GREY), Align.LEFT);
        });
    return sheet;
  }

  private void acts(Sheet sheet, Receipt receipt) {
    for (var act : receipt.acts()) {
      sheet.need(90);
      headline(sheet, act, Stationery.strong(sheet).sized(11));
      sheet.gap(2);
      sheet.rule(Ink.HAIRLINE);
      sheet.gap(6);
      var facts = new ArrayList<>(facts(act));
      act.balanceAfter()
          .ifPresent(balance ->
              facts.add(Fact.of(texts.get("receipt.balance-after"), texts.withCurrency(balance))));
      stationery.facts(sheet, 3, facts);
      sheet.gap(4);
    }
  }
}
