package counterfoil.desktop.day;

import counterfoil.desktop.Robot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.WritablePixelFormat;
import javax.imageio.ImageIO;

/** Pictures of windows, numbered in the order that they are taken in. */
final class Camera {
  private final Path folder;
  private int taken;

  /**
   * @param folder is made where missing
   */
  Camera(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }

  void take(Workstation at, String name) {
    var shot = Robot.onScreen(() -> at.robot().stage().getScene().snapshot(null));
    int width = (int) shot.getWidth();
    int height = (int) shot.getHeight();
    var pixels = new int[width * height];
    shot.getPixelReader()
        .getPixels(0, 0, width, height, WritablePixelFormat.getIntArgbInstance(), pixels, 0, width);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    var file = folder.resolve("%02d-%s.png".formatted(++taken, name));
    try {
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
