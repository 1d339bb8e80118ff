package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.application.notary.Notary;
import counterfoil.domain.staff.Permission;
import counterfoil.projection.WorkstationKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs what the ledger is now; says where that is kept and which keys there are. */
@Command(
    name = "checkpoint",
    mixinStandardHelpOptions = true,
    description = {
      "Signs what the ledger is now, keeps that beside it and in the folders that are set, and"
          + " writes it: C2SP tlog-checkpoint.",
      "`counterfoil verify --checkpoint FILE` proves that a ledger continues it."
    })
final class CheckpointCommand implements Callable<Integer> {
  private static final int MOST_NOTES = 1000;

  private final CommandSession session;

  @Option(
      names = "--keep-in",
      paramLabel = "DIR",
      description = "From now on also there: a folder on another disk or on a USB stick.")
  private List<Path> keepIn = List.of();

  @Option(names = "--not-in", paramLabel = "DIR", description = "No longer there.")
  private List<Path> notIn = List.of();

  @Option(names = "--keys", description = "Signs nothing; says which keys sign this ledger.")
  private boolean keys;

  @Option(names = "--history", description = "Signs nothing; writes those signed before.")
  private boolean history;

  CheckpointCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (keys && history) {
      throw new BadInput("--keys and --history do not go together: say which of the two you want.");
    }
    for (Path folder : keepIn) {
      if (!Files.isDirectory(folder)) {
        throw new BadInput(
            "There is no folder %s to keep checkpoints in: make it, or put the stick in."
                .formatted(folder));
      }
    }
    return session.withFiles(Permission.VERIFY, this::run);
  }

  private int run(Ledger ledger) {
    Notary notary = session.notary(ledger);
    keepIn.forEach(notary::keepIn);
    notIn.forEach(notary::keepNoLongerIn);
    if (keys) {
      notary.keys().forEach(this::key);
    } else if (history) {
      notary.history(MOST_NOTES).forEach(this::note);
    } else {
      Notary.Kept kept = notary.sign();
      kept.missed()
          .forEach(folder ->
              session.note(
                  "The checkpoint could not be kept in %s: see to that folder or its disk."
                      .formatted(folder)));
      note(kept.checkpoint().toText());
    }
    session.out().flush();
    return ExitCode.DONE;
  }

  private void note(String text) {
    if (session.json()) {
      session.out().object(json -> json.writeStringField("checkpoint", text));
    } else {
      session.out().text(history ? text + "\n" : text);
    }
  }

  private void key(WorkstationKeys.Line line) {
    if (session.json()) {
      session
          .out()
          .object(json -> {
            json.writeStringField("workstation", line.workstation());
            json.writeStringField("key", line.key());
            json.writeNumberField("position", line.position());
          });
    } else {
      session.out().line(line.key() + "  (" + line.workstation() + ")");
    }
  }
}
