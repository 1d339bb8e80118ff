package counterfoil.campaign;

import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.BigMoney;

/** A second opinion on a ledger: additions and subtractions on paper, act by act. */
final class NaiveBook {
  private final Map<AccountNumber, Long> cents = new TreeMap<>(NaiveBook::compare);
  private final Map<UUID, Placed> acts = new HashMap<>();

  /** Where an act begins, and what the first account it concerns has after it. */
  record Placed(long position, long centsAfter) {}

  /** Writes the book from a whole ledger. */
  NaiveBook(List<Entry> entries) {
    for (int i = 0; i < entries.size(); ) {
      Entry first = entries.get(i);
      UUID id = first.commandId();
      int count = Acts.entries(id);
      for (int j = i; j < i + count; j++) {
        boolean whole =
            j < entries.size()
                && entries.get(j).commandId().equals(id)
                && entries.get(j).position() == j + 1;
        check(whole, "the act of entry " + first.position() + " is there in part");
      }
      long after = write(Acts.command(id));
      boolean once = acts.put(id, new Placed(first.position(), after)) == null;
      check(once, "the act of entry " + first.position() + " is there twice");
      i += count;
    }
  }

  private long write(AccountCommand command) {
    return switch (command) {
      case OpenAccount c -> add(c.account(), c.openingDeposit(), 1);
      case Deposit c -> add(c.account(), c.amount(), 1);
      case Withdraw c -> add(c.account(), c.amount(), -1);
      case Transfer c -> {
        add(c.to(), c.amount(), 1);
        yield add(c.from(), c.amount(), -1);
      }
      case AccountCommand c -> throw new AssertionError("nobody asked for " + c);
    };
  }

  private long add(AccountNumber account, BigMoney amount, int sign) {
    long sum = cents.getOrDefault(account, 0L) + sign * amount.getAmountMinorLong();
    check(sum >= 0, account + " is overdrawn");
    cents.put(account, sum);
    return sum;
  }

  /** What each account has. */
  Map<AccountNumber, Long> cents() {
    return cents;
  }

  /** Each act that was recorded. */
  Map<UUID, Placed> acts() {
    return acts;
  }

  private static int compare(AccountNumber a, AccountNumber b) {
    return a.value().compareTo(b.value());
  }

  static void check(boolean right, String otherwise) {
    if (!right) {
      throw new AssertionError(otherwise);
    }
  }
}
