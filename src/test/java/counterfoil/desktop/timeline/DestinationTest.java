package counterfoil.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"48221|48221", "48,221|48221", " #7 |7", "1,048,221|1048221"})
  void a_number_is_an_entry(String typed, long position) {
    assertEquals(new Destination.Entry(position), Destination.read(typed, TODAY, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({
    "1993-05-26, 1993-05-26T23:59:59.999999Z",
    "26 May 1993, 1993-05-26T23:59:59.999999Z",
    "1993年5月26日, 1993-05-26T23:59:59.999999Z",
    "14:31, 2026-11-23T14:31:59.999999Z",
    "9:05:07, 2026-11-23T09:05:07.999999Z",
    "1993-05-26 14:31, 1993-05-26T14:31:59.999999Z",
    "1993-05-26T14:31:07, 1993-05-26T14:31:07.999999Z",
    "23 Nov 2026 14:31:07, 2026-11-23T14:31:07.999999Z"
  })
  void a_date_or_time_is_its_end_so_that_what_happened_in_it_has_happened(
      String typed, Instant time) {
    assertEquals(new Destination.Time(time), Destination.read(typed, TODAY, ZoneOffset.UTC));
  }

  @Test
  void times_are_those_of_the_branch() {
    assertEquals(
        new Destination.Time(Instant.parse("2026-11-23T06:31:59.999999Z")),
        Destination.read("14:31", TODAY, ZoneId.of("Asia/Shanghai")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "1004-2213",
        "R-1",
        "1993-02-30",
        "25:00",
        "-3",
        "4822,1",
        "1e6",
        "４８",
        "14:31 tomorrow",
        "99999999999999999999"
      })
  void anything_else_is_the_name_of_something(String typed) {
    assertEquals(new Destination.Name(typed), Destination.read(typed, TODAY, ZoneOffset.UTC));
  }

  @Test
  void nothing_leads_nowhere() {
    assertEquals(new Destination.Nowhere(), Destination.read("  ", TODAY, ZoneOffset.UTC));
  }
}
