package counterfoil.domain.account;

import static counterfoil.domain.account.Cases.HOLD;
import static counterfoil.domain.account.Cases.NADIA;
import static counterfoil.domain.account.Cases.NONE;
import static counterfoil.domain.account.Cases.SCHOOL;
import static counterfoil.domain.account.Cases.TODAY;
import static counterfoil.domain.account.Cases.accepted;
import static counterfoil.domain.account.Cases.after;
import static counterfoil.domain.account.Cases.assertAccepted;
import static counterfoil.domain.account.Cases.assertRefused;
import static counterfoil.domain.account.Cases.decide;
import static counterfoil.domain.account.Cases.euros;
import static counterfoil.domain.account.Cases.given;
import static counterfoil.domain.account.Cases.open;
import static counterfoil.domain.account.Cases.opened;
import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.domain.InputRefusal.AmountNegative;
import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Reverse;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountFrozen;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.ChequeDeposited;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.HoldKind;
import counterfoil.domain.account.AccountEvent.HoldPlaced;
import counterfoil.domain.account.AccountEvent.HoldReleased;
import counterfoil.domain.account.AccountEvent.InterestCredited;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.OverdraftInterestCharged;
import counterfoil.domain.account.AccountEvent.TransactionReversed;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.account.AccountRefusal.AccountIsClosed;
import counterfoil.domain.account.AccountRefusal.BalanceTooLarge;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.PostingRefusal.ChequeInFuture;
import counterfoil.domain.account.PostingRefusal.ChequeStale;
import counterfoil.domain.account.PostingRefusal.NotReversible;
import counterfoil.domain.account.PostingRefusal.PeriodBackwards;
import counterfoil.domain.account.PostingRefusal.PeriodNotOver;
import counterfoil.domain.account.PostingRefusal.ReversalOfReversal;
import counterfoil.domain.account.PostingRefusal.ReversedAlready;
import counterfoil.domain.account.PostingRefusal.TooManyReversals;
import counterfoil.domain.account.RestrictionRefusal.HoldExists;
import counterfoil.domain.account.RestrictionRefusal.ReleaseDatePassed;
import counterfoil.domain.approval.Condition;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cheques, interest and reversals. */
class PostingRulesTest {
  private static final LocalDate FRIDAY = TODAY.plusDays(4);
  private static final Cheque CHEQUE = new Cheque("004711", "Sparkasse Unna", TODAY);
  private static final ChequeDeposited CHEQUE_DEPOSITED =
      new ChequeDeposited(NADIA, euros("80.00"), Optional.of(CHEQUE), NONE);
  private static final HoldPlaced CHEQUE_HELD =
      new HoldPlaced(
          NADIA, HOLD, euros("80.00"), HoldKind.CHEQUE, Optional.of(FRIDAY), "004711", NONE);
  private static final MoneyDeposited DEPOSITED =
      new MoneyDeposited(NADIA, euros("50.00"), Means.CASH, NONE);

  static Stream<AccountEvent> reversible() {
    Money amount = euros("5.00");
    return Stream.of(
        new MoneyDeposited(NADIA, amount, Means.CASH, NONE),
        new MoneyWithdrawn(NADIA, amount, Means.CASH, NONE),
        new TransferSent(NADIA, amount, new Counterparty("", SCHOOL.value()), NONE),
        new TransferReceived(NADIA, amount, new Counterparty("", SCHOOL.value()), NONE),
        new ChequeDeposited(NADIA, amount, NONE),
        new FeeCharged(NADIA, amount, NONE),
        new InterestCredited(NADIA, amount, NONE),
        new OverdraftInterestCharged(NADIA, amount, NONE));
  }

  @Test
  void a_cheque_is_on_the_ledger_balance_at_once_and_available_when_its_hold_is_released() {
    AccountState before = after(opened(NADIA, "20.00"));
    assertAccepted(decide(before, cheque(CHEQUE, FRIDAY)), CHEQUE_DEPOSITED, CHEQUE_HELD);
    Open held = open(opened(NADIA, "20.00"), CHEQUE_DEPOSITED, CHEQUE_HELD);
    assertEquals(euros("100.00"), held.ledger());
    assertEquals(euros("20.00"), held.available());
    Open good = (Open) held.after(new HoldReleased(NADIA, HOLD, euros("80.00"), "Good", NONE));
    assertEquals(euros("100.00"), good.available());
  }

