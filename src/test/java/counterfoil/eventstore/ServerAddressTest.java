package counterfoil.eventstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.ServerAddress.Encryption;
import counterfoil.eventstore.ServerAddress.Malformed;
import counterfoil.eventstore.ServerAddress.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text becomes a server's address or one sentence, and nothing else. */
class ServerAddressTest {
  private static ServerAddress parse(String text) {
    return ServerAddress.parse(text, "teller");
  }

  @Test
  void what_is_not_said_is_as_usual() {
    assertEquals(
        new ServerAddress("db.example", 5432, "riverside", "teller", Encryption.PREFER),
        parse("postgresql://db.example/riverside"));
  }

  @Test
  void every_part_can_be_said() {
    assertEquals(
        new ServerAddress("10.0.0.5", 5433, "riverside", "ann", Encryption.VERIFY_FULL),
        parse("postgresql://ann@10.0.0.5:5433/riverside?sslmode=verify-full"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann@db.example/riverside",
        "postgresql://ann@db.example:1/r_i-v.er?sslmode=require",
        "postgresql://ann@[fe80::1]:65535/riverside",
      })
  void an_address_is_written_as_it_is_read(String text) {
    assertEquals(text, parse(text).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "WHOLE, ''",
    "WHOLE, riverside",
    "WHOLE, jdbc:postgresql://db/riverside",
    "WHOLE, postgresql://db",
    "WHOLE, postgresql://db/a/b",
    "WHOLE, postgresql://a@b@db/riverside",
    "WHOLE, postgresql://db/riverside?sslmode=require?ssl=false",
    "HOST, postgresql:///riverside",
    "HOST, postgresql://db;INIT=x/riverside",
    "HOST, 'postgresql://d b/riverside'",
    "HOST, 'postgresql://db,evil.example/riverside'",
    "HOST, postgresql://../riverside",
    "HOST, postgresql://-db/riverside",
    "HOST, postgresql://db&a=b/riverside",
    "HOST, postgresql://[fe80::1%eth0]/riverside",
    "PORT, postgresql://db:0/riverside",
    "PORT, postgresql://db:65536/riverside",
    "PORT, postgresql://db:+5432/riverside",
    "PORT, postgresql://db:54x/riverside",
    "DATABASE, postgresql://db/",
    "DATABASE, postgresql://db/river&loglevel=OFF",
    "DATABASE, postgresql://db/river;drop",
    "DATABASE, postgresql://db/..",
    "DATABASE, postgresql://db/a..b",
    "DATABASE, 'postgresql://db/river side'",
    "DATABASE, postgresql://db/river%20side",
    "DATABASE, postgresql://db/-river",
    "DATABASE, postgresql://db/river\"side",
    "DATABASE, 'postgresql://db/river''side'",
    "USER, postgresql://@db/riverside",
    "USER, postgresql://ann:secret@db/riverside",
    "USER, postgresql://a;b@db/riverside",
    "ENCRYPTION, postgresql://db/riverside?",
    "ENCRYPTION, postgresql://db/riverside?sslmode=maybe",
    "ENCRYPTION, postgresql://db/riverside?sslmode=require&socketFactory=evil.Factory",
    "ENCRYPTION, postgresql://db/riverside?socketFactory=evil.Factory",
  })
  void anything_else_is_refused_with_a_sentence_that_does_not_repeat_it(Part part, String text) {
    var refusal = assertThrows(Malformed.class, () -> parse(text));
    assertEquals(part, refusal.part(), refusal.sentence());
    assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
    assertEquals(1, refusal.sentence().lines().count());
    assertFalse(refusal.sentence().contains("secret"), refusal.sentence());
    assertFalse(refusal.sentence().contains("evil"), refusal.sentence());
  }

  @Test
  void control_characters_and_names_that_are_too_long_are_refused() {
    for (String name :
        new String[] {"a\u0000", "a\nb", "a\tb", "n".repeat(64), "\u202Ea", "b\u00e9"}) {
      assertThrows(Malformed.class, () -> parse("postgresql://db/" + name), name);
      assertThrows(Malformed.class, () -> parse("postgresql://" + name + "@db/riverside"), name);
    }
    assertThrows(Malformed.class, () -> parse("postgresql://" + "h".repeat(254) + "/riverside"));
    assertThrows(Malformed.class, () -> parse("postgresql://db/" + "n".repeat(100_000)));
  }

  @Test
  void a_login_does_not_tell_its_password() {
    var login = new ServerLogin(parse("postgresql://db/riverside"), "secret");
    assertFalse(login.toString().contains("secret"));
  }
}
