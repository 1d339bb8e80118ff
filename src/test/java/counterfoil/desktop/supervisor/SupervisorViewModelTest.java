package counterfoil.desktop.supervisor;

import static counterfoil.application.StaffedBranch.DAY;
import static counterfoil.application.StaffedBranch.NADIA;
import static counterfoil.application.StaffedBranch.T1;
import static counterfoil.application.StaffedBranch.euros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Session;
import counterfoil.application.StaffedBranch;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.supervisor.TillRow.Level;
import counterfoil.domain.till.TillId;
import counterfoil.projection.ExceptionLine.Kind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The supervisor's view over a small real day. */
class SupervisorViewModelTest {
  private final StaffedBranch branch = new StaffedBranch();

  @AfterEach
  void close() {
    branch.close();
  }

  private SupervisorViewModel of(Session session) {
    return new SupervisorViewModel(
        branch.ledger(),
        new Desk(StaffedBranch.waiting(session), Runnable::run, Runnable::run),
        new DirectBackground(),
        () -> Instant.parse("2026-11-23T12:00:00Z"));
  }

  private static BranchView shown(SupervisorViewModel supervisor) {
    supervisor.refresh();
    return supervisor.shownProperty().get().orElseThrow();
  }

  private static void choose(SupervisorViewModel supervisor, Kind kind) {
    supervisor.choose(
        shown(supervisor).exceptions().stream()
            .filter(line -> line.kinds().contains(kind))
            .findFirst());
  }

  @Test
  void tills_and_vault_are_as_the_ledger_has_them() {
    branch.limit("till.soft", "1200.00");
    branch.open();
    var view = shown(of(branch.headTeller()));
    assertEquals(DAY, view.date());
    assertTrue(view.live());
    assertEquals(1, view.open());
    var till = view.tills().getFirst();
    assertEquals(Optional.of("amara"), till.teller());
    assertEquals(branch.drawer(T1).total(), till.cash());
    assertEquals(Level.ABOVE_SOFT, till.level());
    assertEquals(branch.drawer(TillId.VAULT), view.vault());
    assertEquals("Amara Okafor", view.name("amara"));
  }

  @Test
  void an_exception_is_signed_off_by_somebody_else_with_a_comment() {
    branch.open().serveCustomers();
    var supervisor = of(branch.headTeller());
    choose(supervisor, Kind.REVERSAL);
    assertEquals(Optional.empty(), supervisor.whyNotSignOff());
    supervisor.signOff();
    assertTrue(supervisor.problemProperty().get().isPresent(), "a comment is asked for");
    supervisor.commentProperty().set("spoke with the customer");
    supervisor.signOff();
    assertEquals(Optional.empty(), supervisor.problemProperty().get());
    assertEquals(0, shown(supervisor).unsigned());
    assertEquals(
        "spoke with the customer",
        supervisor.chosenProperty().get().orElseThrow().review().orElseThrow().comment());
    assertEquals("", supervisor.commentProperty().get());
  }

  @Test
  void ones_own_act_is_not_ones_own_to_sign_off() {
    branch.open().serveCustomers().closeDay();
    var supervisor = of(branch.auditor());
    choose(supervisor, Kind.OVER_SHORT);
    assertEquals(Optional.of(Message.of("supervisor.why.read-only")), supervisor.whyNotSignOff());
    branch.add(
        branch.administrator(), "nora", "Nora Weber", counterfoil.domain.staff.Role.HEAD_TELLER);
    var other = of(branch.signIn("nora"));
    choose(other, Kind.OVER_SHORT);
    assertEquals(Optional.empty(), other.whyNotSignOff());
    choose(other, Kind.REVERSAL);
    assertFalse(other.chosenProperty().get().isEmpty());
  }

  @Test
  void differences_are_added_up_for_each_person() {
    branch.open().closeDay();
    var differences = shown(of(branch.headTeller())).differences();
    assertEquals(1, differences.size());
    assertEquals("amara", differences.getFirst().teller());
    assertEquals(euros("50.00"), differences.getFirst().shortage());
    assertEquals(euros("-50.00"), differences.getFirst().net());
  }

  @Test
  void an_earlier_date_shows_what_was_then_and_the_way_back() {
    branch.open();
    branch.deposit(NADIA, "10.00");
    var supervisor = of(branch.auditor());
    supervisor.refresh();
    supervisor.step(-1);
    var earlier = supervisor.shownProperty().get().orElseThrow();
    assertEquals(DAY.minusDays(1), earlier.date());
    assertFalse(earlier.live());
    assertFalse(earlier.used());
    assertTrue(earlier.tills().isEmpty());
    supervisor.step(5);
    assertTrue(supervisor.shownProperty().get().orElseThrow().live());
  }

  @Test
  void tellers_and_administrators_do_not_see_it() {
    for (var session : new Session[] {branch.teller(), branch.administrator()}) {
      var supervisor = of(session);
      assertTrue(supervisor.whyNot().isPresent());
      supervisor.refresh();
      assertTrue(supervisor.shownProperty().get().isEmpty());
    }
  }
}
