package counterfoil.eventstore;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A ledger cannot be opened or founded; nothing was changed. */
public final class LedgerUnavailable extends EventStoreException {
  private static final long serialVersionUID = 1;

  /** Why; screens and the command line turn it into a sentence. */
  public enum Reason {
    /** There is no ledger in the folder or database. */
    MISSING,
    /** There is one already where one was to be founded. */
    EXISTS,
    /** Another process has it open. */
    IN_USE,
    /** The folder or a file in it cannot be written, or is no folder. */
    NOT_WRITABLE,
    /** A file of the ledger's name, or the database, holds something else. */
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
    /** Any other failure of the file system or the server. */
    UNREADABLE,
    /** The server does not answer, or there is none. */
    UNREACHABLE,
    /** The server does not let this user in with this password. */
    NOT_ADMITTED,
    /** The server has no database of this name. */
    NO_DATABASE,
    /** The user may not do in the database what a ledger needs, or its settings do not allow it. */
    UNFIT
  }

  private final Reason reason;
  private final String place;
  private final boolean onServer;
  private final String detail;
  private final long position;

  public LedgerUnavailable(Reason reason, Path place, String detail) {
    this(reason, place.toString(), false, detail, -1, null);
  }

  /** With the first position that cannot be read. */
  public LedgerUnavailable(Reason reason, Path place, String detail, long position) {
    this(reason, place.toString(), false, detail, position, null);
  }

  public LedgerUnavailable(Reason reason, Path place, String detail, Throwable cause) {
    this(reason, place.toString(), false, detail, -1, cause);
  }

  public LedgerUnavailable(Reason reason, ServerAddress place, String detail) {
    this(reason, place.toString(), true, detail, -1, null);
  }

  public LedgerUnavailable(Reason reason, ServerAddress place, String detail, Throwable cause) {
    this(reason, place.toString(), true, detail, -1, cause);
  }

  private LedgerUnavailable(
      Reason reason,
      String place,
      boolean onServer,
      String detail,
      long position,
      @Nullable Throwable cause) {
    super(reason + " " + place + ": " + detail, cause);
    this.reason = reason;
    this.place = place;
    this.onServer = onServer;
    this.detail = detail;
    this.position = position;
  }

  public Reason reason() {
    return reason;
  }

  /** The folder, file or server's address that it is about. */
  public String place() {
    return place;
  }

  /** Whether the place is a server and not on this machine's disk. */
  public boolean onServer() {
    return onServer;
  }

  /** What was found, in words. */
  public String detail() {
    return detail;
  }

  public OptionalLong position() {
    return position < 0 ? OptionalLong.empty() : OptionalLong.of(position);
  }
}
