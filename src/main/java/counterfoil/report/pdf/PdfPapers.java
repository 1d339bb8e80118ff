package counterfoil.report.pdf;

import counterfoil.report.layout.FontFile;
import counterfoil.report.layout.Mark;
import counterfoil.report.layout.Mark.Box;
import counterfoil.report.layout.Mark.Rule;
import counterfoil.report.layout.Mark.TextMark;
import counterfoil.report.layout.Page;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Papers as PDF: the characters used of each font are embedded, so that a paper looks the same
 * everywhere. Equal layouts give equal bytes.
 */
public final class PdfPapers {
  private static final String PRODUCER = "Counterfoil";

  /** As wide, in parts of the size, as the heavy face's stems exceed the regular one's. */
  private static final double THICKENING = 0.03;

  private final Typefaces faces;

  public PdfPapers(Typefaces faces) {
    this.faces = faces;
  }

  /** The whole file. */
  public byte[] write(PaperLayout layout) {
    try (var document = new PDDocument()) {
      describe(document, layout);
      var writing = new Writing(document);
      for (var page : layout.pages()) {
        writing.add(page);
      }
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a file that is made in memory", e);
    }
  }

  private static void describe(PDDocument document, PaperLayout layout) {
    var moment = GregorianCalendar.from(layout.madeAt().atZone(ZoneOffset.UTC));
    var information = new PDDocumentInformation();
    information.setTitle(layout.title());
    information.setProducer(PRODUCER);
    information.setCreationDate(moment);
    information.setModificationDate(moment);
    document.setDocumentInformation(information);
    // Otherwise the clock would be in it, and no two files alike.
    document.setDocumentId(layout.madeAt().toEpochMilli());
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage(layout.language().toLanguageTag());
    var preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
  }

  /** One document while its pages are added. */
  private final class Writing {
    private final PDDocument document;
    private final Map<FontFile, PDFont> fonts = new EnumMap<>(FontFile.class);

    Writing(PDDocument document) {
      this.document = document;
    }

    void add(Page page) throws IOException {
      var sheet = new PDPage(new PDRectangle((float) page.width(), (float) page.height()));
      document.addPage(sheet);
      try (var content = new PDPageContentStream(document, sheet)) {
        for (var mark : page.marks()) {
          draw(content, mark, page.height());
        }
      }
    }

    private void draw(PDPageContentStream content, Mark mark, double height) throws IOException {
      switch (mark) {
        case TextMark text -> draw(content, text, height);
        case Rule rule -> {
          content.setStrokingColor((float) rule.ink().brightness());
          content.setLineWidth((float) rule.thickness());
          content.moveTo((float) rule.left(), (float) (height - rule.y()));
          content.lineTo((float) rule.right(), (float) (height - rule.y()));
          content.stroke();
        }
        case Box box -> {
          content.setNonStrokingColor((float) box.ink().brightness());
          content.addRect(
              (float) box.left(),
              (float) (height - box.top() - box.height()),
              (float) box.width(),
              (float) box.height());
          content.fill();
        }
      }
    }

    private void draw(PDPageContentStream content, TextMark text, double height)
        throws IOException {
      float ink = (float) text.style().ink().brightness();
      double size = text.style().size();
      content.setNonStrokingColor(ink);
      content.beginText();
      content.newLineAtOffset((float) text.left(), (float) (height - text.baseline()));
      for (var run : faces.runs(text.text(), text.style().face())) {
        content.setFont(font(run.font()), (float) size);
        if (run.thickened()) {
          content.setStrokingColor(ink);
          content.setLineWidth((float) (size * THICKENING));
          content.setRenderingMode(RenderingMode.FILL_STROKE);
        }
        content.showText(run.text());
        if (run.thickened()) {
          content.setRenderingMode(RenderingMode.FILL);
        }
      }
      content.endText();
    }

    private PDFont font(FontFile file) throws IOException {
      var known = fonts.get(file);
      if (known != null) {
        return known;
      }
      var parsed = new TTFParser().parse(new RandomAccessReadBuffer(file.bytes()));
      document.registerTrueTypeFontForClosing(parsed);
      var loaded = PDType0Font.load(document, parsed, true);
      fonts.put(file, loaded);
      return loaded;
    }
  }
}
