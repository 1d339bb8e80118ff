package counterfoil.report.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The fonts that come with the program and may be embedded in what it writes. */
public enum FontFile {
  SANS("/counterfoil/desktop/kit/fonts/IBMPlexSans_400Regular.ttf"),
  SANS_SEMIBOLD("/counterfoil/desktop/kit/fonts/IBMPlexSans_600SemiBold.ttf"),
  MONO("/counterfoil/desktop/kit/fonts/JetBrainsMono_400Regular.ttf"),
  /** Chinese of both kinds and Japanese, in one weight; no Latin letters. */
  EAST_ASIAN("/counterfoil/report/fonts/DroidSansFallbackFull.ttf");

  private final String resource;

  FontFile(String resource) {
    this.resource = resource;
  }

  /** The TrueType file; the caller closes it. */
  public InputStream open() {
    var stream = FontFile.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException("font " + resource + " is missing");
    }
    return stream;
  }

  /** The whole file. */
  public byte[] bytes() {
    try (var stream = open()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
