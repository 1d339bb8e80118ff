package counterfoil.report.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Texts that are longer than their room. */
class TextBreakerTest {
  private static final Typefaces FACES = new Typefaces();
  private static final Style STYLE = new Style(Face.REGULAR, 9, Ink.BLACK);
  private static final String RENT = "Rent of the flat in Quay Street, November";

  private final TextBreaker breaker = new TextBreaker(FACES, Locale.ENGLISH);

  private static double width(String text) {
    return FACES.width(text, STYLE);
  }

  @Test
  void a_text_that_fits_is_left_alone() {
    assertEquals(RENT, breaker.shorten(RENT, STYLE, width(RENT)));
    assertEquals(List.of(RENT), breaker.wrap(RENT, STYLE, width(RENT), 1));
  }

  @Test
  void a_text_cut_short_says_so() {
    var cut = breaker.shorten(RENT, STYLE, width(RENT) - 1);
    assertTrue(cut.endsWith("\u2026") && width(cut) <= width(RENT) - 1, cut);
    assertEquals("\u2026", breaker.shorten(RENT, STYLE, 1));
  }

  @Test
  void lines_break_between_words() {
    assertEquals(
        List.of("Rent of the flat in", "Quay Street,", "November"),
        breaker.wrap(RENT, STYLE, width("Rent of the flat in"), 9));
  }

  @Test
  void a_word_wider_than_its_room_is_broken() {
    var lines = breaker.wrap("DE89370400440532013000", STYLE, width("DE893704004"), 9);
    assertEquals("DE89370400440532013000", String.join("", lines));
    assertEquals(2, lines.size());
  }

  @Test
  void chinese_breaks_between_characters_but_not_before_a_full_stop() {
    var chinese = new TextBreaker(FACES, Locale.SIMPLIFIED_CHINESE);
    assertEquals(List.of("请当面点清", "现金。"), chinese.wrap("请当面点清现金。", STYLE, width("请当面点清") + 1, 9));
    assertEquals(List.of("请当面点清现", "金。"), chinese.wrap("请当面点清现金。", STYLE, width("请当面点清现金") + 1, 9));
  }

  @Test
  void the_last_line_there_may_be_is_cut_short() {
    var lines = breaker.wrap(RENT, STYLE, width("Rent of the flat in"), 2);
    assertEquals(2, lines.size());
    assertTrue(lines.getLast().endsWith("\u2026"), lines.toString());
  }

  @Test
  void half_a_character_is_never_left() {
    var rare = "\uD83D\uDE00".repeat(5);
    for (var line : breaker.wrap(rare, STYLE, 1, 99)) {
      assertTrue(Character.isHighSurrogate(line.charAt(0)) && line.length() == 2);
    }
  }
}
