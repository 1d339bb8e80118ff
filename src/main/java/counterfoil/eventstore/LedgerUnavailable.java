package counterfoil.eventstore;

import java.nio.file.Path;
import java.util.OptionalLong;

/** A ledger cannot be opened or founded; nothing was changed. */
public final class LedgerUnavailable extends EventStoreException {
  private static final long serialVersionUID = 1;

  /** Why; screens and the command line turn it into a sentence. */
  public enum Reason {
    /** There is no ledger in the folder. */
    MISSING,
    /** There is one already where one was to be founded. */
    EXISTS,
    /** Another process has it open. */
    IN_USE,
    /** The folder or a file in it cannot be written, or is no folder. */
    NOT_WRITABLE,
    /** A file of the ledger's name holds something else. */
    NOT_A_LEDGER,
    /** Written by a later version of the program. */
    NEWER,
    /** The tape is damaged at {@link #position()}; a backup is the way on. */
    DAMAGED,
    /** The tape is gone; the database is there, and may be whole. */
    TAPE_MISSING,
    /** The tape's mirror is missing or full, or is no mirror of this tape. */
    MIRROR,
    /** The settings beside the ledger hold something that is no setting. */
    SETTINGS,
    /** No space left on the disk. */
    DISK_FULL,
    /** Any other failure of the file system. */
    UNREADABLE
  }

  private final Reason reason;
  private final transient Path place;
  private final String detail;
  private final long position;

  public LedgerUnavailable(Reason reason, Path place, String detail) {
    this(reason, place, detail, -1);
  }

  /** With the first position that cannot be read. */
  public LedgerUnavailable(Reason reason, Path place, String detail, long position) {
    super(reason + " " + place + ": " + detail);
    this.reason = reason;
    this.place = place;
    this.detail = detail;
    this.position = position;
  }

  public LedgerUnavailable(Reason reason, Path place, String detail, Throwable cause) {
    super(reason + " " + place + ": " + detail, cause);
    this.reason = reason;
    this.place = place;
    this.detail = detail;
    this.position = -1;
  }

  public Reason reason() {
    return reason;
  }

  /** The folder or file that it is about. */
  public Path place() {
    return place;
  }

  /** What was found, in words. */
  public String detail() {
    return detail;
  }

  public OptionalLong position() {
    return position < 0 ? OptionalLong.empty() : OptionalLong.of(position);
  }
}
