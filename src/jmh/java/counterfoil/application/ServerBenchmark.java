package counterfoil.application;

import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.jdbc.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * Deposits on a PostgreSQL server through the whole service, read models and all, beside a bare
 * insert and commit of one client: on one server, in one run.
 */
public final class ServerBenchmark {
  private static final int CLIENTS = 64;
  private static final int ROUNDS = 5;
  private static final int BARE_COMMITS = 2000;
  private static final int DEPOSITS = 6400;
  private static final Actor TELLER = new Actor("amara", Actor.TELLER, "WS-02");

  private ServerBenchmark() {}

  public static void main(String[] args) throws Exception {
    ServerLogin login = TestServer.newDatabase();
    Charter charter =
        new Charter("counterfoil.local/bench", "Bench", "EUR", ZoneOffset.UTC, Instant.EPOCH, true);
    LedgerPlace place = new LedgerPlace.Server(login);
    try (Ledger ledger = new StoredLedgers(InstantSource.system()).found(place, charter)) {
      for (int i = 0; i < CLIENTS; i++) {
        ledger
            .counter()
            .post(
                Posting.of(
                    new OpenAccount(
                        number(i),
                        "Holder " + i,
                        "current",
                        BigMoney.zero(CurrencyUnit.EUR),
                        Details.NONE)),
                TELLER);
      }
      for (int round = 1; round <= ROUNDS; round++) {
        double bare = bare(login);
        double one = deposits(ledger, 1, DEPOSITS / 8);
        double many = deposits(ledger, CLIENTS, DEPOSITS);
        System.out.printf(
            Locale.ROOT,
            "round %d: bare insert + commit %,.0f/s; deposits: one client %,.0f/s (%.2f),"
                + " %d clients %,.0f/s (%.1f)%n",
            round,
            bare,
            one,
            one / bare,
            CLIENTS,
            many,
            many / bare);
      }
    }
    System.exit(0);
  }

  private static double bare(ServerLogin login) throws SQLException {
    String url =
        "jdbc:postgresql://localhost:%d/%s"
            .formatted(login.address().port(), login.address().database());
    try (Connection connection = DriverManager.getConnection(url, TestServer.USER, "");
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS public.bare (id BIGSERIAL, payload BYTEA)");
      connection.setAutoCommit(false);
      byte[] payload = new byte[600];
      long start = System.nanoTime();
      try (var insert =
          connection.prepareStatement("INSERT INTO public.bare (payload) VALUES (?)")) {
        for (int i = 0; i < BARE_COMMITS; i++) {
          insert.setBytes(1, payload);
          insert.executeUpdate();
          connection.commit();
        }
      }
      return rate(BARE_COMMITS, start);
    }
  }

  private static double deposits(Ledger ledger, int clients, int deposits) throws Exception {
    AtomicInteger left = new AtomicInteger(deposits);
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < clients; i++) {
      AccountNumber account = number(i);
      threads.add(
          Thread.startVirtualThread(() -> {
            while (left.getAndDecrement() > 0) {
              ledger
                  .counter()
                  .post(
                      Posting.of(
                          new Deposit(
                              account,
                              BigMoney.ofMinor(CurrencyUnit.EUR, 2550),
                              new Details("TX", "Market takings"))),
                      TELLER);
            }
          }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return rate(deposits, start);
  }

  private static AccountNumber number(int i) {
    return new AccountNumber("1004-" + (1000 + i));
  }

  private static double rate(int done, long start) {
    return done / ((System.nanoTime() - start) / 1e9);
  }
}
