package counterfoil.report.layout;

import counterfoil.report.layout.Mark.Box;
import counterfoil.report.layout.Mark.Code;
import counterfoil.report.layout.Mark.Rule;
import counterfoil.report.layout.Mark.TextMark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A layout in words: what stands where, from top to bottom, a line of text marks a line. */
public final class LayoutText {
  private LayoutText() {}

  /**
   * {@code 78: 51 STRONG 11 | Riverside}: baseline, then left edge, face, size and text of each.
   */
  public static String of(PaperLayout layout) {
    var text = new StringBuilder(layout.title() + "\n");
    for (int i = 0; i < layout.pages().size(); i++) {
      var page = layout.pages().get(i);
      text.append(
          "--- page %d, %.0f x %.0f%n"
              .formatted(i + 1, page.width(), page.height())
              .replace("\r", ""));
      lines(page).forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private static List<String> lines(Page page) {
    ToDoubleFunction<Mark> height =
        mark ->
            switch (mark) {
              case TextMark t -> Math.round(t.baseline() * 2) / 2.0;
              case Rule r -> r.y();
              case Box b -> b.top();
              case Code c -> c.top();
            };
    ToDoubleFunction<Mark> left =
        mark ->
            switch (mark) {
              case TextMark t -> t.left();
              case Rule r -> r.left();
              case Box b -> b.left();
              case Code c -> c.left();
            };
    var sorted = new ArrayList<>(page.marks());
    sorted.sort(Comparator.comparingDouble(height).thenComparingDouble(left));
    return sorted.stream().map(LayoutText::line).toList();
  }

  private static String line(Mark mark) {
    return switch (mark) {
      case TextMark(var left, var baseline, var _, var text, var style) ->
          String.format(
              Locale.ROOT,
              "%.0f %.0f %s %.1f | %s",
              baseline,
              left,
              style.face(),
              style.size(),
              text);
      case Rule(var left, var right, var y, var _, var ink) ->
          String.format(Locale.ROOT, "%.0f %.0f-%.0f ---- %s", y, left, right, ink);
      case Box(var left, var top, var width, var height, var ink) ->
          String.format(Locale.ROOT, "%.0f %.0f box %.0f x %.0f %s", top, left, width, height, ink);
      case Code(var left, var top, var side, var modules) ->
          String.format(Locale.ROOT, "%.0f %.0f code %.0f of %d", top, left, side, modules.size());
    };
  }

  /** Every text of a page in the order of writing. */
  public static List<String> texts(Page page) {
    return page.marks().stream()
        .filter(TextMark.class::isInstance)
        .map(mark -> ((TextMark) mark).text())
        .toList();
  }
}
