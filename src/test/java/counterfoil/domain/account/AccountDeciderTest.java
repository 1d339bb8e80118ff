package counterfoil.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.domain.Decision;
import counterfoil.domain.InputRefusal.AmountNegative;
import counterfoil.domain.InputRefusal.AmountNotPositive;
import counterfoil.domain.InputRefusal.AmountTooLarge;
import counterfoil.domain.InputRefusal.OtherCurrency;
import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.InputRefusal.TextNotPlain;
import counterfoil.domain.InputRefusal.TextTooLong;
import counterfoil.domain.InputRefusal.TooManyDecimals;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.InterestCredited;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.account.AccountRefusal.AccountExists;
import counterfoil.domain.account.AccountRefusal.AccountIsClosed;
import counterfoil.domain.account.AccountRefusal.AccountNotFound;
import counterfoil.domain.account.AccountRefusal.AccountOverdrawn;
import counterfoil.domain.account.AccountRefusal.BalanceNotZero;
import counterfoil.domain.account.AccountRefusal.BalanceTooLarge;
import counterfoil.domain.account.AccountRefusal.InsufficientFunds;
import counterfoil.domain.account.AccountRefusal.TransferToItself;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountDeciderTest {
  private static final AccountNumber NADIA = new AccountNumber("1004-2213");
  private static final AccountNumber SCHOOL = new AccountNumber("1002-4471");
  private static final Details NONE = Details.NONE;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Circumstances NOW = Circumstances.of(CurrencyUnit.EUR, TODAY);

  private static AccountState after(AccountEvent... events) {
    AccountState state = new AccountState.Unopened();
    for (AccountEvent event : events) {
      state = state.after(event);
    }
    return state;
  }

  private static AccountOpened opened(AccountNumber number, String deposit) {
    return new AccountOpened(number, "Nadia Rahimi", "current", euros(deposit), NONE);
  }

  @Test
  void opening_an_account_records_its_opening_deposit() {
    assertAccepted(
        decide(after(), new OpenAccount(NADIA, "Nadia Rahimi", "current", given("5.00"), NONE)),
        opened(NADIA, "5.00"));
  }

  @Test
  void an_account_may_be_opened_empty() {
    assertAccepted(
        decide(after(), new OpenAccount(NADIA, "Nadia Rahimi", "current", given("0"), NONE)),
        opened(NADIA, "0.00"));
  }

  @Test
  void an_account_that_exists_is_not_opened_again_nor_once_it_is_closed() {
    OpenAccount again = new OpenAccount(NADIA, "Nadia Rahimi", "current", given("0"), NONE);
    assertRefused(decide(after(opened(NADIA, "5.00")), again), new AccountExists(NADIA));
    assertRefused(
        decide(after(opened(NADIA, "0.00"), new AccountClosed(NADIA, euros("0.00"), NONE)), again),
        new AccountExists(NADIA));
  }

  @Test
  void a_negative_opening_deposit_is_refused() {
    assertRefused(
        decide(after(), new OpenAccount(NADIA, "Nadia Rahimi", "current", given("-1"), NONE)),
        new AmountNegative(new BigDecimal("-1")));
  }

  @Test
  void a_deposit_adds_to_the_balance() {
    assertAccepted(
        decide(after(opened(NADIA, "5.00")), new Deposit(NADIA, given("2.5"), NONE)),
        new MoneyDeposited(NADIA, euros("2.50"), Means.CASH, NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "-0.01", "-5"})
  void an_amount_that_is_not_positive_is_refused_for_deposits_and_withdrawals(String amount) {
    AccountState state = after(opened(NADIA, "5.00"));
    AmountNotPositive refusal = new AmountNotPositive(new BigDecimal(amount));
    assertRefused(decide(state, new Deposit(NADIA, given(amount), NONE)), refusal);
    assertRefused(decide(state, new Withdraw(NADIA, given(amount), NONE)), refusal);
    assertRefused(decide(state, new ChargeFee(NADIA, given(amount), NONE)), refusal);
    assertRefused(decide(state, new CreditInterest(NADIA, given(amount), NONE)), refusal);
  }

  @Test
  void more_decimals_than_the_currency_has_are_refused_but_trailing_zeros_are_not_decimals() {
    AccountState state = after(opened(NADIA, "5.00"));
    assertRefused(
        decide(state, new Deposit(NADIA, given("1.005"), NONE)),
        new TooManyDecimals(new BigDecimal("1.005"), "EUR", 2));
    assertAccepted(
        decide(state, new Deposit(NADIA, given("1.500"), NONE)),
        new MoneyDeposited(NADIA, euros("1.50"), Means.CASH, NONE));
  }

  @Test
  void a_currency_without_decimals_takes_none() {
    CurrencyUnit yen = CurrencyUnit.JPY;
    AccountState state = after(new AccountOpened(NADIA, "Nadia", "current", Money.zero(yen), NONE));
    assertRefused(
        AccountDecider.decide(
            state,
            new Deposit(NADIA, BigMoney.parse("JPY 10.5"), NONE),
            Circumstances.of(yen, TODAY)),
        new TooManyDecimals(new BigDecimal("10.5"), "JPY", 0));
  }

  @Test
  void another_currency_is_refused() {
    assertRefused(
        decide(after(opened(NADIA, "5.00")), new Withdraw(NADIA, BigMoney.parse("USD 1.00"), NONE)),
        new OtherCurrency("USD", "EUR"));
  }

  @Test
  void a_withdrawal_up_to_the_available_balance_is_taken() {
    assertAccepted(
        decide(after(opened(NADIA, "5.00")), new Withdraw(NADIA, given("5.00"), NONE)),
        new MoneyWithdrawn(NADIA, euros("5.00"), Means.CASH, NONE));
  }

  @Test
  void a_withdrawal_beyond_the_available_balance_is_refused() {
    assertRefused(
        decide(after(opened(NADIA, "5.00")), new Withdraw(NADIA, given("5.01"), NONE)),
        new InsufficientFunds(NADIA, euros("5.00"), euros("5.01")));
  }

  @Test
  void an_overdraft_limit_adds_to_what_is_available() {
    AccountState state =
        after(opened(NADIA, "5.00"), new OverdraftLimitSet(NADIA, euros("100.00"), NONE));
    assertAccepted(
        decide(state, new Withdraw(NADIA, given("105.00"), NONE)),
        new MoneyWithdrawn(NADIA, euros("105.00"), Means.CASH, NONE));
    assertRefused(
        decide(state, new Withdraw(NADIA, given("105.01"), NONE)),
        new InsufficientFunds(NADIA, euros("105.00"), euros("105.01")));
  }

  @Test
  void a_negative_overdraft_limit_is_refused_and_zero_takes_it_away() {
    AccountState state = after(opened(NADIA, "5.00"));
    assertRefused(
        decide(state, new SetOverdraftLimit(NADIA, given("-1"), NONE)),
        new AmountNegative(new BigDecimal("-1")));
    assertAccepted(
        decide(state, new SetOverdraftLimit(NADIA, given("0"), NONE)),
        new OverdraftLimitSet(NADIA, euros("0.00"), NONE));
  }

  @Test
  void a_fee_may_take_the_account_below_zero() {
    assertAccepted(
        decide(after(opened(NADIA, "5.00")), new ChargeFee(NADIA, given("8.00"), NONE)),
        new FeeCharged(NADIA, euros("8.00"), NONE));
  }

  @Test
  void interest_is_credited() {
    assertAccepted(
        decide(after(opened(NADIA, "5.00")), new CreditInterest(NADIA, given("0.07"), NONE)),
        new InterestCredited(NADIA, euros("0.07"), NONE));
  }

  @Test
  void nothing_is_posted_to_an_account_that_does_not_exist() {
    AccountNotFound refusal = new AccountNotFound(NADIA);
    assertRefused(decide(after(), new Deposit(NADIA, given("1"), NONE)), refusal);
    assertRefused(decide(after(), new Withdraw(NADIA, given("1"), NONE)), refusal);
    assertRefused(decide(after(), new CloseAccount(NADIA, true, NONE)), refusal);
  }

  @Test
  void nothing_is_posted_to_a_closed_account() {
    AccountState closed =
        after(opened(NADIA, "0.00"), new AccountClosed(NADIA, euros("0.00"), NONE));
    AccountIsClosed refusal = new AccountIsClosed(NADIA);
    assertRefused(decide(closed, new Deposit(NADIA, given("1"), NONE)), refusal);
    assertRefused(decide(closed, new Withdraw(NADIA, given("1"), NONE)), refusal);
    assertRefused(decide(closed, new ChargeFee(NADIA, given("1"), NONE)), refusal);
    assertRefused(decide(closed, new CreditInterest(NADIA, given("1"), NONE)), refusal);
    assertRefused(decide(closed, new SetOverdraftLimit(NADIA, given("1"), NONE)), refusal);
    assertRefused(decide(closed, new CloseAccount(NADIA, false, NONE)), refusal);
    AccountState open = after(opened(SCHOOL, "9.00"));
    assertRefused(
        AccountDecider.decide(open, closed, new Transfer(SCHOOL, NADIA, given("1"), NONE), NOW),
        refusal);
  }

  @Test
  void an_account_with_money_in_it_is_closed_only_with_its_payout() {
    AccountState state = after(opened(NADIA, "5.00"));
    assertRefused(
        decide(state, new CloseAccount(NADIA, false, NONE)),
        new BalanceNotZero(NADIA, euros("5.00")));
    assertAccepted(
        decide(state, new CloseAccount(NADIA, true, NONE)),
        new AccountClosed(NADIA, euros("5.00"), NONE));
  }

  @Test
  void an_account_that_owes_money_is_not_closed() {
    AccountState state = after(opened(NADIA, "5.00"), new FeeCharged(NADIA, euros("8.00"), NONE));
    assertRefused(
        decide(state, new CloseAccount(NADIA, true, NONE)),
        new AccountOverdrawn(NADIA, euros("-3.00")));
  }

  @Test
  void a_transfer_leaves_one_account_and_reaches_the_other() {
    assertAccepted(
        AccountDecider.decide(
            after(opened(NADIA, "5.00")),
            after(opened(SCHOOL, "0.00")),
            new Transfer(NADIA, SCHOOL, given("3"), NONE),
            NOW),
        new TransferSent(NADIA, euros("3.00"), new Counterparty("", "1002-4471"), NONE),
        new TransferReceived(SCHOOL, euros("3.00"), new Counterparty("", "1004-2213"), NONE));
  }

  @Test
  void a_transfer_to_itself_is_refused() {
    AccountState state = after(opened(NADIA, "5.00"));
    assertRefused(
        AccountDecider.decide(state, state, new Transfer(NADIA, NADIA, given("3"), NONE), NOW),
        new TransferToItself(NADIA));
  }

  @Test
  void a_transfer_beyond_what_is_available_or_to_nobody_is_refused() {
    AccountState state = after(opened(NADIA, "5.00"));
    assertRefused(
        AccountDecider.decide(
            state,
            after(opened(SCHOOL, "0.00")),
            new Transfer(NADIA, SCHOOL, given("6"), NONE),
            NOW),
        new InsufficientFunds(NADIA, euros("5.00"), euros("6.00")));
    assertRefused(
        AccountDecider.decide(state, after(), new Transfer(NADIA, SCHOOL, given("3"), NONE), NOW),
        new AccountNotFound(SCHOOL));
  }

  @Test
  void no_amount_and_no_balance_exceeds_the_limit() {
    AccountState empty = after(opened(NADIA, "0.00"));
    Money limit = euros("9999999999999.99");
    assertRefused(
        decide(empty, new Deposit(NADIA, given("10000000000000"), NONE)),
        new AmountTooLarge(new BigDecimal("10000000000000"), limit));
    AccountState full = after(new AccountOpened(NADIA, "Nadia", "current", limit, NONE));
    assertRefused(
        decide(full, new Deposit(NADIA, given("0.01"), NONE)), new BalanceTooLarge(NADIA, limit));
    assertRefused(
        AccountDecider.decide(
            after(opened(SCHOOL, "1.00")),
            full,
            new Transfer(SCHOOL, NADIA, given("1"), NONE),
            NOW),
        new BalanceTooLarge(NADIA, limit));
  }

  @Test
  void names_and_narratives_have_limits_and_no_line_breaks() {
    assertRefused(
        decide(after(), new OpenAccount(NADIA, " ", "current", given("0"), NONE)),
        new TextMissing("holder_name"));
    assertRefused(
        decide(after(), new OpenAccount(NADIA, "x".repeat(10_000), "current", given("0"), NONE)),
        new TextTooLong("holder_name", 10_000, Limits.MAX_HOLDER_LENGTH));
    assertRefused(
        decide(after(), new OpenAccount(NADIA, "Nadia\nRahimi", "current", given("0"), NONE)),
        new TextNotPlain("holder_name"));
    assertRefused(
        decide(
            after(opened(NADIA, "1.00")),
            new Deposit(NADIA, given("1"), new Details("", "rent\u202E00.1"))),
        new TextNotPlain("narrative"));
    assertRefused(
        decide(
            after(opened(NADIA, "1.00")),
            new Deposit(NADIA, given("1"), new Details("R".repeat(36), ""))),
        new TextTooLong("reference", 36, Limits.MAX_REFERENCE_LENGTH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"林晓雨", "ליאור כהן", "عمر خيام", "Þórdís Ólafsdóttir", "𝒩adia 👩‍💼"})
  void names_of_every_script_are_welcome(String name) {
    assertInstanceOf(
        Decision.Accepted.class,
        decide(after(), new OpenAccount(NADIA, name, "current", given("0"), NONE)));
  }

  @Test
  void a_history_that_cannot_be_is_not_folded() {
    assertThrows(
        IllegalStateException.class, () -> after(opened(NADIA, "1.00"), opened(NADIA, "1.00")));
    assertThrows(
        IllegalStateException.class, () -> after(new FeeCharged(NADIA, euros("1.00"), NONE)));
    assertThrows(
        IllegalStateException.class,
        () ->
            after(
                opened(NADIA, "1.00"),
                new AccountClosed(NADIA, euros("1.00"), NONE),
                new MoneyDeposited(NADIA, euros("1.00"), Means.CASH, NONE)));
  }

  private static Decision<AccountEvent> decide(AccountState state, OfOneAccount command) {
    return AccountDecider.decide(state, command, NOW);
  }

  private static void assertAccepted(Decision<AccountEvent> decision, AccountEvent... events) {
    assertEquals(new Decision.Accepted<>(List.of(events)), decision);
  }

  private static void assertRefused(Decision<AccountEvent> decision, Refusal refusal) {
    assertEquals(new Decision.Refused<>(refusal), decision);
  }

  private static BigMoney given(String amount) {
    return BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }

  private static Money euros(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
