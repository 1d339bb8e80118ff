package counterfoil.domain.approval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.approval.ActText.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ActTextTest {
  private final long seed = Long.getLong("acttext.seed", new Random().nextLong());

  @Test
  void the_canonical_form_is_one_line_of_names_and_values() {
    var text = new ActText(List.of(new Part("do", "withdraw"), new Part("amount", "250 EUR")));
    assertEquals("do: withdraw; amount: 250 EUR", text.canonical());
    assertArrayEquals(
        "do: withdraw; amount: 250 EUR".getBytes(StandardCharsets.UTF_8), text.bytes());
  }

  @Test
  void no_typed_text_can_be_taken_for_another_part() {
    var typed = new ActText(List.of(new Part("reason", "x; amount: 1 EUR")));
    var parts = new ActText(List.of(new Part("reason", "x"), new Part("amount", "1 EUR")));
    assertNotEquals(parts.canonical(), typed.canonical());
    assertEquals(typed, ActText.of(typed.canonical()));
  }

  @Test
  void whatever_is_written_is_read_back() {
    System.out.println("ActTextTest: -Dacttext.seed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      List<Part> parts = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(4); j++) {
        parts.add(new Part("n" + j, typed(random)));
      }
      var text = new ActText(parts);
      assertEquals(text, ActText.of(text.canonical()), text::canonical);
    }
  }

  private static String typed(Random random) {
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i <= random.nextInt(8); i++) {
      typed.append("a;:\" 中".charAt(random.nextInt(6)));
    }
    return typed.toString();
  }

  @Test
  void a_text_from_before_effects_were_told_reads_as_it_did() {
    var text = ActText.of("do: hold; reason: \"seen; noted\"; amount: 5 EUR");
    assertEquals(
        List.of(
            new Part("do", "hold"), new Part("reason", "seen; noted"), new Part("amount", "5 EUR")),
        text.parts());
    assertEquals(List.of(), text.figures());
    assertEquals(List.of(new Part("", "anything")), ActText.of("anything").parts());
  }

  @Test
  void figures_are_what_moves_and_not_what_is_there_afterwards() {
    var text =
        ActText.of(
            "do: withdraw; amount: 5 EUR; account_effect: 7; effect: money_withdrawn; amount: -5"
                + " EUR; balance_after: 1 EUR; till_effect: T-01; cash_out: 5 EUR; pieces_out: 1 x"
                + " 5; cash_after: 0 EUR");
    assertEquals(
        List.of(
            new Part("account_effect", "7"),
            new Part("effect", "money_withdrawn"),
            new Part("amount", "-5 EUR"),
            new Part("till_effect", "T-01"),
            new Part("cash_out", "5 EUR")),
        text.figures());
    assertEquals(Optional.of(new AccountNumber("7")), text.account());
  }
}
