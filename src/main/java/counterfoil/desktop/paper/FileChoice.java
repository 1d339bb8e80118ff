package counterfoil.desktop.paper;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the person where to write a file; nothing where none was chosen. */
@FunctionalInterface
public interface FileChoice {
  Optional<Path> choose(String suggestedName);
}
