package counterfoil.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.domain.Decision;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What holds for any commands at all, tried on random ones; the seed is printed with a failure. */
class AccountPropertyTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final Circumstances NOW = Circumstances.of(EUR, LocalDate.of(2026, 11, 23));
  private static final int RUNS = 300;
  private static final int COMMANDS = 200;

  @Test
  void transfers_move_money_and_never_make_it_and_no_withdrawal_passes_the_limit() {
    long seed = System.nanoTime();
    for (int run = 0; run < RUNS; run++) {
      tryOut(seed + run);
    }
  }

  private static void tryOut(long seed) {
    Random random = new Random(seed);
    String told = "seed " + seed;
    List<AccountState> accounts =
        new ArrayList<>(List.of(new Unopened(), new Unopened(), new Unopened()));
    Money cashInHouse = Money.zero(EUR);
    for (int i = 0; i < COMMANDS; i++) {
      int which = random.nextInt(accounts.size());
      int other = random.nextInt(accounts.size());
      Decision<AccountEvent> decision =
          random.nextInt(4) == 0
              ? AccountDecider.decide(
                  accounts.get(which),
                  accounts.get(other),
                  new Transfer(number(which), number(other), amount(random), Details.NONE),
                  NOW)
              : AccountDecider.decide(accounts.get(which), command(random, which), NOW);
      if (decision instanceof Decision.Accepted(var events)) {
        for (AccountEvent event : events) {
          int index = Integer.parseInt(event.account().value());
          accounts.set(index, accounts.get(index).after(event));
          cashInHouse = cashInHouse.plus(cashMoved(event));
          assertWithinLimit(accounts.get(index), told);
        }
      }
      assertEquals(cashInHouse, sum(accounts), told);
    }
  }

  private static void assertWithinLimit(AccountState state, String told) {
    if (state instanceof Open open) {
      // Lowering a limit may leave an account beyond it, but only ever down to the old limit.
      assertTrue(
          !open.ledger().plus(Money.of(EUR, 500)).isNegative(), () -> told + ": " + open.ledger());
    }
  }

  private static Money cashMoved(AccountEvent event) {
    boolean within =
        event instanceof AccountEvent.TransferSent
            || event instanceof AccountEvent.TransferReceived;
    return within ? Money.zero(EUR) : event.moved().orElseGet(() -> Money.zero(EUR));
  }

  private static Money sum(List<AccountState> accounts) {
    Money sum = Money.zero(EUR);
    for (AccountState account : accounts) {
      sum =
          switch (account) {
            case Unopened _, Closed _ -> sum;
            case Open open -> sum.plus(open.ledger());
          };
    }
    return sum;
  }

  private static OfOneAccount command(Random random, int account) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 ->
          new OpenAccount(number(account), "Holder", "current", amount(random), Details.NONE);
      case 3, 4, 5, 6 -> new Deposit(number(account), amount(random), Details.NONE);
      case 7, 8, 9 -> new Withdraw(number(account), amount(random), Details.NONE);
      case 10 ->
          new SetOverdraftLimit(
              number(account), BigMoney.of(EUR, random.nextInt(501)), Details.NONE);
      default -> new CloseAccount(number(account), random.nextInt(8) == 0, Details.NONE);
    };
  }

  private static BigMoney amount(Random random) {
    return BigMoney.of(EUR, BigDecimal.valueOf(random.nextInt(100_000) - 5_000, random.nextInt(4)));
  }

  private static AccountNumber number(int index) {
    return new AccountNumber(String.valueOf(index));
  }
}