  @Test
  void a_cheque_of_tomorrow_is_refused() {
    LocalDate tomorrow = TODAY.plusDays(1);
    assertRefused(
        decide(after(opened(NADIA, "0.00")), cheque(dated(tomorrow), FRIDAY)),
        new ChequeInFuture(tomorrow, TODAY));
  }

  @Test
  void a_cheque_is_good_for_six_months() {
    AccountState state = after(opened(NADIA, "0.00"));
    LocalDate oldest = LocalDate.of(2026, 5, 23);
    assertEquals(2, accepted(decide(state, cheque(dated(oldest), FRIDAY))).size());
    assertRefused(
        decide(state, cheque(dated(oldest.minusDays(1)), FRIDAY)),
        new ChequeStale(oldest.minusDays(1), oldest));
  }

  @Test
  void a_cheque_needs_its_number_its_bank_and_a_release_date_to_come() {
    AccountState state = after(opened(NADIA, "0.00"));
    assertRefused(
        decide(state, cheque(new Cheque("", "Sparkasse Unna", TODAY), FRIDAY)),
        new TextMissing("cheque_number"));
    assertRefused(
        decide(state, cheque(new Cheque("004711", " ", TODAY), FRIDAY)),
        new TextMissing("drawer_bank"));
    assertRefused(
        decide(state, cheque(CHEQUE, TODAY.minusDays(1))),
        new ReleaseDatePassed(TODAY.minusDays(1), TODAY));
    assertRefused(
        decide(after(opened(NADIA, "0.00"), CHEQUE_DEPOSITED, CHEQUE_HELD), cheque(CHEQUE, FRIDAY)),
        new HoldExists(NADIA, HOLD));
  }

