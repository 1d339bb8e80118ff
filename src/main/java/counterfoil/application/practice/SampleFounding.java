package counterfoil.application.practice;

import counterfoil.application.Founder;
import counterfoil.application.Ledger;
import counterfoil.application.Ledger.SignedIn;
import counterfoil.application.Order;
import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.Session;
import counterfoil.application.practice.SampleCustomers.Customer;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Terms;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.branch.LimitName;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import counterfoil.projection.AccountStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * Furnishes a ledger to practise in: staff, customers with their accounts, cash in the vault, an
 * open business day, and an open till with a float. Everything goes the way it would in a branch,
 * so that every figure agrees.
 */
public final class SampleFounding {
  public static final StaffName TELLER = new StaffName("teller");
  public static final StaffName SUPERVISOR = new StaffName("supervisor");
  public static final StaffName AUDITOR = new StaffName("auditor");
  public static final StaffName ADMINISTRATOR = new StaffName("admin");

  /** Everybody who is made, all with one password. */
  public static final List<StaffName> NAMES = List.of(ADMINISTRATOR, SUPERVISOR, TELLER, AUDITOR);

  public static final TillId TILL = new TillId("T-01");

  /** Of each note and coin, in the vault and in the till. */
  private static final int PIECES_IN_VAULT = 400;

  private static final int PIECES_IN_TILL = 50;

  private static final int TIMES_WIDER = 100;

  /** What an account begins with, in the smallest note's steps; the next one has another sum. */
  private static final int LEAST_STEPS = 5;

  private static final int STEPS_APART = 7;
  private static final int MOST_STEPS = 60;

  private final Ledger ledger;
  private final String workstation;
  private final Denominations denominations;

  public SampleFounding(Ledger ledger, String workstation) {
    this.ledger = ledger;
    this.workstation = workstation;
    this.denominations = ledger.settings().denominations(ledger.currency());
  }

  /**
   * Furnishes the ledger. Accounts of the sample's customers that are there already are kept as
   * they are, and get their holders.
   *
   * @param administrator the ledger's first member of staff, who has the same password; nobody for
   *     a ledger without staff
   * @param password one that every one of {@link #NAMES} may have; left as it is, for its owner to
   *     wipe
   */
  public void furnish(Optional<StaffName> administrator, char[] password) {
    if (administrator.isEmpty()) {
      done(
          new Founder(ADMINISTRATOR, "Ada Administrator")
              .join(ledger, Arrays.copyOf(password, password.length), workstation));
    }
    try (People people = new People(password)) {
      Session first = people.signedIn(administrator.orElse(ADMINISTRATOR));
      staff(first, administrator, password);
      widen(first);
      Session supervisor = people.signedIn(SUPERVISOR);
      Session teller = people.signedIn(TELLER);
      opening(supervisor, teller);
      customers(supervisor, teller);
    }
  }

  private void staff(Session by, Optional<StaffName> administrator, char[] password) {
    Map<StaffName, String> names = new LinkedHashMap<>();
    names.put(SUPERVISOR, "Sam Supervisor");
    names.put(TELLER, "Tara Teller");
    names.put(AUDITOR, "Aldo Auditor");
    administrator
        .filter(first -> !first.equals(ADMINISTRATOR))
        .ifPresent(_ -> names.put(ADMINISTRATOR, "Ada Administrator"));
    names.forEach((name, fullName) ->
        post(
            by,
            new Order.ManageStaff(
                new AddStaffMember(
                    name, fullName, Set.of(role(name)), ledger.passwords().hash(password)))));
  }

  /** Scripts may pay in for hours, and nobody takes the cash to the vault. */
  private void widen(Session administrator) {
    var most = ledger.settings().limit(LimitName.TILL_HARD);
    post(
        administrator,
        new Order.ChangeSettings(
            new SetLimit(
                LimitName.TILL_HARD.code(),
                most.map(limit -> limit.toBigMoney().multipliedBy(TIMES_WIDER)))));
  }

  private static Role role(StaffName name) {
    if (name.equals(SUPERVISOR)) {
      return Role.HEAD_TELLER;
    }
    if (name.equals(AUDITOR)) {
      return Role.AUDITOR;
    }
    return name.equals(TELLER) ? Role.TELLER : Role.ADMINISTRATOR;
  }

  private void opening(Session supervisor, Session teller) {
    post(supervisor, new Order.OpenBusinessDay(ledger.today()));
    post(supervisor, new Order.BringCashIn(ofEach(PIECES_IN_VAULT), "Practice"));
    Cash cash = ofEach(PIECES_IN_TILL);
    post(supervisor, new Order.OfferCash(TillId.VAULT, TILL, cash));
    post(teller, new Order.OpenTill(TILL, cash, ""));
  }

  private void customers(Session supervisor, Session teller) {
    List<Customer> all = new ArrayList<>(SampleCustomers.NAMED);
    all.addAll(SampleCustomers.OTHERS);
    int steps = LEAST_STEPS;
    int number = 0;
    for (Customer customer : all) {
      CustomerNumber known = CustomerNumber.numbered(++number);
      post(
          teller,
          new Order.KeepCustomer(
              new RegisterCustomer(known, CustomerDetails.named(customer.name()))));
      Optional<AccountStatus> there =
          ledger.inquiries().account(customer.number()).map(line -> line.status());
      if (there.isEmpty()) {
        open(teller, customer, known, steps);
      } else if (there.get() != AccountStatus.CLOSED) {
        post(supervisor, new Serve(new AddHolder(customer.number(), known, Details.NONE)));
      }
      steps = LEAST_STEPS + (steps + STEPS_APART) % MOST_STEPS;
    }
  }

  private void open(Session teller, Customer customer, CustomerNumber holder, int steps) {
    Cash cash = Cash.of(middleNote(), steps);
    var opening =
        new OpenAccount(
            customer.number(),
            customer.name(),
            customer.product(),
            BigMoney.of(cash.total()),
            List.of(holder),
            Terms.NONE,
            new Details("", "Opening deposit"));
    post(teller, new Serve(List.of(opening), new CashSlip(Optional.of(cash), Optional.empty())));
  }

  /** A note that people have many of: the third of the currency's. */
  private Money middleNote() {
    List<Money> faces = denominations.values();
    return faces.get(Math.min(2, faces.size() - 1));
  }

  private Cash ofEach(int pieces) {
    SortedMap<Long, Integer> piles = new TreeMap<>();
    denominations.faces().forEach(face -> piles.put(face, pieces));
    return new Cash(ledger.currency(), piles);
  }

  private static void post(Session session, Order order) {
    done(session.post(Posting.of(order)));
  }

  private static void done(Outcome outcome) {
    if (!(outcome instanceof Outcome.Posted)) {
      throw new IllegalStateException("the sample does not fit the ledger: " + outcome);
    }
  }

  /** Who has signed in to furnish; signed out at the end. */
  private final class People implements AutoCloseable {
    private final char[] password;
    private final List<Session> sessions = new ArrayList<>();

    People(char[] password) {
      this.password = password;
    }

    Session signedIn(StaffName name) {
      char[] copy = Arrays.copyOf(password, password.length);
      return switch (ledger.signIn(name.value(), copy, workstation)) {
        case SignedIn.Yes(Session session) -> {
          sessions.add(session);
          yield session;
        }
        case SignedIn.No(var refusal) ->
            throw new IllegalStateException(name + " cannot sign in: " + refusal.code());
      };
    }

    @Override
    public void close() {
      sessions.forEach(Session::signOut);
    }
  }
}
