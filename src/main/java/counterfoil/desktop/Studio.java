package counterfoil.desktop;

import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.VirtualThreads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/**
 * Takes each picture twice, in light and in dark. Starts the toolkit, which must not have a theme
 * yet. To be used from any thread but the screen's.
 */
final class Studio implements AutoCloseable {
  private final Path folder;
  private final Photographer photographer;
  private final Fittings fittings;
  private final List<Path> taken = new ArrayList<>();

  /**
   * @param folder where the pictures go; it is there
   */
  Studio(Path folder, Locale language) {
    this.folder = folder;
    var settling = new Settling(new VirtualThreads());
    photographer = new Photographer(settling::settled);
    fittings =
        Photographer.onScreen(
            () -> new Fittings(new Texts(language), new Theme(Theme.Choice.LIGHT), settling));
  }

  Fittings fittings() {
    return fittings;
  }

  /** Puts this before the camera, in place of what was there. */
  void put(Supplier<Parent> content) {
    photographer.put(content);
  }

  /** Changes something on the screen's thread, and waits for what comes of it. */
  void arrange(Runnable change) {
    photographer.arrange(change);
    photographer.settle();
  }

  /** Writes {@code <name>-light.png} and {@code <name>-dark.png}. */
  void take(String name) {
    for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
      photographer.arrange(() -> fittings.theme().choiceProperty().set(choice));
      var file = "%s-%s.png".formatted(name, choice.name().toLowerCase(Locale.ROOT));
      taken.add(photographer.take(folder.resolve(file)));
    }
    photographer.arrange(() -> fittings.theme().choiceProperty().set(Theme.Choice.LIGHT));
  }

  /** The pictures so far. */
  List<Path> taken() {
    return List.copyOf(taken);
  }

  @Override
  public void close() {
    photographer.put(StackPane::new);
    photographer.arrange(() -> fittings.theme().close());
    photographer.leave();
  }
}
