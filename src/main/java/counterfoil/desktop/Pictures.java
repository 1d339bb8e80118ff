package counterfoil.desktop;

import counterfoil.application.Ledgers;
import counterfoil.application.practice.DayPictures;
import counterfoil.application.practice.DayScene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;

/**
 * Every screen of the scripted day as a picture, in light and in dark, and every paper; needs no
 * display.
 */
public final class Pictures implements DayPictures {
  private static final String PAPERS = "papers";

  private final Ledgers ledgers;
  private final Locale language;
  private final Path folder;
  private final boolean started;
  private final Studio studio;
  private final List<Path> papers = new ArrayList<>();

  /**
   * Makes the folders where they are missing. Starts the toolkit without a display if it does not
   * run; then closing also ends it, and there is no starting it again in this process.
   *
   * @param folder gets {@code <screen>-light.png} and {@code <screen>-dark.png} of every screen, of
   *     the palette, the door, the lock and the first start; its folder {@value #PAPERS} a picture
   *     of each page of each paper
   * @throws UncheckedIOException if the folder cannot be made
   */
  public Pictures(Ledgers ledgers, Locale language, Path folder) {
    this.ledgers = ledgers;
    this.language = language;
    this.folder = folder;
    try {
      Files.createDirectories(folder.resolve(PAPERS));
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
    started = Photographer.startToolkit();
    studio = new Studio(folder, language);
  }

  @Override
  public void look(DayScene scene) {
    switch (scene.moment()) {
      case NOON -> {
        new ScreenTour(scene, studio).noon();
        new EntranceTour(scene, ledgers, studio).take();
      }
      case EVENING -> {
        new ScreenTour(scene, studio).evening();
        papers.addAll(new PaperTour(scene, folder.resolve(PAPERS), language).take());
      }
    }
  }

  @Override
  public List<Path> screens() {
    return studio.taken();
  }

  @Override
  public List<Path> papers() {
    return List.copyOf(papers);
  }

  @Override
  public void close() {
    studio.close();
    if (started) {
      Platform.exit();
    }
  }
}
