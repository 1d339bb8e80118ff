package counterfoil.desktop.paper;

import counterfoil.report.layout.FontFile;
import counterfoil.report.layout.Ink;
import counterfoil.report.layout.Mark.Box;
import counterfoil.report.layout.Mark.Code;
import counterfoil.report.layout.Mark.Rule;
import counterfoil.report.layout.Mark.TextMark;
import counterfoil.report.layout.Page;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.layout.Typefaces.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Draws pages as nodes, one unit a point. */
public final class PageNodes {
  private static final double ANY_SIZE = 12;

  /** As the PDF thickens what a font has in one weight only. */
  private static final double THICKENING = 0.03;

  private final Typefaces faces;
  private final Map<FontFile, String> names = new EnumMap<>(FontFile.class);

  /** Makes the papers' fonts known to the toolkit, which must run. */
  public PageNodes(Typefaces faces) {
    this.faces = faces;
    for (var file : FontFile.values()) {
      names.put(file, load(file));
    }
  }

  private static String load(FontFile file) {
    try (var stream = file.open()) {
      var font = Font.loadFont(stream, ANY_SIZE);
      if (font == null) {
        throw new IllegalStateException("the toolkit cannot read the font " + file);
      }
      return font.getName();
    } catch (IOException e) {
      throw new UncheckedIOException(file.name(), e);
    }
  }

  /** A page on white, as large as the page; in no scene yet, so that it may be made anywhere. */
  public Group draw(Page page) {
    var sheet = new Rectangle(page.width(), page.height(), Color.WHITE);
    var group = new Group(sheet);
    for (var mark : page.marks()) {
      switch (mark) {
        case TextMark text -> draw(group, text);
        case Rule rule -> group.getChildren().add(line(rule));
        case Box box -> group.getChildren().add(rectangle(box));
        case Code code -> group.getChildren().add(squares(code));
      }
    }
    return group;
  }

  private void draw(Group group, TextMark mark) {
    double at = mark.left();
    for (var run : faces.runs(mark.text(), mark.style().face())) {
      group.getChildren().add(text(run, mark, at));
      at += run.width() * mark.style().size();
    }
  }

  private Node text(Run run, TextMark mark, double at) {
    double size = mark.style().size();
    var text = new Text(at, mark.baseline(), run.text());
    text.setFont(new Font(Objects.requireNonNull(names.get(run.font())), size));
    text.setFill(shade(mark.style().ink()));
    if (run.thickened()) {
      text.setStroke(shade(mark.style().ink()));
      text.setStrokeWidth(size * THICKENING);
    }
    return text;
  }

  private static Node line(Rule rule) {
    var line = new Line(rule.left(), rule.y(), rule.right(), rule.y());
    line.setStroke(shade(rule.ink()));
    line.setStrokeWidth(rule.thickness());
    line.setStrokeLineCap(StrokeLineCap.BUTT);
    return line;
  }

  private static Node rectangle(Box box) {
    var rectangle = new Rectangle(box.left(), box.top(), box.width(), box.height());
    rectangle.setFill(shade(box.ink()));
    return rectangle;
  }

  private static Node squares(Code code) {
    var path = new Path();
    code.modules()
        .eachRun((column, row, length) -> {
          double left = code.left() + column * code.square();
          double top = code.top() + row * code.square();
          path.getElements()
              .addAll(
                  new MoveTo(left, top),
                  new HLineTo(left + length * code.square()),
                  new VLineTo(top + code.square()),
                  new HLineTo(left),
                  new ClosePath());
        });
    path.setStroke(null);
    path.setFill(shade(Ink.BLACK));
    return path;
  }

  private static Color shade(Ink ink) {
    return Color.gray(ink.brightness());
  }
}
