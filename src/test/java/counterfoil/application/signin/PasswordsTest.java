package counterfoil.application.signin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.signin.PasswordRefusal.PasswordBlank;
import counterfoil.application.signin.PasswordRefusal.PasswordCommon;
import counterfoil.application.signin.PasswordRefusal.PasswordHasName;
import counterfoil.application.signin.PasswordRefusal.PasswordSimple;
import counterfoil.application.signin.PasswordRefusal.PasswordTooLong;
import counterfoil.application.signin.PasswordRefusal.PasswordTooShort;
import counterfoil.application.signin.Passwords.Cost;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.StaffName;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private static final StaffName ANA = new StaffName("ana.kovac");
  private static final Passwords CHEAP = new Passwords(new Cost(64, 1, 1));

  private static Optional<Refusal> refuse(String password) {
    return CHEAP.refuse(ANA, password.toCharArray());
  }

  private static Credential hash(String password) {
    return CHEAP.hash(password.toCharArray());
  }

  private static boolean matches(Credential credential, String password) {
    return CHEAP.matches(credential, password.toCharArray());
  }

  @Test
  void argon2id_is_the_one_of_rfc_9106() {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(filled(16, 2))
            .withSecret(filled(8, 3))
            .withAdditional(filled(12, 4))
            .build());
    byte[] tag = new byte[32];
    argon2.generateBytes(filled(32, 1), tag);
    assertEquals(
        "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
        HexFormat.of().formatHex(tag));
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void a_hash_that_another_program_has_written_is_read() {
    // From the tests of the reference implementation.
    Credential theirs =
        new Credential(
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
    assertTrue(matches(theirs, "password"));
    assertFalse(matches(theirs, "Password"));
  }

  @Test
  void a_real_hash_costs_what_it_must() {
    Passwords real = new Passwords();
    Credential credential = real.hash("nine lemons on a tram".toCharArray());
    assertTrue(credential.phc().startsWith("$argon2id$v=19$m=65536,t=3,p=1$"));
    assertTrue(real.matches(credential, "nine lemons on a tram".toCharArray()));
    assertTrue(matches(credential, "nine lemons on a tram"));
    assertFalse(matches(credential, "ten lemons on a tram"));
  }

  @Test
  void what_was_hashed_at_another_cost_is_still_read() {
    Passwords dearer = new Passwords(new Cost(128, 2, 2));
    Credential earlier = hash("nine lemons on a tram");
    assertTrue(dearer.matches(earlier, "nine lemons on a tram".toCharArray()));
    assertTrue(matches(dearer.hash("x".toCharArray()), "x"));
  }

  @Test
  void the_same_password_is_never_kept_alike_twice() {
    assertNotEquals(hash("nine lemons on a tram"), hash("nine lemons on a tram"));
  }

  @Test
  void a_password_is_the_same_however_a_keyboard_composes_it() {
    Credential composed = hash("\u00e9tude sur le f\u00e9minin");
    assertTrue(matches(composed, "e\u0301tude sur le fe\u0301minin"));
    assertFalse(matches(composed, "etude sur le feminin"));
    assertTrue(matches(hash("\uff11\uff12 lemons on a tram"), "12 lemons on a tram"));
  }

  @Test
  void capitals_and_spaces_matter() {
    Credential credential = hash("nine lemons on a tram");
    assertFalse(matches(credential, "Nine lemons on a tram"));
    assertFalse(matches(credential, "nine lemons on a tram "));
  }

  @Test
  void what_was_handed_over_is_left_for_its_owner_to_wipe() {
    char[] password = "nine lemons on a tram".toCharArray();
    Credential credential = CHEAP.hash(password);
    assertTrue(CHEAP.matches(credential, password));
    CHEAP.matchNobody(password);
    assertArrayEquals("nine lemons on a tram".toCharArray(), password);
  }

  @Test
  void a_password_of_a_megabyte_is_wrong_and_costs_no_more() {
    assertFalse(matches(hash(""), "x".repeat(1 << 20)));
    assertFalse(matches(hash("x".repeat(256)), "x".repeat(257)));
  }

  @Test
  void half_a_surrogate_pair_is_no_fault() {
    assertFalse(matches(hash("nine lemons on a tram"), "\ud83d lemons on a tram"));
  }

  @Test
  void a_cost_beyond_reason_is_refused_before_it_is_paid() {
    Credential absurd = new Credential("$argon2id$v=19$m=9999999,t=3,p=1$AAAAAAAAAAA$AAAA");
    assertThrows(IllegalArgumentException.class, () -> matches(absurd, "x"));
    Credential old = new Credential("$argon2id$v=16$m=64,t=3,p=1$AAAAAAAAAAA$AAAA");
    assertThrows(IllegalArgumentException.class, () -> matches(old, "x"));
    assertThrows(IllegalArgumentException.class, () -> new Cost(64, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Cost(7, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nine lemons on a tram",
        "kartoffel wiese mond",
        "\u6211\u6bcf\u5929\u65e9\u4e0a\u559d\u4e24\u676f\u7eff\u8336\u518d\u53bb\u4e0a\u73ed\u4e86",
        "\ud83c\udf4b\ud83d\ude8b\ud83c\udf35\ud83e\udd8a\ud83c\udfba\ud83e\udd55\ud83d\udd11"
            + "\ud83d\udc22\ud83c\udfbb\ud83e\uddca\ud83e\udded\ud83d\udef6\ud83e\ude81\ud83c"
            + "\udfa0\ud83c\udf83"
      })
  void a_few_words_in_a_row_will_do_in_any_script(String password) {
    assertEquals(Optional.empty(), refuse(password));
  }

  @Test
  void a_password_has_fifteen_to_a_hundred_and_twenty_eight_characters() {
    assertEquals(Optional.of(new PasswordTooShort(14, 15)), refuse("nine lemons ok"));
    assertEquals(Optional.empty(), refuse("nine lemons oks"));
    String long128 = "nine lemons on a tram: " + "q8!x-".repeat(21);
    assertEquals(128, long128.length());
    assertEquals(Optional.empty(), refuse(long128));
    assertEquals(Optional.of(new PasswordTooLong(129, 128)), refuse(long128 + "7"));
  }

  @Test
  void characters_are_counted_as_a_reader_counts_them() {
    assertEquals(
        Optional.of(new PasswordTooShort(8, 15)),
        refuse(
            "\ud83c\udf4b\ud83d\ude8b\ud83c\udf35\ud83e\udd8a\ud83c\udfba\ud83e\udd55"
                + "\ud83d\udd11\ud83d\udc22"));
  }

  @Test
  void spaces_alone_are_no_password() {
    assertEquals(Optional.of(new PasswordBlank()), refuse(""));
    assertEquals(Optional.of(new PasswordBlank()), refuse(" ".repeat(20)));
    assertEquals(Optional.of(new PasswordBlank()), refuse("\u3000".repeat(20)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana.kovac-1990-a", "Ana.Kovac-Ana.Kovac", "ANA.KOVACana.kovac123"})
  void the_sign_in_name_is_no_password(String password) {
    assertEquals(Optional.of(new PasswordHasName()), refuse(password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correcthorsebatterystaple",
        "Correct Horse Battery Staple",
        "correct-horse-battery-staple",
        "Password12345678",
        "1q2w3e4r5t6y7u8i",
        "woaini1314520520"
      })
  void what_is_tried_first_is_no_password_in_whatever_spelling(String password) {
    assertEquals(Optional.of(new PasswordCommon()), refuse(password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaaaaa",
        "abababababababab",
        "lemon tramlemon tram",
        "lemons!lemons!le",
        "abcdefghijklmnop",
        "987654321098765432",
        "poiuytrewqlkjhgf",
        "1111111112222222"
      })
  void repetitions_and_rows_are_no_passwords(String password) {
    assertEquals(Optional.of(new PasswordSimple()), refuse(password));
  }
}
