package counterfoil.eventstore.tape;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a failure of the file system means to somebody who wants to open a ledger. */
public final class FolderFault {
  private FolderFault() {}

  /** The failure, at {@code place}, as a reason why there is no ledger to be had. */
  public static LedgerUnavailable unavailable(Path place, Throwable failure) {
    if (failure instanceof MirrorFault fault) {
      return new LedgerUnavailable(Reason.MIRROR, fault.mirror(), detail(fault), fault);
    }
    return new LedgerUnavailable(reason(failure), place, detail(failure), failure);
  }

  /** Whether the failure, or one that led to it, says that the disk is full. */
  public static boolean isDiskFull(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // The JDK has no type for it; these are the words of Linux and macOS, and of Windows.
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (message.contains("no space left") || message.contains("not enough space")) {
        return true;
      }
    }
    return false;
  }

  private static Reason reason(Throwable failure) {
    if (isDiskFull(failure)) {
      return Reason.DISK_FULL;
    }
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    boolean refused =
        failure instanceof AccessDeniedException
            || message.contains("read-only file system")
            || message.contains("not a directory")
            || failure instanceof FileAlreadyExistsException
            || failure instanceof NotDirectoryException;
    return refused ? Reason.NOT_WRITABLE : Reason.UNREADABLE;
  }

  private static String detail(Throwable failure) {
    String reason = failure instanceof FileSystemException f ? f.getReason() : null;
    return reason != null ? reason : failure.getClass().getSimpleName();
  }
}
