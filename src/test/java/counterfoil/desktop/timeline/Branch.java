package counterfoil.desktop.timeline;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.MemoryLedgers;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Posting;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** A small branch on a morning in November, a minute or so between its postings. */
final class Branch implements AutoCloseable {
  static final AccountNumber NADIA = new AccountNumber("1004-2213");
  static final AccountNumber SCHOOL = new AccountNumber("1002-4471");

  private static final Actor AMARA = new Actor("amara", Actor.TELLER, "WS-02");

  private final Ledger ledger =
      new MemoryLedgers(
              new TickingClock(Instant.parse("2026-11-23T09:00:00Z"), Duration.ofSeconds(61)))
          .ledger();

  Ledger ledger() {
    return ledger;
  }

  /**
   * Six entries: 1 Nadia's account, 2 the school's, 3 a deposit of Nadia's, 4 and 5 a transfer from
   * her to the school, 6 a withdrawal of the school's.
   */
  static Branch afterSixEntries() {
    var branch = new Branch();
    branch.open(NADIA, "Nadia Rahimi", "100.00");
    branch.open(SCHOOL, "St Mark School", "0.00");
    branch.post(new Deposit(NADIA, amount("250.00"), new Details("R-1", "Rent, November")));
    branch.post(new Transfer(NADIA, SCHOOL, amount("75.00"), new Details("", "School fees")));
    branch.post(new Withdraw(SCHOOL, amount("20.00"), Details.NONE));
    return branch;
  }

  void open(AccountNumber number, String holder, String deposit) {
    post(new OpenAccount(number, holder, "current", amount(deposit), Details.NONE));
  }

  void deposit(AccountNumber number, String amount) {
    post(new Deposit(number, amount(amount), Details.NONE));
  }

  void close(AccountNumber number) {
    post(new CloseAccount(number, true, Details.NONE));
  }

  void post(AccountCommand command) {
    var outcome = ledger.counter().post(Posting.of(command), AMARA);
    if (!(outcome instanceof Posted)) {
      throw new AssertionError("not posted: " + outcome);
    }
  }

  static BigMoney amount(String amount) {
    return euros(amount).toBigMoney();
  }

  static Money euros(String amount) {
    return Money.parse("EUR " + amount);
  }

  @Override
  public void close() {
    ledger.close();
  }
}
