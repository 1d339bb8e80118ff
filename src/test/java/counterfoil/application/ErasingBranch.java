package counterfoil.application;

import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.EraseCustomer;
import counterfoil.application.Order.KeepCustomer;
import counterfoil.application.Order.ManageStaff;
import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.signin.Passwords;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.RemoveHolder;
import counterfoil.domain.account.AccountCommand.Terms;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * A branch on a disk or a server whose customers leave a mark of their own, such as {@code
 * xmark7x}, in everything that is typed about them.
 */
final class ErasingBranch {
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String PASSWORD = "four tall brown horses";
  private int cheques;

  private final Ledgers ledgers;
  private final LedgerPlace place;
  private final Random random;
  private Instant now = Instant.parse("2026-11-23T08:00:00Z");

  ErasingBranch(LedgerPlace place, long seed) {
    this.ledgers = new StoredLedgers(clock());
    this.place = place;
    this.random = new Random(seed);
  }

  InstantSource clock() {
    return () -> {
      synchronized (this) {
        now = now.plusSeconds(1);
        return now;
      }
    };
  }

  Ledgers ledgers() {
    return ledgers;
  }

  Ledger open() {
    return ledgers.open(place, Progress.NONE);
  }

  /** Founds it, and opens the day. */
  Ledger found() {
    Ledger ledger =
        ledgers.found(
            place,
            new Charter(
                "counterfoil.example/riverside",
                "Riverside branch",
                "EUR",
                ZoneOffset.UTC,
                now,
                false));
    add(
        ledger,
        ledger.unstaffed(new Actor("founder", Actor.ADMINISTRATOR, "WS-1")),
        "ada",
        Role.ADMINISTRATOR);
    Session ada = signIn(ledger, "ada");
    add(ledger, ada, "lucia", Role.HEAD_TELLER);
    add(ledger, ada, "hugo", Role.HEAD_TELLER);
    post(ada, new Order.ChangeSettings(new SetLimit("approval.cash_out", Optional.of(euros(100)))));
    Session lucia = signIn(ledger, "lucia");
    post(lucia, new Order.OpenBusinessDay(DAY));
    Cash change = cash(Map.of(5000L, 400, 1000L, 400, 500L, 200, 100L, 200));
    TillId till = new TillId("T-01");
    post(lucia, new Order.BringCashIn(change, "head office"));
    post(lucia, new Order.OfferCash(TillId.VAULT, till, change));
    post(lucia, new Order.OpenTill(till, change, ""));
    lucia.signOut();
    ada.signOut();
    return ledger;
  }

  private static void add(Ledger ledger, Session by, String name, Role role) {
    Passwords passwords = ledger.passwords();
    post(
        by,
        new ManageStaff(
            new AddStaffMember(
                new StaffName(name), name, Set.of(role), passwords.hash(PASSWORD.toCharArray()))));
  }

  static Session signIn(Ledger ledger, String name) {
    return switch (ledger.signIn(name, PASSWORD.toCharArray(), "WS-1")) {
      case Ledger.SignedIn.Yes(var session) -> session;
      case Ledger.SignedIn.No(var refusal) -> throw new AssertionError(refusal);
    };
  }

  static Posted post(Session by, Order order) {
    Posting posting = Posting.of(order);
    Outcome outcome = by.post(posting);
    if (outcome instanceof Outcome.ApprovalNeeded needed) {
      var shown = Optional.of(needed.text());
      outcome = by.submitApproved(posting, shown, "hugo", PASSWORD.toCharArray()).join();
    }
    if (outcome instanceof Posted posted) {
      return posted;
    }
    throw new AssertionError(order + ": " + outcome);
  }

  private static Cash cash(Map<Long, Integer> pieces) {
    return new Cash(CurrencyUnit.EUR, new TreeMap<>(pieces));
  }

  static BigMoney euros(int amount) {
    return BigMoney.parse("EUR " + amount);
  }

  static CustomerNumber customer(int i) {
    return new CustomerNumber("C-%06d".formatted(i));
  }

  static AccountNumber account(int i) {
    return new AccountNumber("%d".formatted(7000 + i));
  }

  /** What is found in everything that is typed about the customer. */
  static String mark(int i) {
    return "xmark%dx".formatted(i);
  }

