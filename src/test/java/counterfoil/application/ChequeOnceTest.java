package counterfoil.application;

import static counterfoil.application.StaffedBranch.DAY;
import static counterfoil.application.StaffedBranch.JONAS;
import static counterfoil.application.StaffedBranch.NADIA;
import static counterfoil.application.StaffedBranch.amount;
import static counterfoil.application.StaffedBranch.euros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.ChequeDeposited;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cheque.ChequeKey;
import counterfoil.domain.cheque.ChequeRefusal.ChequeTakenAlready;
import counterfoil.domain.cheque.DrawerKey;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.payload.AccountEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** One piece of paper is good for one deposit, wherever it is presented. */
class ChequeOnceTest {
  private static final Cheque PAPER =
      new Cheque("000471", "First Bank", DAY, Optional.of("DE 12-3"));

  private static DepositCheque deposit(AccountNumber account, Cheque cheque) {
    return new DepositCheque(
        account,
        amount("30.00"),
        cheque,
        LocalDate.of(2026, 11, 27),
        UUID.randomUUID(),
        Details.NONE);
  }

  private static Outcome take(Session session, AccountNumber account, Cheque cheque) {
    return session.post(Posting.of(new Serve(deposit(account, cheque))));
  }

  private static void refused(Outcome outcome) {
    assertInstanceOf(
        ChequeTakenAlready.class,
        assertInstanceOf(Refused.class, outcome, outcome::toString).refusal());
  }

  @Test
  void a_cheque_is_not_taken_a_second_time_to_whatever_account() {
    try (var branch = new StaffedBranch().open()) {
      assertInstanceOf(Posted.class, take(branch.teller(), NADIA, PAPER));
      refused(take(branch.teller(), NADIA, PAPER));
      refused(take(branch.teller(), JONAS, PAPER));
      assertEquals(
          euros("20.00"), branch.ledger().inquiries().account(JONAS).orElseThrow().ledger());
    }
  }

  private static Cheque drawnOn(String account) {
    return new Cheque("471", "First Bank", DAY, Optional.of(account));
  }

  private static final Cheque WITHOUT_ITS_DRAWER = new Cheque("471", "First Bank", DAY);

  @Test
  void leaving_the_drawers_account_out_makes_no_other_cheque() {
    try (var branch = new StaffedBranch().open()) {
      assertInstanceOf(Posted.class, take(branch.teller(), NADIA, PAPER));
      refused(take(branch.teller(), JONAS, WITHOUT_ITS_DRAWER));
      refused(take(branch.teller(), JONAS, drawnOn("--")));
    }
  }

  @Test
  void two_drawers_of_one_number_and_bank_are_told_apart_by_their_accounts() {
    try (var branch = new StaffedBranch().open()) {
      var first = assertInstanceOf(Posted.class, take(branch.teller(), NADIA, PAPER));
      assertInstanceOf(Posted.class, take(branch.teller(), JONAS, drawnOn("DE124")));
      branch.reverse(first.position(), "came back unpaid");
      refused(take(branch.teller(), NADIA, drawnOn("DE 124")));
      assertInstanceOf(Posted.class, take(branch.teller(), NADIA, PAPER));
    }
  }

  @Test
  void where_the_first_has_no_account_it_must_be_reversed_before_another_drawers_is_taken() {
    try (var branch = new StaffedBranch().open()) {
      var first = assertInstanceOf(Posted.class, take(branch.teller(), NADIA, WITHOUT_ITS_DRAWER));
      refused(take(branch.teller(), JONAS, PAPER));
      branch.reverse(first.position(), "without its drawer");
      assertInstanceOf(Posted.class, take(branch.teller(), NADIA, drawnOn("DE124")));
      assertInstanceOf(Posted.class, take(branch.teller(), JONAS, PAPER));
    }
  }

  @Test
  void the_refusal_names_the_number_the_day_and_the_account() {
    assertEquals(
        "Cheque 000471 was taken in on 2026-11-23 already, to account 1004-2213; another drawer’s"
            + " is told from it only if both were given the account that they are drawn on.",
        RefusalFigures.sentence(new ChequeTakenAlready("000471", DAY, NADIA)));
  }

  @Test
  void the_same_cheque_twice_in_one_act_is_refused() {
    try (var branch = new StaffedBranch().open()) {
      refused(
          branch
              .teller()
              .post(
                  Posting.of(
                      new Serve(
                          List.of(deposit(NADIA, PAPER), deposit(JONAS, PAPER)),
                          Order.CashSlip.NONE))));
    }
  }

