package counterfoil.report.layout;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes texts fit: in lines where there is room for more, or cut short so that it shows. */
final class TextBreaker {
  private static final String ELLIPSIS = "\u2026";

  private final Typefaces faces;
  private final Locale locale;

  TextBreaker(Typefaces faces, Locale locale) {
    this.faces = faces;
    this.locale = locale;
  }

  /** {@code text}, or its beginning with an ellipsis where it is wider than {@code room}. */
  String shorten(String text, Style style, double room) {
    if (faces.width(text, style) <= room) {
      return text;
    }
    double left = room - faces.width(ELLIPSIS, style);
    return text.substring(0, fitting(text, style, left)).stripTrailing() + ELLIPSIS;
  }

  /**
   * {@code text} in lines not wider than {@code room}, broken where its language allows it and
   * inside a word only where the word alone is too wide.
   *
   * @param mostLines the last of them is cut short if more would be needed
   */
  List<String> wrap(String text, Style style, double room, int mostLines) {
    if (faces.width(text, style) <= room) {
      return List.of(text);
    }
    var breaks = BreakIterator.getLineInstance(locale);
    breaks.setText(text);
    var lines = new ArrayList<String>();
    int start = 0;
    while (start < text.length()) {
      if (lines.size() == mostLines - 1) {
        lines.add(shorten(text.substring(start), style, room));
        return lines;
      }
      int end = endOfLine(text, start, breaks, style, room);
      lines.add(text.substring(start, end).stripTrailing());
      start = end;
    }
    return lines;
  }

  private int endOfLine(String text, int start, BreakIterator breaks, Style style, double room) {
    int end = start;
    for (int next = breaks.following(start);
        next != BreakIterator.DONE;
        next = next == text.length() ? BreakIterator.DONE : breaks.next()) {
      if (faces.width(text.substring(start, next).stripTrailing(), style) > room) {
        break;
      }
      end = next;
    }
    if (end > start) {
      return end;
    }
    int atLeastOne = text.offsetByCodePoints(start, 1);
    return Math.max(atLeastOne, start + fitting(text.substring(start), style, room));
  }

  /** How many chars of {@code text} fit, never half a character. */
  private int fitting(String text, Style style, double room) {
    int end = 0;
    double width = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      width += faces.width(text.substring(end, next), style);
      if (width > room) {
        return end;
      }
      end = next;
    }
    return end;
  }
}
