package counterfoil.domain.account;

import static counterfoil.domain.account.Cases.HOLD;
import static counterfoil.domain.account.Cases.NADIA;
import static counterfoil.domain.account.Cases.NONE;
import static counterfoil.domain.account.Cases.NOW;
import static counterfoil.domain.account.Cases.SCHOOL;
import static counterfoil.domain.account.Cases.TODAY;
import static counterfoil.domain.account.Cases.after;
import static counterfoil.domain.account.Cases.assertAccepted;
import static counterfoil.domain.account.Cases.assertRefused;
import static counterfoil.domain.account.Cases.decide;
import static counterfoil.domain.account.Cases.euros;
import static counterfoil.domain.account.Cases.given;
import static counterfoil.domain.account.Cases.held;
import static counterfoil.domain.account.Cases.open;
import static counterfoil.domain.account.Cases.opened;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.domain.Decision;
import counterfoil.domain.InputRefusal.AmountNegative;
import counterfoil.domain.InputRefusal.AmountNotPositive;
import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.AccountFrozen;
import counterfoil.domain.account.AccountEvent.AccountUnfrozen;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.HoldKind;
import counterfoil.domain.account.AccountEvent.HoldPlaced;
import counterfoil.domain.account.AccountEvent.HoldReleased;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MinimumBalanceSet;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.account.AccountRefusal.InsufficientFunds;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.RestrictionRefusal.AccountIsFrozen;
import counterfoil.domain.account.RestrictionRefusal.FundsOnHold;
import counterfoil.domain.account.RestrictionRefusal.HoldBeyondBalance;
import counterfoil.domain.account.RestrictionRefusal.HoldExists;
import counterfoil.domain.account.RestrictionRefusal.HoldNotFound;
import counterfoil.domain.account.RestrictionRefusal.HoldsOpen;
import counterfoil.domain.account.RestrictionRefusal.NotFrozen;
import counterfoil.domain.account.RestrictionRefusal.ReleaseDatePassed;
import counterfoil.domain.account.RestrictionRefusal.TooManyHolds;
import counterfoil.domain.approval.Condition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How much of an account can be taken out. */
class RestrictingTest {
  private static final Circumstances APPROVED = NOW.allowingHeldMoney();
  private static final AccountFrozen FROZEN = new AccountFrozen(NADIA, "Card stolen", NONE);
  private static final MinimumBalanceSet MINIMUM =
      new MinimumBalanceSet(NADIA, euros("10.00"), NONE);
  private static final OverdraftLimitSet OVERDRAFT =
      new OverdraftLimitSet(NADIA, euros("50.00"), NONE);

  @Test
  void available_is_the_ledger_balance_less_holds_and_minimum_balance_plus_the_overdraft_limit() {
    Open account = open(opened(NADIA, "100.00"), held("30.00"), MINIMUM, OVERDRAFT);
    assertEquals(euros("100.00"), account.ledger());
    assertEquals(euros("30.00"), account.held());
    assertEquals(euros("110.00"), account.available());
    assertEquals(euros("140.00"), account.availableWithHolds());
  }

  @Test
  void a_hold_is_placed_and_released_by_its_id() {
    PlaceHold place =
        new PlaceHold(NADIA, HOLD, given("30"), Optional.of(TODAY), "Court order", NONE);
    HoldPlaced placed =
        new HoldPlaced(
            NADIA, HOLD, euros("30.00"), HoldKind.HOLD, Optional.of(TODAY), "Court order", NONE);
    assertAccepted(decide(after(opened(NADIA, "100.00")), place), placed);
    AccountState state = after(opened(NADIA, "100.00"), placed);
    HoldReleased released = new HoldReleased(NADIA, HOLD, euros("30.00"), "Paid", NONE);
    assertAccepted(decide(state, new ReleaseHold(NADIA, HOLD, "Paid", NONE)), released);
    assertEquals(after(opened(NADIA, "100.00")), state.after(released));
  }

  @Test
  void a_hold_may_go_beyond_what_is_available_but_not_beyond_the_ledger_balance() {
    AccountState state = after(opened(NADIA, "100.00"), MINIMUM, held("60.00"));
    assertRefused(
        decide(state, place(new UUID(1, 2), "40.01")),
        new HoldBeyondBalance(NADIA, euros("40.01"), euros("100.00"), euros("60.00")));
    Open full = (Open) state.after(only(decide(state, place(new UUID(1, 2), "40.00"))));
    assertEquals(euros("-10.00"), full.available());
  }

  @Test
  void a_hold_of_nothing_without_a_reason_or_of_a_known_id_is_refused() {
    AccountState state = after(opened(NADIA, "100.00"), held("30.00"));
    assertRefused(
        decide(state, place(new UUID(1, 2), "0")), new AmountNotPositive(BigDecimal.ZERO));
    assertRefused(
        decide(
            state, new PlaceHold(NADIA, new UUID(1, 2), given("1"), Optional.empty(), " ", NONE)),
        new TextMissing("reason"));
    assertRefused(decide(state, place(HOLD, "1")), new HoldExists(NADIA, HOLD));
  }

