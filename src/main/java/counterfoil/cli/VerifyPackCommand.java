package counterfoil.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import counterfoil.evidence.PackFinding;
import counterfoil.evidence.PackVerdict;
import counterfoil.evidence.PackVerdict.Proven;
import counterfoil.evidence.PackVerifier;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checked.Refused;
import counterfoil.proof.VerifierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves an evidence pack by itself. */
@Command(
    name = "verify-pack",
    mixinStandardHelpOptions = true,
    description = {
      "Proves an evidence pack, as `export --format evidence` makes it; needs no ledger.",
      "Exit code 1 when it is not valid. verify.mjs in the pack says the same, by other code."
    })
final class VerifyPackCommand implements Callable<Integer> {
  private final CommandSession session;

  @Parameters(paramLabel = "PACK", description = "The file.")
  private Path pack = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = {
        "Every checkpoint must be signed with this public key; may be given several times.",
        "Without it, with a key that the ledger itself records: compare it."
      })
  private List<String> keys = List.of();

  VerifyPackCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<VerifierKey> demanded = keys.stream().map(VerifyPackCommand::key).toList();
    PackVerdict verdict;
    try {
      verdict =
          PackVerifier.verify(pack, demanded, session.progress("Verified %,d of %,d entries."));
    } catch (IOException _) {
      throw new BadInput(pack + " cannot be read: is it there, and may you read it?");
    }
    if (session.json()) {
      session.out().object(json -> write(json, verdict));
    } else {
      tell(verdict);
    }
    session.out().flush();
    return verdict.valid() ? ExitCode.DONE : ExitCode.NO;
  }

  private static VerifierKey key(String text) {
    return switch (VerifierKey.parse(text)) {
      case Good<VerifierKey>(VerifierKey key) -> key;
      case Refused<VerifierKey>(var flaw) ->
          throw new BadInput("--key: " + ProofWords.sentence(flaw));
    };
  }

  private static void write(JsonGenerator json, PackVerdict verdict) throws IOException {
    json.writeBooleanField("valid", verdict.valid());
    if (verdict.contents().isPresent()) {
      var contents = verdict.contents().get();
      json.writeStringField("origin", contents.origin());
      json.writeStringField("branch", contents.branch());
      json.writeStringField("currency", contents.currency());
      json.writeBooleanField("practice", contents.practice());
      json.writeNumberField("entries", contents.entries());
      json.writeStringField("root", contents.root());
    }
    if (verdict.proven().isPresent()) {
      Proven proven = verdict.proven().get();
      json.writeNumberField("signed", proven.signed());
      json.writeNumberField("signatures", proven.signatures());
      json.writeNumberField("retold", proven.retold());
      json.writeNumberField("erased", proven.erased());
      json.writeNumberField("checkpoints", proven.checkpoints());
      json.writeNumberField("checkpointed", proven.checkpointed());
      json.writeArrayFieldStart("keys");
      for (String key : proven.keys()) {
        json.writeString(key);
      }
      json.writeEndArray();
    }
    json.writeArrayFieldStart("findings");
    for (PackFinding finding : verdict.findings()) {
      json.writeStartObject();
      json.writeStringField("kind", finding.kind().code());
      json.writeNumberField("position", finding.position());
      json.writeStringField("what", finding.what());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("more", verdict.more());
  }

  private void tell(PackVerdict verdict) {
    say(verdict.valid() ? "Valid." : "Not valid.");
    verdict
        .contents()
        .ifPresent(contents -> {
          say("  Ledger %s, %s, %s", contents.origin(), contents.branch(), contents.currency());
          say("  %,d entries, root %s", contents.entries(), contents.root());
        });
    verdict.proven().ifPresent(this::tell);
    for (PackFinding finding : verdict.findings()) {
      String where = finding.position() > 0 ? " at entry " + finding.position() : "";
      say("  %s%s: %s", finding.kind().code(), where, finding.what());
    }
    if (verdict.more() > 0) {
      say("  and %,d more", verdict.more());
    }
  }

  private void tell(Proven proven) {
    say(
        "  %,d entries signed by their makers, %,d signatures computed",
        proven.signed(), proven.signatures());
    say(
        "  %,d contents retold without their secrets, %,d erased, as signed entries say",
        proven.retold(), proven.erased());
    if (proven.checkpoints() == 0) {
      say("  No checkpoint: nothing outside this file speaks for it.");
    } else {
      say(
          "  %,d checkpoints, the last of %,d entries. Compare their keys:",
          proven.checkpoints(), proven.checkpointed());
      proven.keys().forEach(key -> say("    %s", key));
    }
  }

  private void say(String form, Object... values) {
    session
        .out()
        .line(Optional.of(values).filter(v -> v.length > 0).map(form::formatted).orElse(form));
  }
}
