package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Serve;
import counterfoil.application.acts.OrderText;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.RemoveHolder;
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Terms;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.approval.ActDigest;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was asked for is read back from the text of its approval, or not at all. */
class AskedOrderTest {
  private static final AccountNumber ONE = new AccountNumber("1004-2213");
  private static final AccountNumber TWO = new AccountNumber("1004-2214");
  private static final Details SAID = new Details("R-1", "a \"note\"; with: signs");
  private static final BigMoney AMOUNT = BigMoney.parse("EUR 12.5");
  private static final Cash CASH =
      Cash.ofWritten(CurrencyUnit.EUR, Map.of("10", 1, "2", 1, "0.50", 1));
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static ApprovalRequested asked(Order order) {
    return new ApprovalRequested(
        UUID.randomUUID(),
        new StaffName("amara"),
        text(order) + "; account_effect: 1004-2213; amount: -1 EUR; ledger_after: 5 EUR",
        ActDigest.of(CommandDigest.of(order)),
        Set.of(Condition.AMOUNT),
        Optional.empty(),
        Instant.EPOCH);
  }

  private static String text(Order order) {
    return OrderText.of(order).text().canonical();
  }

  static Stream<Order> orders() {
    var paidOut = new CashSlip(Optional.empty(), Optional.of(CASH));
    return Stream.of(
        new Serve(new Withdraw(ONE, AMOUNT, SAID)),
        new Serve(List.of(new Withdraw(ONE, AMOUNT, Details.NONE)), paidOut),
        new Serve(new Withdraw(ONE, AMOUNT, Optional.of(AMOUNT), SAID)),
        new Serve(new Deposit(ONE, AMOUNT, SAID)),
        new Serve(new Transfer(ONE, TWO, AMOUNT, SAID)),
        new Serve(new ChargeFee(ONE, AMOUNT, SAID)),
        new Serve(new SetOverdraftLimit(ONE, AMOUNT, SAID)),
        new Serve(new PlaceHold(ONE, UUID.randomUUID(), AMOUNT, Optional.of(DAY), "because", SAID)),
        new Serve(new ReleaseHold(ONE, UUID.randomUUID(), "good", SAID)),
        new Serve(new CloseAccount(ONE, true, SAID)),
        new Serve(new CloseInto(ONE, TWO, Optional.empty(), SAID)),
        new Serve(
            List.of(
                new DepositCheque(
                    ONE,
                    AMOUNT,
                    new Cheque("77", "First Bank", DAY, Optional.of("DE 12; 3")),
                    DAY,
                    UUID.randomUUID(),
                    SAID),
                new DepositCheque(
                    ONE, AMOUNT, new Cheque("78", "First Bank", DAY), DAY, UUID.randomUUID(), SAID),
                new Withdraw(ONE, AMOUNT, Details.NONE)),
            paidOut),
        new Serve(new Freeze(ONE, "court; order", SAID)),
        new Serve(new Unfreeze(ONE, "lifted", Details.NONE)),
        new Serve(new SetMinimumBalance(ONE, AMOUNT, SAID)),
        new Serve(new AddHolder(ONE, new CustomerNumber("C-000002"), SAID)),
        new Serve(new RemoveHolder(ONE, new CustomerNumber("C-000002"), SAID)),
        new Serve(new CreditInterest(ONE, AMOUNT, SAID)),
        new Serve(
            new CreditInterest(
                ONE, AMOUNT, Optional.of(new InterestPeriod(DAY.minusDays(30), DAY)), SAID)),
        new Serve(new OpenAccount(ONE, "Rahimi; Nadia", "savings", AMOUNT, SAID)),
        new Serve(
            List.of(
                new OpenAccount(
                    ONE,
                    "Nadia Rahimi",
                    "current",
                    AMOUNT,
                    List.of(new CustomerNumber("C-000001"), new CustomerNumber("C-000002")),
                    new Terms(Optional.of(AMOUNT), Optional.of(AMOUNT)),
                    SAID)),
            new CashSlip(Optional.of(CASH), Optional.empty())),
        new Order.OpenTill(new TillId("T-01"), CASH, "two short"),
        new Order.CountTill(new TillId("T-01"), Cash.none(CurrencyUnit.EUR), ""),
        new Order.Reverse(7, "wrong account", CashSlip.NONE),
        new Order.CloseTill(new TillId("T-01"), CASH, "short", true),
        new Order.CloseTill(new TillId("T-01"), Cash.none(CurrencyUnit.EUR), "", false));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void an_order_is_read_back_as_it_was_asked_for(Order order) {
    assertEquals(Optional.of(order), AskedOrder.of(asked(order), CurrencyUnit.EUR));
  }

  @Test
  void what_has_another_digest_is_not_what_was_asked_for() {
    var asked = asked(new Serve(new Withdraw(ONE, AMOUNT, SAID)));
    var other = asked(new Serve(new Withdraw(TWO, AMOUNT, SAID)));
    var mixed =
        new ApprovalRequested(
            asked.approval(),
            asked.maker(),
            other.text(),
            asked.digest(),
            asked.conditions(),
            asked.amount(),
            asked.expiresAt());
    assertEquals(Optional.empty(), AskedOrder.of(mixed, CurrencyUnit.EUR));
  }

  @Test
  void what_the_text_does_not_hold_is_not_guessed() {
    var limit = new Order.ChangeSettings(new SetLimit("till.soft", Optional.of(AMOUNT)));
    assertEquals(Optional.empty(), AskedOrder.of(asked(limit), CurrencyUnit.EUR));
  }
}
