package counterfoil.report.pdf;

import counterfoil.report.layout.Mark.Box;
import counterfoil.report.layout.Mark.Code;
import counterfoil.report.layout.Mark.Rule;
import counterfoil.report.layout.Mark.TextMark;
import counterfoil.report.layout.Page;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Papers as PDF: the characters used of each font are embedded, so that a paper looks the same
 * everywhere. Equal layouts give equal bytes.
 */
public final class PdfPapers {
  private static final String PRODUCER = "Counterfoil";

  private final Typefaces faces;

  public PdfPapers(Typefaces faces) {
    this.faces = faces;
  }

  /** The whole file. */
  public byte[] write(PaperLayout layout) {
    try (var document = new PDDocument()) {
      describe(document, layout);
      var fonts = new EmbeddedFonts(document);
      for (var page : layout.pages()) {
        add(page, document, fonts);
      }
      fonts.embed();
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
    var preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
  }

  private void add(Page page, PDDocument document, EmbeddedFonts fonts) throws IOException {
    var content = new PageContent(faces, fonts, page.height());
    for (var mark : page.marks()) {
      switch (mark) {
        case TextMark text -> content.draw(text);
        case Rule rule -> content.draw(rule);
        case Box box -> content.draw(box);
        case Code code -> content.draw(code);
      }
    }
    var sheet = new PDPage(new PDRectangle((float) page.width(), (float) page.height()));
    sheet.setResources(fonts.resources());
    sheet.setContents(
        new PDStream(document, new ByteArrayInputStream(content.bytes()), COSName.FLATE_DECODE));
    document.addPage(sheet);
  }
}
