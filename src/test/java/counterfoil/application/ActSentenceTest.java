package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.application.Order.CashSlip;
import counterfoil.application.acts.OrderText;
import counterfoil.application.signin.Passwords;
import counterfoil.domain.account.AccountCommand;
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
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.branch.Product;
import counterfoil.domain.branch.SettingsCommand;
import counterfoil.domain.branch.SettingsCommand.ChangeSetting;
import counterfoil.domain.branch.SettingsCommand.DefineProduct;
import counterfoil.domain.branch.SettingsCommand.SetDenominations;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.customer.CustomerCommand;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffCommand.Administration;
import counterfoil.domain.staff.StaffCommand.CertifyKey;
import counterfoil.domain.staff.StaffCommand.ChangePassword;
import counterfoil.domain.staff.StaffCommand.GrantRole;
import counterfoil.domain.staff.StaffCommand.ReinstateStaff;
import counterfoil.domain.staff.StaffCommand.RevokeKey;
import counterfoil.domain.staff.StaffCommand.RevokeRole;
import counterfoil.domain.staff.StaffCommand.SuspendStaff;
import counterfoil.domain.staff.StaffCommand.UnlockSignIn;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import counterfoil.domain.workstation.Export;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What an approver signs begins with the act in words; here are those of every kind. */
class ActSentenceTest {
  private static final AccountNumber ONE = new AccountNumber("1004-2213");
  private static final AccountNumber TWO = new AccountNumber("1004-2214");
  private static final UUID ID = UUID.fromString("5f0c1b9e-3c1d-4c55-9d8a-1f6d3b2f7a10");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final CustomerNumber CUSTOMER = new CustomerNumber("C-000123");
  private static final StaffName AMARA = new StaffName("amara");
  private static final TillId TILL = new TillId("T-01");
  private static final Cash CASH = Cash.ofWritten(CurrencyUnit.EUR, Map.of("50", 25, "0.50", 1));

  private final Map<Order, String> golden = new LinkedHashMap<>();

  private static BigMoney euros(String amount) {
    return BigMoney.parse("EUR " + amount);
  }

  private void say(Order order, String words) {
    golden.put(order, words);
  }

  private void say(AccountCommand command, String words) {
    say(new Order.Serve(command), words);
  }

  private void say(SettingsCommand command, String words) {
    say(new Order.ChangeSettings(command), words);
  }

  private void say(CustomerCommand command, String words) {
    say(new Order.KeepCustomer(command), words);
  }

  private void say(Administration command, String words) {
    say(new Order.ManageStaff(command), words);
  }

  @Test
  void every_kind_of_act_has_its_sentence() {
    accounts();
    tills();
    office();
    staff();
    golden.forEach((order, words) -> {
      var text = OrderText.of(order).text();
      assertEquals(words, text.words().orElseThrow(), order::toString);
      assertEquals(text, ActText.of(text.canonical()));
    });
    assertEquals(kinds(Order.class), golden.keySet().stream().map(Order::getClass).collect(set()));
    assertEquals(
        kinds(AccountCommand.class),
        golden.keySet().stream()
            .flatMap(order ->
                order instanceof Order.Serve serve ? serve.commands().stream() : Stream.empty())
            .map(AccountCommand::getClass)
            .collect(set()));
    assertEquals(kinds(Administration.class).size(), 9);
    assertEquals(kinds(SettingsCommand.class).size(), 4);
  }

  private static <T> Collector<T, ?, Set<Object>> set() {
    return Collectors.mapping(Object.class::cast, Collectors.toSet());
  }

  /** All records of a sealed family. */
  private static Set<Object> kinds(Class<?> family) {
    return Stream.of(family.getPermittedSubclasses())
        .flatMap(kind -> kind.isRecord() ? Stream.of(kind) : kinds(kind).stream())
        .collect(set());
  }

