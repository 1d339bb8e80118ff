package counterfoil.domain.account;

import static counterfoil.domain.account.Cases.NADIA;
import static counterfoil.domain.account.Cases.NONE;
import static counterfoil.domain.account.Cases.SCHOOL;
import static counterfoil.domain.account.Cases.TODAY;
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
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.InterestDue;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.RemoveHolder;
import counterfoil.domain.account.AccountCommand.Terms;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.HolderAdded;
import counterfoil.domain.account.AccountEvent.HolderRemoved;
import counterfoil.domain.account.AccountEvent.InterestCredited;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.account.AccountEvent.MinimumBalanceSet;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.account.AccountRefusal.AccountIsClosed;
import counterfoil.domain.account.AccountRefusal.AccountOverdrawn;
import counterfoil.domain.account.AccountRefusal.BalanceNotZero;
import counterfoil.domain.account.AccountRefusal.TransferToItself;
import counterfoil.domain.account.HolderRefusal.HolderAlready;
import counterfoil.domain.account.HolderRefusal.LastHolder;
import counterfoil.domain.account.HolderRefusal.NotAHolder;
import counterfoil.domain.account.HolderRefusal.TooManyHolders;
import counterfoil.domain.account.PostingRefusal.PeriodNotOver;
import counterfoil.domain.customer.CustomerNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose an account is, from its opening to its end. */
class HoldingTest {
  private static final CustomerNumber ANNA = CustomerNumber.numbered(1);
  private static final CustomerNumber BEN = CustomerNumber.numbered(2);
  private static final CustomerNumber CARL = CustomerNumber.numbered(3);

  @Test
  void an_account_is_opened_for_several_customers_with_what_its_product_asks_for() {
    assertAccepted(
        decide(
            after(),
            opening(
                List.of(ANNA, BEN),
                new Terms(Optional.of(given("25")), Optional.of(given("100"))))),
        openedFor(ANNA, BEN),
        new MinimumBalanceSet(NADIA, euros("25.00"), NONE),
        new OverdraftLimitSet(NADIA, euros("100.00"), NONE));
  }

  @Test
  void a_minimum_balance_and_an_overdraft_of_zero_are_not_recorded() {
    assertAccepted(
        decide(
            after(),
            opening(List.of(ANNA), new Terms(Optional.of(given("0")), Optional.of(given("0"))))),
        openedFor(ANNA));
    assertAccepted(decide(after(), opening(List.of(ANNA), Terms.NONE)), openedFor(ANNA));
  }

  @Test
  void a_negative_minimum_balance_or_overdraft_is_refused() {
    AmountNegative refusal = new AmountNegative(new BigDecimal("-1"));
    assertRefused(
        decide(after(), opening(List.of(), new Terms(Optional.of(given("-1")), Optional.empty()))),
        refusal);
    assertRefused(
        decide(after(), opening(List.of(), new Terms(Optional.empty(), Optional.of(given("-1"))))),
        refusal);
  }

  @Test
  void the_same_customer_is_not_a_holder_twice() {
    assertRefused(
        decide(after(), opening(List.of(ANNA, BEN, ANNA), Terms.NONE)),
        new HolderAlready(NADIA, ANNA));
    assertRefused(
        decide(after(openedFor(ANNA)), new AddHolder(NADIA, ANNA, NONE)),
        new HolderAlready(NADIA, ANNA));
  }

  @Test
  void holders_come_and_go_and_the_first_one_left_is_the_main_one() {
    AccountState state = after(openedFor(ANNA, BEN));
    HolderAdded added = new HolderAdded(NADIA, CARL, NONE);
    HolderRemoved removed = new HolderRemoved(NADIA, ANNA, NONE);
    assertAccepted(decide(state, new AddHolder(NADIA, CARL, NONE)), added);
    assertAccepted(decide(state, new RemoveHolder(NADIA, ANNA, NONE)), removed);
    assertEquals(List.of(BEN, CARL), open(openedFor(ANNA, BEN), added, removed).holders());
  }

  @Test
  void an_account_known_by_name_only_gets_its_holder_later() {
    assertAccepted(
        decide(after(opened(NADIA, "0.00")), new AddHolder(NADIA, ANNA, NONE)),
        new HolderAdded(NADIA, ANNA, NONE));
  }

  @Test
  void the_last_holder_and_somebody_else_are_not_removed() {
    AccountState state = after(openedFor(ANNA));
    assertRefused(decide(state, new RemoveHolder(NADIA, ANNA, NONE)), new LastHolder(NADIA, ANNA));
    assertRefused(decide(state, new RemoveHolder(NADIA, BEN, NONE)), new NotAHolder(NADIA, BEN));
  }

