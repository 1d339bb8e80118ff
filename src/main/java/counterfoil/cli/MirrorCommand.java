package counterfoil.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets, compares and ends the mirror of the tape. */
@Command(
    name = "mirror",
    mixinStandardHelpOptions = true,
    description = {
      "With DIR: mirrors the tape there from now on; nothing is acknowledged before it is on both.",
      "With --off: no longer. With neither: compares all of the tape with its mirror, and mends"
          + " what is damaged in one from the other."
    })
final class MirrorCommand implements Callable<Integer> {
  private final CommandSession session;

  @Parameters(paramLabel = "DIR", arity = "0..1", description = "A folder on another disk.")
  private Optional<Path> mirror = Optional.empty();

  @Option(names = "--off", description = "Go on without a mirror; it is left as it is.")
  private boolean off;

  MirrorCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (off && mirror.isPresent()) {
      throw new BadInput("DIR and --off do not go together: say which of the two you want.");
    }
    var recovery = session.recovery();
    Path folder = session.ledgerFolder();
    List<Path> mended =
        off
            ? recovery.endMirror(folder)
            : mirror
                .map(there -> recovery.beginMirror(folder, there))
                .orElseGet(() -> recovery.compareWithMirror(folder));
    answer(recovery.mirror(folder), mended);
    return ExitCode.DONE;
  }

  private void answer(Optional<Path> now, List<Path> mended) {
    if (session.json()) {
      session
          .out()
          .object(json -> {
            if (now.isPresent()) {
              json.writeStringField("mirror", now.get().toString());
            }
            json.writeArrayFieldStart("mended");
            for (Path file : mended) {
              json.writeString(file.toString());
            }
            json.writeEndArray();
          });
    } else {
      session
          .out()
          .line(
              now.map(there -> "The tape is mirrored in " + there + ", and both are the same.")
                  .orElse("The tape has no mirror."));
      mended.forEach(file ->
          session.out().line("A damaged file was mended from the other, and is kept as " + file));
    }
    session.out().flush();
  }
}
