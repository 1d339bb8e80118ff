package counterfoil.report;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import counterfoil.report.layout.Modules;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A text as a QR code, and back from a picture. */
public final class QrCode {
  /**
   * The longest text, in bytes of UTF-8. A code could hold 2,950, but its squares would be too
   * small on a roll of 58 mm to be read again.
   */
  public static final int MOST_BYTES = 2400;

  private static final long MOST_DOTS = 64_000_000;

  private QrCode() {}

  /** Nothing for a text that no code has room for. */
  public static Optional<Modules> of(String text) {
    if (text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      ByteMatrix matrix =
          Encoder.encode(
                  text,
                  ErrorCorrectionLevel.L,
                  Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
              .getMatrix();
      BitSet dark = new BitSet(matrix.getWidth() * matrix.getHeight());
      for (int row = 0; row < matrix.getHeight(); row++) {
        for (int column = 0; column < matrix.getWidth(); column++) {
          dark.set(row * matrix.getWidth() + column, matrix.get(column, row) == 1);
        }
      }
      return Optional.of(new Modules(matrix.getWidth(), dark));
    } catch (WriterException _) {
      return Optional.empty();
    }
  }

  /**
   * The text of the code in a picture; nothing where none is found.
   *
   * @throws IOException if the file cannot be read or is no picture
   */
  public static Optional<String> read(Path picture) throws IOException {
    try (var in = ImageIO.createImageInputStream(picture.toFile())) {
      if (in == null) {
        throw new IOException("no file");
      }
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no picture");
      }
      var reader = readers.next();
      try {
        reader.setInput(in);
        // A small file may say that it is a huge picture.
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_DOTS) {
          throw new IOException("too large");
        }
        return read(reader.read(0));
      } catch (RuntimeException e) {
        // What the readers of damaged pictures throw is not only what they say.
        throw new IOException("no picture", e);
      } finally {
        reader.dispose();
      }
    }
  }

  /** As {@link #read(Path)}. */
  public static Optional<String> read(BufferedImage picture) {
    Optional<String> text = readAsItIs(picture);
    // What is printed close by hides a code from the finder now and then: at another size, or
    // looked at from below, other dots are sampled.
    return text.or(() -> readAsItIs(turned(picture))).or(() -> readAsItIs(enlarged(picture)));
  }

  private static BufferedImage turned(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    return drawn(
        picture,
        width,
        height,
        AffineTransform.getQuadrantRotateInstance(2, width / 2.0, height / 2.0));
  }

  private static BufferedImage enlarged(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    return (long) width * height * 4 > MOST_DOTS
        ? picture
        : drawn(picture, 2 * width, 2 * height, AffineTransform.getScaleInstance(2, 2));
  }

  private static BufferedImage drawn(
      BufferedImage picture, int width, int height, AffineTransform how) {
    var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = drawn.createGraphics();
    pen.drawImage(picture, how, null);
    pen.dispose();
    return drawn;
  }

  private static Optional<String> readAsItIs(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    var source =
        new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
    for (var binarizer :
        List.of(new GlobalHistogramBinarizer(source), new HybridBinarizer(source))) {
      for (var hint : List.of(DecodeHintType.TRY_HARDER, DecodeHintType.PURE_BARCODE)) {
        Optional<String> text = decode(new BinaryBitmap(binarizer), hint);
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> decode(BinaryBitmap picture, DecodeHintType hint) {
    try {
      return Optional.of(
          new QRCodeReader()
              .decode(
                  picture,
                  Map.of(hint, true, DecodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
              .getText());
    } catch (ReaderException _) {
      return Optional.empty();
    }
  }
}