  @Test
  void two_workstations_at_the_same_moment_take_it_once() {
    try (var branch = new StaffedBranch().open()) {
      var first = new AtomicReference<Outcome>();
      Ledger there = branch.workstation(() -> first.set(take(branch.teller(), NADIA, PAPER)));
      refused(take(StaffedBranch.signIn(there, "lucia"), JONAS, PAPER));
      assertInstanceOf(Posted.class, first.get());
    }
  }

  @Test
  void what_was_reversed_may_be_presented_again_and_once_more_only() {
    try (var branch = new StaffedBranch().open()) {
      var posted = assertInstanceOf(Posted.class, take(branch.teller(), NADIA, PAPER));
      branch.reverse(posted.position(), "came back unpaid");
      assertInstanceOf(Posted.class, take(branch.teller(), JONAS, PAPER));
      refused(take(branch.teller(), NADIA, PAPER));
    }
  }

  @Test
  void a_ledger_without_staff_takes_it_once_as_well() {
    try (Ledger ledger =
        new MemoryLedgers(new ScriptedClock(Instant.parse("2026-11-23T09:00:00Z"))).ledger()) {
      Session session = ledger.unstaffed(new Actor("founder", Actor.ADMINISTRATOR, "WS-00"));
      session.post(
          Posting.of(new OpenAccount(NADIA, "Nadia", "current", amount("1"), Details.NONE)));
      assertInstanceOf(Posted.class, take(session, NADIA, PAPER));
      refused(take(session, NADIA, PAPER));
    }
  }

  private static String key(Cheque cheque) {
    return new String(ChequeKey.message(cheque), StandardCharsets.UTF_8);
  }

  private static String drawer(Cheque cheque) {
    return new String(DrawerKey.message(cheque).orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void writing_it_another_way_makes_no_other_cheque() {
    for (Cheque same :
        List.of(
            new Cheque("471", "FIRST bank", DAY, Optional.of("de123")),
            new Cheque("00 0471", "First  Bank", DAY.minusDays(2), Optional.of("DE123")),
            new Cheque("４７１", "Ｆｉｒｓｔ　Ｂａｎｋ", DAY, Optional.of("ＤＥ１２３")))) {
      assertEquals(key(PAPER), key(same));
      assertEquals(drawer(PAPER), drawer(same));
    }
    assertNotEquals(drawer(PAPER), drawer(drawnOn("DE124")));
    assertNotEquals(key(PAPER), key(new Cheque("4710", "First Bank", DAY)));
  }

  @Test
  void marks_on_letters_count_however_they_are_put_together() {
    String composed = key(new Cheque("1", "Bäck", DAY));
    assertEquals(composed, key(new Cheque("1", "Ba\u0308ck", DAY)));
    assertNotEquals(composed, key(new Cheque("1", "Back", DAY)));
    assertNotEquals(key(new Cheque("1", "बैंक", DAY)), key(new Cheque("1", "बांक", DAY)));
  }

  @Test
  void a_cheque_on_record_from_before_is_reversed_and_presented_as_ever() {
    try (var branch = new StaffedBranch().open()) {
      var before = branch.deposit(NADIA, "1.00");
      var entry = branch.ledger().store().at(before.position()).orElseThrow();
      var event =
          new ChequeDeposited(
              NADIA, euros("30.00"), Optional.of(new Cheque("9", "First Bank", DAY)), Details.NONE);
      var write =
          new Append.Write(
              entry.stream(),
              ExpectedVersion.exactly(entry.version()),
              List.of(AccountEvents.KIND.encode(event)));
      long old =
          branch
              .ledger()
              .store()
              .append(
                  new Append(
                      UUID.randomUUID(),
                      new byte[32],
                      entry.provenance(),
                      List.of(write),
                      List.of()))
              .entries()
              .getFirst()
              .position();
      Session lucia = StaffedBranch.signIn(branch.workstation(() -> {}), "lucia");
      var reversal = new Order.Reverse(old, "came back unpaid", Order.CashSlip.NONE);
      assertInstanceOf(Posted.class, lucia.post(Posting.of(reversal)));
      assertInstanceOf(Posted.class, take(lucia, NADIA, new Cheque("9", "First Bank", DAY)));
    }
  }
}
