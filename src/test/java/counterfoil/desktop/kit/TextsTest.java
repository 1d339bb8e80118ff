package counterfoil.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.domain.account.AccountNumber;
import java.time.LocalDate;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Texts texts = new Texts(Locale.ENGLISH);

  @Test
  void money_in_a_sentence_is_written_with_its_currency() {
    assertEquals(
        "Account 1004-2213 has 1,204.60 EUR available; 9,000.00 EUR is more than that.",
        texts.get(
            "kit.refusal.insufficient-funds",
            new AccountNumber("1004-2213"),
            Money.parse("EUR 1204.60"),
            Money.parse("EUR 9000.00")));
  }

  @Test
  void a_message_inside_a_message_becomes_its_text() {
    assertEquals(
        "The narrative has 141 characters; at most 140 are kept.",
        texts.text(
            Message.of("kit.refusal.text-too-long", Message.of("kit.field.narrative"), 141, 140)));
  }

  @Test
  void a_change_of_language_changes_every_text_that_follows_and_is_heard_of() {
    var heard = new AtomicInteger();
    texts.localeProperty().addListener((_, _, _) -> heard.incrementAndGet());
    texts.use(Locale.SIMPLIFIED_CHINESE);
    assertEquals("请输入金额。", texts.get("kit.amount.missing"));
    assertEquals(1, heard.get());
    texts.use(Locale.ENGLISH);
    assertEquals("Type an amount.", texts.get("kit.amount.missing"));
  }

  @Test
  void texts_of_their_own_change_first_and_follow_until_they_are_closed() {
    Texts own = texts.ofTheirOwn();
    var followed = new AtomicInteger();
    texts
        .localeProperty()
        .addListener((_, _, chosen) -> {
          if (own.locale().equals(chosen)) {
            followed.incrementAndGet();
          }
        });
    own.use(Locale.SIMPLIFIED_CHINESE);
    assertEquals("请输入金额。", own.get("kit.amount.missing"));
    assertEquals("请输入金额。", texts.get("kit.amount.missing"));
    assertEquals(1, followed.get());
    own.close();
    texts.use(Locale.ENGLISH);
    assertEquals("请输入金额。", own.get("kit.amount.missing"));
  }

  @Test
  void a_language_without_texts_gets_english_whatever_the_system_speaks() {
    var systemLanguage = Locale.getDefault();
    Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    try {
      assertEquals("Type an amount.", new Texts(Locale.FRENCH).get("kit.amount.missing"));
    } finally {
      Locale.setDefault(systemLanguage);
    }
  }

  @Test
  void a_date_in_a_sentence_is_written_in_its_language() {
    var day = LocalDate.of(2026, 11, 9);
    assertEquals(
        "There is no account 09 Nov 2026.", texts.get("kit.refusal.account-not-found", day));
    texts.use(Locale.SIMPLIFIED_CHINESE);
    assertEquals("没有账户 2026年11月9日。", texts.get("kit.refusal.account-not-found", day));
  }

  @Test
  void an_unknown_key_is_a_fault() {
    assertThrows(MissingResourceException.class, () -> texts.get("kit.no-such-key"));
  }
}
