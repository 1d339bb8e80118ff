package counterfoil.cli;

import counterfoil.application.export.ExportFailed;
import counterfoil.application.export.Exports.Result;
import counterfoil.evidence.PackWriter.PackTooLarge;
import java.nio.file.Path;
import java.util.List;

/** What to answer when files were made, or could not be. */
final class ExportedFiles {
  /** More than these are counted for people, not listed. */
  private static final int MOST_LISTED = 5;

  private final CommandSession session;

  ExportedFiles(CommandSession session) {
    this.session = session;
  }

  /**
   * @throws BadInput if it was refused
   */
  int answer(Result result) {
    return switch (result) {
      case Result.Done done -> answer(done.files());
      case Result.No(var refusal) -> throw new BadInput(RefusalWords.sentence(refusal));
    };
  }

  int answer(List<Path> files) {
    if (session.json()) {
      session
          .out()
          .object(json -> {
            json.writeArrayFieldStart("files");
            for (Path file : files) {
              json.writeString(file.toString());
            }
            json.writeEndArray();
          });
    } else if (files.size() > MOST_LISTED) {
      session
          .out()
          .line("Made %,d files in %s.".formatted(files.size(), files.getFirst().getParent()));
    } else {
      files.forEach(file -> session.out().line("Made %s.".formatted(file)));
    }
    return ExitCode.DONE;
  }

  static FailureSentence sentence(ExportFailed e) {
    if (e.getCause() instanceof PackTooLarge) {
      return new FailureSentence(
          ExitCode.BAD_INPUT,
          "The ledger takes more than the 4 GiB that an evidence pack has, and no file was left:"
              + " use `counterfoil backup` for all of it.");
    }
    return switch (e.reason()) {
      case EXISTS ->
          new FailureSentence(
              ExitCode.BAD_INPUT,
              "There is %s already, and it was left as it is: name another file or folder."
                  .formatted(e.file()));
      case NOT_WRITABLE ->
          FailureSentence.fault(
              FailureSentence.diskFull(e)
                  ? "The disk of %s is full, and no file was left: make room, or name another disk."
                      .formatted(e.file())
                  : "%s cannot be written, and no file was left: name one in a folder in which you may write."
                      .formatted(e.file()));
    };
  }
}
