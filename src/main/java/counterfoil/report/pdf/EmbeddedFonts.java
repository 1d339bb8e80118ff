package counterfoil.report.pdf;

import counterfoil.report.layout.FontFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts that one document uses; of each, the characters that were encoded are embedded. */
final class EmbeddedFonts {
  private final PDDocument document;
  private final PDResources resources = new PDResources();
  private final Map<FontFile, Embedded> fonts = new EnumMap<>(FontFile.class);

  EmbeddedFonts(PDDocument document) {
    this.document = document;
  }

  /** The same for every page. */
  PDResources resources() {
    return resources;
  }

  /** {@code text} as the document writes it in a font. */
  byte[] encode(FontFile file, String text) throws IOException {
    return font(file).encode(text);
  }

  /** Puts into the document what its texts need of the fonts; to be called once, at the end. */
  void embed() throws IOException {
    for (var embedded : fonts.values()) {
      embedded.font.subset();
    }
  }

  private Embedded font(FontFile file) throws IOException {
    var known = fonts.get(file);
    if (known != null) {
      return known;
    }
    var parsed = new TTFParser().parse(new RandomAccessReadBuffer(file.bytes()));
    document.registerTrueTypeFontForClosing(parsed);
    var font = PDType0Font.load(document, parsed, true);
    resources.put(COSName.getPDFName(PageContent.name(file)), font);
    var embedded = new Embedded(font);
    fonts.put(file, embedded);
    return embedded;
  }

  /** One font, with what its characters came to. */
  private static final class Embedded {
    private final PDType0Font font;
    private final Map<Integer, byte[]> codes = new HashMap<>();

    Embedded(PDType0Font font) {
      this.font = font;
    }

    byte[] encode(String text) throws IOException {
      var bytes = new byte[2 * text.length()];
      int length = 0;
      for (int i = 0; i < text.length(); ) {
        int character = text.codePointAt(i);
        var code = codes.get(character);
        if (code == null) {
          font.addToSubset(character);
          code = font.encode(Character.toString(character));
          codes.put(character, code);
        }
        System.arraycopy(code, 0, bytes, length, code.length);
        length += code.length;
        i += Character.charCount(character);
      }
      return Arrays.copyOf(bytes, length);
    }
  }
}
