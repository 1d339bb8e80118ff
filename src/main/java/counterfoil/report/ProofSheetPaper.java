package counterfoil.report;

import counterfoil.report.Stationery.Fact;
import counterfoil.report.layout.Column;
import counterfoil.report.layout.Face;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Row;
import counterfoil.report.layout.Sheet;
import counterfoil.report.layout.Table;
import java.util.ArrayList;
import java.util.List;

/** A till's proof sheet on A4. */
final class ProofSheetPaper {
  private final Stationery stationery;
  private final PaperTexts texts;

  ProofSheetPaper(Stationery stationery) {
    this.stationery = stationery;
    this.texts = stationery.texts();
  }

  PaperLayout lay(ProofSheet proof) {
    var title = texts.get("proof", proof.till());
    var imprint = proof.imprint();
    var sheet = stationery.begin(proof.letterhead(), title, texts.date(imprint.businessDate()));
    stationery.facts(sheet, 4, facts(proof));
    movements(sheet, proof);
    count(sheet, proof);
    result(sheet, proof);
    moves(sheet, proof);
    stationery.signatures(sheet, List.of(texts.get("sign.teller"), texts.get("sign.supervisor")));
    return stationery.finish(
        sheet, title, imprint.at(), texts.get("printed-for", texts.moment(imprint.at())));
  }

  private List<Fact> facts(ProofSheet proof) {
    var imprint = proof.imprint();
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of(texts.get("staff"), imprint.staff()));
    facts.add(Fact.mono(texts.get("till-session"), imprint.tillSession().orElse(proof.till())));
    facts.add(Fact.of(texts.get("proof.opened"), texts.moment(proof.openedAt())));
    facts.add(Fact.of(texts.get("proof.counted-at"), texts.moment(imprint.at())));
    facts.add(Fact.mono(texts.get("workstation"), imprint.workstation()));
    facts.add(Fact.of(texts.get("currency"), proof.currency().getCode()));
    return facts;
  }

  private void movements(Sheet sheet, ProofSheet proof) {
    stationery.heading(sheet, texts.get("proof.movements"));
    var rows = new ArrayList<Row>();
    rows.add(Row.of(texts.get("proof.float"), "", texts.amount(proof.opening()), ""));
    for (var movement : proof.movements()) {
      rows.add(
          Row.of(
              texts.kind(movement.kind()),
              texts.count(movement.count()),
              texts.amountOrNothing(movement.in()),
              texts.amountOrNothing(movement.out())));
    }
    rows.add(
        Row.total(
            texts.get("proof.expected"),
            texts.count(proof.movements().stream().mapToInt(ProofSheet.Movement::count).sum()),
            texts.amount(proof.expected().total()),
            ""));
    var columns =
        List.of(
            Column.text("", 1),
            Column.figures(texts.get("number"), 60),
            Column.figures(texts.get("cash-in"), 90),
            Column.figures(texts.get("cash-out"), 90));
    new Table(sheet, columns, sheet.left(), sheet.width() * 0.66).write(rows, "");
  }

  private void count(Sheet sheet, ProofSheet proof) {
    stationery.heading(sheet, texts.get("proof.count"));
    var rows = new ArrayList<Row>();
    for (var face : proof.denominations()) {
      int expected = proof.expected().pieces(face);
      int counted = proof.counted().pieces(face);
      var difference = face.multipliedBy((long) counted - expected);
      rows.add(
          Row.of(
              texts.amount(face),
              texts.count(expected),
              texts.count(counted),
              texts.amount(face.multipliedBy(expected)),
              texts.amount(face.multipliedBy(counted)),
              difference.isZero() ? "" : texts.signed(difference)));
    }
    rows.add(
        Row.total(
            texts.get("total"),
            "",
            "",
            texts.amount(proof.expected().total()),
            texts.amount(proof.counted().total()),
            texts.signed(proof.difference())));
    var columns =
        List.of(
            Column.figures(texts.get("denomination"), 66),
            Column.figures(texts.get("proof.pieces-expected"), 66),
            Column.figures(texts.get("proof.pieces-counted"), 66),
            Column.figures(texts.get("proof.expected"), 80),
            Column.figures(texts.get("proof.counted"), 80),
            Column.figures(texts.get("proof.difference"), 68));
    new Table(sheet, columns).write(rows, texts.get("proof.empty"));
  }

  private void result(Sheet sheet, ProofSheet proof) {
    sheet.need(70);
    sheet.gap(14);
    double width = sheet.width() * 0.6;
    double at = sheet.right() - width;
    var body = sheet.format().body();
    var difference = proof.difference();
    var name =
        difference.isZero() ? "proof.even" : difference.isPositive() ? "proof.over" : "proof.short";
    sheet.pair(
        at,
        width,
        texts.get(name),
        texts.signed(difference) + " " + proof.currency().getCode(),
        body.with(Face.STRONG).sized(11));
    if (!proof.reason().isBlank()) {
      sheet.pair(at, width, texts.get("reason"), proof.reason(), body);
    }
    proof
        .secondPerson()
        .ifPresent(person -> sheet.pair(at, width, texts.get("proof.second-person"), person, body));
  }

  private void moves(Sheet sheet, ProofSheet proof) {
    stationery.heading(sheet, texts.get("proof.moves"));
    var rows =
        proof.moves().stream()
            .map(move ->
                Row.of(
                    texts.count(move.position()),
                    texts.time(move.at()),
                    texts.kind(move.kind()),
                    move.with(),
                    texts.amount(move.amount())))
            .toList();
    var columns =
        List.of(
            Column.figures(texts.get("entry"), 52),
            Column.of(texts.get("time"), 52),
            Column.text("", 1),
            Column.of(texts.get("proof.with"), 90).in(Face.MONO),
            Column.figures(texts.get("amount"), 90));
    new Table(sheet, columns).write(rows, texts.get("proof.no-moves"));
  }
}
