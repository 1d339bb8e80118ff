package counterfoil.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PositionsTest {
  private static final Positions SOME = new Positions.Listed(new long[] {2, 5, 6, 11});

  @Test
  void steps_go_from_one_listed_entry_to_the_next() {
    assertEquals(6, SOME.stepped(5, 1));
    assertEquals(2, SOME.stepped(5, -1));
    assertEquals(11, SOME.stepped(2, 3));
  }

  @Test
  void a_step_from_an_entry_that_is_filtered_out_goes_to_the_nearest_that_way() {
    assertEquals(11, SOME.stepped(8, 1));
    assertEquals(6, SOME.stepped(8, -1));
  }

  @Test
  void steps_end_at_the_first_and_the_last_and_never_turn_round() {
    assertEquals(11, SOME.stepped(6, 100));
    assertEquals(2, SOME.stepped(6, -100));
    assertEquals(12, SOME.stepped(12, 1));
    assertEquals(1, SOME.stepped(1, -1));
  }

  @Test
  void where_nothing_is_listed_there_is_nowhere_to_step() {
    assertEquals(4, Positions.All.NONE.stepped(4, 1));
    assertEquals(4, Positions.All.NONE.stepped(4, -1));
  }

  @Test
  void an_entry_is_found_only_if_it_is_listed() {
    assertEquals(2, SOME.indexOf(6));
    assertEquals(-1, SOME.indexOf(7));
    assertEquals(-1, SOME.indexAtOrBefore(1));
    assertEquals(3, SOME.indexAtOrBefore(1_000));
  }

  @Test
  void everything_answers_like_a_list_of_everything() {
    int size = 50;
    var all = new Positions.All(size);
    var listed = new Positions.Listed(IntStream.rangeClosed(1, size).asLongStream().toArray());
    for (long position = 0; position <= size + 2; position++) {
      assertEquals(listed.indexAtOrBefore(position), all.indexAtOrBefore(position));
      assertEquals(listed.indexOf(position), all.indexOf(position));
      for (long steps : new long[] {-60, -2, -1, 0, 1, 3, 60}) {
        assertEquals(listed.stepped(position, steps), all.stepped(position, steps));
      }
    }
  }

  @Test
  void stepping_forth_reaches_each_listed_entry_and_back_reaches_them_again() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    long[] some = random.longs(200, 1, 1_000).distinct().sorted().toArray();
    var positions = new Positions.Listed(some);
    long[] forth = new long[some.length];
    long cursor = 0;
    for (int i = 0; i < some.length; i++) {
      cursor = positions.stepped(cursor, 1);
      forth[i] = cursor;
    }
    assertArrayEquals(some, forth, "seed " + seed);
    for (int i = some.length - 2; i >= 0; i--) {
      cursor = positions.stepped(cursor, -1);
      assertEquals(some[i], cursor, "seed " + seed);
    }
  }

  @Test
  void later_entries_follow_the_earlier() {
    var more = ((Positions.Listed) SOME).followedBy(new Positions.Listed(new long[] {12, 20}));
    assertEquals("[2, 5, 6, 11, 12, 20]", Arrays.toString(more.ascending()));
  }
}