  @Test
  void a_hold_is_not_released_before_it_begins() {
    assertRefused(
        decide(
            after(opened(NADIA, "100.00")),
            new PlaceHold(NADIA, HOLD, given("1"), Optional.of(TODAY.minusDays(1)), "Order", NONE)),
        new ReleaseDatePassed(TODAY.minusDays(1), TODAY));
  }

  @Test
  void a_hold_that_is_not_there_is_not_released() {
    AccountState state = after(opened(NADIA, "100.00"), held("30.00"));
    UUID other = new UUID(1, 2);
    assertRefused(
        decide(state, new ReleaseHold(NADIA, other, "Paid", NONE)), new HoldNotFound(NADIA, other));
    assertRefused(decide(state, new ReleaseHold(NADIA, HOLD, "", NONE)), new TextMissing("reason"));
  }

  @Test
  void an_account_has_a_hundred_holds_at_most() {
    AccountState state = after(opened(NADIA, "1000.00"));
    for (int i = 0; i < Restricting.MOST_HOLDS; i++) {
      state = state.after(only(decide(state, place(new UUID(2, i), "1"))));
    }
    assertRefused(decide(state, place(new UUID(3, 0), "1")), new TooManyHolds(NADIA, 100));
  }

  @Test
  void money_on_hold_is_taken_out_only_with_an_approval() {
    AccountState state = after(opened(NADIA, "100.00"), held("30.00"));
    Withdraw withdrawal = new Withdraw(NADIA, given("70.01"), NONE);
    assertAccepted(decide(state, new Withdraw(NADIA, given("70.00"), NONE)), withdrawn("70.00"));
    assertRefused(
        decide(state, withdrawal),
        new FundsOnHold(NADIA, euros("70.00"), euros("30.00"), euros("70.01")));
    assertAccepted(AccountDecider.decide(state, withdrawal, APPROVED), withdrawn("70.01"));
  }

  @Test
  void no_approval_helps_beyond_what_is_there() {
    AccountState state = after(opened(NADIA, "100.00"), held("30.00"), MINIMUM, OVERDRAFT);
    Withdraw withdrawal = new Withdraw(NADIA, given("140.01"), NONE);
    InsufficientFunds refusal = new InsufficientFunds(NADIA, euros("110.00"), euros("140.01"));
    assertRefused(decide(state, withdrawal), refusal);
    assertRefused(AccountDecider.decide(state, withdrawal, APPROVED), refusal);
  }

  @Test
  void a_minimum_balance_is_left_on_the_account_but_not_by_fees() {
    AccountState state = after(opened(NADIA, "100.00"), MINIMUM);
    assertRefused(
        decide(state, new Withdraw(NADIA, given("90.01"), NONE)),
        new InsufficientFunds(NADIA, euros("90.00"), euros("90.01")));
    assertAccepted(
        decide(state, new ChargeFee(NADIA, given("95.00"), NONE)),
        new FeeCharged(NADIA, euros("95.00"), NONE));
  }

  @Test
  void a_minimum_balance_is_zero_or_more() {
    AccountState state = after(opened(NADIA, "100.00"));
    assertRefused(
        decide(state, new SetMinimumBalance(NADIA, given("-1"), NONE)),
        new AmountNegative(new BigDecimal("-1")));
    assertAccepted(decide(state, new SetMinimumBalance(NADIA, given("10"), NONE)), MINIMUM);
  }

  @Test
  void a_withdrawal_and_its_fee_are_covered_together() {
    AccountState state = after(opened(NADIA, "100.00"));
    assertAccepted(
        decide(state, new Withdraw(NADIA, given("98.50"), Optional.of(given("1.50")), NONE)),
        withdrawn("98.50"),
        new FeeCharged(NADIA, euros("1.50"), NONE));
    assertRefused(
        decide(state, new Withdraw(NADIA, given("98.51"), Optional.of(given("1.50")), NONE)),
        new InsufficientFunds(NADIA, euros("100.00"), euros("100.01")));
    assertAccepted(
        decide(state, new Withdraw(NADIA, given("100"), Optional.of(given("0")), NONE)),
        withdrawn("100.00"));
    assertRefused(
        decide(state, new Withdraw(NADIA, given("1"), Optional.of(given("-1")), NONE)),
        new AmountNegative(new BigDecimal("-1")));
  }

  @Test
  void nothing_leaves_a_frozen_account_at_the_counter_even_with_an_approval() {
    AccountState state = after(opened(NADIA, "100.00"), FROZEN);
    AccountState school = after(opened(SCHOOL, "0.00"));
    AccountIsFrozen refusal = new AccountIsFrozen(NADIA, "Card stolen");
    assertRefused(
        AccountDecider.decide(state, new Withdraw(NADIA, given("1"), NONE), APPROVED), refusal);
    assertRefused(decide(state, school, new Transfer(NADIA, SCHOOL, given("1"), NONE)), refusal);
    assertRefused(decide(state, new CloseAccount(NADIA, true, NONE)), refusal);
    assertRefused(
        decide(state, school, new CloseInto(NADIA, SCHOOL, Optional.empty(), NONE)), refusal);
  }

