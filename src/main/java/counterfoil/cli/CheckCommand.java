package counterfoil.cli;

import counterfoil.application.notary.Examination;
import counterfoil.application.notary.ProofReader;
import counterfoil.domain.staff.Permission;
import counterfoil.eventstore.Entry;
import counterfoil.payload.ShownPayload;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checked.Refused;
import counterfoil.proof.VerifierKey;
import counterfoil.report.ProofFile;
import counterfoil.report.ProofFile.Content;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a proof, or the code on a receipt. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a proof, or the code in a picture of a receipt: whether the entry is in the ledger,"
          + " where, and unchanged.",
      "Exit code 1 when it is not."
    })
final class CheckCommand implements Callable<Integer> {
  private final CommandSession session;

  @Parameters(paramLabel = "FILE", description = "A .tlog-proof file, or a PNG of a receipt.")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = {
        "Checks with this public key alone, without any ledger; may be given several times.",
        "The end-of-day report prints it, and `counterfoil checkpoint --keys`."
      })
  private List<String> keys = List.of();

  CheckCommand(CommandSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<VerifierKey> trusted = keys.stream().map(CheckCommand::key).toList();
    Optional<byte[]> proof = proof();
    if (proof.isEmpty()) {
      return answerNo("no_code", "There is no code of a receipt in the picture, or it is unclear.");
    }
    if (!trusted.isEmpty()) {
      return answer(ProofReader.examine(proof.get(), trusted.getFirst().name(), trusted));
    }
    return session.withFiles(
        Permission.VERIFY, ledger -> answer(session.notary(ledger).check(proof.get())));
  }

  private static VerifierKey key(String text) {
    return switch (VerifierKey.parse(text)) {
      case Good<VerifierKey>(VerifierKey key) -> key;
      case Refused<VerifierKey>(var flaw) ->
          throw new BadInput("--key: " + ProofWords.sentence(flaw));
    };
  }

  /** Nothing for a picture without a code. */
  private Optional<byte[]> proof() {
    return switch (ProofFile.read(file)) {
      case Content.Proof(var bytes) -> Optional.of(bytes);
      case Content.NoCode _ -> Optional.empty();
      case Content.TooLarge(int most) ->
          throw new BadInput(
              "%s is larger than %d MiB: give a smaller picture.".formatted(file, most));
      case Content.NoPicture _ ->
          throw new BadInput(
              file
                  + " is no whole picture, or one of more than 64 million dots: give the PNG as it"
                  + " was saved.");
      case Content.OtherKind _ ->
          throw new BadInput(
              file
                  + " is a PDF or a JPEG: give the .tlog-proof file beside the receipt, or a PNG of"
                  + " it.");
      case Content.Unreadable _ ->
          throw new BadInput(file + " cannot be read: is it there, and may you read it?");
    };
  }

  private int answer(Examination examination) {
    return switch (examination) {
      case Examination.Valid valid -> answerYes(valid);
      case Examination.Invalid invalid ->
          answerNo(ProofWords.code(invalid), ProofWords.sentence(invalid));
    };
  }

  private int answerYes(Examination.Valid valid) {
    Entry entry = valid.entry();
    if (session.json()) {
      session
          .out()
          .object(json -> {
            json.writeBooleanField("valid", true);
            json.writeStringField("origin", valid.checkpoint().origin());
            json.writeNumberField("position", entry.position());
            json.writeStringField("stream", entry.stream().value());
            json.writeStringField("type", entry.type().name());
            json.writeStringField("recorded_at", entry.recordedAt().toString());
            json.writeStringField("actor", entry.provenance().actor());
            json.writeStringField("workstation", entry.provenance().workstation());
            if (valid.contentShown()) {
              json.writeFieldName("data");
              json.writeRawValue(ShownPayload.json(entry));
            }
            json.writeNumberField("entries", valid.checkpoint().tree().size());
            json.writeArrayFieldStart("signed_by");
            for (VerifierKey key : valid.signers()) {
              json.writeString(key.text());
            }
            json.writeEndArray();
          });
    } else {
      session
          .out()
          .line(
              "Valid: entry %d of %s is as it was recorded."
                  .formatted(entry.position(), valid.checkpoint().origin()));
      session
          .out()
          .line(
              "  %s by %s at %s on %s"
                  .formatted(
                      entry.type().name(),
                      entry.provenance().actor(),
                      entry.provenance().workstation(),
                      entry.recordedAt()));
      if (valid.contentShown()) {
        session.out().line("  " + ShownPayload.json(entry));
      }
      session
          .out()
          .line(
              "  The checkpoint over %d entries is signed with key %s."
                  .formatted(
                      valid.checkpoint().tree().size(),
                      valid.signers().stream()
                          .map(VerifierKey::idHex)
                          .collect(Collectors.joining(", "))));
    }
    session.out().flush();
    return ExitCode.DONE;
  }

  private int answerNo(String reason, String what) {
    if (session.json()) {
      session
          .out()
          .object(json -> {
            json.writeBooleanField("valid", false);
            json.writeStringField("reason", reason);
            json.writeStringField("what", what);
          });
    } else {
      session.out().line("Not valid. " + what);
    }
    session.out().flush();
    return ExitCode.NO;
  }
}
