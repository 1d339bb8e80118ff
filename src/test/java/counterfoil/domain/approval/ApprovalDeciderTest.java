package counterfoil.domain.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.domain.Decision;
import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.InputRefusal.TextNotPlain;
import counterfoil.domain.Refusal;
import counterfoil.domain.approval.ApprovalCommand.Checker;
import counterfoil.domain.approval.ApprovalCommand.GrantApproval;
import counterfoil.domain.approval.ApprovalCommand.RejectApproval;
import counterfoil.domain.approval.ApprovalCommand.RequestApproval;
import counterfoil.domain.approval.ApprovalCommand.UseApproval;
import counterfoil.domain.approval.ApprovalCommand.WithdrawApproval;
import counterfoil.domain.approval.ApprovalEvent.ApprovalGranted;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRejected;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.approval.ApprovalEvent.ApprovalUsed;
import counterfoil.domain.approval.ApprovalEvent.ApprovalWithdrawn;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalDecided;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalExists;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalExpired;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalIsRejected;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalIsUsed;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalIsWithdrawn;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalNotFound;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalPending;
import counterfoil.domain.approval.ApprovalRefusal.CheckerNotHeadTeller;
import counterfoil.domain.approval.ApprovalRefusal.ConditionMissing;
import counterfoil.domain.approval.ApprovalRefusal.ExpiryPast;
import counterfoil.domain.approval.ApprovalRefusal.MakerIsChecker;
import counterfoil.domain.approval.ApprovalRefusal.NotTheMaker;
import counterfoil.domain.approval.ApprovalRefusal.OtherFigures;
import counterfoil.domain.approval.ApprovalState.Unasked;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffName;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ApprovalDeciderTest {
  private static final UUID ID = new UUID(0, 7);
  private static final StaffName ANA = new StaffName("ana.k");
  private static final StaffName LEE = new StaffName("lee");
  private static final StaffName OTTO = new StaffName("otto");
  private static final Checker HEAD = new Checker(LEE, Set.of(Role.HEAD_TELLER));
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant EXPIRY = NINE.plusSeconds(900);
  private static final ActDigest DIGEST = new ActDigest("a".repeat(64));
  private static final ActDigest OTHER = new ActDigest("b".repeat(64));

  private static final ApprovalRequested REQUESTED =
      new ApprovalRequested(
          ID,
          ANA,
          "Withdraw 2,500.00 EUR from 1004-2213",
          DIGEST,
          EnumSet.of(Condition.AMOUNT),
          Optional.of(Money.parse("EUR 2500.00")),
          EXPIRY);
  private static final ApprovalGranted GRANTED = new ApprovalGranted(ID, LEE);
  private static final ApprovalRejected REJECTED =
      new ApprovalRejected(ID, LEE, "expired passport");
  private static final ApprovalUsed USED = new ApprovalUsed(ID);
  private static final ApprovalWithdrawn WITHDRAWN = new ApprovalWithdrawn(ID, ANA);

  private static final GrantApproval GRANT = new GrantApproval(ID, HEAD, NINE);
  private static final RejectApproval REJECT =
      new RejectApproval(ID, HEAD, "expired passport", NINE);
  private static final UseApproval USE = new UseApproval(ID, ANA, DIGEST, NINE);
  private static final WithdrawApproval WITHDRAW = new WithdrawApproval(ID, ANA);

  private static ApprovalState after(ApprovalEvent... events) {
    ApprovalState state = new Unasked();
    for (ApprovalEvent event : events) {
      state = state.after(event);
    }
    return state;
  }

  private static RequestApproval request(String text, Set<Condition> conditions, Instant at) {
    return new RequestApproval(ID, ANA, text, DIGEST, conditions, REQUESTED.amount(), at, EXPIRY);
  }

  @Test
  void an_approval_is_asked_for_once_with_a_text_a_reason_and_time_to_decide() {
    Set<Condition> amount = Set.of(Condition.AMOUNT);
    RequestApproval whole = request(REQUESTED.text(), amount, NINE);
    assertAccepted(after(), whole, REQUESTED);
    assertRefused(after(REQUESTED), whole, new ApprovalExists());
    assertRefused(after(), request("", amount, NINE), new TextMissing("text"));
    assertRefused(after(), request("a\nb", amount, NINE), new TextNotPlain("text"));
    assertRefused(after(), request("text", Set.of(), NINE), new ConditionMissing());
    assertRefused(after(), request("text", amount, EXPIRY), new ExpiryPast());
  }

  @Test
  void a_head_teller_grants_what_somebody_else_asks_for() {
    assertAccepted(after(REQUESTED), GRANT, GRANTED);
  }

  @Test
  void the_maker_is_never_the_checker_not_even_a_head_teller() {
    Checker ana = new Checker(ANA, Set.of(Role.HEAD_TELLER));
    assertRefused(after(REQUESTED), new GrantApproval(ID, ana, NINE), new MakerIsChecker(ANA));
    assertRefused(
        after(REQUESTED), new RejectApproval(ID, ana, "no", NINE), new MakerIsChecker(ANA));
  }

  @Test
  void nobody_but_a_head_teller_decides() {
    for (Role role : EnumSet.complementOf(EnumSet.of(Role.HEAD_TELLER))) {
      Checker otto = new Checker(OTTO, Set.of(role));
      assertRefused(
          after(REQUESTED), new GrantApproval(ID, otto, NINE), new CheckerNotHeadTeller(OTTO));
      assertRefused(
          after(REQUESTED),
          new RejectApproval(ID, otto, "no", NINE),
          new CheckerNotHeadTeller(OTTO));
    }
  }

  @Test
  void a_rejection_has_a_reason_and_stays() {
    assertAccepted(after(REQUESTED), REJECT, REJECTED);
    assertRefused(
        after(REQUESTED), new RejectApproval(ID, HEAD, " ", NINE), new TextMissing("reason"));
    ApprovalState rejected = after(REQUESTED, REJECTED);
    assertRefused(rejected, GRANT, new ApprovalDecided(LEE));
    assertRefused(rejected, USE, new ApprovalIsRejected(LEE, "expired passport"));
    assertRefused(rejected, WITHDRAW, new ApprovalDecided(LEE));
  }

  @Test
  void nothing_is_decided_twice() {
    assertRefused(after(REQUESTED, GRANTED), GRANT, new ApprovalDecided(LEE));
    assertRefused(after(REQUESTED, GRANTED), REJECT, new ApprovalDecided(LEE));
    assertRefused(after(REQUESTED, GRANTED, USED), GRANT, new ApprovalDecided(LEE));
  }

  @Test
  void a_granted_approval_is_used_once_by_its_maker_for_its_very_figures() {
    ApprovalState granted = after(REQUESTED, GRANTED);
    assertAccepted(granted, USE, USED);
    assertRefused(granted, new UseApproval(ID, OTTO, DIGEST, NINE), new NotTheMaker(ANA));
    assertRefused(granted, new UseApproval(ID, ANA, OTHER, NINE), new OtherFigures());
    assertRefused(after(REQUESTED, GRANTED, USED), USE, new ApprovalIsUsed());
    assertRefused(after(REQUESTED), USE, new ApprovalPending());
  }

  @Test
  void what_has_expired_is_neither_decided_nor_used() {
    Instant justBefore = EXPIRY.minusMillis(1);
    assertAccepted(after(REQUESTED), new GrantApproval(ID, HEAD, justBefore), GRANTED);
    assertRefused(after(REQUESTED), new GrantApproval(ID, HEAD, EXPIRY), new ApprovalExpired());
    assertRefused(
        after(REQUESTED), new RejectApproval(ID, HEAD, "late", EXPIRY), new ApprovalExpired());
    assertRefused(
        after(REQUESTED), new UseApproval(ID, ANA, DIGEST, EXPIRY), new ApprovalExpired());
    ApprovalState granted = after(REQUESTED, GRANTED);
    assertAccepted(granted, new UseApproval(ID, ANA, DIGEST, justBefore), USED);
    assertRefused(granted, new UseApproval(ID, ANA, DIGEST, EXPIRY), new ApprovalExpired());
    assertTrue(new ApprovalState.Pending(REQUESTED).openAt(justBefore));
    assertFalse(new ApprovalState.Pending(REQUESTED).openAt(EXPIRY));
  }

  @Test
  void the_maker_withdraws_what_is_not_used_yet() {
    assertAccepted(after(REQUESTED), WITHDRAW, WITHDRAWN);
    assertAccepted(after(REQUESTED, GRANTED), WITHDRAW, WITHDRAWN);
    assertRefused(after(REQUESTED), new WithdrawApproval(ID, LEE), new NotTheMaker(ANA));
    assertRefused(after(REQUESTED, GRANTED, USED), WITHDRAW, new ApprovalIsUsed());
    ApprovalState withdrawn = after(REQUESTED, GRANTED, WITHDRAWN);
    assertRefused(withdrawn, USE, new ApprovalIsWithdrawn(ANA));
    assertRefused(withdrawn, GRANT, new ApprovalIsWithdrawn(ANA));
    assertRefused(withdrawn, WITHDRAW, new ApprovalIsWithdrawn(ANA));
  }

  @Test
  void nothing_is_done_with_what_nobody_asked_for() {
    assertRefused(after(), GRANT, new ApprovalNotFound());
    assertRefused(after(), USE, new ApprovalNotFound());
    assertRefused(after(), WITHDRAW, new ApprovalNotFound());
  }

  @Test
  void a_history_that_cannot_be_is_called_damaged() {
    assertThrows(IllegalStateException.class, () -> after(GRANTED));
    assertThrows(IllegalStateException.class, () -> after(REQUESTED, USED));
    assertThrows(IllegalStateException.class, () -> after(REQUESTED, GRANTED, USED, USED));
    assertThrows(IllegalArgumentException.class, () -> new ActDigest("A".repeat(64)));
  }

  private static void assertAccepted(
      ApprovalState state, ApprovalCommand command, ApprovalEvent event) {
    assertEquals(Decision.accepted(event), ApprovalDecider.decide(state, command));
  }

  private static void assertRefused(ApprovalState state, ApprovalCommand command, Refusal refusal) {
    assertEquals(Decision.refused(refusal), ApprovalDecider.decide(state, command));
  }
}
