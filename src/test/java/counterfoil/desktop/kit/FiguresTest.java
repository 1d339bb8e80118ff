package counterfoil.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final Instant AFTERNOON = Instant.parse("2026-11-23T13:31:07.5Z");

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Figures figures = new Figures(texts, ZoneId.of("Europe/Prague"));

  @Test
  void an_amount_has_groups_of_three_and_the_decimals_of_its_currency() {
    assertEquals("9,482.15", figures.amount(Money.parse("EUR 9482.15")));
    assertEquals("1,234,567", figures.amount(Money.parse("JPY 1234567")));
    assertEquals("0.250", figures.amount(Money.parse("KWD 0.25")));
  }

  @Test
  void what_was_taken_has_a_minus_sign_as_wide_as_a_plus() {
    assertEquals("\u2212300.00", figures.signed(Money.parse("EUR -300")));
    assertEquals("+1,250.00", figures.signed(Money.parse("EUR 1250")));
  }

  @Test
  void nothing_has_no_sign() {
    assertEquals("0.00", figures.signed(Money.parse("EUR 0")));
  }

  @Test
  void moments_are_those_of_the_branch() {
    assertEquals("23 Nov 2026 14:31:07", figures.moment(AFTERNOON));
    assertEquals("14:31:07", figures.time(AFTERNOON));
  }

  @Test
  void the_year_of_a_list_is_left_out_only_where_it_is_that_year() {
    assertEquals("23 Nov 14:31", figures.dayAndMinute(AFTERNOON, 2026));
    assertEquals("23 Nov 2026 14:31", figures.dayAndMinute(AFTERNOON, 2027));
  }

  @Test
  void figures_follow_the_language() {
    texts.use(Locale.SIMPLIFIED_CHINESE);
    assertEquals("2026年11月3日", figures.date(LocalDate.of(2026, 11, 3)));
    assertEquals("11月23日 14:31", figures.dayAndMinute(AFTERNOON, 2026));
    assertEquals("48,221", figures.count(48_221));
    assertEquals("9,482.15 EUR", figures.withCurrency(Money.parse("EUR 9482.15")));
  }
}
