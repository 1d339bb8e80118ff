package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.domain.staff.Permission;
import counterfoil.proof.TlogProof;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a proof that an entry is in the ledger. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a proof that an entry is in the ledger, with the entry itself, under a checkpoint"
          + " that this workstation signs: C2SP tlog-proof.",
      "Anyone checks it with `counterfoil check FILE --key KEY` and nothing else."
    })
final class ProveCommand implements Callable<Integer> {
  private final CommandSession session;

  @Parameters(paramLabel = "POSITION", description = "The entry's number, from 1.")
  private long position;

  ProveCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withFiles(Permission.VERIFY, this::prove);
  }

  private int prove(Ledger ledger) {
    TlogProof proof =
        session
            .notary(ledger)
            .prove(position)
            .orElseThrow(() ->
                new BadInput(
                    "There is no entry %d: the ledger's last is %d."
                        .formatted(position, ledger.head().position())));
    if (session.json()) {
      session.out().object(json -> json.writeStringField("proof", proof.toText()));
    } else {
      session.out().text(proof.toText());
    }
    return ExitCode.DONE;
  }
}
