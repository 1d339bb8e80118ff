package counterfoil.desktop.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Session;
import counterfoil.desktop.StaffedBranch;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints are signed, seen and taken along. */
class CheckpointsViewModelTest {
  private final Path folder;
  private final StaffedBranch branch;

  CheckpointsViewModelTest(@TempDir Path folder) {
    this.folder = folder;
    this.branch = StaffedBranch.witnessed(folder.resolve("workstation"));
  }

  @AfterEach
  void close() {
    branch.close();
  }

  private CheckpointsViewModel at(Session session) {
    var desk = new Desk(session, Runnable::run, Runnable::run);
    var checkpoints = new CheckpointsViewModel(branch.ledger(), desk, new DirectBackground());
    checkpoints.refresh();
    return checkpoints;
  }

  private static Standing standing(CheckpointsViewModel checkpoints) {
    return checkpoints.standingProperty().get().orElseThrow();
  }

  private static Optional<String> key(Optional<Message> message) {
    return message.map(Message::key);
  }

  @Test
  void what_is_signed_is_the_first_of_the_history() {
    var checkpoints = at(branch.headTeller());
    assertTrue(standing(checkpoints).last().isEmpty());
    checkpoints.sign();
    assertEquals(
        Optional.of("integrity.checkpoints.signed"), key(checkpoints.outcomeProperty().get()));
    var last = standing(checkpoints).last().orElseThrow();
    assertEquals(branch.ledger().head().position(), last.entries());
    assertTrue(last.upTo().isPresent());
    assertEquals(1, last.keys().size());
  }

  @Test
  void one_is_saved_as_it_was_signed() throws IOException {
    var checkpoints = at(branch.headTeller());
    checkpoints.sign();
    var last = standing(checkpoints).last().orElseThrow();
    Path file = folder.resolve("checkpoint.txt");
    checkpoints.save(last, file);
    assertEquals(last.note(), Files.readString(file));
    checkpoints.save(last, folder.resolve("nowhere").resolve("checkpoint.txt"));
    assertEquals(
        Optional.of("integrity.checkpoints.not-saved"), key(checkpoints.problemProperty().get()));
  }

  @Test
  void a_folder_outside_that_is_away_is_named_and_one_that_is_there_gets_its_copy()
      throws IOException {
    var checkpoints = at(branch.headTeller());
    Path stick = Files.createDirectory(folder.resolve("stick"));
    Path away = folder.resolve("away");
    checkpoints.keepIn(stick);
    checkpoints.keepIn(away);
    assertEquals(2, standing(checkpoints).outside().size());
    assertEquals(1, standing(checkpoints).reached());
    checkpoints.sign();
    assertEquals(
        Optional.of("integrity.checkpoints.signed-missed"),
        key(checkpoints.outcomeProperty().get()));
    try (var copies = Files.list(stick)) {
      assertEquals(1, copies.count());
    }
    checkpoints.keepNoLongerIn(away);
    assertEquals(1, standing(checkpoints).outside().size());
  }

  @Test
  void a_teller_signs_nothing() {
    var checkpoints = at(branch.teller());
    checkpoints.sign();
    assertEquals(
        Optional.of("integrity.why.not-permitted"), key(checkpoints.problemProperty().get()));
    assertTrue(standing(checkpoints).last().isEmpty());
  }

  @Test
  void without_a_place_of_its_own_a_workstation_says_so() {
    try (var other = new StaffedBranch()) {
      var desk = new Desk(other.headTeller(), Runnable::run, Runnable::run);
      var checkpoints = new CheckpointsViewModel(other.ledger(), desk, new DirectBackground());
      checkpoints.refresh();
      assertFalse(standing(checkpoints).witnessed());
      assertEquals(Optional.of("integrity.why.no-witness"), key(checkpoints.whyNot()));
    }
  }
}
