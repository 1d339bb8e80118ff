package counterfoil.application;

import counterfoil.application.practice.SampleCustomers;
import counterfoil.application.practice.SampleCustomers.Customer;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Writes the script: what tellers do on each of some weeks' business days. The same every time. */
final class ScriptedDays {
  /** The business days before the last one. */
  static final int EARLIER_DAYS = 20;

  private static final long SEED = 19_930_101;
  private static final int OPENINGS_A_DAY = 9;
  private static final int ACTS_A_DAY = 22;
  private static final List<String> TAKEN_IN =
      List.of(
          "Market takings", "Salary", "Savings", "Harvest", "Rent received", "Shop takings", "");
  private static final List<String> HANDED_OUT =
      List.of("Household", "Market", "School books", "Repairs", "Travel", "", "");
  private static final List<String> SENT =
      List.of(
          "School fees", "Rent", "Membership", "Bread", "Seed potatoes", "Donation", "Loan back");

  private final CurrencyUnit currency;
  private final Random random = new Random(SEED);
  private final List<Customer> served = new ArrayList<>();

  ScriptedDays(CurrencyUnit currency) {
    this.currency = currency;
  }

  /**
   * The acts of the next day, in their order.
   *
   * @param day from 0; {@value #EARLIER_DAYS} is the last
   */
  List<ScriptedAct> next(int day, LocalDate date) {
    var acts = new ArrayList<ScriptedAct>();
    scripted(day, date, acts);
    for (int i = 0; i < OPENINGS_A_DAY && served.size() < SampleCustomers.OTHERS.size(); i++) {
      acts.add(opening(SampleCustomers.OTHERS.get(served.size()), i));
      served.add(SampleCustomers.OTHERS.get(served.size()));
    }
    for (int i = 0; i < ACTS_A_DAY; i++) {
      acts.add(at(2 * 3600 + random.nextInt(ScriptedAct.SECONDS_A_DAY - 2 * 3600), anything()));
    }
    if (day == EARLIER_DAYS / 2) {
      endOfMonth(date, acts);
    }
    Collections.sort(acts);
    return acts;
  }

  private ScriptedAct opening(Customer customer, int place) {
    return at(
        600 + place * 600 + random.nextInt(500),
        new OpenAccount(
            customer.number(),
            customer.name(),
            customer.product(),
            tens(5, 300),
            new Details("", "Opening deposit")));
  }

  /** The customers whose story is told in full. */
  private void scripted(int day, LocalDate date, List<ScriptedAct> acts) {
    var nadia = SampleCustomers.NADIA.number();
    switch (day) {
      case 0 -> {
        acts.add(at(0, openingOf(SampleCustomers.NADIA, "5000.00")));
        acts.add(at(180, openingOf(SampleCustomers.SCHOOL, "12400.00")));
        acts.add(at(390, openingOf(SampleCustomers.BRANDT, "4150.00")));
        acts.add(at(540, openingOf(SampleCustomers.WEBER, "820.00")));
        acts.add(at(1500, new SetOverdraftLimit(nadia, money("500.00"), Details.NONE)));
      }
      case 5 ->
          acts.add(
              at(
                  3720,
                  new Transfer(
                      SampleCustomers.BRANDT.number(),
                      nadia,
                      money("1380.00"),
                      words("Invoice 31"))));
      case 8 -> acts.add(at(16_620, new Deposit(nadia, money("640.00"), words("Market takings"))));
      case 10 -> acts.add(at(10, new CreditInterest(nadia, money("12.15"), words("Interest"))));
      case 13 -> acts.add(at(22_800, new Deposit(nadia, money("2000.00"), words("Cattle sale"))));
      case 15 -> {
        acts.add(at(7080, new Withdraw(nadia, money("80.00"), words("Wrong account keyed"))));
        acts.add(at(7500, new Deposit(nadia, money("80.00"), words("Put right: wrong account"))));
      }
      case 17 -> acts.add(at(26_640, new Withdraw(nadia, money("500.00"), Details.NONE)));
      case EARLIER_DAYS -> lastDay(date, acts);
      default -> {
        // Nothing of theirs on this day.
      }
    }
  }

  private void lastDay(LocalDate date, List<ScriptedAct> acts) {
    var nadia = SampleCustomers.NADIA.number();
    var weber = SampleCustomers.WEBER.number();
    var school = SampleCustomers.SCHOOL.number();
    acts.add(at(720, new Transfer(nadia, school, money("300.00"), words("School fees"))));
    acts.add(at(9000, new Withdraw(weber, money("5000.00"), words("Motorcycle"))));
    acts.add(at(9060, new CloseAccount(weber, true, words("Moving to the coast"))));
    acts.add(at(9300, new Deposit(weber, money("20.00"), Details.NONE)));
    acts.add(at(12_600, new Transfer(school, school, money("50.00"), words("Own account"))));
    String month = date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    acts.add(at(19_860, new Deposit(nadia, money("1250.00"), words("Rent, " + month))));
  }

  private void endOfMonth(LocalDate date, List<ScriptedAct> acts) {
    var month = YearMonth.from(date).minusMonths(1);
    int second = 60;
    for (Customer customer : served) {
      acts.add(
          customer.product().equals(SampleCustomers.SAVINGS)
              ? at(
                  second,
                  new CreditInterest(customer.number(), cents(90, 900), words("Interest " + month)))
              : at(
                  second,
                  new ChargeFee(customer.number(), money("1.50"), words("Statement " + month))));
      second += 2;
    }
  }

  private AccountCommand anything() {
    var customer = anybody();
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6, 7 ->
          new Deposit(customer.number(), tens(1, 90), words(any(TAKEN_IN)));
      case 8, 9, 10, 11, 12, 13, 14 ->
          new Withdraw(customer.number(), tens(1, 45), words(any(HANDED_OUT)));
      case 15, 16, 17, 18 ->
          new Transfer(
              customer.number(), other(customer).number(), cents(500, 18_000), words(any(SENT)));
      default -> new Withdraw(customer.number(), tens(900, 2000), words("Car"));
    };
  }

  private Customer anybody() {
    return served.get(random.nextInt(served.size()));
  }

  private Customer other(Customer customer) {
    var other = anybody();
    return other.equals(customer) ? SampleCustomers.SCHOOL : other;
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private ScriptedAct at(int second, AccountCommand command) {
    var commandId =
        new UUID(
            (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE);
    return new ScriptedAct(second, commandId, command);
  }

  private OpenAccount openingOf(Customer customer, String deposit) {
    return new OpenAccount(
        customer.number(),
        customer.name(),
        customer.product(),
        money(deposit),
        words("Opening deposit"));
  }

  private BigMoney tens(int from, int to) {
    return BigMoney.of(currency, BigDecimal.valueOf(10L * random.nextInt(from, to)));
  }

  private BigMoney cents(int from, int to) {
    return BigMoney.ofMinor(currency, random.nextInt(from, to));
  }

  private BigMoney money(String amount) {
    return BigMoney.of(currency, new BigDecimal(amount));
  }

  private static Details words(String narrative) {
    return new Details("", narrative);
  }
}
