package counterfoil.fuzz;

import counterfoil.report.QrCode;
import counterfoil.report.layout.Modules;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Pictures that a QR code is looked for in. Of an input the first byte is 0 where the others are a
 * file, and the width in squares, each a bit, where they are the picture itself: no damage of a
 * packed file reaches the decoder otherwise.
 */
final class FuzzedPictures {
  private static final int DOTS_A_SQUARE = 3;
  private static final int QUIET_ZONE = 4;

  private FuzzedPictures() {}

  static boolean read(byte[] input) throws IOException {
    if (input.length < 2) {
      return false;
    }
    int width = Byte.toUnsignedInt(input[0]);
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    if (width > 0) {
      return QrCode.read(drawn(width, rest)).isPresent();
    }
    Path file = Files.createTempFile("picture", ".png");
    try {
      Files.write(file, rest);
      return QrCode.read(file).isPresent();
    } catch (IOException _) {
      // It is no picture, and says so.
      return false;
    } finally {
      Files.delete(file);
    }
  }

  private static BufferedImage drawn(int width, byte[] squares) {
    int rows = Math.max(1, Math.min(255, squares.length * 8 / width));
    var picture =
        new BufferedImage(
            (width + 2 * QUIET_ZONE) * DOTS_A_SQUARE,
            (rows + 2 * QUIET_ZONE) * DOTS_A_SQUARE,
            BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int column = x / DOTS_A_SQUARE - QUIET_ZONE;
        int row = y / DOTS_A_SQUARE - QUIET_ZONE;
        int bit = row * width + column;
        boolean dark =
            column >= 0
                && column < width
                && row >= 0
                && bit < squares.length * 8
                && (squares[bit / 8] & (0x80 >> (bit % 8))) != 0;
        picture.setRGB(x, y, dark ? 0 : 0xFFFFFF);
      }
    }
    return picture;
  }

  static List<byte[]> examples() {
    Modules code = QrCode.of("c2sp.org/tlog-proof@v1\nindex 5\n").orElseThrow();
    byte[] squares = new byte[1 + (code.size() * code.size() + 7) / 8];
    squares[0] = (byte) code.size();
    for (int bit = 0; bit < code.size() * code.size(); bit++) {
      if (code.dark().get(bit)) {
        squares[1 + bit / 8] |= (byte) (0x80 >> (bit % 8));
      }
    }
    var file = new ByteArrayOutputStream();
    file.write(0);
    try {
      ImageIO.write(
          drawn(code.size(), Arrays.copyOfRange(squares, 1, squares.length)), "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(squares, file.toByteArray());
  }
}
