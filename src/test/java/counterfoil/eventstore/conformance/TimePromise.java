package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.eventstore.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** The time of recording is the store's, in microseconds, and never goes back. */
public abstract class TimePromise extends Promise {
  @Test
  void an_entry_is_recorded_at_the_stores_time_cut_to_microseconds() throws Exception {
    Entry entry = taken(append(ALICE, ANY, "a")).entries().getFirst();
    assertEquals(clock.instant().truncatedTo(ChronoUnit.MICROS), entry.recordedAt());
    assertEquals(entry.recordedAt(), store.load(ALICE, 0).getFirst().recordedAt());
  }

  @Test
  void time_goes_on_with_the_clock() throws Exception {
    Instant first = recorded();
    clock.advance(Duration.ofSeconds(5));
    assertEquals(first.plusSeconds(5), recorded());
  }

  @Test
  void time_stands_still_while_the_clock_is_behind() throws Exception {
    Instant first = recorded();
    clock.advance(Duration.ofHours(-1));
    assertEquals(first, recorded());
    clock.advance(Duration.ofMinutes(59));
    assertEquals(first, recorded());
    clock.advance(Duration.ofMinutes(2));
    assertEquals(first.plus(Duration.ofMinutes(1)), recorded());
  }

  private Instant recorded() throws Exception {
    return taken(append(ALICE, ANY, "x")).entries().getFirst().recordedAt();
  }
}
