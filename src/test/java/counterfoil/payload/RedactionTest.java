package counterfoil.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.StreamName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of every shape of history only what names nobody is left, and it is of that shape still. */
class RedactionTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Facts that no person's own words stand in. A new fact belongs here or into Redaction. */
  private static final Set<String> IMPERSONAL =
      Set.of(
          "account",
          "customer",
          "holders",
          "product",
          "opening_deposit",
          "currency",
          "amount",
          "means",
          "limit",
          "hold",
          "kind",
          "release_on",
          "cheque_date",
          "interest_from",
          "interest_to",
          "type",
          "payout",
          "approval",
          "maker",
          "approver",
          "digest",
          "conditions",
          "expires_at",
          "public_key",
          "signature",
          "by",
          "to_account",
          "from_account",
          "entries");

  static Stream<String> golden() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String category : List.of("account", "customer", "approval", "review")) {
      try (var file =
          Optional.ofNullable(RedactionTest.class.getResourceAsStream(category + "-events-1.txt"))
              .orElseThrow()) {
        new String(file.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(line -> category + " " + line)
            .forEach(lines::add);
      }
    }
    return lines.stream();
  }

  private static Entry entry(String line) {
    List<String> parts = List.of(line.split(" ", 4));
    return entry(
        parts.get(0),
        new EventType(parts.get(1), Integer.parseInt(parts.get(2))),
        parts.get(3).getBytes(StandardCharsets.UTF_8));
  }

  private static Entry entry(String category, EventType type, byte[] payload) {
    UUID command = new UUID(1, 2);
    var provenance =
        new Provenance(
            "a",
            "teller",
            "b",
            "w",
            Optional.empty(),
            LocalDate.EPOCH,
            Optional.empty(),
            command,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Entry(
        1,
        StreamName.of(category, "7"),
        0,
        type,
        command,
        new byte[32],
        provenance,
        Instant.EPOCH,
        payload,
        new byte[32],
        new byte[0]);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void nothing_personal_is_left_and_the_rest_reads_as_before(String line) throws IOException {
    Entry before = entry(line);
    byte[] left = Redaction.of(before).orElse(before.payload());
    JsonNode tree = JSON.readTree(left);
    tree.properties()
        .forEach(field -> {
          boolean text = field.getValue().isTextual() || field.getValue().isArray();
          boolean covered = field.getValue().asText().equals(CustomerDetails.ERASED_TEXT);
          boolean actText = field.getKey().equals("text");
          boolean erasure =
              before.type().name().equals(CustomerEvents.CUSTOMER_ERASED)
                  && field.getKey().equals("reason");
          assertTrue(
              !text || covered || actText || erasure || IMPERSONAL.contains(field.getKey()),
              () -> field.getKey() + " is left of " + line);
        });
    var kind = StreamKinds.of(before.stream());
    var _ = kind.decode(before.type(), left);
    Entry after = entry(before.stream().category(), before.type(), left);
    assertEquals(Optional.empty(), Redaction.of(after), "twice is once");
  }

  @Test
  void numbers_amounts_and_dates_stay() {
    assertLeft(
        "account AccountOpened 1 {\"account\":\"7\",\"holder\":\"Zoe\",\"product\":\"current\","
            + "\"opening_deposit\":\"5.00\",\"currency\":\"EUR\",\"holders\":[\"C-1\"],"
            + "\"reference\":\"Zoe\",\"narrative\":\"Zoe\"}",
        "{\"account\":\"7\",\"holder\":\"(erased)\",\"product\":\"current\","
            + "\"opening_deposit\":\"5.00\",\"currency\":\"EUR\",\"holders\":[\"C-1\"]}");
    assertLeft(
        "account TransferSent 1 {\"account\":\"7\",\"amount\":\"5.00\",\"currency\":\"EUR\","
            + "\"to_account\":\"8\",\"narrative\":\"Zoe\"}",
        "{\"account\":\"7\",\"amount\":\"5.00\",\"currency\":\"EUR\",\"to_account\":\"8\"}");
    assertLeft(
        "account TransferSent 1 {\"account\":\"7\",\"amount\":\"5.00\",\"currency\":\"EUR\","
            + "\"to_bank\":\"AB\",\"to_account\":\"8\"}",
        "{\"account\":\"7\",\"amount\":\"5.00\",\"currency\":\"EUR\"}");
  }

  private static void assertLeft(String line, String left) {
    assertEquals(left, new String(Redaction.of(entry(line)).orElseThrow(), StandardCharsets.UTF_8));
  }

  @Test
  void of_what_was_asked_for_the_words_go_and_the_figures_stay() {
    String line =
        "approval ApprovalRequested 1 {\"approval\":\"x\",\"text\":\"do: open_account; account: 7;"
            + " holder_name: \\\"Zoe; do: x\\\"; amount: 5; narrative: For Zoe; account_effect: 7;"
            + " hold_reason: Zoe; pieces_given: 50x2\"}";
    String left = new String(Redaction.of(entry(line)).orElseThrow(), StandardCharsets.UTF_8);
    assertFalse(left.contains("Zoe"), left);
    assertTrue(
        left.contains(
            "do: open_account; account: 7; holder_name: (erased); amount: 5; narrative: (erased);"
                + " account_effect: 7; hold_reason: (erased); pieces_given: 50x2"),
        left);
  }

  @Test
  void an_entry_without_words_is_left_alone() {
    assertEquals(
        Optional.empty(),
        Redaction.of(
            entry(
                "account FeeCharged 1"
                    + " {\"account\":\"7\",\"amount\":\"5.00\",\"currency\":\"EUR\"}")));
    assertEquals(
        Optional.empty(),
        Redaction.of(entry("till CashBroughtIn 1 {\"till\":\"vault\",\"source\":\"Bank\"}")));
  }
}
