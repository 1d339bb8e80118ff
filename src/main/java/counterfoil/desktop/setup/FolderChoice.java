package counterfoil.desktop.setup;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the person for a folder; nothing where none was chosen. */
@FunctionalInterface
public interface FolderChoice {
  Optional<Path> choose(Path startingAt);
}