  @Test
  void an_account_has_twenty_holders_at_most() {
    List<CustomerNumber> twenty =
        IntStream.rangeClosed(1, 20).mapToObj(CustomerNumber::numbered).toList();
    List<CustomerNumber> more =
        IntStream.rangeClosed(1, 21).mapToObj(CustomerNumber::numbered).toList();
    TooManyHolders refusal = new TooManyHolders(NADIA, 20);
    assertRefused(decide(after(), opening(more, Terms.NONE)), refusal);
    assertRefused(
        decide(
            after(openedFor(twenty.toArray(CustomerNumber[]::new))),
            new AddHolder(NADIA, CustomerNumber.numbered(21), NONE)),
        refusal);
  }

  @Test
  void at_its_end_an_account_gets_its_interest_and_pays_out_what_is_left() {
    Optional<InterestPeriod> period = Optional.of(new InterestPeriod(TODAY.minusDays(53), TODAY));
    assertAccepted(
        decide(
            after(opened(NADIA, "100.00")),
            new CloseAccount(
                NADIA, true, Optional.of(new InterestDue(given("0.36"), period)), NONE)),
        new InterestCredited(NADIA, euros("0.36"), period, NONE),
        new AccountClosed(NADIA, euros("100.36"), NONE));
  }

  @Test
  void interest_of_nothing_is_not_recorded() {
    assertAccepted(
        decide(after(opened(NADIA, "100.00")), closing(true, "0")),
        new AccountClosed(NADIA, euros("100.00"), NONE));
  }

  @Test
  void interest_counts_towards_what_must_be_paid_out_and_what_is_owed() {
    assertRefused(
        decide(after(opened(NADIA, "0.00")), closing(false, "0.01")),
        new BalanceNotZero(NADIA, euros("0.01")));
    AccountState owing = after(opened(NADIA, "0.00"), new FeeCharged(NADIA, euros("1.00"), NONE));
    assertRefused(
        decide(owing, closing(true, "0.99")), new AccountOverdrawn(NADIA, euros("-0.01")));
    assertAccepted(
        decide(owing, closing(true, "1.00")),
        new InterestCredited(NADIA, euros("1.00"), NONE),
        new AccountClosed(NADIA, euros("0.00"), NONE));
  }

  @Test
  void interest_of_days_to_come_is_not_settled() {
    assertRefused(
        decide(
            after(opened(NADIA, "0.00")),
            new CloseAccount(
                NADIA,
                true,
                Optional.of(
                    new InterestDue(
                        given("1"), Optional.of(new InterestPeriod(TODAY, TODAY.plusDays(1))))),
                NONE)),
        new PeriodNotOver(TODAY.plusDays(1), TODAY));
  }

  @Test
  void what_is_left_may_go_to_another_account() {
    assertAccepted(
        decide(
            after(opened(NADIA, "100.00")),
            after(opened(SCHOOL, "5.00")),
            closingInto(SCHOOL, Optional.of(new InterestDue(given("0.36"), Optional.empty())))),
        new InterestCredited(NADIA, euros("0.36"), NONE),
        new TransferSent(NADIA, euros("100.36"), new Counterparty("", SCHOOL.value()), NONE),
        new AccountClosed(NADIA, euros("0.00"), NONE),
        new TransferReceived(SCHOOL, euros("100.36"), new Counterparty("", NADIA.value()), NONE));
  }

  @Test
  void an_empty_account_is_closed_into_another_one_without_a_transfer() {
    assertAccepted(
        decide(
            after(opened(NADIA, "0.00")),
            after(opened(SCHOOL, "5.00")),
            closingInto(SCHOOL, Optional.empty())),
        new AccountClosed(NADIA, euros("0.00"), NONE));
  }

  @Test
  void an_account_is_not_closed_into_itself_or_a_closed_one() {
    AccountState state = after(opened(NADIA, "1.00"));
    assertRefused(
        decide(state, state, closingInto(NADIA, Optional.empty())), new TransferToItself(NADIA));
    assertRefused(
        decide(
            state,
            after(opened(SCHOOL, "0.00"), new AccountClosed(SCHOOL, euros("0.00"), NONE)),
            closingInto(SCHOOL, Optional.empty())),
        new AccountIsClosed(SCHOOL));
  }

  private static OpenAccount opening(List<CustomerNumber> holders, Terms terms) {
    return new OpenAccount(NADIA, "Nadia Rahimi", "savings", given("50"), holders, terms, NONE);
  }

  private static AccountOpened openedFor(CustomerNumber... holders) {
    return new AccountOpened(
        NADIA, "Nadia Rahimi", "savings", euros("50.00"), List.of(holders), NONE);
  }

  private static CloseAccount closing(boolean payout, String interest) {
    return new CloseAccount(
        NADIA, payout, Optional.of(new InterestDue(given(interest), Optional.empty())), NONE);
  }

  private static CloseInto closingInto(AccountNumber to, Optional<InterestDue> interest) {
    return new CloseInto(NADIA, to, interest, NONE);
  }
}
