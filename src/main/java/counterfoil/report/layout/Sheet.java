package counterfoil.report.layout;

import counterfoil.report.layout.Mark.Box;
import counterfoil.report.layout.Mark.Code;
import counterfoil.report.layout.Mark.Rule;
import counterfoil.report.layout.Mark.TextMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * A paper while it is written from top to bottom. What does not fit on a page goes to the next one,
 * under the running head.
 */
public final class Sheet {
  private static final double HAIRLINE = 0.5;
  private static final double FOOT = 24;

  private final PaperFormat format;
  private final Typefaces faces;
  private final TextBreaker breaker;
  private final List<List<Mark>> pages = new ArrayList<>();
  private final List<Double> ends = new ArrayList<>();
  private List<Mark> marks = new ArrayList<>();
  private String runningHead = "";
  private double top;

  public Sheet(PaperFormat format, Typefaces faces, Locale language) {
    this.format = format;
    this.faces = faces;
    this.breaker = new TextBreaker(faces, language);
    startPage();
  }

  public PaperFormat format() {
    return format;
  }

  public double left() {
    return format.sideMargin();
  }

  public double right() {
    return format.width() - format.sideMargin();
  }

  public double width() {
    return right() - left();
  }

  /** Where the next thing begins. */
  public double top() {
    return top;
  }

  /** What stands above every page but the first. */
  public void runningHead(String text) {
    runningHead = text;
  }

  /** Empty room, which is left out where a page ends. */
  public void gap(double points) {
    top = Math.min(top + points, bottom());
  }

  /** Goes back up, or on to where something else on this page has ended. */
  public void moveTo(double place) {
    top = place;
  }

  /** Begins a new page if less than {@code points} are left of this one. */
  public void need(double points) {
    if (top + points > bottom() && top > format.endMargin()) {
      nextPage();
    }
  }

  private double bottom() {
    return format.longest() - format.endMargin() - (format.isRoll() ? 0 : FOOT);
  }

  private void nextPage() {
    endPage();
    startPage();
    if (!runningHead.isEmpty()) {
      var style = format.body().sized(8).with(Ink.GREY);
      line(left(), width(), runningHead, style, Align.LEFT);
      gap(3);
      rule(Ink.HAIRLINE);
      gap(6);
    }
  }

  private void startPage() {
    marks = new ArrayList<>();
    top = format.endMargin();
  }

  private void endPage() {
    pages.add(marks);
    ends.add(top);
  }

  /** For what is not the main thing. A roll's printer knows black only: its grey is dots. */
  public Ink quiet() {
    return format.isRoll() ? Ink.BLACK : Ink.GREY;
  }

  /** A line across the paper, in no room of its own. */
  public void rule(Ink ink) {
    rule(left(), right(), ink);
  }

  public void rule(double from, double to, Ink ink) {
    double thickness = ink == Ink.BLACK ? 2 * HAIRLINE : HAIRLINE;
    marks.add(new Rule(from, to, top, thickness, format.isRoll() ? Ink.BLACK : ink));
  }

  /** A filled band behind what will be written on the next {@code height} points. */
  public void band(double height, Ink ink) {
    marks.add(new Box(left(), top, width(), height, ink));
  }

  /** A two-dimensional code in the middle of the paper, with the room that it needs around it. */
  public void code(Modules modules, double side) {
    double quiet = side * Modules.QUIET / (modules.size() + 2.0 * Modules.QUIET);
    need(side);
    marks.add(
        new Code(left() + (width() - side) / 2 + quiet, top + quiet, side - 2 * quiet, modules));
    top += side;
  }

  /** A text at a place of this page, cut short to {@code room}; the place of what follows stays. */
  public void put(double at, double baseline, double room, String text, Style style, Align align) {
    var shown = faces.drawable(text, style.face());
    double width = faces.width(shown, style);
    if (width > room) {
      shown = breaker.shorten(shown, style, room);
      width = faces.width(shown, style);
    }
    mark(at, baseline, room, width, shown, style, align);
  }

