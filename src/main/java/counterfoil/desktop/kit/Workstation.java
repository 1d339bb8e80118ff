package counterfoil.desktop.kit;

import counterfoil.report.layout.PaperFormat;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What is this workstation's own and stands in no ledger; its language and colours apart. Whoever
 * keeps it from one day to the next listens to it.
 */
public final class Workstation {
  private final Optional<Path> folder;
  private final ObjectProperty<Optional<String>> name =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<PaperFormat> receiptPaper =
      new SimpleObjectProperty<>(PaperFormat.ROLL_80);

  /** One that keeps nothing. */
  public Workstation() {
    this(Optional.empty());
  }

  /**
   * @param folder where it keeps what must outlast the program; nothing where it keeps nothing
   */
  public Workstation(Optional<Path> folder) {
    this.folder = folder;
  }

  public Optional<Path> folder() {
    return folder;
  }

  /** As it is called from the next sign-in on; nothing while nobody has named it. */
  public ObjectProperty<Optional<String>> nameProperty() {
    return name;
  }

  /** What receipts are laid out for here. */
  public ObjectProperty<PaperFormat> receiptPaperProperty() {
    return receiptPaper;
  }
}
