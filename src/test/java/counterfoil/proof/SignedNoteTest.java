package counterfoil.proof;

import static counterfoil.proof.Notes.KEY;
import static counterfoil.proof.Notes.ORIGIN;
import static counterfoil.proof.Notes.TRUSTED;
import static counterfoil.proof.Notes.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checked.Refused;
import counterfoil.proof.Flaw.Malformed;
import counterfoil.proof.Flaw.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  private static final SigningKey WITNESS = SigningKey.generate("witness.example/w1");
  private static final SignedNote NOTE = SignedNote.sign("A text.\n\nWith a gap.\n", KEY);

  @Test
  void a_note_comes_back_as_it_was_signed() {
    assertEquals(Checked.good(NOTE), SignedNote.parse(utf8(NOTE.toText())));
    assertEquals(Checked.good(TRUSTED), NOTE.verify(TRUSTED));
  }

  @Test
  void signatures_by_unknown_keys_are_ignored_and_one_by_a_known_key_is_needed() {
    SignedNote both = NOTE.signedBy(WITNESS);
    assertEquals(Checked.good(TRUSTED), both.verify(TRUSTED));
    assertEquals(
        Checked.good(List.of(KEY.verifier(), WITNESS.verifier())),
        both.verify(List.of(WITNESS.verifier(), KEY.verifier())));
    assertEquals(
        Checked.refused(new Flaw.UntrustedKeys(List.of(ORIGIN))),
        NOTE.verify(List.of(WITNESS.verifier())));
    assertEquals(Checked.refused(new Flaw.UntrustedKeys(List.of(ORIGIN))), NOTE.verify(List.of()));
  }

  @Test
  void a_key_of_the_same_name_is_not_the_same_key() {
    assertInstanceOf(Refused.class, NOTE.verify(List.of(SigningKey.generate(ORIGIN).verifier())));
  }

  @Test
  void a_signature_of_a_known_key_that_does_not_fit_spoils_the_note_beside_good_ones() {
    SignedNote other = SignedNote.sign("Another text.\n", WITNESS);
    SignedNote mixed =
        new SignedNote(
            NOTE.text(), List.of(NOTE.signatures().getFirst(), other.signatures().getFirst()));
    assertEquals(
        Checked.refused(new Flaw.WrongSignature("witness.example/w1")),
        mixed.verify(List.of(KEY.verifier(), WITNESS.verifier())));
  }

  @Test
  void every_flipped_bit_of_a_note_is_refused() {
    byte[] bytes = utf8(NOTE.toText());
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      assertInstanceOf(
          Refused.class,
          SignedNote.parse(Trees.flipped(bytes, bit)).then(note -> note.verify(TRUSTED)),
          "bit " + bit);
    }
  }

  @Test
  void every_shorter_note_is_refused() {
    byte[] bytes = utf8(NOTE.toText());
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertInstanceOf(Refused.class, SignedNote.parse(cut).then(note -> note.verify(TRUSTED)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "x", "x\n", " ", "\n\n", "\r\n", "\u0000"})
  void whatever_follows_the_last_signature_is_refused(String more) {
    assertInstanceOf(Refused.class, SignedNote.parse(utf8(NOTE.toText() + more)));
  }

  @Test
  void what_is_wrong_is_said_with_its_line() {
    assertEquals(malformed(1, Reason.NO_FINAL_NEWLINE), SignedNote.parse(utf8("text")));
    assertEquals(malformed(1, Reason.NO_SIGNATURES), SignedNote.parse(utf8("text\n")));
    assertEquals(malformed(3, Reason.NO_SIGNATURES), SignedNote.parse(utf8("text\n\n")));
    assertEquals(malformed(3, Reason.NO_SIGNATURE_LINE), SignedNote.parse(utf8("text\n\n- a b\n")));
    assertEquals(
        malformed(3, Reason.NO_SIGNATURE_LINE), SignedNote.parse(utf8("text\n\n\u2014 a\n")));
    assertEquals(malformed(2, Reason.CONTROL_CHARACTER), SignedNote.parse(utf8("text\n\t\n\n")));
    assertEquals(
        malformed(1, Reason.NOT_UTF8), SignedNote.parse(new byte[] {'a', (byte) 0xff, '\n'}));
  }

  @Test
  void base64_has_one_spelling_only() {
    String line = NOTE.signatures().getFirst().line();
    // 68 bytes end in one padding character with two unused bits before it.
    String unpadded = line.substring(0, line.length() - 1);
    assertEquals(
        malformed(3, Reason.NO_SIGNATURE_LINE),
        SignedNote.parse(utf8("text\n\n" + unpadded + "\n")));
    char last = unpadded.charAt(unpadded.length() - 1);
    String other = unpadded.substring(0, unpadded.length() - 1) + (char) (last + 1) + "=";
    assertInstanceOf(Refused.class, SignedNote.parse(utf8("text\n\n" + other + "\n")));
  }

  @Test
  void too_much_is_refused_before_it_is_looked_at() {
    assertEquals(
        Checked.refused(new Flaw.TooLarge(SignedNote.MAX_BYTES)),
        SignedNote.parse(new byte[SignedNote.MAX_BYTES + 1]));
    String line = NOTE.signatures().getFirst().line() + "\n";
    assertInstanceOf(
        Good.class, SignedNote.parse(utf8("text\n\n" + line.repeat(SignedNote.MAX_SIGNATURES))));
    assertEquals(
        malformed(3 + SignedNote.MAX_SIGNATURES, Reason.TOO_MANY_SIGNATURES),
        SignedNote.parse(utf8("text\n\n" + line.repeat(SignedNote.MAX_SIGNATURES + 1))));
  }

  @Test
  void a_text_without_an_end_is_not_signed() {
    assertThrows(IllegalArgumentException.class, () -> SignedNote.sign("text", KEY));
    assertThrows(IllegalArgumentException.class, () -> SigningKey.generate("a b"));
  }

  private static Checked<SignedNote> malformed(int line, Reason reason) {
    return Checked.refused(new Malformed(line, reason));
  }
}
