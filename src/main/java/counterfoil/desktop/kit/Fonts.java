package counterfoil.desktop.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The typefaces that come with the program; their digits are all equally wide. */
public final class Fonts {
  private static final List<String> FILES =
      List.of(
          "IBMPlexSans_400Regular.ttf",
          "IBMPlexSans_500Medium.ttf",
          "IBMPlexSans_600SemiBold.ttf",
          "IBMPlexSans_700Bold.ttf",
          "JetBrainsMono_400Regular.ttf");
  private static final double ANY_SIZE = 13;

  private Fonts() {}

  /** Makes them known to the toolkit; what they lack (Chinese) comes from the system's fonts. */
  public static void load() {
    for (var file : FILES) {
      try (var stream = Fonts.class.getResourceAsStream("fonts/" + file)) {
        if (stream == null || Font.loadFont(stream, ANY_SIZE) == null) {
          throw new IllegalStateException("font " + file + " is missing");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(file, e);
      }
    }
  }
}
