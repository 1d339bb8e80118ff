package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.EventStoreException;
import java.nio.file.Path;

/** No ledger was put into the place of another, or made from its database; nothing was changed. */
public final class RestoreRefused extends EventStoreException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** There is a ledger, and it was not said that it may be replaced. */
    EXISTS,
    /** The ledger that is there goes on behind {@link #position()}, where the backup ends. */
    LONGER,
    /** The ledger that is there is another one, or went another way. */
    OTHER_LEDGER,
    /** The damaged ledger reached further than {@link #position()}, and no further is proven. */
    UNPROVEN,
    /** The tape is whole: there is no need to make it again. */
    TAPE_IS_WHOLE,
    /** There is no database, or nothing can be read from it. */
    NO_DATABASE,
    /** The database does not say what the ledger was founded as. */
    NO_CHARTER,
    /** The database is not as it was recorded, from {@link #position()} on. */
    DATABASE_DAMAGED,
    /** The checkpoint does not stand at the database's end, or is of other entries. */
    CHECKPOINT_DOES_NOT_FIT
  }

  private final Reason reason;
  private final transient Path folder;
  private final long position;

  RestoreRefused(Reason reason, Path folder, long position) {
    super(reason + " " + folder + " at " + position);
    this.reason = reason;
    this.folder = folder;
    this.position = position;
  }

  public Reason reason() {
    return reason;
  }

  public Path folder() {
    return folder;
  }

  public long position() {
    return position;
  }
}
