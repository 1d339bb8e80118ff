package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.application.Verification;
import counterfoil.application.notary.Judgement;
import counterfoil.application.notary.NotContinued;
import counterfoil.domain.staff.Permission;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.projection.SignatureAudit.Extent;
import counterfoil.proof.SignedCheckpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Recomputes everything and says whether the ledger is intact. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Recomputes everything from the entries' bytes: hashes, positions, versions, snapshots,"
          + " balances and journal.",
      "Exit code 1 when the ledger is not intact."
    })
final class VerifyCommand implements Callable<Integer> {
  private final CommandSession session;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description =
          "A checkpoint that the ledger must continue, or a file of many: checkpoints.txt, or what"
              + " `checkpoint --keep-in` writes.")
  private Optional<Path> checkpoint = Optional.empty();

  @Option(
      names = "--sample",
      description =
          "Computes one signature in sixteen instead of all of them; that each entry has one, of"
              + " the right key, is looked at all the same.")
  private boolean sample;

  VerifyCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var demanded = checkpoint.map(DemandedCheckpoint::readAll).orElse(List.of());
    try {
      return session.withFiles(Permission.VERIFY, ledger -> verify(ledger, demanded));
    } catch (NotContinued e) {
      return notContinued(e.judgement());
    } catch (LedgerUnavailable e) {
      return unavailable(e);
    }
  }

  /** Where it was changed, if its own entries tell; then what the witness says. */
  private int notContinued(Judgement.Broken broken) {
    session.note(ProofWords.notContinued(broken).sentence());
    var seen = new Contradiction(broken.now().size(), ProofWords.sentence(broken));
    return session.withUnwitnessedFiles(ledger -> {
      var findings =
          new ArrayList<>(findings(ledger).findings().stream().map(Contradiction::of).toList());
      findings.add(seen);
      return notIntact(findings);
    });
  }

  private int unavailable(LedgerUnavailable e) {
    String what =
        switch (e.reason()) {
          case DAMAGED -> "the tape is damaged";
          case TAPE_MISSING -> "the tape is missing";
          default -> throw e;
        };
    session.note(FailureSentence.of(e).sentence());
    return notIntact(List.of(new Contradiction(e.position().orElse(0), what)));
  }

  private Verification findings(Ledger ledger) {
    return ledger.verify(
        sample ? Extent.SAMPLE : Extent.ALL, session.progress("Verified: step %,d of %,d."));
  }

  private int verify(Ledger ledger, List<DemandedCheckpoint> demanded) {
    var verification = findings(ledger);
    var findings =
        new ArrayList<>(verification.findings().stream().map(Contradiction::of).toList());
    DemandedCheckpoint.contradiction(ledger, demanded).ifPresent(findings::add);
    if (demanded.stream().anyMatch(c -> !c.signed())) {
      session.note("The checkpoint is not signed: origin, size and root were compared.");
    }
    return findings.isEmpty() ? intact(ledger, verification) : notIntact(findings);
  }

  private int intact(Ledger ledger, Verification verification) {
    String checkpointNow = checkpoint(ledger, verification);
    if (session.json()) {
      session
          .out()
          .object(json -> {
            json.writeBooleanField("intact", true);
            json.writeNumberField("entries", verification.entries());
            json.writeNumberField("signatures", verification.signatures());
            json.writeStringField("root", verification.root());
            json.writeStringField("checkpoint", checkpointNow);
          });
    } else {
      session
          .out()
          .line(
              "Intact: %d entries, root %s."
                  .formatted(verification.entries(), verification.root()));
      session.out().line("The ledger is %s.".formatted(ledger.charter().origin()));
      if (verification.signatures() > 0) {
        session.out().line("Signatures computed: %d.".formatted(verification.signatures()));
      }
    }
    session.out().flush();
    return ExitCode.DONE;
  }

  /** Signed where the workstation has a key by now; what was proven is what is signed. */
  private static String checkpoint(Ledger ledger, Verification verification) {
    return ledger
        .notary()
        .filter(notary -> notary.ownKey().isPresent())
        .map(notary -> notary.sign().checkpoint())
        .filter(signed -> signed.checkpoint().tree().size() == verification.entries())
        .map(SignedCheckpoint::toText)
        .orElseGet(() ->
            "%s\n%d\n%s\n"
                .formatted(ledger.charter().origin(), verification.entries(), verification.root()));
  }

  private int notIntact(List<Contradiction> findings) {
    if (session.json()) {
      session
          .out()
          .object(json -> {
            json.writeBooleanField("intact", false);
            json.writeArrayFieldStart("findings");
            for (Contradiction finding : findings) {
              json.writeStartObject();
              json.writeNumberField("position", finding.position());
              json.writeStringField("what", finding.what());
              json.writeEndObject();
            }
            json.writeEndArray();
          });
    } else {
      session
          .out()
          .line(
              findings.size() == 1
                  ? "Not intact: 1 finding."
                  : "Not intact: %d findings.".formatted(findings.size()));
      for (Contradiction finding : findings) {
        session
            .out()
            .line(
                finding.position() == 0
                    ? "  " + finding.what()
                    : "  entry %d: %s".formatted(finding.position(), finding.what()));
      }
    }
    session.out().flush();
    return ExitCode.NO;
  }
}
