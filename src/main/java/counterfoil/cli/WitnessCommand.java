package counterfoil.cli;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.Session;
import counterfoil.application.notary.AnotherLedger;
import counterfoil.application.notary.Judgement;
import counterfoil.application.notary.Notary;
import counterfoil.application.notary.SecondWitness;
import counterfoil.domain.Limits;
import counterfoil.domain.staff.Permission;
import counterfoil.proof.TreeHead;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the ledger with what was seen of it before, elsewhere. */
@Command(
    name = "witness",
    mixinStandardHelpOptions = true,
    description = {
      "With --state DIR: demands a proof that the ledger continues what was seen last, which is"
          + " kept in DIR, and remembers what it is now. Exit code 1 when it does not continue.",
      "With --accept REASON: an administrator says that the ledger is right although it is not what"
          + " this workstation has seen, as after a restore; that is recorded."
    })
final class WitnessCommand implements Callable<Integer> {
  private final CommandSession session;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Where the witness keeps what it has seen; not in the ledger's folder.")
  private Optional<Path> state = Optional.empty();

  @Option(names = "--accept", paramLabel = "REASON", description = "Why the ledger is right.")
  private Optional<String> accept = Optional.empty();

  WitnessCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (state.isPresent() == accept.isPresent()) {
      throw new BadInput("Give either --state DIR or --accept REASON.");
    }
    if (accept.isPresent()) {
      String reason = accept.get();
      if (Limits.refuseName("reason", reason, Limits.MAX_HOLDER_LENGTH).isPresent()) {
        throw new BadInput(
            "--accept needs a reason of 1 to %d characters without line breaks."
                .formatted(Limits.MAX_HOLDER_LENGTH));
      }
      return session.withUnwitnessed(
          Permission.MAINTAIN_LEDGER,
          Actor.ADMINISTRATOR,
          (ledger, person) -> accept(ledger, person, reason));
    }
    return session.withUnwitnessedFiles(ledger -> witness(ledger, state.get()));
  }

  private int accept(Ledger ledger, Session person, String reason) {
    Notary notary = session.notary(ledger);
    Optional<TreeHead> seen = notary.lastSeen();
    if (seen.isEmpty()) {
      throw new BadInput("This workstation has seen nothing of the ledger: there is no need.");
    }
    var order =
        new Order.AcceptRestore(
            seen.get().size(), Base64.getEncoder().encodeToString(seen.get().root()), reason);
    switch (person.post(Posting.of(order))) {
      case Outcome.Refused refused -> throw new BadInput(RefusalWords.sentence(refused.refusal()));
      case Outcome.Posted _ -> notary.accepted();
      case Outcome.ApprovalNeeded _, Outcome.ChangedMeanwhile _ ->
          throw new IllegalStateException("an acceptance needs nobody else");
    }
    long entries = ledger.head().position();
    if (session.json()) {
      session.out().object(json -> json.writeNumberField("entries", entries));
    } else {
      session
          .out()
          .line(
              "Accepted and recorded: from here on the ledger continues these %d entries."
                  .formatted(entries));
    }
    return ExitCode.DONE;
  }

  private int witness(Ledger ledger, Path folder) {
    SecondWitness witness;
    try {
      witness = new SecondWitness(folder, ledger.charter().origin());
    } catch (AnotherLedger e) {
      return another(e);
    }
    return switch (witness.look(session.notary(ledger))) {
      case Judgement.FirstSight(var now) ->
          continued(
              now.size(), "Seen for the first time: %,d entries are kept.".formatted(now.size()));
      case Judgement.Continues(var seen, var now) ->
          continued(
              now.size(),
              "Continued: the %,d entries begin with the %,d seen before."
                  .formatted(now.size(), seen.size()));
      case Judgement.Broken broken -> broken(broken);
    };
  }

  private int continued(long entries, String sentence) {
    if (session.json()) {
      session
          .out()
          .object(json -> {
            json.writeBooleanField("continued", true);
            json.writeNumberField("entries", entries);
          });
    } else {
      session.out().line(sentence);
    }
    return ExitCode.DONE;
  }

  private int another(AnotherLedger e) {
    String what =
        "This witness has seen another ledger: it knows %s, and this one is %s."
            .formatted(e.seen(), e.shown());
    if (session.json()) {
      session
          .out()
          .object(json -> {
            json.writeBooleanField("continued", false);
            json.writeStringField("reason", "another_ledger");
            json.writeStringField("what", what);
          });
    } else {
      session.out().line(what);
    }
    return ExitCode.NO;
  }

  private int broken(Judgement.Broken broken) {
    if (session.json()) {
      session
          .out()
          .object(json -> {
            json.writeBooleanField("continued", false);
            json.writeStringField("reason", ProofWords.code(broken));
            json.writeNumberField("entries", broken.now().size());
            json.writeNumberField("seen", broken.seen().size());
            json.writeStringField("what", ProofWords.sentence(broken));
          });
    } else {
      session.out().line(ProofWords.sentence(broken));
    }
    return ExitCode.NO;
  }
}