  private void accounts() {
    say(
        new OpenAccount(
            ONE,
            "Nadia Rahimi",
            "current",
            euros("100"),
            List.of(CUSTOMER),
            new Terms(Optional.of(euros("10")), Optional.of(euros("1500"))),
            Details.NONE),
        "Open account 1004-2213 for “Nadia Rahimi”, product “current”, customers C-000123, with a"
            + " deposit of 100.00 EUR, minimum balance 10.00 EUR, overdraft limit 1,500.00 EUR.");
    say(
        new Order.Serve(
            List.of(
                new Deposit(ONE, euros("1250.5"), new Details("R-1", "Rent")),
                new Withdraw(TWO, euros("20"), Optional.of(euros("1")), Details.NONE)),
            new CashSlip(Optional.of(CASH), Optional.of(CASH))),
        "Deposit 1,250.50 EUR to account 1004-2213, reference “R-1”, narrative “Rent”. Then"
            + " Withdraw 20.00 EUR from account 1004-2214, with a fee of 1.00 EUR, received"
            + " 1,250.50 EUR (25 x 50 + 1 x 0.50), given 1,250.50 EUR (25 x 50 + 1 x 0.50).");
    say(
        new DepositCheque(
            ONE,
            euros("75"),
            new Cheque("0001", "Lakeside Bank", DAY, Optional.of("77")),
            DAY.plusDays(3),
            ID,
            Details.NONE),
        "Take in cheque “0001” of “Lakeside Bank” dated 2026-11-23, drawn on account “77”, 75.00"
            + " EUR to account 1004-2213, held until 2026-11-26 by hold "
            + ID
            + ".");
    say(
        new Transfer(ONE, TWO, euros("1000000"), Details.NONE),
        "Transfer 1,000,000.00 EUR from account 1004-2213 to account 1004-2214.");
    say(
        new ChargeFee(ONE, euros("0.005"), Details.NONE),
        "Charge account 1004-2213 a fee of 0.005 EUR.");
    say(
        new CreditInterest(
            ONE, euros("3"), Optional.of(new InterestPeriod(DAY, DAY)), Details.NONE),
        "Credit account 1004-2213 with interest of 3.00 EUR for 2026-11-23 to 2026-11-23.");
    say(
        new SetOverdraftLimit(ONE, euros("5"), Details.NONE),
        "Set the overdraft limit of account 1004-2213 to 5.00 EUR.");
    say(
        new SetMinimumBalance(ONE, euros("5"), Details.NONE),
        "Set the minimum balance of account 1004-2213 to 5.00 EUR.");
    say(
        new PlaceHold(ONE, ID, euros("5"), Optional.of(DAY), "promise", Details.NONE),
        "Hold 5.00 EUR on account 1004-2213 until 2026-11-23, reason “promise”, hold " + ID + ".");
    say(
        new ReleaseHold(ONE, ID, "kept", Details.NONE),
        "Release hold " + ID + " on account 1004-2213, reason “kept”.");
    say(new Freeze(ONE, "court", Details.NONE), "Freeze account 1004-2213, reason “court”.");
    say(new Unfreeze(ONE, "over", Details.NONE), "Unfreeze account 1004-2213, reason “over”.");
    say(
        new AddHolder(ONE, CUSTOMER, Details.NONE),
        "Add customer C-000123 as a holder of account 1004-2213.");
    say(
        new RemoveHolder(ONE, CUSTOMER, Details.NONE),
        "Remove customer C-000123 from the holders of account 1004-2213.");
    say(
        new CloseAccount(ONE, true, Details.NONE),
        "Close account 1004-2213 and pay out its balance.");
    say(new CloseAccount(ONE, false, Details.NONE), "Close account 1004-2213 without a payout.");
    say(
        new CloseInto(ONE, TWO, Optional.empty(), Details.NONE),
        "Close account 1004-2213 and move its balance to account 1004-2214.");
    say(
        new AccountCommand.Reverse(
            17,
            "MoneyDeposited",
            new MoneyDeposited(ONE, Money.parse("EUR 5"), Means.CASH, Details.NONE),
            Optional.empty(),
            "wrong",
            Details.NONE),
        "Take back entry 17 of account 1004-2213, reason “wrong”.");
    say(new Order.Reverse(17, "wrong", CashSlip.NONE), "Take back entry 17, reason “wrong”.");
  }

  private void tills() {
    String counted = "counted 1,250.50 EUR (25 x 50 + 1 x 0.50)";
    say(new Order.OpenTill(TILL, CASH, ""), "Open till T-01: " + counted + ".");
    say(new Order.CountTill(TILL, CASH, ""), "Count till T-01: " + counted + ".");
    say(
        new Order.CloseTill(TILL, CASH, "miscounted", true),
        "Close till T-01: " + counted + ", reason “miscounted”, all of it offered to the vault.");
    say(
        new Order.OfferCash(TillId.VAULT, TILL, CASH),
        "Offer 1,250.50 EUR (25 x 50 + 1 x 0.50) from VAULT to T-01.");
    say(
        new Order.AcceptCash(ID, TillId.VAULT, TILL),
        "Accept at T-01 what VAULT has offered, offer " + ID + ".");
    say(
        new Order.DeclineCash(ID, TillId.VAULT, TILL, "torn"),
        "Decline at T-01 what VAULT has offered, offer " + ID + ", reason “torn”.");
    say(
        new Order.BringCashIn(CASH, "Central"),
        "Bring 1,250.50 EUR (25 x 50 + 1 x 0.50) into the vault from “Central”.");
    say(
        new Order.SendCashOut(CASH, "Central"),
        "Send 1,250.50 EUR (25 x 50 + 1 x 0.50) out of the vault to “Central”.");
    say(new Order.OpenBusinessDay(DAY), "Open the business day of 2026-11-23.");
    say(
        new Order.CloseBusinessDay(true, "flood"),
        "Close the business day over what is still open, reason “flood”.");
  }

