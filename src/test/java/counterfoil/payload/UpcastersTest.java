package counterfoil.payload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.LaterVersion;
import counterfoil.payload.Upcasters.Shaped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What was written in an earlier shape reads in today's; what was written stays as it is. */
class UpcastersTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A history in which fees were once taken in cents and were called dues before that. */
  private static final Upcasters HISTORY =
      new Upcasters(
          List.of(
              new Upcaster(
                  new EventType("DuesTaken", 1),
                  new EventType("DuesTaken", 2),
                  tree -> {
                    tree.put("currency", "EUR");
                    return tree;
                  }),
              new Upcaster(
                  new EventType("DuesTaken", 2),
                  new EventType("FeeCharged", 1),
                  tree -> {
                    long cents = tree.remove("cents").longValue();
                    return tree.put("amount", cents / 100 + "." + cents % 100);
                  })));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static EventType type(String name, int schema) {
    return new EventType(name, schema);
  }

  @Test
  void every_earlier_shape_reads_as_todays_event() {
    FeeCharged today =
        (FeeCharged)
            AccountEvents.decode(
                type("FeeCharged", 1),
                bytes("{\"account\":\"7\",\"amount\":\"12.34\",\"currency\":\"EUR\"}"));
    assertEquals(
        today,
        AccountEvents.decode(
            HISTORY,
            type("DuesTaken", 2),
            bytes("{\"account\":\"7\",\"cents\":1234,\"currency\":\"EUR\"}")));
    assertEquals(
        today,
        AccountEvents.decode(
            HISTORY, type("DuesTaken", 1), bytes("{\"account\":\"7\",\"cents\":1234}")));
  }

  @Test
  void what_was_written_stays_as_it_is() {
    byte[] written = bytes("{\"account\":\"7\",\"cents\":1234}");
    byte[] before = written.clone();
    AccountEvents.decode(HISTORY, type("DuesTaken", 1), written);
    assertArrayEquals(before, written);
  }

  @Test
  void the_newest_shape_is_left_as_it_is() {
    ObjectNode tree = JSON.createObjectNode().put("amount", "1.00");
    Shaped shaped = new Shaped(type("FeeCharged", 1), tree);
    assertEquals(shaped, HISTORY.newest(shaped));
  }

  @Test
  void a_shape_after_the_newest_is_a_later_versions() {
    byte[] payload = bytes("{\"account\":\"7\",\"cents\":1234}");
    assertThrows(
        LaterVersion.class, () -> AccountEvents.decode(HISTORY, type("DuesTaken", 3), payload));
    assertThrows(
        LaterVersion.class, () -> AccountEvents.decode(HISTORY, type("FeeCharged", 2), payload));
  }

  @Test
  void two_ways_on_from_one_shape_and_circles_are_refused() {
    EventType one = type("A", 1);
    EventType two = type("A", 2);
    Upcaster on = new Upcaster(one, two, UnaryOperator.identity());
    Upcaster back = new Upcaster(two, one, UnaryOperator.identity());
    assertThrows(IllegalArgumentException.class, () -> new Upcasters(List.of(on, on)));
    assertThrows(IllegalArgumentException.class, () -> new Upcasters(List.of(on, back)));
  }
}
