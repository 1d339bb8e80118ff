package counterfoil.domain.account;

import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.InterestDue;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.RemoveHolder;
import counterfoil.domain.account.AccountCommand.Reverse;
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Terms;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.ChequeDeposited;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.HoldPlaced;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.customer.CustomerNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Commands over a few accounts, sensible and not, as one source of chance has them. */
final class RandomCommands {
  static final int ACCOUNTS = 3;
  private static final int HOLDS = 8;
  private static final int CUSTOMERS = 4;

  private final Random random;
  private final List<Reverse> reversals = new ArrayList<>();
  private LocalDate today = LocalDate.of(2026, 11, 23);

  RandomCommands(Random random) {
    this.random = random;
  }

  /** Tells what was recorded, so that it may be reversed. */
  void recorded(long position, AccountEvent event) {
    if (event instanceof HoldPlaced held && !reversals.isEmpty()) {
      Reverse last = reversals.getLast();
      if (last.original() instanceof ChequeDeposited && last.position() == position - 1) {
        reversals.set(
            reversals.size() - 1,
            reversal(position - 1, last.original(), Optional.of(held.holdId())));
      }
    }
    reversals.add(reversal(position, event, Optional.empty()));
  }

  private Reverse reversal(long position, AccountEvent event, Optional<UUID> hold) {
    return new Reverse(
        position, event.getClass().getSimpleName(), event, hold, "Typed wrong", Details.NONE);
  }

  Circumstances circumstances() {
    if (random.nextInt(20) == 0) {
      today = today.plusDays(random.nextInt(10));
    }
    Circumstances now = Circumstances.of(CurrencyUnit.EUR, today);
    return random.nextInt(3) == 0 ? now.allowingHeldMoney() : now;
  }

  AccountCommand next() {
    AccountNumber account = account();
    return switch (random.nextInt(32)) {
      case 0, 1, 2 -> opening(account);
      case 3, 4, 5, 6, 7 -> new Deposit(account, amount(), Details.NONE);
      case 8, 9, 10, 11 -> new Withdraw(account, amount(), maybe(2, small()), Details.NONE);
      case 12, 13, 14 -> new Transfer(account, account(), amount(), Details.NONE);
      case 15, 16 -> new DepositCheque(account, amount(), cheque(), near(3), hold(), Details.NONE);
      case 17, 18 ->
          new PlaceHold(account, hold(), small(), maybe(2, near(3)), reason(), Details.NONE);
      case 19, 20 -> new ReleaseHold(account, hold(), reason(), Details.NONE);
      case 21 -> new Freeze(account, reason(), Details.NONE);
      case 22, 23 -> new Unfreeze(account, reason(), Details.NONE);
      case 24 -> new ChargeFee(account, small(), Details.NONE);
      case 25 -> new CreditInterest(account, small(), maybe(2, period()), Details.NONE);
      case 26 -> new SetOverdraftLimit(account, amount(), Details.NONE);
      case 27 -> new SetMinimumBalance(account, small(), Details.NONE);
      case 28 -> new AddHolder(account, customer(), Details.NONE);
      case 29 -> new RemoveHolder(account, customer(), Details.NONE);
      case 30 ->
          reversals.isEmpty() ? opening(account) : reversals.get(random.nextInt(reversals.size()));
      default -> closing(account);
    };
  }

  private AccountCommand opening(AccountNumber account) {
    List<CustomerNumber> holders =
        Stream.generate(this::customer).limit(random.nextInt(3)).toList();
    Terms terms = new Terms(maybe(4, small()), maybe(4, amount()));
    return new OpenAccount(account, "Holder", "current", amount(), holders, terms, Details.NONE);
  }

  private AccountCommand closing(AccountNumber account) {
    if (random.nextInt(3) > 0) {
      // Ends would come too often otherwise: nothing happens to an account after its end.
      return new CloseAccount(account, false, Details.NONE);
    }
    Optional<InterestDue> interest = maybe(2, new InterestDue(small(), maybe(2, period())));
    return random.nextBoolean()
        ? new CloseAccount(account, random.nextBoolean(), interest, Details.NONE)
        : new CloseInto(account, account(), interest, Details.NONE);
  }

  private BigMoney amount() {
    return money(100_000);
  }

  private BigMoney small() {
    return money(10_000);
  }

  private BigMoney money(int most) {
    return switch (random.nextInt(40)) {
      case 0 -> BigMoney.of(CurrencyUnit.USD, BigDecimal.TEN);
      case 1 -> BigMoney.of(CurrencyUnit.EUR, new BigDecimal("1E+14"));
      case 2 -> BigMoney.zero(CurrencyUnit.EUR);
      default ->
          BigMoney.of(
              CurrencyUnit.EUR,
              BigDecimal.valueOf(
                  random.nextInt(most) - most / 40, random.nextInt(20) == 0 ? 3 : 2));
    };
  }

  private Cheque cheque() {
    LocalDate date = random.nextInt(4) == 0 ? today.minusDays(random.nextInt(400)) : near(1);
    return new Cheque("004711", "Sparkasse Unna", date);
  }

  private InterestPeriod period() {
    return new InterestPeriod(near(5), near(1));
  }

  /** A day around today, mostly one of the next. */
  private LocalDate near(int days) {
    return today.plusDays(random.nextInt(2 * days + 1) - days);
  }

  private UUID hold() {
    return new UUID(0, random.nextInt(HOLDS));
  }

  private CustomerNumber customer() {
    return CustomerNumber.numbered(random.nextInt(CUSTOMERS));
  }

  private String reason() {
    return random.nextInt(10) == 0 ? " " : "Court order";
  }

  private AccountNumber account() {
    return new AccountNumber(String.valueOf(random.nextInt(ACCOUNTS)));
  }

  private <T> Optional<T> maybe(int oneIn, T value) {
    return random.nextInt(oneIn) == 0 ? Optional.of(value) : Optional.empty();
  }
}
