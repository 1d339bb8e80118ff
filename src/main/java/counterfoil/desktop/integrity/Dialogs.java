package counterfoil.desktop.integrity;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the person for files; nothing where none was chosen. */
public interface Dialogs {
  /** A file to be read: a proof, or a picture of a receipt. */
  Optional<Path> proof();

  /** A folder that is there. */
  Optional<Path> folder();

  /** Where to write a file. */
  Optional<Path> save(String suggestedName);
}
