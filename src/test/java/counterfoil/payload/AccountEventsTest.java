package counterfoil.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.domain.account.AccountEvent;
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
class AccountEventsTest {
  static Stream<String> golden() throws IOException {
    try (var file =
        Optional.ofNullable(AccountEventsTest.class.getResourceAsStream("account-events-1.txt"))
            .orElseThrow()) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("golden")
  void every_historic_payload_is_read_and_written_again_byte_for_byte(String line) {
    List<String> parts = List.of(line.split(" ", 3));
    EventType type = new EventType(parts.get(0), Integer.parseInt(parts.get(1)));
    AccountEvent event = AccountEvents.decode(type, parts.get(2).getBytes(StandardCharsets.UTF_8));
    NewEvent written = AccountEvents.encode(event);
    assertEquals(type, written.type());
    assertEquals(parts.get(2), new String(written.payload(), StandardCharsets.UTF_8));
  }

  @Test
  void the_golden_file_has_every_kind_of_event() throws IOException {
    assertEquals(
        Arrays.stream(AccountEvent.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .sorted()
            .toList(),
        golden().map(line -> line.substring(0, line.indexOf(' '))).distinct().sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FeeCharged 1 {\"account\":\"1\",\"amount\":1.00,\"currency\":\"EUR\"}",
        "FeeCharged 1 {\"account\":\"1\",\"amount\":\"1.001\",\"currency\":\"EUR\"}",
        "FeeCharged 1 {\"account\":\"1\",\"amount\":\"1.00\",\"currency\":\"XYZ\"}",
        "FeeCharged 1 {\"account\":\"1 2\",\"amount\":\"1.00\",\"currency\":\"EUR\"}",
        "FeeCharged 1 {\"account\":\"1\",\"amount\":\"1.00\",\"currency\":\"EUR\"",
        "FeeCharged 1 []"
      })
  void what_is_not_known_or_not_of_its_shape_is_never_guessed_at(String line) {
    List<String> parts = List.of(line.split(" ", 3));
    EventType type = new EventType(parts.get(0), Integer.parseInt(parts.get(1)));
    assertThrows(
        UnknownEvent.class,
        () -> AccountEvents.decode(type, parts.get(2).getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MoneyMislaid 1 {\"account\":\"1\"}",
        "FeeCharged 2 {\"account\":\"1\",\"amount\":\"1.00\",\"currency\":\"EUR\"}"
      })
  void what_a_later_version_has_written_is_called_so(String line) {
    List<String> parts = List.of(line.split(" ", 3));
    EventType type = new EventType(parts.get(0), Integer.parseInt(parts.get(1)));
    assertThrows(
        LaterVersion.class,
        () -> AccountEvents.decode(type, parts.get(2).getBytes(StandardCharsets.UTF_8)));
  }
}
