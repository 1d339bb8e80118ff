package counterfoil.application.export;

import java.io.IOException;
import java.nio.file.Path;

/** An export did not come about; no file of it is left. */
public final class ExportFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** There is something of that name already. */
    EXISTS,
    /** It cannot be written there; {@link #getCause()} says more. */
    NOT_WRITABLE
  }

  private final Reason reason;
  private final transient Path file;

  ExportFailed(Path file) {
    super(Reason.EXISTS + " " + file);
    this.reason = Reason.EXISTS;
    this.file = file;
  }

  ExportFailed(Path file, IOException cause) {
    super(Reason.NOT_WRITABLE + " " + file, cause);
    this.reason = Reason.NOT_WRITABLE;
    this.file = file;
  }

  public Reason reason() {
    return reason;
  }

  public Path file() {
    return file;
  }
}
