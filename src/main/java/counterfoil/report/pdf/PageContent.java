package counterfoil.report.pdf;

import counterfoil.report.layout.FontFile;
import counterfoil.report.layout.Ink;
import counterfoil.report.layout.Mark.Box;
import counterfoil.report.layout.Mark.Code;
import counterfoil.report.layout.Mark.Rule;
import counterfoil.report.layout.Mark.TextMark;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.layout.Typefaces.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A page's drawing instructions in the PDF's own words. The library's stream of instructions looks
 * for ligatures in every text, which would make it another width than the one laid out, and takes
 * ten times as long.
 */
final class PageContent {
  /** As much, in parts of the size, as the heavy face's stems exceed the regular one's. */
  private static final double THICKENING = 0.03;

  private static final HexFormat HEX = HexFormat.of();

  private final Typefaces faces;
  private final EmbeddedFonts fonts;
  private final double height;
  private final StringBuilder words = new StringBuilder(1 << 14);

  /**
   * @param height of the page, in points: the PDF counts them from below
   */
  PageContent(Typefaces faces, EmbeddedFonts fonts, double height) {
    this.faces = faces;
    this.fonts = fonts;
    this.height = height;
  }

  byte[] bytes() {
    return words.toString().getBytes(StandardCharsets.US_ASCII);
  }

  void draw(Rule rule) {
    shade(rule.ink()).append(" G ");
    number(rule.thickness()).append("w ");
    point(rule.left(), rule.y()).append("m ");
    point(rule.right(), rule.y()).append("l S\n");
  }

  void draw(Box box) {
    shade(box.ink()).append(" g ");
    point(box.left(), box.top() + box.height());
    number(box.width());
    number(box.height()).append("re f\n");
  }

  /** One path for all squares: side by side they would show seams. */
  void draw(Code code) {
    shade(Ink.BLACK).append(" g\n");
    code.modules()
        .eachRun((column, row, length) -> {
          point(code.left() + column * code.square(), code.top() + (row + 1) * code.square());
          number(length * code.square());
          number(code.square()).append("re\n");
        });
    words.append("f\n");
  }

  void draw(TextMark text) throws IOException {
    words.append("BT ");
    shade(text.style().ink()).append(" g 1 0 0 1 ");
    point(text.left(), text.baseline()).append("Tm ");
    for (var run : faces.runs(text.text(), text.style().face())) {
      draw(run, text.style().size(), text.style().ink());
    }
    words.append("ET\n");
  }

  private void draw(Run run, double size, Ink ink) throws IOException {
    words.append('/').append(name(run.font())).append(' ');
    number(size).append("Tf ");
    if (run.thickened()) {
      shade(ink).append(" G ");
      number(size * THICKENING).append("w 2 Tr ");
    }
    words.append('<');
    HEX.formatHex(words, fonts.encode(run.font(), run.text()));
    words.append("> Tj ");
    if (run.thickened()) {
      words.append("0 Tr ");
    }
  }

  /** What a page calls a font. */
  static String name(FontFile font) {
    return font.name();
  }

  private StringBuilder shade(Ink ink) {
    return words.append(Math.round(ink.brightness() * 1000) / 1000.0);
  }

  private StringBuilder point(double x, double fromTop) {
    number(x);
    return number(height - fromTop);
  }

  /** To the thousandth of a point, without an exponent. */
  private StringBuilder number(double value) {
    long thousandths = Math.round(value * 1000);
    if (thousandths < 0) {
      words.append('-');
      thousandths = -thousandths;
    }
    words.append(thousandths / 1000);
    int rest = (int) (thousandths % 1000);
    if (rest != 0) {
      words.append('.').append(rest / 100).append(rest / 10 % 10).append(rest % 10);
    }
    return words.append(' ');
  }
}
