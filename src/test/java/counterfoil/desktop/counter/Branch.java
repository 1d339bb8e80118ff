package counterfoil.desktop.counter;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.MemoryLedgers;
import counterfoil.application.Outcome;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Posting;
import counterfoil.desktop.approval.Countersigning;
import counterfoil.desktop.approval.LedgerApprovals;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.FakeSession;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountLine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** A small branch for tests: a ledger in memory, and a teller's desk that answers at once. */
public final class Branch implements AutoCloseable {
  public static final Actor TELLER = new Actor("amara", Actor.TELLER, "WS-02");

  private final Ledger ledger =
      new MemoryLedgers(InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"))).ledger();
  private final List<Posting> postings = new CopyOnWriteArrayList<>();

  public Ledger ledger() {
    return ledger;
  }

  /** Posts at once and remembers what was handed over. */
  public Desk desk() {
    return desk(Runnable::run);
  }

  /** The same, answering on another thread. */
  public Desk desk(Executor screen) {
    return new Desk(
        new FakeSession(
            TELLER,
            Set.of(),
            posting -> {
              postings.add(posting);
              return CompletableFuture.completedFuture(ledger.counter().post(posting, TELLER));
            }),
        Runnable::run,
        screen);
  }

  /** A counter at a desk of this branch. */
  public CounterViewModel counter(
      Desk desk, Background background, ObservableValue<Locale> locale) {
    var signing = Countersigning.at(desk, new LedgerApprovals(ledger), background, ledger.clock());
    return new CounterViewModel(ledger, desk, signing, background, locale);
  }

  /** What desks of {@link #desk()} have handed over. */
  public List<Posting> postings() {
    return List.copyOf(postings);
  }

  public Branch open(String number, String holder, String deposit) {
    return post(
        new OpenAccount(
            new AccountNumber(number), holder, "Current account", euros(deposit), Details.NONE));
  }

  public Branch deposit(String number, String amount) {
    return post(new Deposit(new AccountNumber(number), euros(amount), Details.NONE));
  }

  public Branch withdraw(String number, String amount) {
    return post(new Withdraw(new AccountNumber(number), euros(amount), Details.NONE));
  }

  public Branch overdraft(String number, String limit) {
    return post(new SetOverdraftLimit(new AccountNumber(number), euros(limit), Details.NONE));
  }

  public Branch close(String number) {
    return post(new CloseAccount(new AccountNumber(number), true, Details.NONE));
  }

  private Branch post(AccountCommand command) {
    Outcome outcome = ledger.counter().post(Posting.of(command), TELLER);
    if (!(outcome instanceof Posted)) {
      throw new AssertionError(outcome);
    }
    return this;
  }

  public AccountLine account(String number) {
    return ledger.inquiries().account(new AccountNumber(number)).orElseThrow();
  }

  public long entries() {
    return ledger.head().position();
  }

  public static BigMoney euros(String amount) {
    return BigMoney.parse("EUR " + amount);
  }

  public static Money money(String amount) {
    return Money.parse("EUR " + amount);
  }

  @Override
  public void close() {
    ledger.close();
  }
}
