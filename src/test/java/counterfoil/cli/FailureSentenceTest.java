package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.StoreStopped;
import counterfoil.payload.UnknownEvent;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureSentenceTest {
  private static final Path PLACE = Path.of("some", "folder");

  private static FailureSentence of(Reason reason) {
    return FailureSentence.of(new LedgerUnavailable(reason, PLACE, "secret detail", 17));
  }

  @ParameterizedTest
  @CsvSource({
    "MISSING, 2, create one with",
    "EXISTS, 2, name another folder",
    "NOT_A_LEDGER, 2, name another folder",
    "IN_USE, 3, close that one",
    "NOT_WRITABLE, 3, a folder in which you may write",
    "NEWER, 3, a later version",
    "DAMAGED, 3, restore it from a backup",
    "TAPE_MISSING, 3, put it back",
    "MIRROR, 3, mirror --off",
    "SETTINGS, 3, correct it",
    "DISK_FULL, 3, make room",
    "UNREADABLE, 3, see to the disk",
  })
  void an_unavailable_ledger_says_why_and_what_to_do(Reason reason, int exitCode, String advice) {
    var failure = of(reason);
    assertEquals(exitCode, failure.exitCode());
    assertTrue(failure.sentence().contains(advice), failure.sentence());
    assertTrue(failure.sentence().contains(PLACE.toString()), failure.sentence());
    assertFalse(failure.sentence().contains("secret"), failure.sentence());
    assertTrue(failure.sentence().endsWith("."), failure.sentence());
    assertEquals(1, failure.sentence().lines().count());
  }

  @Test
  void a_damaged_ledger_names_the_entry() {
    assertTrue(of(Reason.DAMAGED).sentence().contains(" at entry 17,"));
  }

  @Test
  void a_store_that_stopped_says_that_what_was_acknowledged_is_safe() {
    var failure = FailureSentence.of(new StoreStopped("secret"));
    assertEquals(3, failure.exitCode());
    assertTrue(failure.sentence().contains("what was acknowledged is safe"), failure.sentence());
  }

  @Test
  void a_full_disk_is_called_one() {
    var full = new StoreStopped("stopped", new IOException("No space left on device"));
    assertTrue(FailureSentence.of(full).sentence().startsWith("The disk is full"));
    assertTrue(
        FailureSentence.of(new OutputLost(new IOException("No space left on device")))
            .sentence()
            .contains("the disk is full"));
  }

  @Test
  void an_entry_of_another_shape_asks_for_a_verification() {
    var failure = FailureSentence.of(new UnknownEvent("secret"));
    assertEquals(3, failure.exitCode());
    assertTrue(failure.sentence().contains("counterfoil verify"), failure.sentence());
    assertFalse(failure.sentence().contains("secret"), failure.sentence());
  }

  @Test
  void an_entry_of_a_later_version_asks_for_that_version() {
    var failure = FailureSentence.of(new LaterVersion("secret"));
    assertEquals(3, failure.exitCode());
    assertTrue(failure.sentence().contains("version"), failure.sentence());
    assertFalse(failure.sentence().contains("secret"), failure.sentence());
  }

  @Test
  void anything_else_is_a_fault_without_its_message() {
    var failure = FailureSentence.of(new IllegalStateException("secret"));
    assertEquals(3, failure.exitCode());
    assertTrue(failure.sentence().contains("--verbose"), failure.sentence());
    assertFalse(failure.sentence().contains("secret"), failure.sentence());
  }
}
