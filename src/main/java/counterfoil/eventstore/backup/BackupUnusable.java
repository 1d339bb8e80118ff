package counterfoil.eventstore.backup;

import counterfoil.eventstore.EventStoreException;
import java.nio.file.Path;

/** A file that no ledger can be restored from; nothing was changed. */
public final class BackupUnusable extends EventStoreException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** There is no such file, or it cannot be read. */
    UNREADABLE,
    /** It holds something else. */
    NOT_A_BACKUP,
    /** A later version of the program has made it. */
    NEWER,
    /** It does not hold what was written, from {@link #position()} on. */
    DAMAGED
  }

  private final Reason reason;
  private final transient Path file;
  private final long position;

  BackupUnusable(Reason reason, Path file, String detail, long position) {
    super(reason + " " + file + ": " + detail);
    this.reason = reason;
    this.file = file;
    this.position = position;
  }

  public Reason reason() {
    return reason;
  }

  public Path file() {
    return file;
  }

  /** The first entry that cannot be had from it. */
  public long position() {
    return position;
  }
}
