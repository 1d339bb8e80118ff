package counterfoil.eventstore.backup;

import counterfoil.eventstore.EventStoreException;
import java.io.IOException;
import java.nio.file.Path;

/** No backup was made, and no file of its name was touched. */
public final class BackupFailed extends EventStoreException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** There is something of that name already. */
    EXISTS,
    /** The file cannot be written; {@link #getCause()} says more. */
    NOT_WRITABLE,
    /** What the store gave at {@link #position()} is not what it had recorded. */
    NOT_GENUINE
  }

  private final Reason reason;
  private final transient Path file;
  private final long position;

  BackupFailed(Reason reason, Path file, long position) {
    super(reason + " " + file);
    this.reason = reason;
    this.file = file;
    this.position = position;
  }

  BackupFailed(Path file, IOException cause) {
    super(Reason.NOT_WRITABLE + " " + file, cause);
    this.reason = Reason.NOT_WRITABLE;
    this.file = file;
    this.position = 0;
  }

  public Reason reason() {
    return reason;
  }

  public Path file() {
    return file;
  }

  /** The entry that it is about, 0 for none. */
  public long position() {
    return position;
  }
}
