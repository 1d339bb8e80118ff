package counterfoil.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CursorTest {
  @Test
  void at_the_end_it_stays_at_the_end_when_the_ledger_grows() {
    var cursor = new Cursor(5, 5).grownTo(9);
    assertEquals(new Cursor(9, 9), cursor);
    assertTrue(cursor.live());
  }

  @Test
  void in_the_past_it_stays_where_it_is_when_the_ledger_grows() {
    var cursor = new Cursor(4, 5).grownTo(9);
    assertEquals(new Cursor(4, 9), cursor);
    assertFalse(cursor.live());
  }

  @Test
  void news_that_comes_late_does_not_shrink_the_ledger() {
    assertEquals(new Cursor(3, 9), new Cursor(3, 9).grownTo(7));
  }

  @Test
  void a_wish_beyond_the_ends_leads_to_the_end() {
    assertEquals(new Cursor(1, 9), new Cursor(3, 9).at(-4));
    assertEquals(new Cursor(9, 9), new Cursor(3, 9).at(10));
  }

  @Test
  void an_empty_ledger_has_no_entry_to_stand_on() {
    assertEquals(Cursor.OF_NOTHING, Cursor.OF_NOTHING.at(1));
    assertThrows(IllegalArgumentException.class, () -> new Cursor(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Cursor(2, 1));
  }
}