  private static Details details(int i) {
    return new Details("ref " + mark(i), "Thanks " + mark(i));
  }

  private static CustomerDetails person(int i, String more) {
    return new CustomerDetails(
        mark(i) + " Meyer" + more,
        Optional.of(LocalDate.of(1970, 1, 1 + i)),
        "passport",
        "P" + mark(i),
        "+49 " + mark(i),
        "Street " + mark(i),
        Set.of(Flag.DORMANT),
        "Note " + mark(i));
  }

  /** A random life of so many customers, each with an account. */
  void live(Ledger ledger, int customers, int acts) {
    Session lucia = signIn(ledger, "lucia");
    Session hugo = signIn(ledger, "hugo");
    for (int i = 0; i < customers; i++) {
      post(lucia, new KeepCustomer(new RegisterCustomer(customer(i), person(i, ""))));
      post(lucia, new KeepCustomer(new ChangeCustomerDetails(customer(i), person(i, " (new)"))));
      serve(
          lucia,
          new OpenAccount(
              account(i),
              mark(i) + " Meyer",
              "current",
              euros(4000),
              List.of(customer(i)),
              Terms.NONE,
              details(i)));
    }
    for (int act = 0; act < acts; act++) {
      act(lucia, hugo, random.nextInt(customers), random.nextInt(customers));
    }
    lucia.signOut();
    hugo.signOut();
  }

  private void act(Session lucia, Session hugo, int i, int other) {
    AccountNumber account = account(i);
    switch (random.nextInt(9)) {
      case 0 -> serve(lucia, new Deposit(account, euros(10), details(i)));
      case 1 -> serve(lucia, new Withdraw(account, euros(120), details(i)));
      case 2 -> {
        if (i != other) {
          serve(lucia, new Transfer(account, account(other), euros(5), details(i)));
        }
      }
      case 3 -> {
        UUID hold = UUID.randomUUID();
        serve(
            lucia,
            new PlaceHold(account, hold, euros(1), Optional.empty(), "Of " + mark(i), details(i)));
        serve(lucia, new ReleaseHold(account, hold, "By " + mark(i), details(i)));
      }
      case 4 -> {
        serve(lucia, new Freeze(account, "Court on " + mark(i), details(i)));
        serve(lucia, new Unfreeze(account, "Court again on " + mark(i), details(i)));
      }
      case 5 -> {
        UUID hold = UUID.randomUUID();
        serve(
            lucia,
            new DepositCheque(
                account,
                euros(20),
                new Cheque(
                    "N" + mark(i),
                    "Bank " + mark(i),
                    DAY,
                    Optional.of("No " + cheques++ + " " + mark(i))),
                DAY.plusDays(1),
                hold,
                details(i)));
        serve(lucia, new ReleaseHold(account, hold, "Cleared for " + mark(i), details(i)));
      }
      case 6 -> {
        Posting asked = Posting.of(new Serve(new Withdraw(account, euros(130), details(i))));
        lucia.requestApproval(asked).join();
        post(hugo, new Order.Reject(asked.commandId(), "Not for " + mark(i)));
      }
      case 7 -> {
        Posted done = serve(lucia, new Deposit(account, euros(40), details(i)));
        post(hugo, new Order.SignOff(done.position(), "Seen with " + mark(i)));
      }
      default -> {
        if (i != other) {
          serve(lucia, new AddHolder(account, customer(other), details(i)));
          serve(lucia, new RemoveHolder(account, customer(other), details(i)));
        }
      }
    }
  }

  private static Posted serve(Session by, AccountCommand command) {
    return post(by, new Serve(List.of(command), CashSlip.NONE));
  }

  /** All accounts are closed: who has once held another's cannot be erased before. */
  void closeAll(Ledger ledger, int customers) {
    Session lucia = signIn(ledger, "lucia");
    for (int i = 0; i < customers; i++) {
      serve(lucia, new CloseAccount(account(i), true, details(i)));
    }
    lucia.signOut();
  }

  Posted erase(Ledger ledger, int i) {
    Session ada = signIn(ledger, "ada");
    try {
      return post(ada, new EraseCustomer(customer(i), "Asked for it in writing"));
    } finally {
      ada.signOut();
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s", place);
  }
}
