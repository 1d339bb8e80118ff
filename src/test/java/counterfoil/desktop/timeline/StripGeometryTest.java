package counterfoil.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.timeline.Bars.Bar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StripGeometryTest {
  private static final Instant FROM = Instant.parse("1993-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("1993-01-05T00:00:00Z");

  private static StripGeometry strip(double width, int... entries) {
    var bars = new ArrayList<Bar>();
    var each = Duration.between(FROM, TO).dividedBy(entries.length);
    long last = 0;
    for (int i = 0; i < entries.length; i++) {
      last += entries[i];
      var tally = new Tally(entries[i], 0, 0, 0, 0, 0);
      var from = FROM.plus(each.multipliedBy(i));
      bars.add(new Bar(from, from.plus(each), last, tally, tally));
    }
    return new StripGeometry(List.copyOf(bars), scale(width, new Span(FROM, TO)));
  }

  private static Scale scale(double width, Span... stretches) {
    return new Scale(List.of(stretches), width);
  }

  @Test
  void time_runs_evenly_along_the_strip() {
    var strip = strip(400, 1, 1, 1, 1);
    assertEquals(100, strip.xOf(Instant.parse("1993-01-02T00:00:00Z")), 1e-9);
    assertEquals(Instant.parse("1993-01-04T00:00:00Z"), strip.timeAt(300));
  }

  @Test
  void entries_of_one_moment_have_places_of_their_own_within_their_bar() {
    var strip = strip(400, 0, 100, 0, 0);
    for (int position = 1; position <= 100; position++) {
      assertEquals(100 + position, strip.xOf(position), 1e-9);
      assertEquals(position, strip.positionAt(100 + position));
    }
  }

  @Test
  void where_there_is_no_entry_the_one_before_is_meant() {
    var strip = strip(400, 5, 0, 3, 0);
    assertEquals(5, strip.positionAt(150));
    assertEquals(8, strip.positionAt(399));
    assertEquals(8, strip.positionAt(5_000));
    assertEquals(1, strip.positionAt(-10));
  }

  @Test
  void before_the_first_entry_there_is_none() {
    assertEquals(0, strip(400, 0, 4, 0, 0).positionAt(50));
  }

  @Test
  void page_keys_lead_from_bar_to_bar_over_the_gaps() {
    var strip = strip(400, 5, 0, 3, 2);
    assertEquals(5, strip.endOfBar(2, 1));
    assertEquals(8, strip.endOfBar(5, 1));
    assertEquals(5, strip.endOfBar(8, -1));
    assertEquals(10, strip.endOfBar(10, 1));
  }

  @Test
  void zoomed_in_the_bars_beyond_the_stretch_lie_off_the_strip() {
    var whole = strip(400, 5, 5, 5, 5);
    var day = new Span(FROM.plusSeconds(86_400), FROM.plusSeconds(2 * 86_400));
    var zoomed = new StripGeometry(whole.bars(), scale(400, day));
    assertEquals(-400, zoomed.leftOf(0), 1e-6);
    assertEquals(0, zoomed.leftOf(1), 1e-6);
    assertEquals(1, zoomed.barAt(10));
    assertEquals(6, zoomed.positionAt(1));
    assertEquals(10, zoomed.positionAt(399));
  }

  @Test
  void place_and_entry_undo_each_other_and_keep_their_order() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      int[] entries = random.ints(1 + random.nextInt(80), 0, 2_000).toArray();
      entries[0]++;
      var strip = strip(900, entries);
      long last = strip.bars().getLast().lastPosition();
      double before = Double.NEGATIVE_INFINITY;
      for (long position = 1; position <= last; position += 1 + random.nextInt(50)) {
        double x = strip.xOf(position);
        assertEquals(position, strip.positionAt(x), "seed " + seed);
        assertTrue(x > before, "seed " + seed);
        before = x;
      }
    }
  }

  @Test
  void a_gap_that_is_folded_takes_the_room_of_a_seam() {
    var first = new Span(FROM, FROM.plusSeconds(3600));
    var second = new Span(TO.minusSeconds(3600), TO);
    var scale = scale(400 + Scale.SEAM, first, second);
    assertEquals(0, scale.xOf(FROM), 1e-9);
    assertEquals(200, scale.xOf(first.to()), 1e-9);
    assertEquals(200 + Scale.SEAM, scale.xOf(second.from()), 1e-9);
    assertEquals(400 + Scale.SEAM, scale.xOf(TO), 1e-9);
    assertEquals(200 + Scale.SEAM / 2, scale.xOf(FROM.plusSeconds(7200)), 1e-9);
    assertEquals(second.from(), scale.timeAt(203));
    assertEquals(FROM.plusSeconds(1800), scale.timeAt(100));
    assertEquals(TO.minusSeconds(1800), scale.timeAt(300 + Scale.SEAM));
  }
}
