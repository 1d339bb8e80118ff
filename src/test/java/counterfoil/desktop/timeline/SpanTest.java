package counterfoil.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpanTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Span DAY = span("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z");

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }

  @Test
  void zooming_leaves_the_time_under_the_pointer_where_it_is() {
    var six = Instant.parse("2026-11-23T06:00:00Z");
    var zoomed = DAY.stretched(0.5, six, DAY);
    assertEquals(Duration.ofHours(12), zoomed.length());
    assertEquals(DAY.part(six), zoomed.part(six), 1e-9);
  }

  @Test
  void zooming_out_ends_at_the_whole_ledger() {
    var hour = span("2026-11-23T23:00:00Z", "2026-11-24T00:00:00Z");
    assertEquals(DAY, hour.stretched(1_000, NOON, DAY));
    assertEquals(
        span("2026-11-23T22:00:00Z", "2026-11-24T00:00:00Z"),
        hour.stretched(2, Instant.parse("2026-11-23T23:30:00Z"), DAY));
  }

  @Test
  void zooming_in_ends_at_the_shortest_stretch() {
    assertEquals(Span.SHORTEST, DAY.stretched(1e-9, NOON, DAY).length());
  }

  @Test
  void panning_ends_at_the_ends_of_the_ledger() {
    var hour = span("2026-11-23T22:30:00Z", "2026-11-23T23:30:00Z");
    assertEquals(span("2026-11-23T23:00:00Z", "2026-11-24T00:00:00Z"), hour.moved(3, DAY));
    assertEquals(span("2026-11-23T22:00:00Z", "2026-11-23T23:00:00Z"), hour.moved(-0.5, DAY));
    assertEquals(span("2026-11-23T00:00:00Z", "2026-11-23T01:00:00Z"), hour.moved(-99, DAY));
  }

  @Test
  void what_shows_a_time_already_does_not_move_for_it() {
    var hour = span("2026-11-23T11:30:00Z", "2026-11-23T12:30:00Z");
    assertEquals(hour, hour.showing(NOON, DAY));
    assertEquals(
        span("2026-11-23T14:30:00Z", "2026-11-23T15:30:00Z"),
        hour.showing(Instant.parse("2026-11-23T15:00:00Z"), DAY));
  }

  @Test
  void one_entry_alone_has_a_stretch_around_it() {
    var around = Span.around(NOON, NOON);
    assertTrue(around.contains(NOON));
    assertTrue(around.from().isBefore(NOON));
  }

  @Test
  void a_stretch_without_length_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Span(NOON, NOON));
  }
}
