package counterfoil.proof;

import counterfoil.proof.Flaw.Malformed;
import counterfoil.proof.Flaw.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text and who signed it, as C2SP signed-note writes it. Nothing that it says counts before
 * {@link #verify} has found a signature by a key that is trusted.
 *
 * @param text ends in a newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** The longest note that is read, in bytes. */
  public static final int MAX_BYTES = 64 * 1024;

  /** The most signatures that are read. */
  public static final int MAX_SIGNATURES = 32;

  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /**
   * A note with one signature.
   *
   * @throws IllegalArgumentException if the text does not end in a newline
   */
  public static SignedNote sign(String text, SigningKey key) {
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("a note's text ends in a newline");
    }
    return new SignedNote(text, List.of(key.sign(text)));
  }

  /** The same note with one more signature. */
  public SignedNote signedBy(SigningKey key) {
    return new SignedNote(
        text, Stream.concat(signatures.stream(), Stream.of(key.sign(text))).toList());
  }

  /** Reads a note. Says nothing of whether its signatures are good. */
  public static Checked<SignedNote> parse(byte[] bytes) {
    return StrictText.of(bytes, MAX_BYTES).then(text -> parse(text, 1));
  }

  /**
   * @param whole ends in a newline
   * @param firstLine the number of its first line in what it comes from
   */
  static Checked<SignedNote> parse(String whole, int firstLine) {
    int split = whole.lastIndexOf("\n\n");
    if (split < 0) {
      return Checked.refused(new Malformed(firstLine, Reason.NO_SIGNATURES));
    }
    String text = whole.substring(0, split + 1);
    String signed = whole.substring(split + 2);
    int line = firstLine + StrictText.lines(text) + 1;
    if (signed.isEmpty()) {
      return Checked.refused(new Malformed(line, Reason.NO_SIGNATURES));
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String written : signed.substring(0, signed.length() - 1).split("\n", -1)) {
      if (signatures.size() == MAX_SIGNATURES) {
        return Checked.refused(new Malformed(line, Reason.TOO_MANY_SIGNATURES));
      }
      Optional<NoteSignature> signature = NoteSignature.parse(written);
      if (signature.isEmpty()) {
        return Checked.refused(new Malformed(line, Reason.NO_SIGNATURE_LINE));
      }
      signatures.add(signature.get());
      line++;
    }
    return Checked.good(new SignedNote(text, signatures));
  }

  /**
   * The keys of {@code trusted} that have signed it: one at least. Signatures by other keys are
   * ignored; one by a trusted key that does not fit the text spoils the note.
   */
  public Checked<List<VerifierKey>> verify(Collection<VerifierKey> trusted) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    List<VerifierKey> signers = new ArrayList<>();
    for (NoteSignature signature : signatures) {
      List<VerifierKey> meant =
          trusted.stream().filter(key -> key.isMeantBy(signature)).distinct().toList();
      for (VerifierKey key : meant) {
        if (!key.verifies(message, signature.signature())) {
          return Checked.refused(new Flaw.WrongSignature(key.name()));
        }
        if (!signers.contains(key)) {
          signers.add(key);
        }
      }
    }
    return signers.isEmpty()
        ? Checked.refused(
            new Flaw.UntrustedKeys(signatures.stream().map(NoteSignature::name).toList()))
        : Checked.good(List.copyOf(signers));
  }

  /** As it is written in a file. */
  public String toText() {
    StringBuilder whole = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> whole.append(signature.line()).append('\n'));
    return whole.toString();
  }
}
