package counterfoil.cli;

import counterfoil.application.LedgerInDoubt;
import counterfoil.application.export.ExportFailed;
import counterfoil.application.history.HistoryRefused;
import counterfoil.application.notary.NotContinued;
import counterfoil.eventstore.CommandIdReused;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.NotRecorded;
import counterfoil.eventstore.OutcomeUnknown;
import counterfoil.eventstore.RebuildUnderWay;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.backup.BackupFailed;
import counterfoil.eventstore.backup.BackupUnusable;
import counterfoil.eventstore.jdbc.RestoreRefused;
import counterfoil.eventstore.tape.MirrorFault;
import counterfoil.payload.UnknownEvent;
import counterfoil.projection.QueryFailed;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure as one sentence that says what happened and what to do, and its exit code. The messages
 * of the database stay out of it: they contain customers' data.
 */
record FailureSentence(int exitCode, String sentence) {

  static FailureSentence of(Throwable failure) {
    return switch (failure) {
      case BadInput e -> badInput(e);
      case HistoryRefused e -> badInput(e);
      case CommandIdReused e -> badInput(e);
      case ExportFailed e -> ExportedFiles.sentence(e);
      case BackupFailed e -> RecoverySentence.of(e);
      case BackupUnusable e -> RecoverySentence.of(e);
      case RestoreRefused e -> RecoverySentence.of(e);
      case RebuildUnderWay _ ->
          fault("The database is being made anew already: wait until that has ended.");
      case LedgerUnavailable e -> e.onServer() ? onServer(e) : unavailable(e);
      case OutcomeUnknown _ ->
          fault(
              "The server did not say whether the last commands were recorded: give the same"
                  + " commands with the same ids again, then you will know.");
      case NotRecorded _ ->
          fault(
              "The server does not answer or has no room, and what was not answered was not"
                  + " recorded: see to the server, then try again.");
      case LedgerInDoubt e ->
          fault(
              "Nothing was posted, as the ledger is not as it was recorded (%s): run `counterfoil"
                      .formatted(e.getMessage())
                  + " verify`, then `counterfoil rebuild`.");
      case NotContinued e -> ProofWords.notContinued(e.judgement());
      case StoreStopped e -> fault(stopped(e));
      case OutputLost e -> fault(outputLost(e));
      case LaterVersion _ ->
          fault(
              "The ledger holds entries that this version of the program does not know: use the"
                  + " version that wrote them, or a later one.");
      case UnknownEvent _ ->
          fault(
              "The ledger holds an entry that does not read as what it says it is: run `counterfoil"
                  + " verify`, which names it.");
      case QueryFailed e when e.diskFull() ->
          fault(
              "The disk is full and the ledger's database did not answer; what was acknowledged is"
                  + " safe: make room, then try again.");
      case QueryFailed _ ->
          fault(
              "The ledger's database did not answer; what was acknowledged is safe: try again, and"
                  + " if it stays so run `counterfoil rebuild`.");
      default ->
          fault(
              "The program failed at something it did not expect (%s): run it again with --verbose"
                      .formatted(failure.getClass().getSimpleName())
                  + " and send what it prints to whoever looks after it.");
    };
  }

  private static FailureSentence badInput(Throwable e) {
    return badInput(Objects.requireNonNullElse(e.getMessage(), ""));
  }

  private static FailureSentence badInput(String sentence) {
    return new FailureSentence(ExitCode.BAD_INPUT, sentence);
  }

  static FailureSentence fault(String sentence) {
    return new FailureSentence(ExitCode.FAULT, sentence);
  }

