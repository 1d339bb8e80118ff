package counterfoil.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.domain.branch.BranchEvent;
import counterfoil.domain.branch.DayEvent;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.Offer;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillSession;
import counterfoil.domain.till.TillState;
import counterfoil.domain.till.TillState.Flow;
import counterfoil.domain.till.TillState.Session;
import counterfoil.domain.till.TillState.Unused;
import counterfoil.domain.till.TillState.Used;
import counterfoil.eventstore.LaterVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How tills, the business day and the settings are written, from the first day on. */
class BranchPayloadsTest {
  private static final GoldenEvents TILLS = new GoldenEvents("till-events-1.txt", TillEvents.KIND);
  private static final GoldenEvents DAYS = new GoldenEvents("day-events-1.txt", DayEvents.KIND);
  private static final GoldenEvents SETTINGS =
      new GoldenEvents("branch-events-1.txt", BranchEvents.KIND);
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;

  @Test
  void every_historic_payload_is_read_and_written_again_byte_for_byte() throws IOException {
    TILLS.assertUnchanged();
    DAYS.assertUnchanged();
    SETTINGS.assertUnchanged();
  }

  @Test
  void every_event_has_a_historic_payload() throws IOException {
    TILLS.assertComplete(TillEvent.class);
    DAYS.assertComplete(DayEvent.class);
    SETTINGS.assertComplete(BranchEvent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CashSentOut 1"
            + " {\"till\":\"VAULT\",\"currency\":\"EUR\",\"cash\":{\"5\":-1},\"destination\":\"x\"}",
        "CashSentOut 1"
            + " {\"till\":\"VAULT\",\"currency\":\"EUR\",\"cash\":{\"5\":0},\"destination\":\"x\"}",
        "CashSentOut 1"
            + " {\"till\":\"VAULT\",\"currency\":\"EUR\",\"cash\":{\"5\":\"1\"},\"destination\":\"x\"}",
        "CashSentOut 1"
            + " {\"till\":\"VAULT\",\"currency\":\"EUR\",\"cash\":{\"5\":5000000000},\"destination\":\"x\"}",
        "CashSentOut 1"
            + " {\"till\":\"VAULT\",\"currency\":\"EUR\",\"cash\":{\"0.001\":1},\"destination\":\"x\"}",
        "CashSentOut 1 {\"till\":\"VAULT\",\"currency\":\"EUR\",\"cash\":5,\"destination\":\"x\"}",
        "CashSentOut 1 {\"till\":\"VAULT\",\"currency\":\"EUR\",\"destination\":\"x\"}",
        "CashSentOut 1 {\"till\":\"vault\",\"currency\":\"EUR\",\"cash\":{},\"destination\":\"x\"}",
        "TillClosed 1"
            + " {\"till\":\"T-01\",\"session\":\"T-01\",\"currency\":\"EUR\",\"expected\":{},\"counted\":{}}",
        "CashOffered 1"
            + " {\"till\":\"T-01\",\"offer\":\"1-2-3-4-5\",\"to\":\"VAULT\",\"currency\":\"EUR\",\"cash\":{}}"
      })
  void what_is_not_of_its_shape_is_never_guessed_at(String line) {
    TILLS.assertUnknown(UnknownEvent.class, line);
  }

  @Test
  void days_and_settings_of_another_shape_are_never_guessed_at() {
    DAYS.assertUnknown(UnknownEvent.class, "BusinessDayOpened 1 {\"date\":\"2026-02-30\"}");
    SETTINGS.assertUnknown(UnknownEvent.class, "LimitSet 1 {\"limit\":\"till.soap\"}");
    SETTINGS.assertUnknown(
        UnknownEvent.class,
        "DenominationsSet 1 {\"currency\":\"EUR\",\"before\":[],\"after\":[\"5\"]}");
  }

  @Test
  void what_a_later_version_has_written_is_called_so() {
    TILLS.assertUnknown(LaterVersion.class, "TillPainted 1 {\"till\":\"T-01\"}");
    TILLS.assertUnknown(LaterVersion.class, "TillClosed 2 {\"till\":\"T-01\"}");
    DAYS.assertUnknown(LaterVersion.class, "BusinessDayExtended 1 {\"date\":\"2026-11-23\"}");
    SETTINGS.assertUnknown(LaterVersion.class, "BranchMoved 1 {}");
  }

  @Test
  void every_state_of_a_till_is_written_and_read_as_it_was() throws IOException {
    List<String> golden = GoldenEvents.lines("till-states-1.txt");
    assertEquals(
        golden,
        states().stream()
            .map(state -> new String(TillStates.FORM.encode(state), StandardCharsets.UTF_8))
            .toList());
    assertEquals(
        states(),
        golden.stream()
            .map(line -> TillStates.FORM.decode(line.getBytes(StandardCharsets.UTF_8)))
            .toList());
  }

  @Test
  void the_offers_of_a_till_keep_their_order() throws IOException {
    byte[] first =
        GoldenEvents.lines("till-states-1.txt").getFirst().getBytes(StandardCharsets.UTF_8);
    assertEquals(
        List.of(UUID.fromString("6f1c9d0e-7a35-4c1b-9f5e-2b8a4d3c1e00"), new UUID(0, 1)),
        List.copyOf(TillStates.FORM.decode(first).offers().keySet()));
  }

  @Test
  void a_snapshot_that_is_none_is_not_guessed_at() {
    for (String text : List.of("", "[]", "{}", "{\"till\":\"T-01\",\"currency\":\"EUR\"}")) {
      assertThrows(
          UnknownEvent.class, () -> TillStates.FORM.decode(text.getBytes(StandardCharsets.UTF_8)));
    }
    assertThrows(IllegalArgumentException.class, () -> TillStates.FORM.encode(new Unused()));
    assertNotEquals(AccountStates.FOLD, TillStates.FORM.fold());
  }

  private static List<TillState> states() {
    TillId till = new TillId("T-01");
    TillSession session = new TillSession(till, LocalDate.of(2026, 11, 23), 1);
    SequencedMap<UUID, Offer> offers = new LinkedHashMap<>();
    UUID first = UUID.fromString("6f1c9d0e-7a35-4c1b-9f5e-2b8a4d3c1e00");
    offers.put(first, new Offer(first, till, TillId.VAULT, cash(Map.of("50", 1))));
    UUID second = new UUID(0, 1);
    offers.put(second, new Offer(second, till, new TillId("T-02"), cash(Map.of("0.50", 3))));
    return List.of(
        new Used(
            till,
            cash(Map.of("50", 4, "0.50", 6)),
            Optional.of(session),
            Optional.of(
                new Session(
                    session,
                    "amara",
                    Money.parse("EUR 203.50"),
                    flow(2, "80.00"),
                    flow(1, "30.00"),
                    flow(1, "50.00"),
                    flow(3, "100.00"),
                    Money.zero(EUR),
                    Money.parse("EUR 0.50"))),
            offers),
        new Used(
            till,
            Cash.none(EUR),
            Optional.of(new TillSession(till, LocalDate.of(2026, 11, 23), 2)),
            Optional.empty(),
            new LinkedHashMap<>()),
        new Used(
            TillId.VAULT,
            cash(Map.of("500", 1000)),
            Optional.empty(),
            Optional.empty(),
            new LinkedHashMap<>()));
  }

  private static Cash cash(Map<String, Integer> pieces) {
    return Cash.ofWritten(EUR, pieces);
  }

  private static Flow flow(int count, String total) {
    return new Flow(count, Money.parse("EUR " + total));
  }
}
