package counterfoil.report.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.report.layout.Typefaces.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which font has which character, and how wide it is. */
class TypefacesTest {
  private static final Typefaces FACES = new Typefaces();
  private static final Style BODY = new Style(Face.REGULAR, 10, Ink.BLACK);

  @Test
  void all_digits_are_equally_wide() {
    for (var face : Face.values()) {
      for (char digit = '0'; digit <= '9'; digit++) {
        assertEquals(6.0, FACES.width(String.valueOf(digit), BODY.with(face)), 1e-9);
      }
    }
  }

  @Test
  void a_text_of_two_scripts_is_set_in_two_fonts() {
    var runs = FACES.runs("王秀英 48,221", Face.STRONG);
    assertEquals(
        List.of(FontFile.EAST_ASIAN, FontFile.SANS_SEMIBOLD),
        runs.stream().map(Run::font).toList());
    assertEquals(List.of(true, false), runs.stream().map(Run::thickened).toList());
    assertEquals(
        FACES.width("王秀英 48,221", BODY.with(Face.STRONG)),
        10 * runs.stream().mapToDouble(Run::width).sum(),
        1e-9);
  }

  @Test
  void chinese_of_both_kinds_and_japanese_have_glyphs() {
    for (var name : List.of("张燚㑇", "陳志強", "渡辺さくら")) {
      assertEquals(name, FACES.drawable(name, Face.REGULAR));
    }
  }

  @Test
  void accents_greek_and_cyrillic_have_glyphs() {
    for (var name : List.of("João Łukasz Žižek Nguyễn", "Αλέξης", "Андрей Ґудзь")) {
      assertEquals(name, FACES.drawable(name, Face.REGULAR));
      assertEquals(name, FACES.drawable(name, Face.STRONG));
    }
  }

  @Test
  void a_character_that_no_font_has_shows_that_it_is_missing() {
    assertEquals("\uFFFD \uFFFD\uFFFD", FACES.drawable("\uD83D\uDE00 م\u0007", Face.REGULAR));
    assertNotEquals(0, FACES.width("\uFFFD", BODY.with(Face.MONO)));
    assertTrue(FACES.runs("\uFFFD", Face.MONO).getFirst().font() == FontFile.SANS);
  }
}
