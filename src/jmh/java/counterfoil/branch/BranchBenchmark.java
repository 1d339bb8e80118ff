package counterfoil.branch;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.LedgerPlace;
import counterfoil.application.Order;
import counterfoil.application.Order.CashSlip;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.Session;
import counterfoil.application.StoredLedgers;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import counterfoil.eventstore.Charter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What staff, day, till and approval check cost a posting: a deposit at an open till beside a bare
 * one in a ledger without staff, in turns, one after the other and 64 under way.
 */
public final class BranchBenchmark {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final AccountNumber ACCOUNT = new AccountNumber("1004-2213");
  private static final TillId TILL = new TillId("T-01");
  private static final String PASSWORD = "four tall brown horses";
  private static final CashSlip FIFTY =
      new CashSlip(Optional.of(Cash.of(Money.of(EUR, 50), 1)), Optional.empty());
  private static final int ROUNDS = 9;
  private static final int POSTINGS = 4000;
  private static final int IN_FLIGHT = 64;

  private BranchBenchmark() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("counterfoil-branch");
    try (Ledger bare = found(folder.resolve("bare"));
        Ledger staffed = found(folder.resolve("staffed"))) {
      Session alone = bare.unstaffed(new Actor("amara", Actor.TELLER, "WS-01"));
      post(alone, new Order.Serve(opening()));
      Session teller = teller(staffed);
      post(teller, new Order.Serve(opening()));
      compare("one after the other, median of a posting in us", alone, teller, 1);
      compare("64 under way, us a posting", alone, teller, IN_FLIGHT);
    }
  }

  private static void compare(String what, Session alone, Session teller, int inFlight) {
    double[] ratios = new double[ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
      double bare = micros(alone, deposit(CashSlip.NONE), inFlight);
      double full = micros(teller, deposit(FIFTY), inFlight);
      if (round >= 0) {
        ratios[round] = full / bare;
        System.out.printf(
            Locale.ROOT,
            "%s: bare %.0f, at a till %.0f, ratio %.2f%n",
            what,
            bare,
            full,
            full / bare);
      }
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "%s: median ratio %.2f (%.2f to %.2f; wanted 1.25)%n",
        what,
        ratios[ROUNDS / 2],
        ratios[0],
        ratios[ROUNDS - 1]);
  }

  private static double micros(Session session, Order deposit, int inFlight) {
    if (inFlight == 1) {
      long[] nanos = new long[POSTINGS / 4];
      for (int i = 0; i < nanos.length; i++) {
        long begun = System.nanoTime();
        post(session, deposit);
        nanos[i] = System.nanoTime() - begun;
      }
      Arrays.sort(nanos);
      return nanos[nanos.length / 2] / 1e3;
    }
    Deque<CompletableFuture<Outcome>> underWay = new ArrayDeque<>();
    long begun = System.nanoTime();
    for (int i = 0; i < POSTINGS; i++) {
      underWay.add(session.submit(Posting.of(deposit)));
      if (underWay.size() == inFlight) {
        check(underWay.remove().join());
      }
    }
    underWay.forEach(outcome -> check(outcome.join()));
    return (System.nanoTime() - begun) / 1e3 / POSTINGS;
  }

  private static Session teller(Ledger ledger) {
    Session founder = ledger.unstaffed(new Actor("founder", Actor.ADMINISTRATOR, "WS-01"));
    add(ledger, founder, "ada", Role.ADMINISTRATOR);
    Session admin = signIn(ledger, "ada");
    add(ledger, admin, "lucia", Role.HEAD_TELLER);
    add(ledger, admin, "amara", Role.TELLER);
    limit(admin, "supervisor.cash_in", "900000.00");
    limit(admin, "approval.cash_in", "900000.00");
    limit(admin, "till.hard", "900000000.00");
    limit(admin, "till.soft", "900000000.00");
    Session lucia = signIn(ledger, "lucia");
    post(lucia, new Order.OpenBusinessDay(ledger.today()));
    Session amara = signIn(ledger, "amara");
    post(amara, new Order.OpenTill(TILL, Cash.none(EUR), ""));
    return amara;
  }

  private static void limit(Session admin, String name, String amount) {
    var set = new SetLimit(name, Optional.of(BigMoney.parse("EUR " + amount)));
    post(admin, new Order.ChangeSettings(set));
  }

  private static void add(Ledger ledger, Session by, String name, Role role) {
    var credential = ledger.passwords().hash(PASSWORD.toCharArray());
    var member = new AddStaffMember(new StaffName(name), name, Set.of(role), credential);
    post(by, new Order.ManageStaff(member));
  }

  private static Session signIn(Ledger ledger, String name) {
    return switch (ledger.signIn(name, PASSWORD.toCharArray(), "WS-01")) {
      case Ledger.SignedIn.Yes(var session) -> session;
      case Ledger.SignedIn.No(var refusal) -> throw new IllegalStateException(refusal.code());
    };
  }

  private static Ledger found(Path folder) {
    var charter =
        new Charter(
            "counterfoil.example/bench",
            "Bench",
            "EUR",
            ZoneOffset.UTC,
            InstantSource.system().instant(),
            true);
    return new StoredLedgers(InstantSource.system()).found(new LedgerPlace.Folder(folder), charter);
  }

  private static OpenAccount opening() {
    return new OpenAccount(ACCOUNT, "Nadia Rahimi", "current", BigMoney.zero(EUR), Details.NONE);
  }

  private static Order deposit(CashSlip cash) {
    var deposit = new Deposit(ACCOUNT, BigMoney.parse("EUR 50.00"), new Details("TX-1", "Takings"));
    return new Order.Serve(List.of(deposit), cash);
  }

  private static void post(Session session, Order order) {
    check(session.post(Posting.of(order)));
  }

  private static void check(Outcome outcome) {
    if (!(outcome instanceof Outcome.Posted)) {
      throw new IllegalStateException(outcome.toString());
    }
  }
}
