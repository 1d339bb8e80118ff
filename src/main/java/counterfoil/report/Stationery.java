package counterfoil.report;

import counterfoil.report.layout.Align;
import counterfoil.report.layout.Face;
import counterfoil.report.layout.Ink;
import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Sheet;
import counterfoil.report.layout.Style;
import counterfoil.report.layout.Typefaces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the A4 papers have in common: head, facts, headings, signatures. */
final class Stationery {
  /** Something a paper says at its top: what it is called, and what it is. */
  record Fact(String name, String value, boolean mono) {
    static Fact of(String name, String value) {
      return new Fact(name, value, false);
    }

    static Fact mono(String name, String value) {
      return new Fact(name, value, true);
    }
  }

  private final Typefaces faces;
  private final PaperTexts texts;

  Stationery(Typefaces faces, PaperTexts texts) {
    this.faces = faces;
    this.texts = texts;
  }

  PaperTexts texts() {
    return texts;
  }

  Sheet sheet(PaperFormat format) {
    return new Sheet(format, faces, texts.locale());
  }

  /** An A4 paper with its head: who hands it out, what it is, and of what or when. */
  Sheet begin(Letterhead letterhead, String title, String subtitle) {
    var sheet = sheet(PaperFormat.A4);
    var small = sheet.format().body().sized(8).with(Ink.GREY);
    sheet.paragraph(letterhead.branch(), strong(sheet).sized(11), Align.LEFT);
    letterhead.address().forEach(line -> sheet.paragraph(line, small, Align.LEFT));
    sheet.gap(8);
    sheet.rule(Ink.BLACK);
    sheet.gap(20);
    sheet.paragraph(title, strong(sheet).sized(17), Align.LEFT);
    sheet.paragraph(subtitle, sheet.format().body().sized(10).with(Ink.GREY), Align.LEFT);
    sheet.gap(12);
    sheet.runningHead(String.join("  \u00b7  ", List.of(letterhead.branch(), title, subtitle)));
    return sheet;
  }

  static Style strong(Sheet sheet) {
    return sheet.format().body().with(Face.STRONG);
  }

  /** Facts side by side, {@code columns} in a row; each on as many lines as it takes. */
  void facts(Sheet sheet, int columns, List<Fact> facts) {
    double room = (sheet.width() - (columns - 1) * 14) / columns;
    for (int i = 0; i < facts.size(); i += columns) {
      sheet.need(40);
      double start = sheet.top();
      double end = start;
      for (int j = i; j < Math.min(i + columns, facts.size()); j++) {
        sheet.moveTo(start);
        fact(sheet, sheet.left() + (j - i) * (room + 14), room, facts.get(j));
        end = Math.max(end, sheet.top());
      }
      sheet.moveTo(end);
      sheet.gap(7);
    }
    sheet.gap(5);
  }

  private static void fact(Sheet sheet, double at, double room, Fact fact) {
    var style = sheet.format().body();
    sheet.line(at, room, fact.name(), style.sized(7.5).with(Ink.GREY), Align.LEFT);
    var shown = fact.mono() ? style.with(Face.MONO).sized(style.size() - 0.5) : style;
    sheet.paragraph(at, room, fact.value(), shown, Align.LEFT);
  }

  /** Begins a part of the paper, together with at least some lines of it. */
  void heading(Sheet sheet, String text) {
    sheet.need(80);
    sheet.gap(16);
    sheet.paragraph(text, strong(sheet).sized(11), Align.LEFT);
    sheet.gap(4);
  }

  /** Lines to sign on, side by side, not torn from each other. */
  void signatures(Sheet sheet, List<String> names) {
    sheet.need(70);
    sheet.gap(46);
    double room = (sheet.width() - (names.size() - 1) * 28) / names.size();
    double top = sheet.top();
    for (int i = 0; i < names.size(); i++) {
      sheet.moveTo(top);
      double at = sheet.left() + i * (room + 28);
      sheet.rule(at, at + room, Ink.BLACK);
      sheet.gap(4);
      sheet.line(
          at, room, names.get(i), sheet.format().body().sized(7.5).with(Ink.GREY), Align.LEFT);
    }
  }

  PaperLayout finish(Sheet sheet, String title, Instant madeAt, String foot) {
    return new PaperLayout(
        title,
        texts.locale(),
        madeAt,
        sheet.finish((page, of) -> texts.get("page", texts.count(page), texts.count(of)), foot),
        Optional.empty());
  }
}
