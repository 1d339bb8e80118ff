package counterfoil.desktop.integrity;

import counterfoil.desktop.kit.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The system's own dialogs. */
public record SystemDialogs(Texts texts, Window over) implements Dialogs {
  @Override
  public Optional<Path> proof() {
    var chooser = new FileChooser();
    chooser.setTitle(texts.get("integrity.check.open"));
    chooser
        .getExtensionFilters()
        .setAll(
            new ExtensionFilter(texts.get("integrity.check.kinds"), "*.tlog-proof", "*.png"),
            new ExtensionFilter(texts.get("integrity.check.kinds.all"), "*"));
    return Optional.ofNullable(chooser.showOpenDialog(over)).map(File::toPath);
  }

  @Override
  public Optional<Path> folder() {
    var chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("integrity.checkpoints.keep-in"));
    return Optional.ofNullable(chooser.showDialog(over)).map(File::toPath);
  }

  @Override
  public Optional<Path> save(String suggestedName) {
    var chooser = new FileChooser();
    chooser.setInitialFileName(suggestedName);
    return Optional.ofNullable(chooser.showSaveDialog(over)).map(File::toPath);
  }
}
