package counterfoil.desktop.paper;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's own dialog for where to write a file. */
public record SystemFiles(Window over) implements FileChoice {
  @Override
  public Optional<Path> choose(String suggestedName) {
    var chooser = new FileChooser();
    chooser.setInitialFileName(suggestedName);
    return Optional.ofNullable(chooser.showSaveDialog(over)).map(file -> file.toPath());
  }
}
