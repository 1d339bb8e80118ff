package counterfoil.proof;

import static counterfoil.proof.Notes.KEY;
import static counterfoil.proof.Notes.ORIGIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checked.Refused;
import counterfoil.proof.Flaw.Malformed;
import counterfoil.proof.Flaw.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final String EXAMPLE =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  @Test
  void a_verifier_key_comes_back_as_it_was_written() {
    var key = assertInstanceOf(Good.class, VerifierKey.parse(EXAMPLE)).value();
    assertEquals(EXAMPLE, key.toString());
    assertEquals(Checked.good(KEY.verifier()), VerifierKey.parse(KEY.verifier().text()));
  }

  @Test
  void a_signing_key_comes_back_from_its_secret_text() {
    var again = assertInstanceOf(Good.class, SigningKey.parse(KEY.secretText())).value();
    SignedNote note = SignedNote.sign("text\n", (SigningKey) again);
    assertInstanceOf(Good.class, note.verify(Notes.TRUSTED));
    assertEquals(Notes.TRUSTED.getFirst(), ((SigningKey) again).verifier());
  }

  @Test
  void the_secret_half_of_another_key_is_refused() {
    SigningKey other = SigningKey.generate(ORIGIN);
    String mixed =
        KEY.verifier().text()
            + "\n"
            + other
                .secretText()
                .lines()
                .toList()
                .get(1)
                .replace(other.verifier().idHex(), KEY.verifier().idHex())
            + "\n";
    assertEquals(Checked.refused(new Malformed(2, Reason.NO_KEY)), SigningKey.parse(mixed));
  }

  @Test
  void a_key_does_not_show_its_secret_by_accident() {
    String secret = KEY.secretText().lines().toList().get(1);
    assertFalse(KEY.toString().contains(secret.substring(secret.length() - 10)));
  }

  @Test
  void every_flipped_bit_of_a_key_is_refused() {
    byte[] bytes = Notes.utf8(EXAMPLE);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      String text = new String(Trees.flipped(bytes, bit), StandardCharsets.UTF_8);
      assertInstanceOf(Refused.class, VerifierKey.parse(text), "bit " + bit);
    }
  }

  @Test
  void another_algorithm_is_named() {
    byte[] bytes = new byte[33];
    bytes[0] = 6;
    assertEquals(
        Checked.refused(new Flaw.UnknownAlgorithm(6)),
        VerifierKey.parse("a+00000000+" + Base64.getEncoder().encodeToString(bytes)));
  }

  @Test
  void a_wrong_number_is_named() {
    assertEquals(
        Checked.refused(new Flaw.WrongKeyId("example.com/foo")),
        VerifierKey.parse(EXAMPLE.replace("530d903a", "530d903b")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "++",
        "a",
        "a+b",
        "a+530d903a",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYc",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
        "example.com/ foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AQ==",
        "a+00000000+",
        "\u2003+00000000+AQ=="
      })
  void what_is_no_key_is_refused(String text) {
    assertInstanceOf(Refused.class, VerifierKey.parse(text));
    assertInstanceOf(Refused.class, SigningKey.parse(text));
  }

  @Test
  void a_key_without_end_is_not_looked_at() {
    assertEquals(
        Checked.refused(new Flaw.TooLarge(VerifierKey.MAX_LENGTH)),
        VerifierKey.parse("a".repeat(VerifierKey.MAX_LENGTH + 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
      })
  void a_key_that_anybody_can_sign_for_has_signed_nothing(String hex) {
    byte[] key = HexFormat.of().parseHex(hex);
    assertFalse(Ed25519.isKey(key));
    // The neutral element and 0: fits one text in eight or more, for whoever has no private key.
    byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
    signature[0] = 1;
    for (int i = 0; i < 100; i++) {
      assertFalse(Ed25519.verifies(key, Notes.utf8("text " + i), signature));
      assertFalse(Ed25519.verifies(key, Notes.utf8("text " + i), new byte[64]));
    }
  }
}
