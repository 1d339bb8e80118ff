package counterfoil.report.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.report.PapersTest;
import counterfoil.report.SamplePapers;
import counterfoil.report.layout.LayoutText;
import counterfoil.report.layout.PaperLayout;
import counterfoil.report.layout.Typefaces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Papers written as PDF, and read again by the library's own reader. */
class PdfPapersTest {
  private static final Typefaces FACES = new Typefaces();
  private final PdfPapers pdfs = new PdfPapers(FACES);

  private static Map<String, PaperLayout> papers() {
    var papers = new TreeMap<String, PaperLayout>();
    PapersTest.all(SamplePapers.english(), FACES).forEach((name, p) -> papers.put("en " + name, p));
    PapersTest.all(SamplePapers.chinese(), FACES).forEach((name, p) -> papers.put("zh " + name, p));
    return papers;
  }

  @Test
  void every_text_of_the_layout_can_be_read_in_the_file() throws IOException {
    for (var paper : papers().entrySet()) {
      try (var document = Loader.loadPDF(pdfs.write(paper.getValue()))) {
        assertEquals(paper.getValue().pages().size(), document.getNumberOfPages());
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
          var expected =
              LayoutText.texts(paper.getValue().pages().get(page - 1)).stream()
                  .map(PdfPapersTest::packed)
                  .toList();
          assertEquals(String.join("", expected), packed(textOf(document, page)), paper.getKey());
        }
      }
    }
  }

  private static String textOf(PDDocument document, int page) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(document);
  }

  /** Without space: where the file has some, the reader guesses. */
  private static String packed(String text) {
    return text.replaceAll("\\s+", "");
  }

  @Test
  void every_font_is_embedded_with_what_is_used_of_it() throws IOException {
    for (var paper : papers().entrySet()) {
      var pdf = pdfs.write(paper.getValue());
      try (var document = Loader.loadPDF(pdf)) {
        for (var font : fonts(document)) {
          assertTrue(font.isEmbedded(), paper.getKey() + ": " + font.getName());
          assertTrue(font.getName().matches("[A-Z]{6}\\+.*"), font.getName());
        }
      }
      assertTrue(pdf.length < 120_000, paper.getKey() + ": " + pdf.length);
    }
  }

  private static List<PDFont> fonts(PDDocument document) throws IOException {
    var fonts = new ArrayList<PDFont>();
    for (var page : document.getPages()) {
      for (var name : page.getResources().getFontNames()) {
        fonts.add(page.getResources().getFont(name));
      }
    }
    assertFalse(fonts.isEmpty());
    return fonts;
  }

  @Test
  void chinese_names_are_set_in_a_font_that_has_them() throws IOException {
    var receipt = Objects.requireNonNull(papers().get("zh receipt-roll"));
    try (var document = Loader.loadPDF(pdfs.write(receipt))) {
      assertTrue(textOf(document, 1).contains("王秀英"));
      var names = new TreeSet<String>();
      fonts(document).forEach(font -> names.add(font.getName().substring(7)));
      assertTrue(names.contains("DroidSansFallback"), names.toString());
    }
  }

  @Test
  void the_same_paper_gives_the_same_bytes() {
    papers()
        .forEach((name, paper) ->
            assertArrayEquals(
                pdfs.write(paper), new PdfPapers(new Typefaces()).write(paper), name));
  }

  @Test
  void the_file_says_what_it_is_and_of_when() throws IOException {
    var statement = Objects.requireNonNull(papers().get("zh statement"));
    try (var document = Loader.loadPDF(pdfs.write(statement))) {
      var information = document.getDocumentInformation();
      assertEquals(statement.title(), information.getTitle());
      assertEquals(statement.madeAt(), information.getCreationDate().toInstant());
      assertEquals("zh-CN", document.getDocumentCatalog().getLanguage());
    }
  }

  @Test
  void a_picture_shows_what_is_on_the_page() {
    var roll = Objects.requireNonNull(papers().get("en receipt-roll"));
    var pictures = PaperPictures.of(pdfs.write(roll), 144);
    assertEquals(1, pictures.size());
    var picture = pictures.getFirst();
    assertEquals(453, picture.getWidth(), 1);
    long dark = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        dark += (picture.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
      }
    }
    assertTrue(dark > 2_000 && dark < 40_000, "dark dots: " + dark);
  }
}
