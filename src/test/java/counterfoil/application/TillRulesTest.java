package counterfoil.application;

import static counterfoil.application.StaffedBranch.DAY;
import static counterfoil.application.StaffedBranch.EUR;
import static counterfoil.application.StaffedBranch.PASSWORD;
import static counterfoil.application.StaffedBranch.T1;
import static counterfoil.application.StaffedBranch.WORKSTATION;
import static counterfoil.application.StaffedBranch.cash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Order.AcceptCash;
import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.ChangeSettings;
import counterfoil.application.Order.CloseBusinessDay;
import counterfoil.application.Order.CloseTill;
import counterfoil.application.Order.DeclineCash;
import counterfoil.application.Order.OfferCash;
import counterfoil.application.Order.OpenBusinessDay;
import counterfoil.application.Order.OpenTill;
import counterfoil.application.Order.SendCashOut;
import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.branch.SettingsCommand.SetDenominations;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.staff.Role;
import counterfoil.domain.till.TillEvent.TillCashMoved;
import counterfoil.domain.till.TillId;
import counterfoil.payload.TillEvents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tills beside each other: offers between them, new ones, and what they hold. */
class TillRulesTest {
  private static final TillId T2 = new TillId("T-02");
  private static final TillId T9 = new TillId("T-09");
  private static final Cash FIFTY = cash(Map.of(5000L, 1));

  private final StaffedBranch branch = new StaffedBranch().open();
  private final Session teller = branch.teller();
  private final Session headTeller = branch.headTeller();

  @AfterEach
  void close() {
    branch.close();
  }

  private static void refused(String code, Session by, Order order) {
    Outcome outcome = by.post(Posting.of(order));
    assertEquals(
        code,
        assertInstanceOf(Refused.class, outcome, outcome::toString).refusal().code(),
        outcome::toString);
  }

  private boolean proposed(Posted posted) {
    var ledger = branch.ledger();
    return ledger.inquiries().act(ledger.store().at(posted.position()).orElseThrow()).stream()
        .filter(entry -> entry.type().name().equals(TillEvents.TILL_CASH_MOVED))
        .map(entry -> TillEvents.KIND.decode(entry.type(), entry.payload()))
        .anyMatch(event -> event instanceof TillCashMoved moved && moved.proposed());
  }

  @Test
  void pieces_that_nobody_told_are_on_record_as_proposed() {
    assertTrue(proposed(branch.deposit(StaffedBranch.NADIA, "50.00")));
    var deposit = new Deposit(StaffedBranch.NADIA, StaffedBranch.amount("50.00"), Details.NONE);
    var told = new CashSlip(Optional.of(FIFTY), Optional.empty());
    assertFalse(proposed(branch.post(teller, new Serve(List.of(deposit), told))));
  }

  @Test
  void what_became_of_an_offer_is_told_to_who_answers_it_again() {
    UUID accepted = offer(teller, T1, TillId.VAULT);
    branch.post(headTeller, new AcceptCash(accepted, T1, TillId.VAULT));
    refused("offer_accepted", headTeller, new AcceptCash(accepted, T1, TillId.VAULT));
    UUID declined = offer(teller, T1, TillId.VAULT);
    branch.post(headTeller, new DeclineCash(declined, T1, TillId.VAULT, "no"));
    refused("offer_declined", headTeller, new AcceptCash(declined, T1, TillId.VAULT));
    refused("offer_not_found", headTeller, new AcceptCash(UUID.randomUUID(), T1, TillId.VAULT));
  }

  private UUID offer(Session by, TillId from, TillId to) {
    var posting = Posting.of(new OfferCash(from, to, FIFTY));
    assertInstanceOf(Posted.class, by.post(posting));
    return posting.commandId();
  }

  private Session secondTeller() {
    branch.add(branch.administrator(), "tom", "Tom Teller", Role.TELLER);
    Session tom = branch.signIn("tom");
    branch.openTill(tom, T2);
    return tom;
  }

  @Test
  void no_face_is_taken_off_the_list_while_a_drawer_holds_it() {
    var without =
        new ChangeSettings(
            new SetDenominations(
                Denominations.builtIn(EUR).labels().stream()
                    .filter(face -> !face.equals("0.50"))
                    .toList()));
    Outcome outcome = branch.administrator().post(Posting.of(without));
    assertTrue(
        RefusalFigures.sentence(assertInstanceOf(Refused.class, outcome).refusal())
            .startsWith("T-01 still holds 10 pieces of 0.50:"),
        outcome::toString);
    branch.post(teller, new OfferCash(T1, TillId.VAULT, cash(Map.of(50L, 10))));
    refused("denomination_held", branch.administrator(), without);
    UUID bag = branch.till(T1).offers().firstEntry().getKey();
    branch.post(headTeller, new AcceptCash(bag, T1, TillId.VAULT));
    refused("denomination_held", branch.administrator(), without);
    branch.post(headTeller, new SendCashOut(cash(Map.of(50L, 80)), "head office"));
    branch.post(branch.administrator(), without);
  }

