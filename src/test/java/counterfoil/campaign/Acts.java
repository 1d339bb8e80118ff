package counterfoil.campaign;

import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import java.util.SplittableRandom;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * Acts at a counter that follow from nothing but their id: whoever finds an id in a ledger knows
 * what must have been done under it.
 */
final class Acts {
  static final int ACCOUNTS = 12;

  /** Ids of the acts that open the accounts begin so. */
  private static final long OPENING = 0;

  private static final int MOST_CENTS = 20_000;

  private Acts() {}

  /** The id of the act that opens the {@code number}th account, from 0. */
  static UUID opening(int number) {
    return new UUID(OPENING, number);
  }

  /** The id of the {@code number}th act of a session. */
  static UUID id(long session, long number) {
    return new UUID(session == OPENING ? 1 : session, number);
  }

  static AccountCommand command(UUID id) {
    long seed = id.getMostSignificantBits() ^ (id.getLeastSignificantBits() * 0x9E3779B97F4A7C15L);
    SplittableRandom random = new SplittableRandom(seed);
    BigMoney amount = BigMoney.ofMinor(CurrencyUnit.EUR, random.nextInt(1, MOST_CENTS));
    Details details = new Details("REF-" + random.nextInt(1000), "Market day");
    if (id.getMostSignificantBits() == OPENING) {
      int number = (int) id.getLeastSignificantBits();
      return new OpenAccount(account(number), "Holder " + number, "current", amount, details);
    }
    int from = random.nextInt(ACCOUNTS);
    int to = (from + random.nextInt(1, ACCOUNTS)) % ACCOUNTS;
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> new Deposit(account(from), amount, details);
      case 4, 5 -> new Withdraw(account(from), amount, details);
      default -> new Transfer(account(from), account(to), amount, details);
    };
  }

  /** How many entries the act makes. */
  static int entries(UUID id) {
    return command(id) instanceof Transfer ? 2 : 1;
  }

  static AccountNumber account(int number) {
    return new AccountNumber("1004-" + (2000 + number));
  }
}
