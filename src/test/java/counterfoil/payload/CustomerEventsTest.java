package counterfoil.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.domain.customer.CustomerEvent;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.NewEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden file holds events of every kind as they have been written from the first day on. */
class CustomerEventsTest {
  static Stream<String> golden() throws IOException {
    try (var file =
        Optional.ofNullable(CustomerEventsTest.class.getResourceAsStream("customer-events-1.txt"))
            .orElseThrow()) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("golden")
  void every_historic_payload_is_read_and_written_again_byte_for_byte(String line) {
    List<String> parts = List.of(line.split(" ", 3));
    NewEvent written = CustomerEvents.KIND.encode(decode(line));
    assertEquals(new EventType(parts.get(0), 1), written.type());
    assertEquals(parts.get(2), new String(written.payload(), StandardCharsets.UTF_8));
  }

  @Test
  void the_golden_file_has_every_kind_of_event() throws IOException {
    assertEquals(
        Arrays.stream(CustomerEvent.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .sorted()
            .toList(),
        golden().map(line -> line.substring(0, line.indexOf(' '))).distinct().sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CustomerRegistered 1 {\"customer\":\"C-1\"}",
        "CustomerRegistered 1 {\"customer\":\"C 1\",\"name\":\"Nadia\"}",
        "CustomerRegistered 1"
            + " {\"customer\":\"C-1\",\"name\":\"Nadia\",\"birth_date\":\"1999-02-29\"}",
        "CustomerRegistered 1 {\"customer\":\"C-1\",\"name\":\"Nadia\",\"flags\":[\"rich\"]}",
        "CustomerErased 1 {\"customer\":\"C-1\",\"reason\":\"x\",\"entries\":[\"02 abc\"]}",
        "CustomerErased 1 {\"customer\":\"C-1\",\"reason\":\"x\",\"entries\":[\"2\"]}"
      })
  void what_is_not_of_its_shape_is_never_guessed_at(String line) {
    assertThrows(UnknownEvent.class, () -> decode(line));
  }

  @Test
  void what_a_later_version_has_written_is_called_so() {
    assertThrows(LaterVersion.class, () -> decode("CustomerMerged 1 {\"customer\":\"C-1\"}"));
  }

  private static CustomerEvent decode(String line) {
    List<String> parts = List.of(line.split(" ", 3));
    EventType type = new EventType(parts.get(0), Integer.parseInt(parts.get(1)));
    return CustomerEvents.KIND.decode(type, parts.get(2).getBytes(StandardCharsets.UTF_8));
  }
}