  /** A figure that ends at the end of its room; one too wide for it is set smaller, never cut. */
  void figure(double at, double baseline, double room, String text, Style style) {
    double width = faces.width(text, style);
    if (width > room) {
      mark(at, baseline, room, room, text, style.sized(style.size() * room / width), Align.RIGHT);
    } else {
      mark(at, baseline, room, width, text, style, Align.RIGHT);
    }
  }

  private void mark(
      double at,
      double baseline,
      double room,
      double width,
      String text,
      Style style,
      Align align) {
    if (text.isBlank()) {
      return;
    }
    double from =
        switch (align) {
          case LEFT -> at;
          case CENTRE -> at + (room - width) / 2;
          case RIGHT -> at + room - width;
        };
    marks.add(new TextMark(from, baseline, width, text, style));
  }

  /** How wide a text is as it would be drawn. */
  public double measure(String text, Style style) {
    return faces.width(text, style);
  }

  /** One line, cut short to its room. */
  public void line(double at, double room, String text, Style style, Align align) {
    need(style.lineHeight());
    put(at, top + baseline(style), room, text, style, align);
    top += style.lineHeight();
  }

  /** A text on as many lines as it takes. */
  public void paragraph(String text, Style style, Align align) {
    paragraph(left(), width(), text, style, align);
  }

  public void paragraph(double at, double room, String text, Style style, Align align) {
    for (var line : lines(text, style, room, Integer.MAX_VALUE)) {
      line(at, room, line, style, align);
    }
  }

  /**
   * What a text is called, and the text at the other end of the line; a long one goes on below
   * itself.
   */
  public void pair(double at, double room, String name, String text, Style style) {
    var nameStyle = style.face() == Face.STRONG ? style : format.body().with(quiet());
    double nameRoom = Math.min(faces.width(name, nameStyle), room * 0.6);
    double textRoom = room - nameRoom - 10;
    var lines = lines(text, style, textRoom, Integer.MAX_VALUE);
    need(Math.max(style.lineHeight(), nameStyle.lineHeight()) * lines.size());
    put(at, top + baseline(nameStyle), nameRoom + 0.01, name, nameStyle, Align.LEFT);
    double widest = lines.stream().mapToDouble(line -> faces.width(line, style)).max().orElse(0);
    for (var line : lines) {
      put(at + room - widest, top + baseline(nameStyle), widest + 0.01, line, style, Align.LEFT);
      top += nameStyle.lineHeight();
    }
  }

  List<String> lines(String text, Style style, double room, int mostLines) {
    return breaker.wrap(faces.drawable(text, style.face()), style, room, mostLines);
  }

  double baseline(Style style) {
    return style.lineHeight() * 0.5 + style.size() * 0.35;
  }

  /**
   * The pages, each with a foot that says which of how many it is; a roll is cut where its text
   * ends and has a foot only where it is more than one page.
   */
  public List<Page> finish(BiFunction<Integer, Integer, String> pageOf, String foot) {
    endPage();
    var finished = new ArrayList<Page>();
    for (int i = 0; i < pages.size(); i++) {
      marks = pages.get(i);
      top = ends.get(i);
      double height = format.longest();
      if (!format.isRoll()) {
        foot(foot, pageOf.apply(i + 1, pages.size()));
      } else {
        if (pages.size() > 1) {
          line(
              left(),
              width(),
              pageOf.apply(i + 1, pages.size()),
              format.body().sized(7),
              Align.CENTRE);
        }
        height = top + format.endMargin();
      }
      finished.add(new Page(format.width(), height, marks));
    }
    return finished;
  }

  private void foot(String text, String pageOf) {
    var style = format.body().sized(7.5).with(Ink.GREY);
    top = format.longest() - format.endMargin() - FOOT / 2;
    rule(Ink.HAIRLINE);
    double baseline = top + 6 + baseline(style);
    put(left(), baseline, width() * 0.75, text, style, Align.LEFT);
    put(left(), baseline, width(), pageOf, style, Align.RIGHT);
  }
}
