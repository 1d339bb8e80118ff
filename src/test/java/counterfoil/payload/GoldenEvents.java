package counterfoil.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.eventstore.EventType;
import counterfoil.eventstore.NewEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A golden file of a kind of stream: a line for each payload, its type, schema version and bytes as
 * they have been written from the first day on.
 */
record GoldenEvents(String file, StreamKind<?, ?> kind) {

  static List<String> lines(String file) throws IOException {
    try (var bytes =
        Optional.ofNullable(GoldenEvents.class.getResourceAsStream(file)).orElseThrow()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Reads every line and writes it again, byte for byte. */
  void assertUnchanged() throws IOException {
    for (String line : lines(file)) {
      List<String> parts = List.of(line.split(" ", 3));
      EventType type = new EventType(parts.get(0), Integer.parseInt(parts.get(1)));
      NewEvent written = writtenAgain(kind, type, parts.get(2));
      assertEquals(type, written.type());
      assertEquals(parts.get(2), new String(written.payload(), StandardCharsets.UTF_8));
    }
  }

  /** Demands a line for every event of the family. */
  void assertComplete(Class<?> family) throws IOException {
    TreeSet<String> events = new TreeSet<>();
    Arrays.stream(family.getPermittedSubclasses()).map(Class::getSimpleName).forEach(events::add);
    TreeSet<String> written = new TreeSet<>();
    lines(file).forEach(line -> written.add(line.substring(0, line.indexOf(' '))));
    assertEquals(events, written);
  }

  void assertUnknown(Class<? extends Throwable> fault, String line) {
    List<String> parts = List.of(line.split(" ", 3));
    EventType type = new EventType(parts.get(0), Integer.parseInt(parts.get(1)));
    assertThrows(
        fault, () -> kind.decode(type, parts.get(2).getBytes(StandardCharsets.UTF_8)), line);
  }

  private static <S, E> NewEvent writtenAgain(
      StreamKind<S, E> kind, EventType type, String payload) {
    return kind.encode(kind.decode(type, payload.getBytes(StandardCharsets.UTF_8)));
  }
}
