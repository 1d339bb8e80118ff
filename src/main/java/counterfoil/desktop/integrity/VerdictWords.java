package counterfoil.desktop.integrity;

import counterfoil.application.notary.Examination;
import counterfoil.application.notary.Examination.Invalid;
import counterfoil.desktop.kit.Message;
import counterfoil.proof.Flaw;
import java.util.Locale;

/** What is wrong with a proof, in a sentence. */
final class VerdictWords {
  private VerdictWords() {}

  static Message why(Invalid invalid) {
    return switch (invalid) {
      case Examination.Unsound(Flaw flaw) -> why(flaw);
      case Examination.NoEntry _ -> Message.of("integrity.no.entry");
      case Examination.OtherContent(long position) ->
          Message.of("integrity.no.other-content", position);
      case Examination.OtherPosition(long said, long proven) ->
          Message.of("integrity.no.other-position", proven, said);
      case Examination.BehindProof(long entries, long proven) ->
          Message.of("integrity.no.behind", entries, proven);
      case Examination.Rewritten(long position) -> Message.of("integrity.no.rewritten", position);
    };
  }

  private static Message why(Flaw flaw) {
    return switch (flaw) {
      case Flaw.TooLarge(long most) -> Message.of("integrity.flaw.too-large", most);
      case Flaw.Malformed(int line, Flaw.Reason reason) ->
          Message.of("integrity.flaw.malformed", line, Message.of(key(reason)));
      case Flaw.UnknownAlgorithm(int type) -> Message.of("integrity.flaw.algorithm", type);
      case Flaw.WrongKeyId(String name) -> Message.of("integrity.flaw.key-id", name);
      case Flaw.WrongOrigin(String expected, String found) ->
          Message.of("integrity.flaw.origin", found, expected);
      case Flaw.UntrustedKeys(var signers) ->
          Message.of("integrity.flaw.untrusted", String.join(", ", signers));
      case Flaw.WrongSignature(String signer) -> Message.of("integrity.flaw.signature", signer);
      case Flaw.OutsideTree(long index, long size) ->
          Message.of("integrity.flaw.outside", index + 1, size);
      case Flaw.Shorter(long older, long newer) ->
          Message.of("integrity.flaw.shorter", newer, older);
      case Flaw.EmptyTree _ -> Message.of("integrity.flaw.empty");
      case Flaw.WrongLength(int expected, int found) ->
          Message.of("integrity.flaw.length", found, expected);
      case Flaw.NotIncluded(long index) -> Message.of("integrity.flaw.not-included", index + 1);
      case Flaw.Inconsistent(long older, long newer) ->
          Message.of("integrity.flaw.inconsistent", newer, older);
    };
  }

  private static String key(Flaw.Reason reason) {
    return "integrity.malformed." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
