package counterfoil.report.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages of a PDF as pictures. Needs no display. */
public final class PaperPictures {
  private PaperPictures() {}

  /**
   * One picture a page.
   *
   * @param pdf as {@link PdfPapers} writes it
   * @param dotsPerInch 72 and more
   */
  public static List<BufferedImage> of(byte[] pdf, int dotsPerInch) {
    try (var document = Loader.loadPDF(pdf)) {
      var renderer = new PDFRenderer(document);
      var pictures = new ArrayList<BufferedImage>();
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        pictures.add(renderer.renderImageWithDPI(page, dotsPerInch, ImageType.RGB));
      }
      return pictures;
    } catch (IOException e) {
      throw new UncheckedIOException("a file that is in memory", e);
    }
  }
}