  @Test
  void a_teller_offers_cash_to_tills_that_have_been_in_use_only() {
    refused("till_unknown", teller, new OfferCash(T1, T9, FIFTY));
    offer(headTeller, TillId.VAULT, T9);
    offer(teller, T1, T9);
    assertEquals(List.of(T1, T9), List.copyOf(branch.ledger().settings().tills()));
  }

  @Test
  void a_till_with_cash_waiting_for_it_does_not_close() {
    Session tom = secondTeller();
    UUID bag = offer(tom, T2, T1);
    var closing = new CloseTill(T1, branch.drawer(T1), "", false);
    refused("offers_waiting", teller, closing);
    branch.post(teller, new DeclineCash(bag, T2, T1, "going home"));
    branch.post(teller, closing);
  }

  @Test
  void who_has_offered_cash_takes_it_back_whatever_till_they_name() {
    secondTeller();
    Cash before = branch.drawer(T1);
    UUID bag = offer(teller, T1, T2);
    branch.post(teller, new DeclineCash(bag, T1, T2, "wrong till"));
    assertEquals(before, branch.drawer(T1));
    UUID fromVault = offer(headTeller, TillId.VAULT, T2);
    branch.post(headTeller, new DeclineCash(fromVault, TillId.VAULT, T2, "wrong till"));
    UUID other = offer(teller, T1, T2);
    refused(
        "till_of_another",
        branch.signIn("tom"),
        new DeclineCash(other, T1, T1, "not mine to take back"));
  }

  @Test
  void a_bag_left_over_the_end_of_a_day_is_taken_back_on_the_next() {
    secondTeller();
    Cash before = branch.drawer(T1);
    UUID bag = offer(teller, T1, T2);
    branch.post(headTeller, new CloseBusinessDay(true, "fire alarm"));
    refused("day_not_open", teller, new DeclineCash(bag, T1, T1, "back"));
    branch.post(headTeller, new OpenBusinessDay(DAY.plusDays(1)));
    refused("till_session_of_another_day", teller, new OfferCash(T1, T2, FIFTY));
    branch.post(teller, new DeclineCash(bag, T1, T1, "back"));
    assertEquals(before, branch.drawer(T1));
    branch.post(teller, new CloseTill(T1, before, "", false));
  }

  @Test
  void a_head_teller_answers_for_a_till_whose_teller_is_away() {
    Session tom = secondTeller();
    UUID bag = offer(teller, T1, T2);
    refused("till_of_another", tom, new DeclineCash(bag, T1, T1, "back"));
    branch.post(headTeller, new DeclineCash(bag, T1, T1, "amara is ill"));
    UUID waiting = offer(tom, T2, T1);
    branch.post(headTeller, new DeclineCash(waiting, T2, T1, "amara is ill"));
    branch.post(headTeller, new CloseTill(T1, branch.drawer(T1), "", false));
  }

  @Test
  void a_till_used_for_the_first_time_while_the_day_closes_keeps_it_open() {
    branch.post(teller, new CloseTill(T1, branch.drawer(T1), "", false));
    var other = signedIn(branch.ledger(), "amara");
    Session closing =
        signedIn(
            branch.workstation(() ->
                assertInstanceOf(
                    Posted.class, other.post(Posting.of(new OpenTill(T9, Cash.none(EUR), ""))))),
            "lucia");
    refused("left_open", closing, new CloseBusinessDay(false, ""));
  }

  @Test
  void one_teller_does_not_open_two_new_tills_at_two_workstations() {
    branch.post(teller, new CloseTill(T1, branch.drawer(T1), "", false));
    var other = signedIn(branch.ledger(), "amara");
    Session opening =
        signedIn(
            branch.workstation(() ->
                assertInstanceOf(
                    Posted.class, other.post(Posting.of(new OpenTill(T9, Cash.none(EUR), ""))))),
            "amara");
    refused("teller_has_till", opening, new OpenTill(new TillId("T-10"), Cash.none(EUR), ""));
  }

  private static Session signedIn(Ledger ledger, String name) {
    return assertInstanceOf(
            Ledger.SignedIn.Yes.class, ledger.signIn(name, PASSWORD.toCharArray(), WORKSTATION))
        .session();
  }
}
