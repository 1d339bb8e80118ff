package counterfoil.domain.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import counterfoil.domain.Decision;
import counterfoil.domain.approval.ApprovalCommand.Checker;
import counterfoil.domain.approval.ApprovalCommand.GrantApproval;
import counterfoil.domain.approval.ApprovalCommand.RejectApproval;
import counterfoil.domain.approval.ApprovalCommand.RequestApproval;
import counterfoil.domain.approval.ApprovalCommand.UseApproval;
import counterfoil.domain.approval.ApprovalCommand.WithdrawApproval;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.approval.ApprovalState.Unasked;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever is asked of an approval, in whatever order, by whomever, at whatever time. */
class ApprovalPropertyTest {
  private static final int SEQUENCES = 20_000;
  private static final int STEPS = 12;
  private static final UUID ID = new UUID(0, 7);
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final List<StaffName> PEOPLE =
      List.of(new StaffName("ana"), new StaffName("lee"), new StaffName("otto"));

  private record Step(ApprovalCommand command, ApprovalEvent event) {}

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final Set<String> reached = new TreeSet<>();

  @Test
  void no_sequence_lets_a_maker_approve_or_an_approval_serve_twice_late_or_for_other_figures() {
    for (int i = 0; i < SEQUENCES; i++) {
      List<Step> steps = sequence();
      assertHonest(steps, "seed " + seed + ", sequence " + i + ": " + steps);
    }
    assertEquals(
        Set.of(
            "ApprovalGranted",
            "ApprovalRejected",
            "ApprovalRequested",
            "ApprovalUsed",
            "ApprovalWithdrawn",
            "approval_decided",
            "approval_exists",
            "approval_expired",
            "approval_not_found",
            "approval_other_figures",
            "approval_pending",
            "approval_rejected",
            "approval_used",
            "approval_withdrawn",
            "checker_not_head_teller",
            "condition_missing",
            "expiry_past",
            "maker_is_checker",
            "not_the_maker",
            "text_missing"),
        reached,
        "seed " + seed);
  }

  /** The steps that were accepted. */
  private List<Step> sequence() {
    List<Step> accepted = new ArrayList<>();
    ApprovalState state = new Unasked();
    for (int i = 0; i < STEPS; i++) {
      ApprovalCommand command = command();
      switch (ApprovalDecider.decide(state, command)) {
        case Decision.Accepted(var events) -> {
          for (ApprovalEvent event : events) {
            state = state.after(event);
            accepted.add(new Step(command, event));
            reached.add(event.getClass().getSimpleName());
          }
        }
        case Decision.Refused(var refusal) -> reached.add(refusal.code());
      }
    }
    return accepted;
  }

  private static void assertHonest(List<Step> steps, String told) {
    if (steps.isEmpty()) {
      return;
    }
    ApprovalRequested request = (ApprovalRequested) steps.getFirst().event();
    int granted = 0;
    int rejected = 0;
    int used = 0;
    int withdrawn = 0;
    for (Step step : steps.subList(1, steps.size())) {
      switch (step.command()) {
        case RequestApproval _ -> fail(told);
        case GrantApproval c -> {
          granted++;
          assertDecidedByAnotherInTime(request, c.by(), c.at(), told);
        }
        case RejectApproval c -> {
          rejected++;
          assertDecidedByAnotherInTime(request, c.by(), c.at(), told);
        }
        case UseApproval c -> {
          used++;
          assertEquals(1, granted, told);
          assertEquals(0, withdrawn, told);
          assertEquals(request.maker(), c.by(), told);
          assertEquals(request.digest(), c.digest(), told);
          assertTrue(c.at().isBefore(request.expiresAt()), told);
        }
        case WithdrawApproval c -> {
          withdrawn++;
          assertEquals(request.maker(), c.by(), told);
        }
      }
    }
    assertTrue(granted + rejected <= 1, told);
    assertTrue(used + withdrawn + rejected <= 1, told);
  }

  private static void assertDecidedByAnotherInTime(
      ApprovalRequested request, Checker by, Instant at, String told) {
    assertNotEquals(request.maker(), by.name(), told);
    assertTrue(by.roles().contains(Role.HEAD_TELLER), told);
    assertTrue(at.isBefore(request.expiresAt()), told);
  }

  private ApprovalCommand command() {
    return switch (random.nextInt(8)) {
      case 0, 1 ->
          new RequestApproval(
              ID,
              person(),
              random.nextInt(10) == 0 ? "" : "text",
              digest(),
              random.nextInt(10) == 0 ? Set.of() : EnumSet.of(Condition.AMOUNT),
              Optional.empty(),
              time(),
              NINE.plusSeconds(15));
      case 2, 3 -> new GrantApproval(ID, checker(), time());
      case 4 -> new RejectApproval(ID, checker(), random.nextInt(10) == 0 ? "" : "reason", time());
      case 5, 6 -> new UseApproval(ID, person(), digest(), time());
      default -> new WithdrawApproval(ID, person());
    };
  }

  private Checker checker() {
    Set<Role> roles = new HashSet<>();
    for (Role role : Role.values()) {
      if (random.nextInt(2) == 0) {
        roles.add(role);
      }
    }
    return new Checker(person(), roles);
  }

  private StaffName person() {
    return PEOPLE.get(random.nextInt(PEOPLE.size()));
  }

  private Instant time() {
    return NINE.plusSeconds(random.nextInt(20));
  }

  private ActDigest digest() {
    return new ActDigest((random.nextInt(3) == 0 ? "b" : "a").repeat(64));
  }
}
