package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Ledger.SignedIn;
import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Serve;
import counterfoil.application.practice.CashTrail;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cheque.ChequeRefusal.ChequeTakenAlready;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillEvent.TillCashMoved;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillState;
import counterfoil.eventstore.Entry;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.TillEvents;
import counterfoil.projection.AccountLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A branch with its staff beside its naive model: every act goes to both, and after every act the
 * books, the entries, the read models and a replay must say the same. Tallies every type of event
 * and every refusal on the way.
 */
final class BranchModel implements AutoCloseable {
  static final CurrencyUnit EUR = CurrencyUnit.EUR;
  static final String ADA = "ada";
  static final String BEA = "bea";
  static final String HUGO = "hugo";
  static final String HANNA = "hanna";
  static final String ALMA = "alma";
  static final List<String> TELLERS = List.of("tess", "tom", "tina");
  static final String PASSWORD = "four tall brown horses";

  final ScriptedClock clock = new ScriptedClock(Instant.parse("2026-11-23T09:00:00Z"));
  final Ledger ledger = new MemoryLedgers(clock).ledger();
  final NaiveBooks books = new NaiveBooks();
  final Set<String> types = new HashSet<>();
  final Map<String, Integer> refusals = new HashMap<>();
  final CashTrail trail = new CashTrail(EUR);
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private long followed;

  BranchModel() {
    Actor founder = new Actor("founder", Actor.ADMINISTRATOR, "WS-00");
    add(ledger.unstaffed(founder), ADA, Role.ADMINISTRATOR);
    sessions.put(ADA, signIn(ADA));
    add(as(ADA), BEA, Role.ADMINISTRATOR);
    add(as(ADA), HUGO, Role.HEAD_TELLER);
    add(as(ADA), HANNA, Role.HEAD_TELLER);
    add(as(ADA), ALMA, Role.AUDITOR);
    TELLERS.forEach(name -> add(as(ADA), name, Role.TELLER));
    List.of(BEA, HUGO, HANNA, ALMA).forEach(name -> sessions.put(name, signIn(name)));
    TELLERS.forEach(name -> sessions.put(name, signIn(name)));
  }

  void add(Session by, String name, Role role) {
    done(
        by,
        new Order.ManageStaff(
            new AddStaffMember(
                new StaffName(name),
                name,
                Set.of(role),
                ledger.passwords().hash(PASSWORD.toCharArray()))));
  }

  Session as(String name) {
    return Objects.requireNonNull(sessions.get(name));
  }

  Session signIn(String name) {
    return switch (ledger.signIn(name, PASSWORD.toCharArray(), "WS-" + name)) {
      case SignedIn.Yes(Session session) -> session;
      case SignedIn.No(Refusal refusal) -> throw new AssertionError(refusal.code());
    };
  }