  private static FailureSentence unavailable(LedgerUnavailable e) {
    var place = e.place();
    return switch (e.reason()) {
      case MISSING ->
          new FailureSentence(
              ExitCode.BAD_INPUT,
              "There is no ledger in %s: create one with `counterfoil init --branch NAME --currency"
                      .formatted(place)
                  + " CODE`, or name another folder with --data.");
      case EXISTS ->
          new FailureSentence(
              ExitCode.BAD_INPUT,
              "There is a ledger in %s already, and it was left as it is: name another folder with"
                      .formatted(place)
                  + " --data.");
      case NOT_A_LEDGER ->
          new FailureSentence(
              ExitCode.BAD_INPUT,
              "%s is not a ledger of this program, and it was left as it is: name another folder"
                      .formatted(place)
                  + " with --data.");
      case IN_USE ->
          fault(
              "The ledger in %s is open in another program: close that one, then try again."
                  .formatted(place));
      case NOT_WRITABLE ->
          fault(
              "%s cannot be written: see to it that it is a folder in which you may write, or name"
                      .formatted(place)
                  + " another one with --data.");
      case NEWER ->
          fault(
              "The ledger in %s was written by a later version of this program: use that one."
                  .formatted(place));
      case DAMAGED -> fault(damaged(e));
      case TAPE_MISSING ->
          fault(
              "The tape of the ledger in %s is missing, and nothing was changed: put it back, or run"
                      .formatted(place)
                  + " `counterfoil rebuild --tape-from-database --checkpoint FILE` with the last"
                  + " checkpoint, or `counterfoil restore FILE --replace` with a backup.");
      case MIRROR ->
          fault(
              "The mirror of the tape in %s cannot be used or does not belong to it, and nothing was"
                      .formatted(place)
                  + " opened: see to its disk, or go on without it with `counterfoil mirror"
                  + " --off`.");
      case SETTINGS ->
          fault(
              "%s holds something that is no setting: correct it, or remove the file."
                  .formatted(place));
      case DISK_FULL ->
          fault("The disk of %s is full: make room, then try again.".formatted(place));
      case UNREADABLE ->
          fault(
              "The ledger in %s cannot be read: see to the disk and to your permissions, then try"
                      .formatted(place)
                  + " again.");
      case UNREACHABLE, NOT_ADMITTED, NO_DATABASE, UNFIT -> onServer(e);
    };
  }

  private static FailureSentence onServer(LedgerUnavailable e) {
    var place = e.place();
    return switch (e.reason()) {
      case MISSING ->
          badInput(
              "There is no ledger in %s: create one with `counterfoil init --db %s --branch NAME"
                      .formatted(place, place)
                  + " --currency CODE`.");
      case EXISTS ->
          badInput(
              "There is a ledger in %s already, and it was left as it is: name another database with"
                      .formatted(place)
                  + " --db.");
      case NOT_A_LEDGER ->
          badInput(
              "The database %s holds something else, and it was left as it is: name an empty one"
                      .formatted(place)
                  + " with --db.");
      case NO_DATABASE ->
          badInput(
              "There is no database %s: have it created on the server, or name another one with --db."
                  .formatted(place));
      case NOT_ADMITTED ->
          fault(
              "%s does not let you in: see to the user's name and to the password in %s."
                  .formatted(place, Surroundings.DATABASE_PASSWORD));
      case UNREACHABLE ->
          fault(
              "The server of %s does not answer: see whether it runs and whether this machine may"
                      .formatted(place)
                  + " reach it, then try again.");
      case UNFIT ->
          fault(
              "%s cannot keep a ledger: the user must be the database's owner, its encoding UTF8, and"
                      .formatted(place)
                  + " the server one that writes with fsync on.");
      case IN_USE ->
          fault(
              "The ledger in %s is being changed, or another version of this program is at work on"
                      .formatted(place)
                  + " it: close that one everywhere, then try again.");
      case NEWER ->
          fault(
              "The ledger in %s was changed by a later version of this program: use that one."
                  .formatted(place));
      case DAMAGED -> fault(damaged(e));
      case DISK_FULL ->
          fault(
              "The disk of the server of %s is full: make room, then try again.".formatted(place));
      case NOT_WRITABLE, UNREADABLE, TAPE_MISSING, MIRROR, SETTINGS ->
          fault(
              "The ledger in %s cannot be read: see to the server and its log, then try again."
                  .formatted(place));
    };
  }

  private static String damaged(LedgerUnavailable e) {
    return ("The ledger in %s is damaged%s, and it was left as it is: restore it from a backup with"
            + " `counterfoil restore FILE --replace`, which keeps every later entry that it can"
            + " prove.")
        .formatted(
            e.place(), e.position().isPresent() ? " at entry " + e.position().getAsLong() : "");
  }

  private static String stopped(StoreStopped e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MirrorFault fault) {
        return "The mirror of the tape in %s failed, and the ledger took nothing more; what was"
                .formatted(fault.mirror())
            + " acknowledged is safe: see to that disk, or go on without it with `counterfoil"
            + " mirror --off`.";
      }
    }
    return diskFull(e)
        ? "The disk is full and the ledger took nothing more; what was acknowledged is safe: make"
            + " room, and look at what is recorded before you repeat anything."
        : "The ledger stopped before everything was recorded; what was acknowledged is safe: see to"
            + " the disk, and look at what is recorded before you repeat anything.";
  }

  private static String outputLost(OutputLost e) {
    return diskFull(e)
        ? "The answer could not be written, as the disk is full: make room, then ask again."
        : "The answer could not be written: see where the output goes, then ask again.";
  }

  static boolean diskFull(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = Objects.requireNonNullElse(cause.getMessage(), "").toLowerCase(Locale.ROOT);
      if (message.contains("no space left") || message.contains("not enough space")) {
        return true;
      }
    }
    return false;
  }
}
