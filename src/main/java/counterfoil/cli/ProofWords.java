package counterfoil.cli;

import counterfoil.application.Quoted;
import counterfoil.application.notary.Examination;
import counterfoil.application.notary.Judgement;
import counterfoil.proof.Flaw;
import counterfoil.proof.Flaw.Reason;
import java.util.stream.Collectors;

/** What is wrong with a proof, a checkpoint or a ledger that is no continuation, in a sentence. */
final class ProofWords {
  private ProofWords() {}

  static FailureSentence notContinued(Judgement.Broken broken) {
    return FailureSentence.fault(
        sentence(broken)
            + " Nothing was done. If this is a backup that was restored on purpose, an"
            + " administrator says so with `counterfoil witness --accept REASON --user NAME`.");
  }

  static String sentence(Judgement.Broken broken) {
    long seen = broken.seen().size();
    long now = broken.now().size();
    return switch (broken) {
      case Judgement.RolledBack _ ->
          ("The ledger was rolled back: it is what it was at entry %,d, but %,d entries have been"
                  + " seen.")
              .formatted(now, seen);
      case Judgement.Cut _ ->
          "The ledger's end was cut off: it ends at entry %,d, but %,d entries have been seen."
              .formatted(now, seen);
      case Judgement.Forked(_, _, long common) when common > 0 ->
          ("The ledger was forked: it has other entries than those that have been seen, somewhere"
                  + " from entry %,d on.")
              .formatted(common + 1);
      case Judgement.Forked _ ->
          "The ledger was forked: it has other entries than those that have been seen.";
    };
  }

  /** A stable word for programs. */
  static String code(Judgement.Broken broken) {
    return switch (broken) {
      case Judgement.RolledBack _ -> "rolled_back";
      case Judgement.Cut _ -> "cut";
      case Judgement.Forked _ -> "forked";
    };
  }

  static String sentence(Examination.Invalid invalid) {
    return switch (invalid) {
      case Examination.Unsound(Flaw flaw) -> sentence(flaw);
      case Examination.NoEntry _ ->
          "The proof does not carry the entry that it is about, so it proves nothing.";
      case Examination.OtherContent(long position) ->
          "The proof shows another content of entry %,d than was recorded.".formatted(position);
      case Examination.OtherPosition(long said, long proven) ->
          "The proof is of entry %,d, but the entry in it says that it is %,d."
              .formatted(proven, said);
      case Examination.BehindProof(long entries, long proven) ->
          ("The proof is good, but this ledger ends at entry %,d and had %,d when it was signed:"
                  + " its end was cut off, or an older copy is in its place.")
              .formatted(entries, proven);
      case Examination.Rewritten(long position) ->
          ("The proof of entry %,d is good, but this ledger has something else: its history was"
                  + " rewritten.")
              .formatted(position);
    };
  }

  /** A stable word for programs. */
  static String code(Examination.Invalid invalid) {
    return switch (invalid) {
      case Examination.Unsound(Flaw flaw) -> code(flaw);
      case Examination.NoEntry _ -> "no_entry";
      case Examination.OtherContent _ -> "other_content";
      case Examination.OtherPosition _ -> "other_position";
      case Examination.BehindProof _ -> "behind_proof";
      case Examination.Rewritten _ -> "rewritten";
    };
  }

  static String sentence(Flaw flaw) {
    return switch (flaw) {
      case Flaw.TooLarge(long most) -> "It is longer than %,d bytes.".formatted(most);
      case Flaw.Malformed(int line, Reason reason) ->
          "Line %d %s.".formatted(line, complaint(reason));
      case Flaw.UnknownAlgorithm(int type) ->
          "The key is for an algorithm (%d) other than Ed25519.".formatted(type);
      case Flaw.WrongKeyId(String name) ->
          "The key of %s has a number that is not its own.".formatted(Quoted.of(name));
      case Flaw.WrongOrigin(String expected, String found) ->
          "It is of another ledger, %s, not of %s."
              .formatted(Quoted.of(found), Quoted.of(expected));
      case Flaw.UntrustedKeys(var signers) ->
          "None of its signatures is by a key that is trusted: it says %s."
              .formatted(signers.stream().map(Quoted::of).collect(Collectors.joining(", ")));
      case Flaw.WrongSignature(String signer) ->
          "The signature by %s does not fit the text.".formatted(Quoted.of(signer));
      case Flaw.OutsideTree(long index, long size) ->
          "It is about entry %,d, but the checkpoint in it has only %,d entries."
              .formatted(index + 1, size);
      case Flaw.Shorter(long older, long newer) ->
          "The newer checkpoint has %,d entries, the older %,d.".formatted(newer, older);
      case Flaw.EmptyTree _ -> "A checkpoint of no entries proves nothing.";
      case Flaw.WrongLength(int expected, int found) ->
          "It has %d hashes where %d belong.".formatted(found, expected);
      case Flaw.NotIncluded(long index) ->
          "Entry %,d is not in the ledger of its checkpoint, or it was changed."
              .formatted(index + 1);
      case Flaw.Inconsistent(long older, long newer) ->
          "The ledger of %,d entries does not begin with that of %,d.".formatted(newer, older);
    };
  }

  private static String code(Flaw flaw) {
    return switch (flaw) {
      case Flaw.TooLarge _ -> "too_large";
      case Flaw.Malformed _ -> "malformed";
      case Flaw.UnknownAlgorithm _ -> "unknown_algorithm";
      case Flaw.WrongKeyId _ -> "wrong_key_id";
      case Flaw.WrongOrigin _ -> "wrong_origin";
      case Flaw.UntrustedKeys _ -> "untrusted_key";
      case Flaw.WrongSignature _ -> "wrong_signature";
      case Flaw.OutsideTree _ -> "outside_tree";
      case Flaw.Shorter _ -> "shorter";
      case Flaw.EmptyTree _ -> "empty_tree";
      case Flaw.WrongLength _ -> "wrong_length";
      case Flaw.NotIncluded _ -> "not_included";
      case Flaw.Inconsistent _ -> "inconsistent";
    };
  }

  private static String complaint(Reason reason) {
    return switch (reason) {
      case NOT_UTF8 -> "or another is not UTF-8";
      case CONTROL_CHARACTER -> "has a character that no text has";
      case NO_FINAL_NEWLINE -> "does not end";
      case NO_SIGNATURES -> "should be followed by a signature";
      case TOO_MANY_SIGNATURES -> "is one signature too many";
      case NO_SIGNATURE_LINE -> "is no signature, and nothing else may stand there";
      case NO_KEY -> "is no key";
      case NOT_BASE64 -> "is not Base64 as it must be written";
      case NOT_A_HASH -> "is no hash";
      case NOT_A_NUMBER -> "is no number";
      case EMPTY_LINE -> "is empty";
      case TOO_FEW_LINES -> "and those that follow are too few";
      case TOO_MANY_HASHES -> "is one hash too many";
      case NO_PROOF_HEADER -> "does not say that this is a proof";
      case NO_INDEX -> "does not say which entry it is about";
    };
  }
}