  private void office() {
    var details =
        new CustomerDetails(
            "Nadia", Optional.of(DAY), "passport", "P1", "55", "Quay", Set.of(Flag.MINOR), "shy");
    String known =
        " “Nadia”, born 2026-11-23, document “passport”, document number “P1”, phone “55”, address"
            + " “Quay”, marked MINOR, note “shy”.";
    say(new RegisterCustomer(CUSTOMER, details), "Register customer C-000123" + known);
    say(
        new ChangeCustomerDetails(CUSTOMER, details),
        "Change what is known of customer C-000123 to" + known);
    say(
        new Order.EraseCustomer(CUSTOMER, "asked"),
        "Erase what is known of customer C-000123, reason “asked”.");
    say(
        new SetLimit("approval.fee", Optional.of(euros("5"))),
        "Set the limit “approval.fee” to 5.00 EUR.");
    say(new SetLimit("approval.fee", Optional.empty()), "Take away the limit “approval.fee”.");
    say(new ChangeSetting("branch.name", "Quay"), "Set “branch.name” to “Quay”.");
    say(new SetDenominations(List.of("50", "0.50")), "Set the notes and coins to 50, 0.50.");
    say(
        new DefineProduct(
            "x",
            "Youth",
            Product.Kind.SAVINGS,
            euros("1"),
            true,
            euros("2"),
            new BigDecimal("1.50")),
        "Define the product “x” as “Youth”, SAVINGS, minimum balance 1.00 EUR, with an overdraft,"
            + " withdrawal fee 2.00 EUR, interest 1.5 percent.");
    say(new Order.Approve(ID), "Approve request " + ID + ".");
    say(new Order.Reject(ID, "no"), "Reject request " + ID + ", reason “no”.");
    say(new Order.WithdrawRequest(ID), "Withdraw request " + ID + ".");
    say(new Order.SignOff(17, "seen"), "Sign off entry 17, comment “seen”.");
    say(new Order.ReprintReceipt(17), "Print the receipt of entry 17 again.");
    say(
        new Order.RecordExport(
            new Export(
                Export.Format.CSV,
                Export.Content.STATEMENT,
                Optional.of(ONE),
                Optional.of(new Export.Period(DAY, DAY)),
                17,
                1,
                "0".repeat(64))),
        "Export statement as csv of account 1004-2213 for 2026-11-23 to 2026-11-23 up to entry 17,"
            + " files: 1, SHA-256 "
            + "0".repeat(64)
            + ".");
    say(
        new Order.AcceptRestore(17, "abc", "disk"),
        "Accept the restored ledger of 17 entries with the root abc, reason “disk”.");
  }

  private void staff() {
    var credential =
        new Passwords(new Passwords.Cost(64, 1, 1)).hash("four tall brown horses".toCharArray());
    say(
        new AddStaffMember(
            AMARA, "Amara Obi", Set.of(Role.HEAD_TELLER, Role.TELLER), credential, true),
        "Add “Amara Obi” as amara, teller, head_teller, with a temporary password.");
    say(new GrantRole(AMARA, Role.TELLER), "Give amara the role teller.");
    say(new RevokeRole(AMARA, Role.TELLER), "Take the role teller from amara.");
    say(new ChangePassword(AMARA, credential, true), "Set a temporary password for amara.");
    say(new ChangePassword(AMARA, credential, false), "Set a new password for amara.");
    say(new SuspendStaff(AMARA, "left"), "Suspend amara, reason “left”.");
    say(new ReinstateStaff(AMARA, "back"), "Reinstate amara, reason “back”.");
    say(new UnlockSignIn(AMARA), "Unlock the sign-in of amara.");
    say(new CertifyKey(AMARA, "KEY"), "Certify the key KEY of amara.");
    say(new RevokeKey(AMARA, "lost"), "Revoke the key of amara, reason “lost”.");
  }
}
