package counterfoil.cli;

import counterfoil.eventstore.backup.BackupFailed;
import counterfoil.eventstore.backup.BackupUnusable;
import counterfoil.eventstore.jdbc.RestoreRefused;

/** What to say when a backup or a restore did not come about. */
final class RecoverySentence {
  private RecoverySentence() {}

  static FailureSentence of(BackupFailed e) {
    return switch (e.reason()) {
      case EXISTS ->
          badInput(
              "There is a file %s already, and it was left as it is: name another one."
                  .formatted(e.file()));
      case NOT_WRITABLE ->
          fault(
              FailureSentence.diskFull(e)
                  ? "The disk of %s is full, and no backup was made: make room, or name another disk."
                      .formatted(e.file())
                  : "%s cannot be written, and no backup was made: name a file in a folder in which you may write."
                      .formatted(e.file()));
      case NOT_GENUINE ->
          fault(
              "The database does not give entry %d as it was recorded, so no backup was made: run"
                      .formatted(e.position())
                  + " `counterfoil verify`, then `counterfoil rebuild`, then try again.");
    };
  }

  static FailureSentence of(BackupUnusable e) {
    return badInput(
        switch (e.reason()) {
          case UNREADABLE ->
              "%s cannot be read: is it there, and may you read it?".formatted(e.file());
          case NOT_A_BACKUP ->
              "%s is no backup of a ledger: name a file that `counterfoil backup` made."
                  .formatted(e.file());
          case NEWER ->
              "%s was made by a later version of this program: use that one.".formatted(e.file());
          case DAMAGED ->
              "%s is damaged at entry %d, and nothing was restored: use another backup."
                  .formatted(e.file(), e.position());
        });
  }

  static FailureSentence of(RestoreRefused e) {
    var folder = e.folder();
    return switch (e.reason()) {
      case EXISTS ->
          badInput(
              "There is a ledger in %s already, and it was left as it is: give --replace to have it"
                      .formatted(folder)
                  + " set aside, or name another folder with --data.");
      case LONGER ->
          badInput(
              "The ledger in %s is whole, or the mirror of its tape is, and it goes on behind entry"
                      .formatted(folder)
                  + " %d, where the backup ends; it was left as it is: open it, or give"
                      .formatted(e.position())
                  + " --drop-entries as well if you want to go back so far.");
      case OTHER_LEDGER ->
          badInput(
              "The ledger in %s is not the one of the backup, and it was left as it is: name another"
                      .formatted(folder)
                  + " folder with --data, or give --drop-entries as well to have it set aside.");
      case UNPROVEN ->
          badInput(
              "The ledger in %s has later entries, but only those up to %d can be proven, and it was"
                      .formatted(folder, e.position())
                  + " left as it is: try a later backup, or give --drop-entries as well to go on"
                  + " without the others.");
      case TAPE_IS_WHOLE ->
          badInput(
              "The tape in %s or its mirror is whole, and was left as it is: `counterfoil rebuild` without"
                      .formatted(folder)
                  + " --tape-from-database makes the database from it.");
      case NO_DATABASE ->
          fault(
              "There is no database in %s that can be read: restore a backup with `counterfoil"
                      .formatted(folder)
                  + " restore FILE --replace`.");
      case NO_CHARTER ->
          fault(
              "The database in %s does not say what the ledger was founded as: restore a backup with"
                      .formatted(folder)
                  + " `counterfoil restore FILE --replace`.");
      case DATABASE_DAMAGED ->
          fault(
              "The database in %s is damaged at entry %d, and it was left as it is: restore a backup"
                      .formatted(folder, e.position())
                  + " with `counterfoil restore FILE --replace`.");
      case CHECKPOINT_DOES_NOT_FIT ->
          new FailureSentence(
              ExitCode.NO,
              "The database in %s ends at entry %d and is not what the checkpoint says, so no tape"
                      .formatted(folder, e.position())
                  + " was made: give the last checkpoint, or restore a backup with `counterfoil"
                  + " restore FILE --replace`.");
    };
  }

  private static FailureSentence badInput(String sentence) {
    return new FailureSentence(ExitCode.BAD_INPUT, sentence);
  }

  private static FailureSentence fault(String sentence) {
    return FailureSentence.fault(sentence);
  }
}