  void pass(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  /** Gives an order under a new id; the books follow where it is posted. */
  Outcome give(String who, Order order) {
    return give(who, UUID.randomUUID(), order);
  }

  Outcome give(String who, UUID id, Order order) {
    return gave(who, id, order, as(who).post(new Posting(id, order, OptionalLong.empty())));
  }

  /** With another's password at the desk. */
  Outcome giveSigned(String who, UUID id, Order order, String approver) {
    Outcome outcome =
        as(who)
            .submitApproved(
                new Posting(id, order, OptionalLong.empty()),
                Optional.empty(),
                approver,
                PASSWORD.toCharArray())
            .join();
    return gave(who, id, order, outcome);
  }

  Outcome ask(String who, UUID id, Order order) {
    Outcome outcome = as(who).requestApproval(new Posting(id, order, OptionalLong.empty())).join();
    met(outcome);
    follow();
    return outcome;
  }

  /** What must be posted. */
  Outcome.Posted done(String who, Order order) {
    Outcome outcome = give(who, order);
    if (outcome instanceof Outcome.Posted posted) {
      return posted;
    }
    throw new AssertionError(who + " gave " + order + ", which came to " + outcome);
  }

  private static void done(Session by, Order order) {
    Outcome outcome = by.post(Posting.of(order));
    assertTrue(outcome instanceof Outcome.Posted, () -> order + " came to " + outcome);
  }

  private Outcome gave(String who, UUID id, Order order, Outcome outcome) {
    met(outcome);
    if (outcome instanceof Outcome.Refused(_, ChequeTakenAlready refusal)
        && !books.presentsAgain(order)) {
      throw new AssertionError("nobody has taken it in: " + order + ": " + refusal);
    }
    if (outcome instanceof Outcome.Posted posted && !posted.before()) {
      Cash[] cash = cashOf(posted.position());
      books.posted(who, id, posted.position(), order, cash[0], cash[1]);
    }
    follow();
    return outcome;
  }

  void met(Outcome outcome) {
    if (outcome instanceof Outcome.Refused(_, Refusal refusal)) {
      met(refusal);
    }
  }

  void met(Refusal refusal) {
    refusals.merge(refusal.code(), 1, Integer::sum);
  }

  /** The pieces that went over the counter in an act: what nobody told is only found there. */
  private Cash[] cashOf(long position) {
    Cash received = Cash.none(EUR);
    Cash given = Cash.none(EUR);
    UUID command = ledger.store().at(position).orElseThrow().commandId();
    for (Entry entry : ledger.store().read(position, 100)) {
      if (entry.commandId().equals(command)
          && entry.type().name().equals(TillEvents.TILL_CASH_MOVED)) {
        var moved = (TillCashMoved) TillEvents.KIND.decode(entry.type(), entry.payload());
        received = received.plus(moved.received());
        given = given.plus(moved.given());
      }
    }
    return new Cash[] {received, given};
  }

  /** Reads on in the entries and demands that no money was made or lost in them. */
  void follow() {
    long head = ledger.head().position();
    while (followed < head) {
      for (Entry entry : ledger.store().read(followed + 1, 1000)) {
        types.add(entry.stream().category() + "/" + entry.type().name());
        trail.follow(entry);
        followed = entry.position();
      }
    }
    assertEquals("", trail.contradiction().orElse(""), () -> "at entry " + followed);
  }

  /** Books, entries, read models and replay of everything. */
  void compareAll() {
    Map<AccountNumber, Money> moved = trail.moved();
    books
        .balances()
        .forEach((number, cents) -> {
          Money expected = Money.ofMinor(EUR, cents);
          assertEquals(
              expected, moved.getOrDefault(number, Money.zero(EUR)), () -> "entries of " + number);
          assertEquals(
              expected,
              ledger.inquiries().account(number).map(AccountLine::ledger).orElseThrow(),
              () -> "read model of " + number);
          assertEquals(expected, replayed(number), () -> "replay of " + number);
        });
    assertEquals(moved.keySet(), books.balances().keySet());
    books
        .drawers()
        .forEach((till, pieces) -> {
          Cash expected = NaiveBooks.cash(pieces);
          assertEquals(
              expected, trail.drawers().getOrDefault(till, Cash.none(EUR)), () -> "of " + till);
          assertEquals(expected, replayed(till).drawer(EUR), () -> "replay of " + till);
        });
    assertEquals(Money.ofMinor(EUR, books.overShortCents()), trail.overShort());
    assertEquals(Money.ofMinor(EUR, books.inBagsCents()), trail.inBags());
    assertEquals(
        books.cashCents(),
        trail.inDrawers().plus(trail.inBags()).getAmountMinorLong(),
        "all cash of the branch");
  }

  private Money replayed(AccountNumber number) {
    AccountState state = AccountEvents.KIND.nothing();
    for (Entry entry : ledger.store().load(AccountEvents.stream(number), 0)) {
      state = AccountEvents.KIND.after(state, entry);
    }
    return switch (state) {
      case Open open -> open.ledger();
      case Closed _, Unopened _ -> Money.zero(EUR);
    };
  }

  TillState replayed(TillId till) {
    TillState state = TillEvents.KIND.nothing();
    for (Entry entry : ledger.store().load(TillEvents.stream(till), 0)) {
      state = TillEvents.KIND.after(state, entry);
    }
    return state;
  }

  static Order serve(AccountCommand command) {
    return new Serve(command);
  }

  static Order serve(AccountCommand command, CashSlip slip) {
    return new Serve(List.of(command), slip);
  }

  static BigMoney money(String amount) {
    return BigMoney.of(EUR, new BigDecimal(amount));
  }

  @Override
  public void close() {
    ledger.close();
  }
}
