package counterfoil.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ViewportTest {
  private static final Viewport VIEW = new Viewport(1_000_000, 500, 10);

  @Test
  void a_row_in_view_moves_nothing() {
    assertEquals(VIEW, VIEW.showing(500));
    assertEquals(VIEW, VIEW.showing(509));
    assertEquals(VIEW, VIEW.showing(-1));
  }

  @Test
  void the_next_row_moves_it_by_one_and_a_far_row_comes_into_the_middle() {
    assertEquals(501, VIEW.showing(510).top());
    assertEquals(499, VIEW.showing(499).top());
    assertEquals(9_995, VIEW.showing(10_000).top());
    assertEquals(0, VIEW.showing(3).top());
    assertEquals(999_990, VIEW.showing(999_999).top());
  }

  @Test
  void it_does_not_scroll_beyond_the_ends() {
    assertEquals(0, VIEW.scrolledTo(-5).top());
    assertEquals(999_990, VIEW.scrolledTo(2_000_000).top());
    assertEquals(0, new Viewport(4, 3, 10).top());
    assertEquals(4, new Viewport(4, 3, 10).count());
  }

  @Test
  void new_rows_at_the_start_are_seen_at_the_top_and_move_nothing_further_down() {
    assertEquals(new Viewport(1_000_003, 503, 10), VIEW.grownAtStart(3));
    assertEquals(new Viewport(1_000_003, 0, 10), VIEW.scrolledTo(0).grownAtStart(3));
  }

  @Test
  void whatever_happens_it_is_full_as_long_as_there_are_rows_and_shows_what_it_says() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var view = Viewport.EMPTY;
    for (int i = 0; i < 2_000; i++) {
      int number = random.nextInt(200);
      view =
          switch (random.nextInt(5)) {
            case 0 -> view.withRoomFor(number / 5);
            case 1 -> view.over(number);
            case 2 -> view.scrolledTo(number - 50);
            case 3 -> view.grownAtStart(number / 20);
            default -> view.showing(Math.min(number, view.total() - 1));
          };
      assertEquals(Math.min(view.fitting(), view.total()), view.count(), "seed " + seed);
      assertFalse(view.shows(view.top() - 1), "seed " + seed);
      assertTrue(view.count() == 0 || view.shows(view.top()), "seed " + seed);
    }
  }
}
