package counterfoil.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.CounterRequest.Act;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.till.TillId;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class CodesTest {
  private static final AccountNumber NADIA = new AccountNumber("1004-2213");
  private static final AccountNumber JONAS = new AccountNumber("1001-7788");

  private static Optional<Code> read(String typed) {
    return Codes.read(typed, Locale.ENGLISH, CurrencyUnit.EUR);
  }

  private static CounterRequest request(String typed) {
    return read(typed).orElseThrow() instanceof Code.AtCounter(var request) ? request : fail(typed);
  }

  private static CounterRequest fail(String typed) {
    throw new AssertionError(typed + " is " + read(typed));
  }

  private static String wrong(String typed) {
    return read(typed).orElseThrow() instanceof Code.Unfinished(_, var why)
        ? why.map(Message::key).orElse("nothing")
        : fail(typed).toString();
  }

  @Test
  void an_act_an_account_and_an_amount() {
    var deposit = new CounterRequest(Act.DEPOSIT, NADIA, Optional.empty(), Optional.of("1,250.00"));
    assertEquals(deposit, request("d 1004-2213 1,250.00"));
    assertEquals(deposit, request("  D   1004-2213  1,250.00 "));
    assertEquals(Act.WITHDRAW, request("w 1004-2213 20").act());
    assertEquals(Act.CHEQUE, request("q 1004-2213 20").act());
    assertEquals(Act.HOLD, request("h 1004-2213 20").act());
    assertEquals(Act.FEE, request("f 1004-2213 20").act());
  }

  @Test
  void the_amount_may_wait() {
    assertEquals(Optional.empty(), request("w 1004-2213").amount());
  }

  @Test
  void a_transfer_has_two_accounts() {
    assertEquals(
        new CounterRequest(Act.TRANSFER, NADIA, Optional.of(JONAS), Optional.of("5")),
        request("t 1004-2213 1001-7788 5"));
    assertEquals("nothing", wrong("t 1004-2213"));
  }

  @Test
  void a_till_is_opened_by_its_name_in_any_case() {
    assertEquals(Optional.of(new Code.AtTill(Optional.of(new TillId("T-01")))), read("o t-01"));
    assertEquals(Optional.of(new Code.AtTill(Optional.empty())), read("o "));
    assertEquals("shell.code.no-till", wrong("o t_01"));
  }

  @Test
  void the_ledger_is_proven_by_a_letter_and_an_entry_by_its_number() {
    assertEquals(Optional.of(new Code.AtIntegrity(Optional.empty())), read("i "));
    assertEquals(Optional.of(new Code.AtIntegrity(Optional.of(48221L))), read("I 48221"));
    assertEquals(Optional.of(new Code.AtIntegrity(Optional.of(7L))), read("i #7"));
    assertEquals("shell.code.no-entry", wrong("i 0"));
    assertEquals("shell.code.no-entry", wrong("i 1234567890123456789"));
    assertTrue(read("i weber").isEmpty());
  }

  @Test
  void half_a_code_is_helped_along() {
    assertEquals("nothing", wrong("d "));
    assertEquals("kit.amount.unclear", wrong("d 1004-2213 2,5"));
    assertEquals("kit.amount.not-a-number", wrong("d 1004-2213 x"));
    assertEquals("shell.code.no-account", wrong("d 1004_2213"));
    assertEquals("shell.code.too-much", wrong("d 1004-2213 5 6"));
  }

  @Test
  void what_is_no_code_is_left_to_the_search() {
    for (var typed : new String[] {"", "d", "deposit", "d weber", "nadia rahimi", "1004-2213 5"}) {
      assertTrue(read(typed).isEmpty(), typed);
    }
  }

  @Test
  void every_code_has_a_line_of_help_and_a_sentence_in_both_languages() {
    for (var locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
      var texts = new Texts(locale);
      assertEquals(Act.values().length + 2, Codes.help().size());
      Codes.help().forEach(line -> assertFalse(texts.text(line).isEmpty()));
      for (var act : Act.values()) {
        for (var amount : new String[] {"", "250"}) {
          var request =
              new CounterRequest(
                  act,
                  NADIA,
                  Optional.of(JONAS).filter(_ -> act == Act.TRANSFER),
                  Optional.of(amount).filter(text -> !text.isEmpty()));
          var words = texts.text(Codes.words(request));
          assertTrue(words.contains("1004-2213") && words.contains(amount), words);
          assertFalse(words.contains("{"), words);
        }
      }
    }
  }
}
