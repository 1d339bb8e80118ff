package counterfoil.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.domain.approval.ApprovalEvent;
import counterfoil.domain.cheque.ChequeEvent;
import counterfoil.domain.review.ReviewEvent;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.domain.staff.StaffState;
import counterfoil.domain.workstation.WorkstationEvent;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.StreamName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The golden files hold one event of every kind, as it has been written from the first day on, of
 * staff, approvals, workstations, reviews and cheques.
 */
class PeopleEventsTest {
  private static final Map<String, StreamKind<?, ?>> KINDS =
      Map.of(
          "staff", StaffEvents.KIND,
          "approval", ApprovalEvents.KIND,
          "workstation", WorkstationEvents.KIND,
          "review", ReviewEvents.KIND,
          "cheque", ChequeEvents.KIND);

  private static final Map<String, Class<?>> EVENTS =
      Map.of(
          "staff", StaffEvent.class,
          "approval", ApprovalEvent.class,
          "workstation", WorkstationEvent.class,
          "review", ReviewEvent.class,
          "cheque", ChequeEvent.class);

  /** A line of a golden file behind the category it is of. */
  static Stream<String> golden() {
    return KINDS.keySet().stream()
        .flatMap(category ->
            lines(category + "-events-1.txt").stream().map(line -> category + " " + line));
  }

  static Stream<String> categories() {
    return KINDS.keySet().stream();
  }

  private static List<String> lines(String name) {
    try (var file =
        Optional.ofNullable(PeopleEventsTest.class.getResourceAsStream(name)).orElseThrow()) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String again(StreamKind<?, ?> kind, EventType type, String payload) {
    return rewritten(kind, type, payload.getBytes(StandardCharsets.UTF_8));
  }

  private static <E> String rewritten(StreamKind<?, E> kind, EventType type, byte[] payload) {
    NewEvent written = kind.encode(kind.decode(type, payload));
    return written.type().name()
        + " "
        + written.type().schema()
        + " "
        + new String(written.payload(), StandardCharsets.UTF_8);
  }

  private static String again(String line) {
    List<String> parts = List.of(line.split(" ", 4));
    StreamKind<?, ?> kind = Optional.ofNullable(KINDS.get(parts.get(0))).orElseThrow();
    return again(kind, new EventType(parts.get(1), Integer.parseInt(parts.get(2))), parts.get(3));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void every_historic_payload_is_read_and_written_again_byte_for_byte(String line) {
    assertEquals(line.substring(line.indexOf(' ') + 1), again(line));
  }

  @ParameterizedTest
  @MethodSource("categories")
  void a_golden_file_has_every_kind_of_event(String category) {
    assertEquals(
        Arrays.stream(
                Optional.ofNullable(EVENTS.get(category)).orElseThrow().getPermittedSubclasses())
            .map(Class::getSimpleName)
            .sorted()
            .toList(),
        lines(category + "-events-1.txt").stream()
            .map(line -> line.substring(0, line.indexOf(' ')))
            .sorted()
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "staff RoleGranted 1 {\"name\":\"Ana\",\"role\":\"teller\"}",
        "staff RoleGranted 1 {\"name\":\"ana\",\"role\":\"director\"}",
        "staff RoleGranted 1 {\"name\":\"ana\"}",
        "staff RoleGranted 1 []",
        "staff RoleGranted 1 {\"name\":\"ana\",\"role\":\"teller\"",
        "staff SignInFailed 1"
            + " {\"name\":\"ana\",\"workstation\":\"W\",\"attempt\":\"sign_in\",\"at\":\"noon\"}",
        "staff PasswordChanged 1 {\"name\":\"ana\",\"credential\":\"secret\",\"set_by\":\"ana\"}",
        "approval ApprovalUsed 1 {\"approval\":\"1-1-1-1-1\"}",
        "workstation ReceiptReprinted 1 {\"workstation\":\"W\",\"position\":0,\"copy\":1}",
        "workstation ReceiptReprinted 1 {\"workstation\":\"W\",\"position\":7,\"copy\":4294967297}",
        "cheque ChequeHandedBack 1 {\"cheque\":\"4711\"}",
        "review ExceptionSignedOff 1 {\"position\":\"7\",\"by\":\"lee\",\"comment\":\"\"}"
      })
  void what_is_not_of_its_shape_is_never_guessed_at(String line) {
    assertThrows(UnknownEvent.class, () -> again(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "staff TellerPromoted 1 {\"name\":\"ana\"}",
        "staff RoleGranted 2 {\"name\":\"ana\",\"role\":\"teller\"}",
        "approval ApprovalFramed 1 {\"approval\":\"5f0c7a3e-9d7b-4e35-8d0a-0f6e9d2f1c11\"}",
        "workstation SignedIn 1 {\"workstation\":\"W\"}",
        "review ExceptionReopened 1 {\"position\":7}"
      })
  void what_a_later_version_has_written_is_called_so(String line) {
    assertThrows(LaterVersion.class, () -> again(line));
  }

  @Test
  void every_state_of_a_person_is_written_and_read_as_it_was() {
    StateForm<StaffState> form = StaffEvents.KIND.snapshots().orElseThrow();
    for (String line : lines("staff-states-1.txt")) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      assertEquals(line, new String(form.encode(form.decode(bytes)), StandardCharsets.UTF_8));
    }
    assertTrue(form.fold().startsWith("staff-1-"));
    assertThrows(
        UnknownEvent.class,
        () -> form.decode("{\"name\":\"ana\"}".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_workstation_of_any_name_has_a_stream_of_its_own() {
    assertEquals("workstation-T-01", WorkstationEvents.stream("T-01").value());
    assertEquals("workstation-%E6%9F%9C%E5%8F%B0+1", WorkstationEvents.stream("柜台 1").value());
    StreamName one = WorkstationEvents.stream("柜".repeat(60) + "1");
    StreamName other = WorkstationEvents.stream("柜".repeat(60) + "2");
    assertEquals(StreamName.MAX_LENGTH, one.value().length());
    assertNotEquals(one, other);
  }
}
