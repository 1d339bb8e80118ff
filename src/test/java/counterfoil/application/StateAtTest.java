package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.AccountLoader.Known;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.payload.AccountEvents;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account's state at any entry of its past. */
class StateAtTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final Actor TELLER = new Actor("amara", Actor.TELLER, "WS-02");
  private static final AccountNumber LONG = new AccountNumber("1004-2213");
  private static final AccountNumber OTHER = new AccountNumber("1001-7788");

  private final ScriptedClock clock = new ScriptedClock(Instant.parse("2026-11-04T15:00:00Z"));
  private final Ledger ledger = new MemoryLedgers(clock).ledger();
  private final AtomicInteger folded = new AtomicInteger();

  @AfterEach
  void close() {
    ledger.close();
  }

  private void fill(int acts, SplittableRandom random) {
    for (AccountNumber number : List.of(LONG, OTHER)) {
      var opening =
          new OpenAccount(number, "Holder", "CURRENT", BigMoney.of(EUR, 5000), Details.NONE);
      ledger.counter().post(Posting.of(opening), TELLER);
    }
    for (int i = 0; i < acts; i++) {
      AccountNumber number = random.nextInt(8) == 0 ? OTHER : LONG;
      BigMoney amount = BigMoney.ofMinor(EUR, 1 + random.nextInt(900));
      var command =
          random.nextBoolean()
              ? new Deposit(number, amount, Details.NONE)
              : new Withdraw(number, amount, Details.NONE);
      ledger.counter().post(Posting.of(command), TELLER);
    }
  }

  /** A store that counts the entries it hands over. */
  private EventStore counting() {
    return (EventStore)
        Proxy.newProxyInstance(
            EventStore.class.getClassLoader(),
            new Class<?>[] {EventStore.class},
            (_, method, arguments) -> {
              Object answer = method.invoke(ledger.store(), arguments);
              if (answer instanceof List<?> entries) {
                folded.addAndGet(entries.size());
              }
              return answer;
            });
  }

  @Test
  void it_is_what_replaying_everything_comes_to_at_every_position() throws SQLException {
    long seed = System.nanoTime();
    fill(400, new SplittableRandom(seed));
    for (int round = 0; round < 2; round++) {
      AccountState replayed = new Unopened();
      for (Entry entry : ledger.store().read(1, 1000)) {
        if (entry.stream().equals(AccountEvents.stream(LONG))) {
          replayed = replayed.after(AccountEvents.decode(entry.type(), entry.payload()));
        }
        assertEquals(replayed, ledger.stateAt(LONG, entry.position()), "seed " + seed);
      }
      if (round == 0) {
        // And all of it once more without a snapshot.
        change("DELETE FROM snapshot");
      }
    }
    assertEquals(new Unopened(), ledger.stateAt(LONG, 0));
  }

  @Test
  void fewer_than_fifty_events_are_folded_wherever_in_a_long_history() {
    fill(2600, new SplittableRandom(5));
    AccountLoader loader = new AccountLoader(counting(), ledger.reads());
    long last = ledger.inquiries().version(LONG, Long.MAX_VALUE);
    assertTrue(last > 2000, last + " versions");
    for (long version = 0; version <= last; version++) {
      folded.set(0);
      Known known = loader.loadAt(LONG, version);
      assertEquals(version, known.version());
      assertTrue(folded.get() < 50, folded + " events at version " + version);
    }
    folded.set(0);
    assertEquals(last, loader.load(LONG).version());
    assertTrue(folded.get() < 50);
  }

  @Test
  void a_snapshot_of_other_code_is_passed_over() throws SQLException {
    fill(300, new SplittableRandom(6));
    AccountState before = ledger.stateAt(LONG, 200);
    change("UPDATE snapshot SET fold = 'account-1-other', state = X'7B7D'");
    assertEquals(before, ledger.stateAt(LONG, 200));
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = ledger.reads().getConnection();
        Statement statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(sql) > 0, sql);
    }
  }
}
