package counterfoil.application.practice;

import static counterfoil.application.practice.DayWriter.given;
import static counterfoil.application.practice.DayWriter.received;

import counterfoil.application.Order;
import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Serve;
import counterfoil.application.practice.DayStep.Ending;
import counterfoil.application.practice.DayStep.Manner;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Terms;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * The script of a branch's day in euros, the same every time but for its date: three tellers and a
 * supervisor open the day and their tills, serve six customers, have acts approved, rejected and
 * taken back, move cash to and from the vault, find one drawer short, and close. Whoever plays it,
 * through the screens or from a command line, must end with its {@link #figures}.
 */
public final class TellersDay {
  public static final StaffName INES = new StaffName("ines.alves");
  public static final StaffName HELEN = new StaffName("helen.brandt");
  public static final StaffName AMARA = new StaffName("amara.okafor");
  public static final StaffName LUCIA = new StaffName("lucia.meyer");
  public static final StaffName TOMAS = new StaffName("tomas.novak");

  public static final TillId T1 = new TillId("T-01");
  public static final TillId T2 = new TillId("T-02");
  public static final TillId T3 = new TillId("T-03");

  public static final AccountNumber YUSUF = new AccountNumber("1051-0017");
  public static final AccountNumber HILLSIDE = new AccountNumber("1052-0025");
  public static final AccountNumber LINDQVIST = new AccountNumber("1053-0033");
  public static final AccountNumber OKORO = new AccountNumber("1054-0041");
  public static final AccountNumber CHEN = new AccountNumber("1055-0058");

  private static final CurrencyUnit EUR = CurrencyUnit.EUR;

  /** What every teller begins with: 2,888.50. */
  private static final String FLOAT =
      "50x20 20x50 10x50 5x40 2x50 1x50 0.50x40 0.20x50 0.10x50 0.05x40 0.02x50 0.01x50";

  private final LocalDate date;
  private final DayWriter day = new DayWriter(EUR);

  private TellersDay(LocalDate date) {
    this.date = date;
  }

  /** Who works in it. */
  public record Person(StaffName name, String fullName, Set<Role> roles) {}

  /** The administrator is the first: a ledger's first member of staff must be one. */
  public static List<Person> staff() {
    return List.of(
        new Person(INES, "Inês Alves", Set.of(Role.ADMINISTRATOR)),
        new Person(HELEN, "Helen Brandt", Set.of(Role.HEAD_TELLER)),
        new Person(AMARA, "Amara Okafor", Set.of(Role.TELLER)),
        new Person(LUCIA, "Lucía Meyer", Set.of(Role.TELLER)),
        new Person(TOMAS, "Tomáš Novák", Set.of(Role.TELLER)));
  }

  /** The day's script, for a ledger in euros that knows its staff and no day later than this. */
  public static TellersDay on(LocalDate date) {
    var script = new TellersDay(date);
    script.rules();
    script.opening();
    script.newCustomers();
    script.morning();
    script.approvals();
    script.mistake();
    script.rejection();
    script.restrictions();
    script.vault();
    script.afternoon();
    script.closing();
    return script;
  }

  public LocalDate date() {
    return date;
  }

  public List<DayStep> steps() {
    return day.steps();
  }

  public DayFigures figures() {
    return day.figures();
  }

  private void rules() {
    limit("approval.cash_out", "2000.00");
    limit("over_short.second_person", "20.00");
    limit("till.soft", "8000.00");
    limit("report.cash_threshold", "3000.00");
  }

  private void limit(String name, String amount) {
    day.posts(
        INES,
        "set the limit %s to %s".formatted(name, amount),
        new Order.ChangeSettings(new SetLimit(name, Optional.of(money(amount)))));
  }

  private void opening() {
    day.at(8, 45);
    day.posts(HELEN, "open the business day " + date, new Order.OpenBusinessDay(date));
    Cash delivered =
        day.cash(
            "200x50 100x100 50x300 20x400 10x400 5x300 2x300 1x300"
                + " 0.50x300 0.20x300 0.10x300 0.05x300 0.02x300 0.01x300");
    day.posts(HELEN, "bring cash in", new Order.BringCashIn(delivered, "Central bank, bag 4471"));
    day.into(TillId.VAULT, delivered);
    Cash float1 = day.cash(FLOAT);
    for (TillId till : List.of(T1, T2, T3)) {
      day.posts(
          HELEN, "offer the float to " + till, new Order.OfferCash(TillId.VAULT, till, float1));
      day.outOf(TillId.VAULT, float1);
    }
    Map.of(T1, AMARA, T2, LUCIA, T3, TOMAS).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(till -> {
          day.posts(
              till.getValue(),
              "open " + till.getKey(),
              new Order.OpenTill(till.getKey(), float1, ""));
          day.into(till.getKey(), float1);
        });
    day.refused(
        TOMAS,
        "open a second till",
        "teller_has_till",
        new Order.OpenTill(new TillId("T-04"), float1, ""));
  }

  private void newCustomers() {
    day.at(9, 15);
    opens(AMARA, T1, 901, "Amina Yusuf", "1988-04-12", YUSUF, "current", "50x24", "1200.00");
    opens(LUCIA, T2, 902, "Hillside School", "", HILLSIDE, "current", "100x20 50x8", "2400.00");
    opens(
        TOMAS,
        T3,
        903,
        "Marta Lindqvist",
        "1971-11-30",
        LINDQVIST,
        "current",
        "100x30 50x3",
        "3150.00");
    opens(AMARA, T1, 904, "Jonas Okoro", "1995-01-08", OKORO, "current", "200x4 20x1", "820.00");
    opens(LUCIA, T2, 905, "Chen Siyuan 陈思远", "1990-06-21", CHEN, "savings", "20x3", "60.00");
    day.posts(
        LUCIA,
        "note a phone number",
        new Order.KeepCustomer(
            new ChangeCustomerDetails(
                customer(905),
                new CustomerDetails(
                    "Chen Siyuan 陈思远",
                    Optional.of(LocalDate.parse("1990-06-21")),
                    "passport",
                    "X905",
                    "+49 30 5550142",
                    "",
                    Set.of(),
                    ""))));
  }

  private void opens(
      StaffName teller,
      TillId till,
      int customer,
      String name,
      String birthDate,
      AccountNumber account,
      String product,
      String pieces,
      String amount) {
    day.posts(
        teller,
        "register " + name,
        new Order.KeepCustomer(
            new RegisterCustomer(
                customer(customer),
                new CustomerDetails(
                    name,
                    birthDate.isEmpty()
                        ? Optional.empty()
                        : Optional.of(LocalDate.parse(birthDate)),
                    birthDate.isEmpty() ? "registration" : "passport",
                    "X" + customer,
                    "",
                    "",
                    Set.of(),
                    ""))));
    Cash cash = day.cash(pieces);
    day.serves(
        teller,
        "open %s for %s with %s".formatted(account, name, amount),
        received(cash),
        new OpenAccount(
            account,
            name,
            product,
            money(amount),
            List.of(customer(customer)),
            Terms.NONE,
            words("Opening deposit")));
    day.into(till, cash);
    day.book(account, amount);
  }

  private void morning() {
    day.at(10, 0);
    day.serves(
        HELEN,
        "set the overdraft limit of %s to 500.00".formatted(YUSUF),
        new SetOverdraftLimit(YUSUF, money("500.00"), Details.NONE));
    deposits(AMARA, T1, YUSUF, "250.00", "50x5", "Rent received");
    withdraws(TOMAS, T3, LINDQVIST, "135.50", "50x2 20x1 10x1 5x1 0.50x1", "Household");
    day.serves(
        LUCIA,
        "transfer 300.00 from %s to %s".formatted(HILLSIDE, LINDQVIST),
        new Transfer(HILLSIDE, LINDQVIST, money("300.00"), words("Invoice 31")));
    day.book(HILLSIDE, "-300.00");
    day.book(LINDQVIST, "300.00");
    day.serves(
        LUCIA,
        "charge %s a fee of 1.50".formatted(HILLSIDE),
        new ChargeFee(HILLSIDE, money("1.50"), words("Statement")));
    day.book(HILLSIDE, "-1.50");
    day.serves(
        HELEN,
        "set the minimum balance of %s to 10.00".formatted(CHEN),
        new SetMinimumBalance(CHEN, money("10.00"), Details.NONE));
    day.serves(
        HELEN,
        "make %s a joint holder of %s".formatted(customer(903), YUSUF),
        new AddHolder(YUSUF, customer(903), Details.NONE));
    // Change: a hundred for a deposit of 87.35.
    Cash hundred = day.cash("100x1");
    Cash change = day.cash("10x1 2x1 0.50x1 0.10x1 0.05x1");
    day.serves(
        TOMAS,
        "deposit 87.35 to %s, change for 100".formatted(CHEN),
        new CashSlip(Optional.of(hundred), Optional.of(change)),
        new Deposit(CHEN, money("87.35"), Details.NONE));
    day.into(T3, hundred);
    day.outOf(T3, change);
    day.book(CHEN, "87.35");
  }

  private void deposits(
      StaffName teller,
      TillId till,
      AccountNumber account,
      String amount,
      String pieces,
      String narrative) {
    Cash cash = day.cash(pieces);
    day.serves(
        teller,
        "deposit %s to %s".formatted(amount, account),
        received(cash),
        new Deposit(account, money(amount), words(narrative)));
    day.into(till, cash);
    day.book(account, amount);
  }

  private void withdraws(
      StaffName teller,
      TillId till,
      AccountNumber account,
      String amount,
      String pieces,
      String narrative) {
    Cash cash = day.cash(pieces);
    day.serves(
        teller,
        "withdraw %s from %s".formatted(amount, account),
        given(cash),
        new Withdraw(account, money(amount), words(narrative)));
    day.outOf(till, cash);
    day.book(account, "-" + amount);
  }

  private void approvals() {
    day.at(11, 0);
    day.refused(
        AMARA,
        "withdraw 2600.00 from " + YUSUF,
        "insufficient_funds",
        new Serve(new Withdraw(YUSUF, money("2600.00"), Details.NONE)));
    Cash notes = day.cash("200x4 50x22");
    UUID overdrawn =
        day.asks(
            AMARA,
            "withdraw 1900.00 from %s, into the overdraft".formatted(YUSUF),
            new Serve(
                List.of(new Withdraw(YUSUF, money("1900.00"), words("Motorcycle"))), given(notes)));
    day.posts(HELEN, "approve it", new Order.Approve(overdrawn));
    day.again(overdrawn, new Ending.Posted());
    day.outOf(T1, notes);
    day.book(YUSUF, "-1900.00");
  }

  private void mistake() {
    day.at(11, 25);
    Cash cash = day.cash("50x1 20x1 10x1");
    UUID wrong =
        day.serves(
            AMARA,
            "deposit 80.00 to %s, the wrong account".formatted(OKORO),
            received(cash),
            new Deposit(OKORO, money("80.00"), words("Market takings")));
    day.signed(
        AMARA,
        "take it back, signed by the supervisor",
        positions ->
            new Order.Reverse(positions.applyAsLong(wrong), "Wrong account keyed", CashSlip.NONE));
    deposits(AMARA, T1, LINDQVIST, "80.00", "50x1 20x1 10x1", "Market takings");
  }

  /** It waits over noon, and is rejected then. */
  private void rejection() {
    day.at(11, 52);
    UUID large =
        day.asks(
            TOMAS,
            "withdraw 2500.00 from " + LINDQVIST,
            new Serve(
                List.of(new Withdraw(LINDQVIST, money("2500.00"), words("Car"))),
                given(day.cash("100x20 50x10"))));
    day.at(12, 2);
    day.posts(HELEN, "reject it", new Order.Reject(large, "Not without notice of a day"));
    day.again(large, new Ending.Refused("approval_rejected"));
    withdraws(TOMAS, T3, LINDQVIST, "1500.00", "100x15", "Car, first part");
  }

  private void restrictions() {
    day.at(12, 30);
    Cash back = day.cash("50x1 20x1 10x1");
    UUID cheque = UUID.nameUUIDFromBytes(new byte[] {4, 7, 1});
    day.serves(
        LUCIA,
        "a cheque of 480.00 into %s, 80.00 back".formatted(HILLSIDE),
        given(back),
        new DepositCheque(
            HILLSIDE,
            money("480.00"),
            new Cheque("000471", "First Bank", date.minusDays(3)),
            date.plusDays(3),
            cheque,
            words("Sports club")),
        new Withdraw(HILLSIDE, money("80.00"), words("Petty cash")));
    day.outOf(T2, back);
    day.book(HILLSIDE, "400.00");
    day.serves(
        TOMAS,
        "hold 200.00 of " + LINDQVIST,
        new PlaceHold(
            LINDQVIST,
            UUID.nameUUIDFromBytes(new byte[] {2, 0, 0}),
            money("200.00"),
            Optional.empty(),
            "Court order 17/26",
            Details.NONE));
    day.serves(HELEN, "freeze " + OKORO, new Freeze(OKORO, "Lost card", Details.NONE));
    day.refused(
        TOMAS,
        "withdraw 20.00 from " + OKORO,
        "account_frozen",
        new Serve(new Withdraw(OKORO, money("20.00"), Details.NONE)));
    day.serves(HELEN, "unfreeze " + OKORO, new Unfreeze(OKORO, "Card found", Details.NONE));
    day.signed(
        LUCIA,
        "release the cheque's hold before its day, signed by the supervisor",
        _ -> new Serve(new ReleaseHold(HILLSIDE, cheque, "Bank has confirmed", Details.NONE)));
  }

  private void vault() {
    day.at(13, 30);
    sells(AMARA, T1, TillId.VAULT, HELEN, "50x20");
    sells(HELEN, TillId.VAULT, T3, TOMAS, "20x25 10x20");
    Cash hundreds = day.cash("100x5");
    UUID declined =
        day.posts(LUCIA, "offer five hundreds to T-03", new Order.OfferCash(T2, T3, hundreds));
    day.posts(TOMAS, "decline them", new Order.DeclineCash(declined, T2, T3, "I need small notes"));
    day.posts(
        HELEN, "count T-02 in between", new Order.CountTill(T2, day.drawer(T2), "Spot count"));
  }

  private void sells(StaffName giver, TillId from, TillId to, StaffName taker, String pieces) {
    Cash cash = day.cash(pieces);
    UUID offer =
        day.posts(
            giver,
            "offer %s from %s to %s".formatted(cash.total().getAmount(), from, to),
            new Order.OfferCash(from, to, cash));
    day.outOf(from, cash);
    day.posts(taker, "accept it", new Order.AcceptCash(offer, from, to));
    day.into(to, cash);
  }

  private void afternoon() {
    day.at(14, 30);
    deposits(LUCIA, T2, CHEN, "310.00", "100x3 10x1", "Salary");
    withdraws(AMARA, T1, LINDQVIST, "45.00", "20x2 5x1", "");
    day.serves(
        TOMAS,
        "transfer 120.00 from %s to %s".formatted(LINDQVIST, YUSUF),
        new Transfer(LINDQVIST, YUSUF, money("120.00"), words("Rent share")));
    day.book(LINDQVIST, "-120.00");
    day.book(YUSUF, "120.00");
    day.refused(
        TOMAS,
        "transfer 50.00 from an account to itself",
        "transfer_to_itself",
        new Serve(new Transfer(HILLSIDE, HILLSIDE, money("50.00"), Details.NONE)));
    deposits(TOMAS, T3, YUSUF, "500.00", "100x5", "Loan back");
    withdraws(LUCIA, T2, CHEN, "100.00", "50x2", "Travel");
    Cash rest = day.cash("100x8 20x1");
    UUID closing =
        day.serves(
            LUCIA,
            "close %s and pay out 820.00".formatted(OKORO),
            given(rest),
            new CloseAccount(OKORO, true, words("Moving to the coast")));
    day.outOf(T2, rest);
    day.book(OKORO, "-820.00");
    day.step(
        HELEN,
        "look at the account opened and closed on one day, and sign it off",
        positions -> new Order.SignOff(positions.applyAsLong(closing), "Slip seen"),
        Manner.PLAIN,
        new Ending.Posted());
    day.refused(
        AMARA,
        "deposit 20.00 to " + OKORO,
        "account_closed",
        new Serve(new Deposit(OKORO, money("20.00"), Details.NONE)));
  }

  private void closing() {
    day.at(16, 0);
    day.refused(
        HELEN,
        "close the day over three open tills",
        "left_open",
        new Order.CloseBusinessDay(false, ""));
    Cash missing = day.drawer(T3).minus(day.cash("10x1"));
    closes(AMARA, T1, day.drawer(T1), "");
    closes(LUCIA, T2, day.drawer(T2), "");
    closes(TOMAS, T3, missing, "A ten is missing, looked twice");
    day.posts(
        HELEN,
        "count the vault",
        new Order.CountTill(TillId.VAULT, day.drawer(TillId.VAULT), "End of day"));
    day.posts(HELEN, "close the business day", new Order.CloseBusinessDay(false, ""));
  }

  private void closes(StaffName teller, TillId till, Cash counted, String reason) {
    UUID handOver =
        day.posts(
            teller,
            "close %s with %s and hand it over".formatted(till, counted.total().getAmount()),
            new Order.CloseTill(till, counted, reason, true));
    day.counted(till, counted);
    day.outOf(till, counted);
    day.posts(HELEN, "take it into the vault", new Order.AcceptCash(handOver, till, TillId.VAULT));
    day.into(TillId.VAULT, counted);
  }

  private static CustomerNumber customer(int number) {
    return CustomerNumber.numbered(number);
  }

  private static BigMoney money(String amount) {
    return BigMoney.parse("EUR " + amount);
  }

  private static Details words(String narrative) {
    return new Details("", narrative);
  }
}
