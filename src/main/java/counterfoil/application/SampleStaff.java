package counterfoil.application;

import counterfoil.application.Ledger.SignedIn;
import counterfoil.application.Order.BringCashIn;
import counterfoil.application.Order.ChangeSettings;
import counterfoil.application.Order.ManageStaff;
import counterfoil.application.Order.OfferCash;
import counterfoil.application.Order.OpenBusinessDay;
import counterfoil.application.Order.OpenTill;
import counterfoil.application.signin.Passwords;
import counterfoil.domain.Refusal;
import counterfoil.domain.branch.LimitName;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.joda.money.BigMoney;

/**
 * The people of the sample branch, and its morning: the day is open, the vault has cash, and the
 * teller's till stands open with a float. All of them have the one password that was chosen.
 */
public final class SampleStaff {
  /** The till that stands open. */
  public static final TillId TILL = new TillId("T-01");

  private static final String WORKSTATION = "WS-01";

  /** A person to sign in as. */
  public record Person(StaffName name, String fullName, Role role) {}

  /** Everybody, the administrator first: nobody else could be added before. */
  public static final List<Person> PEOPLE =
      List.of(
          new Person(new StaffName("admin"), "Ines Duarte", Role.ADMINISTRATOR),
          new Person(new StaffName("amara.okafor"), "Amara Okafor", Role.TELLER),
          new Person(new StaffName("lucia.meyer"), "Lucia Meyer", Role.HEAD_TELLER),
          new Person(new StaffName("auditor"), "Jonas Brandt", Role.AUDITOR));

  private final Ledger ledger;
  private final char[] password;

  /**
   * @param ledger without staff and without an open day
   * @param password that {@link #refuse} lets pass; it is left as it is
   */
  public SampleStaff(Ledger ledger, char[] password) {
    this.ledger = ledger;
    this.password = password;
  }

  /** Why this cannot be the password of all of them; nothing if it can. */
  public static Optional<Refusal> refuse(Passwords passwords, char[] password) {
    return PEOPLE.stream()
        .flatMap(person -> passwords.refuse(person.name(), password).stream())
        .findFirst();
  }

  /**
   * @param told hears a line for each step
   */
  public void join(Consumer<String> told) {
    told.accept("Staff: " + String.join(", ", PEOPLE.stream().map(p -> p.name().value()).toList()));
    Session founder = ledger.unstaffed(new Actor("founder", Actor.ADMINISTRATOR, WORKSTATION));
    add(founder, PEOPLE.getFirst());
    Session administrator = signIn(PEOPLE.getFirst());
    PEOPLE.stream().skip(1).forEach(person -> add(administrator, person));
    limit(administrator, LimitName.APPROVAL_CASH_OUT, 5_000);
    limit(administrator, LimitName.TILL_SOFT, 20_000);
    limit(administrator, LimitName.OVER_SHORT_SECOND_PERSON, 50);
    administrator.signOut();
    told.accept("The business day, the vault and till " + TILL);
    Session supervisor = signIn(PEOPLE.get(2));
    Cash cash = perFace(400);
    Cash cashFloat = perFace(20);
    posted(supervisor, new OpenBusinessDay(ledger.today()));
    posted(supervisor, new BringCashIn(cash, "Central cash"));
    posted(supervisor, new OfferCash(TillId.VAULT, TILL, cashFloat));
    supervisor.signOut();
    Session teller = signIn(PEOPLE.get(1));
    posted(teller, new OpenTill(TILL, cashFloat, ""));
    teller.signOut();
  }

  private void add(Session by, Person person) {
    posted(
        by,
        new ManageStaff(
            new AddStaffMember(
                person.name(),
                person.fullName(),
                Set.of(person.role()),
                ledger.passwords().hash(password))));
  }

  private void limit(Session by, LimitName name, long amount) {
    posted(
        by,
        new ChangeSettings(
            new SetLimit(name.code(), Optional.of(BigMoney.ofMajor(ledger.currency(), amount)))));
  }

  /** So many of each of the middle denominations: those that change hands at a counter. */
  private Cash perFace(int pieces) {
    SortedMap<Long, Integer> piles = new TreeMap<>();
    ledger.settings().denominations(ledger.currency()).faces().stream()
        .skip(2)
        .limit(8)
        .forEach(face -> piles.put(face, pieces));
    return new Cash(ledger.currency(), piles);
  }

  private Session signIn(Person person) {
    char[] own = Arrays.copyOf(password, password.length);
    return switch (ledger.signIn(person.name().value(), own, WORKSTATION)) {
      case SignedIn.Yes(var session) -> session;
      case SignedIn.No(var refusal) -> throw new IllegalStateException(refusal.code());
    };
  }

  private static void posted(Session by, Order order) {
    Outcome outcome = by.post(Posting.of(order));
    if (!(outcome instanceof Outcome.Posted)) {
      throw new IllegalStateException(order + ": " + outcome);
    }
  }
}