  @Test
  void a_frozen_account_still_takes_money_in() {
    AccountState state = after(opened(NADIA, "100.00"), FROZEN);
    assertAccepted(
        decide(state, new Deposit(NADIA, given("1"), NONE)),
        new MoneyDeposited(NADIA, euros("1.00"), Means.CASH, NONE));
    assertAccepted(
        decide(after(opened(SCHOOL, "5.00")), state, new Transfer(SCHOOL, NADIA, given("1"), NONE)),
        new TransferSent(SCHOOL, euros("1.00"), new Counterparty("", "1004-2213"), NONE),
        new TransferReceived(NADIA, euros("1.00"), new Counterparty("", "1002-4471"), NONE));
  }

  @Test
  void an_account_is_frozen_once_and_unfrozen_once_and_never_without_a_reason() {
    AccountState free = after(opened(NADIA, "100.00"));
    AccountState frozen = after(opened(NADIA, "100.00"), FROZEN);
    AccountUnfrozen unfrozen = new AccountUnfrozen(NADIA, "Card found", NONE);
    assertAccepted(decide(free, new Freeze(NADIA, "Card stolen", NONE)), FROZEN);
    assertRefused(decide(free, new Freeze(NADIA, "", NONE)), new TextMissing("reason"));
    assertRefused(
        decide(frozen, new Freeze(NADIA, "Again", NONE)),
        new AccountIsFrozen(NADIA, "Card stolen"));
    assertAccepted(decide(frozen, new Unfreeze(NADIA, "Card found", NONE)), unfrozen);
    assertRefused(decide(free, new Unfreeze(NADIA, "Why", NONE)), new NotFrozen(NADIA));
    assertEquals(free, frozen.after(unfrozen));
  }

  @Test
  void an_account_with_money_on_hold_is_not_closed() {
    assertRefused(
        decide(after(opened(NADIA, "100.00"), held("30.00")), new CloseAccount(NADIA, true, NONE)),
        new HoldsOpen(NADIA, 1, euros("30.00")));
  }

  @Test
  void taking_held_money_or_going_below_zero_are_conditions_for_an_approval() {
    AccountState state = after(opened(NADIA, "100.00"), held("30.00"), OVERDRAFT);
    assertEquals(Set.of(), conditions(state, new Withdraw(NADIA, given("100"), NONE)));
    assertEquals(
        Set.of(Condition.OVERDRAFT), conditions(state, new Withdraw(NADIA, given("100.01"), NONE)));
    assertEquals(
        Set.of(Condition.OVERDRAFT, Condition.HOLD),
        conditions(state, new Withdraw(NADIA, given("120.01"), NONE)));
    assertEquals(
        Set.of(Condition.HOLD),
        conditions(
            after(opened(NADIA, "100.00"), held("30.00")),
            new Withdraw(NADIA, given("69"), Optional.of(given("1.01")), NONE)));
  }

  @Test
  void releasing_a_hold_before_its_day_is_a_condition_for_an_approval() {
    ReleaseHold release = new ReleaseHold(NADIA, HOLD, "Paid", NONE);
    assertEquals(
        Set.of(Condition.HOLD), conditions(after(opened(NADIA, "100.00"), held("30.00")), release));
    assertEquals(
        Set.of(Condition.HOLD),
        conditions(
            after(opened(NADIA, "100.00"), held("30.00", Optional.of(TODAY.plusDays(1)))),
            release));
    assertEquals(
        Set.of(),
        conditions(after(opened(NADIA, "100.00"), held("30.00", Optional.of(TODAY))), release));
  }

  @Test
  void a_hold_is_due_from_its_day_on() {
    Hold hold = open(opened(NADIA, "9.00"), held("1.00", Optional.of(TODAY))).holds().getFirst();
    assertFalse(hold.dueOn(TODAY.minusDays(1)));
    assertTrue(hold.dueOn(TODAY));
    assertTrue(hold.dueOn(TODAY.plusDays(1)));
  }

  private static Set<Condition> conditions(
      AccountState state, AccountCommand.OfOneAccount command) {
    List<AccountEvent> events = Cases.accepted(AccountDecider.decide(state, command, APPROVED));
    return AccountConditions.of(state, command, events, TODAY);
  }

  private static PlaceHold place(UUID id, String amount) {
    return new PlaceHold(NADIA, id, given(amount), Optional.empty(), "Court order", NONE);
  }

  private static MoneyWithdrawn withdrawn(String amount) {
    return new MoneyWithdrawn(NADIA, euros(amount), Means.CASH, NONE);
  }

  private static AccountEvent only(Decision<AccountEvent> decision) {
    return Cases.accepted(decision).getFirst();
  }
}
