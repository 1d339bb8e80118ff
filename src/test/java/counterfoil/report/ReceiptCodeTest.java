package counterfoil.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.report.layout.PaperFormat;
import counterfoil.report.layout.Typefaces;
import counterfoil.report.pdf.PaperPictures;
import counterfoil.report.pdf.PdfPapers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code on a receipt, read back from a picture of the paper as a roll printer prints it. */
class ReceiptCodeTest {
  private static final Typefaces FACES = new Typefaces();

  /** What most roll printers have: eight dots a millimetre. */
  private static final int DOTS_PER_INCH = 203;

  /** The printable width of a roll of 58 mm, of 48 mm, in those dots. */
  private static final int NARROW_DOTS = 384;

  @TempDir Path folder = Path.of("");
  private final long seed = System.nanoTime();
  private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);

  private String text(int length) {
    return text(random, length);
  }

  private static String text(RandomGenerator random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    String text = "c2sp.org/tlog-proof@v1\n\u2014 " + Base64.getEncoder().encodeToString(bytes);
    return text.substring(0, length - 2);
  }

  private static Receipt receipt(String proof) {
    var sample = SamplePapers.english().receipt();
    return new Receipt(
        sample.letterhead(),
        sample.imprint(),
        sample.acts(),
        sample.received(),
        sample.given(),
        0,
        proof);
  }

  private static BufferedImage picture(String proof, PaperFormat format, int dotsPerInch) {
    var papers = new Papers(FACES, SamplePapers.english().texts());
    byte[] pdf = new PdfPapers(FACES).write(papers.receipt(receipt(proof), format));
    return PaperPictures.of(pdf, dotsPerInch).getFirst();
  }

  /** The lengths are those of proofs in ledgers of a thousand, a million and ten million. */
  @ParameterizedTest
  @ValueSource(ints = {1500, 2100, QrCode.MOST_BYTES})
  void it_is_read_from_the_paper_at_the_printers_own_resolution(int length) {
    String proof = text(length);
    var picture = picture(proof, PaperFormat.ROLL_80, DOTS_PER_INCH);
    assertEquals(Optional.of(proof), QrCode.read(picture), "seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(ints = {1500, 2100, QrCode.MOST_BYTES})
  void it_fits_a_narrow_roll_with_its_border(int length) {
    String proof = text(length);
    var modules = QrCode.of(proof).orElseThrow();
    assertTrue((modules.size() + 8) * 2 <= NARROW_DOTS, "two dots a square");
    assertEquals(Optional.of(proof), QrCode.read(narrow(proof)), "seed " + seed);
  }

  private static BufferedImage narrow(String proof) {
    var whole = picture(proof, PaperFormat.ROLL_80, DOTS_PER_INCH);
    int from = (whole.getWidth() - NARROW_DOTS) / 2;
    return whole.getSubimage(from, 0, NARROW_DOTS, whole.getHeight());
  }

  /** The one in a thousand or so that is hidden from the finder by what stands above it. */
  @Test
  void a_code_that_is_not_found_as_it_is_printed_is_found_the_other_way_round() {
    String proof = text(RandomGeneratorFactory.getDefault().create(67632798632609L), 2100);
    assertEquals(Optional.of(proof), QrCode.read(narrow(proof)));
  }

  @Test
  void it_is_read_from_a_picture_file() throws IOException {
    String proof = text(2000);
    Path file = folder.resolve("receipt.png");
    ImageIO.write(picture(proof, PaperFormat.A4, 300), "png", file.toFile());
    assertEquals(Optional.of(proof), QrCode.read(file), "seed " + seed);
  }

  @Test
  void a_receipt_without_a_proof_has_no_code_and_a_text_that_is_too_long_has_none_either() {
    assertFalse(QrCode.read(picture("", PaperFormat.ROLL_80, DOTS_PER_INCH)).isPresent());
    assertFalse(QrCode.of(text(QrCode.MOST_BYTES + 40)).isPresent());
  }
}