  @Test
  void interest_names_the_period_it_was_earned_in() {
    Optional<InterestPeriod> period =
        Optional.of(new InterestPeriod(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)));
    assertAccepted(
        decide(
            after(opened(NADIA, "9.00")), new CreditInterest(NADIA, given("0.07"), period, NONE)),
        new InterestCredited(NADIA, euros("0.07"), period, NONE));
  }

  @Test
  void a_period_that_ends_before_it_begins_or_after_today_is_refused() {
    AccountState state = after(opened(NADIA, "9.00"));
    assertRefused(
        decide(state, interest(TODAY, TODAY.minusDays(1))),
        new PeriodBackwards(TODAY, TODAY.minusDays(1)));
    assertRefused(
        decide(state, interest(TODAY, TODAY.plusDays(1))),
        new PeriodNotOver(TODAY.plusDays(1), TODAY));
  }

  @ParameterizedTest
  @MethodSource("reversible")
  void whatever_moved_money_is_reversed_by_the_same_amount_the_other_way(AccountEvent original) {
    Open before = open(opened(NADIA, "100.00"));
    Open moved = open(opened(NADIA, "100.00"), original);
    TransactionReversed reversed =
        new TransactionReversed(
            NADIA, 7, "Type", before.ledger().minus(moved.ledger()), "Typed wrong", NONE);
    assertAccepted(decide(moved, reverse(7, "Type", original)), reversed);
    assertEquals(before.ledger(), ((Open) moved.after(reversed)).ledger());
  }

  @Test
  void an_entry_is_reversed_once_only() {
    AccountState state = after(opened(NADIA, "0.00"), DEPOSITED, DEPOSITED, reversed(2, "-50.00"));
    assertRefused(
        decide(state, reverse(2, "MoneyDeposited", DEPOSITED)), new ReversedAlready(NADIA, 2));
    assertAccepted(decide(state, reverse(3, "MoneyDeposited", DEPOSITED)), reversed(3, "-50.00"));
  }

  @Test
  void a_reversal_is_not_reversed() {
    AccountState state = after(opened(NADIA, "0.00"), DEPOSITED, reversed(2, "-50.00"));
    assertRefused(
        decide(state, reverse(3, "TransactionReversed", reversed(2, "-50.00"))),
        new ReversalOfReversal(NADIA, 3));
  }

  @Test
  void an_opening_a_closing_and_what_moves_no_money_are_not_reversed() {
    AccountState state = after(opened(NADIA, "10.00"));
    assertRefused(
        decide(state, reverse(1, "AccountOpened", opened(NADIA, "10.00"))),
        new NotReversible(NADIA, 1, "AccountOpened"));
    assertRefused(
        decide(state, reverse(2, "HoldPlaced", CHEQUE_HELD)),
        new NotReversible(NADIA, 2, "HoldPlaced"));
    AccountClosed closed = new AccountClosed(NADIA, euros("10.00"), NONE);
    assertRefused(
        decide(after(opened(NADIA, "10.00"), closed), reverse(2, "AccountClosed", closed)),
        new AccountIsClosed(NADIA));
  }

  @Test
  void a_reversal_needs_a_reason() {
    assertRefused(
        decide(
            after(opened(NADIA, "0.00"), DEPOSITED),
            new Reverse(2, "MoneyDeposited", DEPOSITED, Optional.empty(), " ", NONE)),
        new TextMissing("reason"));
  }

  @Test
  void a_reversed_cheque_takes_its_hold_along() {
    AccountState state = after(opened(NADIA, "20.00"), CHEQUE_DEPOSITED, CHEQUE_HELD);
    Reverse command =
        new Reverse(2, "ChequeDeposited", CHEQUE_DEPOSITED, Optional.of(HOLD), "Bounced", NONE);
    TransactionReversed reversed =
        new TransactionReversed(NADIA, 2, "ChequeDeposited", euros("-80.00"), "Bounced", NONE);
    HoldReleased released = new HoldReleased(NADIA, HOLD, euros("80.00"), "Bounced", NONE);
    assertAccepted(decide(state, command), reversed, released);
    assertAccepted(decide(state.after(released), command), reversed);
  }

  @Test
  void a_reversal_may_take_a_frozen_account_below_zero() {
    AccountState state =
        after(
            opened(NADIA, "0.00"),
            DEPOSITED,
            new MoneyWithdrawn(NADIA, euros("50.00"), Means.CASH, NONE),
            new AccountFrozen(NADIA, "Wrong deposit", NONE));
    assertAccepted(decide(state, reverse(2, "MoneyDeposited", DEPOSITED)), reversed(2, "-50.00"));
  }

  @Test
  void a_reversal_keeps_to_the_largest_balance() {
    Money largest = euros("9999999999999.99");
    MoneyWithdrawn withdrawn = new MoneyWithdrawn(NADIA, euros("1.00"), Means.CASH, NONE);
    assertRefused(
        decide(
            after(opened(NADIA, largest.getAmount().toPlainString())),
            reverse(2, "MoneyWithdrawn", withdrawn)),
        new BalanceTooLarge(NADIA, largest));
  }

  @Test
  void a_reversal_always_asks_for_an_approval() {
    AccountState state = after(opened(NADIA, "0.00"), DEPOSITED);
    Reverse command = reverse(2, "MoneyDeposited", DEPOSITED);
    assertEquals(
        Set.of(Condition.REVERSAL),
        AccountConditions.of(state, command, accepted(decide(state, command)), TODAY));
  }

  @Test
  void an_account_remembers_ten_thousand_reversals() {
    Open open = open(opened(NADIA, "0.00"));
    Open full =
        new Open(
            NADIA,
            open.holder(),
            open.product(),
            open.ledger(),
            open.overdraftLimit(),
            open.restrictions(),
            open.holders(),
            LongStream.rangeClosed(1, 10_000).boxed().toList());
    assertRefused(
        decide(full, reverse(10_001, "MoneyDeposited", DEPOSITED)),
        new TooManyReversals(NADIA, 10_000));
  }

  @Test
  void a_negative_interest_is_refused_at_the_end_of_an_account() {
    assertRefused(
        decide(
            after(opened(NADIA, "10.00")),
            new AccountCommand.CloseAccount(
                NADIA,
                true,
                Optional.of(new AccountCommand.InterestDue(given("-0.10"), Optional.empty())),
                NONE)),
        new AmountNegative(given("-0.10").getAmount()));
  }

  private static DepositCheque cheque(Cheque cheque, LocalDate releaseOn) {
    return new DepositCheque(NADIA, given("80"), cheque, releaseOn, HOLD, NONE);
  }

  private static Cheque dated(LocalDate date) {
    return new Cheque("004711", "Sparkasse Unna", date);
  }

  private static CreditInterest interest(LocalDate from, LocalDate to) {
    return new CreditInterest(
        NADIA, given("0.07"), Optional.of(new InterestPeriod(from, to)), NONE);
  }

  private static Reverse reverse(long position, String type, AccountEvent original) {
    return new Reverse(position, type, original, Optional.empty(), "Typed wrong", NONE);
  }

  private static TransactionReversed reversed(long position, String amount) {
    return new TransactionReversed(
        NADIA, position, "MoneyDeposited", euros(amount), "Typed wrong", NONE);
  }
}
