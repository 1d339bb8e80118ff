package counterfoil.report.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * How wide texts are, and which font has which character: a face's own font first, then the Latin
 * one, then the East Asian one. May be asked from any thread.
 */
public final class Typefaces {
  /** Stands for a character that no font has: it is seen that something is missing. */
  static final int MISSING = 0xFFFD;

  private static final int UNKNOWN = -1;
  private static final int ABSENT = -2;

  /**
   * A stretch of text in one font.
   *
   * @param width at a size of one point
   * @param thickened whether the font lacks the heavy weight that the face asks for, so that its
   *     outlines are to be drawn as well
   */
  public record Run(FontFile font, String text, double width, boolean thickened) {}

  private final Map<FontFile, Font> fonts = new EnumMap<>(FontFile.class);

  /** Reads the fonts, which takes some 100 ms: make one and keep it. */
  public Typefaces() {
    for (var file : FontFile.values()) {
      fonts.put(file, new Font(file));
    }
  }

  /** The width of {@code text} as it would be drawn. */
  public double width(String text, Style style) {
    var own = font(style.face().font());
    double ems = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      // Nearly every character is the face's own: a day's report asks this a million times.
      ems += own.has(character) ? own.advance(character) : widthElsewhere(character, style.face());
      i += Character.charCount(character);
    }
    return ems * style.size();
  }

  private double widthElsewhere(int character, Face face) {
    var font = font(fontOf(character, face));
    return font.advance(font.has(character) ? character : MISSING);
  }

  /** {@code text} in stretches of one font each, from left to right. */
  public List<Run> runs(String text, Face face) {
    var runs = new ArrayList<Run>();
    for (int start = 0; start < text.length(); ) {
      var font = fontOf(text.codePointAt(start), face);
      double width = 0;
      int end = start;
      while (end < text.length() && fontOf(text.codePointAt(end), face) == font) {
        width += font(font).advance(text.codePointAt(end));
        end += Character.charCount(text.codePointAt(end));
      }
      boolean thickened = face.heavy() && font == FontFile.EAST_ASIAN;
      runs.add(new Run(font, text.substring(start, end), width, thickened));
      start = end;
    }
    return runs;
  }

  /** {@code text} with a sign of its own in place of every character that no font has. */
  String drawable(String text, Face face) {
    if (hasAll(text, face)) {
      return text;
    }
    return text.codePoints()
        .map(c -> font(fontOf(c, face)).has(c) ? c : MISSING)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private boolean hasAll(String text, Face face) {
    var own = font(face.font());
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (!own.has(character) && !font(fontOf(character, face)).has(character)) {
        return false;
      }
      i += Character.charCount(character);
    }
    return true;
  }

  private FontFile fontOf(int character, Face face) {
    if (font(face.font()).has(character)) {
      return face.font();
    }
    return !font(FontFile.SANS).has(character) && font(FontFile.EAST_ASIAN).has(character)
        ? FontFile.EAST_ASIAN
        : FontFile.SANS;
  }

  private Font font(FontFile file) {
    return Objects.requireNonNull(fonts.get(file));
  }

  /** One font's widths, each looked up once. */
  private static final class Font {
    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;

    /** By character; races only ask twice for what is always the same. */
    private final int[] advances = new int[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    Font(FontFile file) {
      try {
        font = new TTFParser().parse(new RandomAccessReadBuffer(file.bytes()));
        characters = font.getUnicodeCmapLookup();
        unitsPerEm = font.getUnitsPerEm();
        font.getAdvanceWidth(0);
      } catch (IOException e) {
        throw new UncheckedIOException(file.name(), e);
      }
      Arrays.fill(advances, UNKNOWN);
    }

    boolean has(int character) {
      return units(character) != ABSENT;
    }

    double advance(int character) {
      return Math.max(0, units(character)) / unitsPerEm;
    }

    private int units(int character) {
      if (character >= advances.length) {
        return look(character);
      }
      if (advances[character] == UNKNOWN) {
        advances[character] = look(character);
      }
      return advances[character];
    }

    private int look(int character) {
      int glyph = characters.getGlyphId(character);
      if (glyph == 0 || Character.isISOControl(character)) {
        return ABSENT;
      }
      try {
        return font.getAdvanceWidth(glyph);
      } catch (IOException e) {
        throw new UncheckedIOException("a font that was in memory", e);
      }
    }
  }
}
