package counterfoil.projection;

import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountFrozen;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.HoldKind;
import counterfoil.domain.account.AccountEvent.HoldPlaced;
import counterfoil.domain.account.AccountEvent.HoldReleased;
import counterfoil.domain.account.AccountEvent.HolderAdded;
import counterfoil.domain.account.AccountEvent.HolderRemoved;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MinimumBalanceSet;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.TransactionReversed;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.approval.ActDigest;
import counterfoil.domain.approval.ApprovalEvent.ApprovalGranted;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRejected;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.approval.ApprovalEvent.ApprovalUsed;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.branch.BranchEvent.SettingChanged;
import counterfoil.domain.branch.DayEvent.BusinessDayClosed;
import counterfoil.domain.branch.DayEvent.BusinessDayOpened;
import counterfoil.domain.branch.SettingName;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerEvent.CustomerDetailsChanged;
import counterfoil.domain.customer.CustomerEvent.CustomerRegistered;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.review.ReviewEvent.ExceptionSignedOff;
import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffEvent.Attempt;
import counterfoil.domain.staff.StaffEvent.RoleGranted;
import counterfoil.domain.staff.StaffEvent.SignInFailed;
import counterfoil.domain.staff.StaffEvent.SignedIn;
import counterfoil.domain.staff.StaffEvent.SignedOut;
import counterfoil.domain.staff.StaffEvent.StaffMemberAdded;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillEvent.CashAccepted;
import counterfoil.domain.till.TillEvent.CashBroughtIn;
import counterfoil.domain.till.TillEvent.CashDelivered;
import counterfoil.domain.till.TillEvent.CashOffered;
import counterfoil.domain.till.TillEvent.CashOverShortBooked;
import counterfoil.domain.till.TillEvent.TillCashMoved;
import counterfoil.domain.till.TillEvent.TillClosed;
import counterfoil.domain.till.TillEvent.TillOpened;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillSession;
import counterfoil.domain.workstation.WorkstationEvent.CommandRejected;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.StreamName;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.ApprovalEvents;
import counterfoil.payload.BranchEvents;
import counterfoil.payload.CustomerEvents;
import counterfoil.payload.DayEvents;
import counterfoil.payload.ReviewEvents;
import counterfoil.payload.StaffEvents;
import counterfoil.payload.StreamKind;
import counterfoil.payload.TillEvents;
import counterfoil.payload.WorkstationEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A day of a branch written straight into a store: something of every kind of stream, with enough
 * at one till for snapshots. Nobody decides here; what is recorded is what a decider would record.
 */
final class BranchDay {
  static final LocalDate DATE = LocalDate.of(2026, 11, 23);
  static final TillId TILL = new TillId("T-01");
  static final TillSession SESSION = new TillSession(TILL, DATE, 1);
  static final AccountNumber NADIA = new AccountNumber("1004-2213");
  static final AccountNumber CLUB = new AccountNumber("1004-3000");
  static final AccountNumber SHORT_LIVED = new AccountNumber("1004-4000");
  static final CustomerNumber RAHIMI = new CustomerNumber("C-000001");
  static final CustomerNumber OKELLO = new CustomerNumber("C-000002");
  static final UUID HOLD = new UUID(1, 1);
  static final UUID OFFER = new UUID(2, 2);
  static final UUID PENDING = new UUID(3, 3);
  static final UUID REJECTED = new UUID(4, 4);
  static final UUID USED = new UUID(5, 5);
  static final int DEPOSITS = 120;

  private static final UUID HANDED_OVER = new UUID(7, 7);

  private static final Instant EXPIRY = Instant.parse("2026-11-23T17:00:00Z");
  private static final Credential CREDENTIAL =
      new Credential("$argon2id$v=19$m=65536,t=3,p=1$c2FsdHNhbHQ$aGFzaGhhc2g");

  private final EventStore store;
  private final List<Write> act = new ArrayList<>();
  private Optional<String> session = Optional.empty();
  private Optional<String> approver = Optional.empty();
  private String actor = "amara";
  private LocalDate date = DATE;

  BranchDay(EventStore store) {
    this.store = store;
  }

  static Money euros(String amount) {
    return Money.parse("EUR " + amount);
  }

  static Cash notes(int fifties) {
    return Cash.of(euros("50.00"), fifties);
  }

  /** From the first sign-in to the last; two approvals and an offer are still open at its end. */
  void record() {
    staffAndDay();
    customersAndAccounts();
    till();
    counter();
    approvals();
    restrictions();
    endOfDay();
  }

  private void staffAndDay() {
    StaffName amara = new StaffName("amara");
    StaffName grace = new StaffName("grace");
    one(
        StaffEvents.KIND,
        StaffEvents.stream(amara),
        new StaffMemberAdded(amara, "Amara Okello", Set.of(Role.TELLER), CREDENTIAL));
    one(
        StaffEvents.KIND,
        StaffEvents.stream(grace),
        new StaffMemberAdded(grace, "Grace Mensah", Set.of(Role.TELLER), CREDENTIAL));
    one(StaffEvents.KIND, StaffEvents.stream(grace), new RoleGranted(grace, Role.HEAD_TELLER));
    one(
        StaffEvents.KIND,
        StaffEvents.stream(amara),
        new SignInFailed(amara, "WS-02", Attempt.SIGN_IN, Instant.parse("2026-11-23T07:00:00Z")));
    one(StaffEvents.KIND, StaffEvents.stream(amara), new SignedIn(amara, "WS-02"));
    one(StaffEvents.KIND, StaffEvents.stream(grace), new SignedIn(grace, "WS-01"));
    one(StaffEvents.KIND, StaffEvents.stream(grace), new SignedOut(grace, "WS-01"));
    one(DayEvents.KIND, DayEvents.STREAM, new BusinessDayOpened(DATE));
    one(
        BranchEvents.KIND,
        BranchEvents.STREAM,
        new SettingChanged(SettingName.OPENING_HOURS, "", "08:30-16:00"));
    one(
        WorkstationEvents.KIND,
        WorkstationEvents.stream("WS-02"),
        new CommandRejected("WS-02", "close_day", "not_permitted"));
  }

  private void customersAndAccounts() {
    CustomerDetails nadia =
        new CustomerDetails(
            "Nadia Rahimi",
            Optional.of(LocalDate.of(1988, 2, 29)),
            "passport",
            "P 778-31",
            "+44 20 7946 0018",
            "1 Mill Lane",
            Set.of(),
            "");
    one(
        CustomerEvents.KIND,
        CustomerEvents.stream(RAHIMI),
        new CustomerRegistered(RAHIMI, CustomerDetails.named("Nadia Rahimy")));
    one(
        CustomerEvents.KIND,
        CustomerEvents.stream(RAHIMI),
        new CustomerDetailsChanged(RAHIMI, CustomerDetails.named("Nadia Rahimy"), nadia));
    one(
        CustomerEvents.KIND,
        CustomerEvents.stream(OKELLO),
        new CustomerRegistered(
            OKELLO,
            new CustomerDetails(
                "Amara Okello", Optional.empty(), "", "", "", "", Set.of(Flag.DORMANT), "ask")));
    one(
        AccountEvents.KIND,
        AccountEvents.stream(NADIA),
        new AccountOpened(
            NADIA, "Nadia Rahimi", "current", euros("100.00"), List.of(RAHIMI), Details.NONE));
    one(
        AccountEvents.KIND,
        AccountEvents.stream(CLUB),
        new AccountOpened(CLUB, "Chess club", "current", euros("0.00"), Details.NONE));
    one(
        AccountEvents.KIND,
        AccountEvents.stream(CLUB),
        new HolderAdded(CLUB, RAHIMI, Details.NONE));
    one(
        AccountEvents.KIND,
        AccountEvents.stream(CLUB),
        new HolderAdded(CLUB, OKELLO, Details.NONE));
  }

  private void till() {
    TillId vault = TillId.VAULT;
    one(
        TillEvents.KIND,
        TillEvents.stream(vault),
        new CashBroughtIn(vault, notes(1000), "Central bank"));
    one(TillEvents.KIND, TillEvents.stream(vault), new CashOffered(vault, OFFER, TILL, notes(10)));
    add(TillEvents.KIND, vaultStream(), new CashDelivered(vault, OFFER, TILL, notes(10)));
    addAll(
        TillEvents.KIND,
        tillStream(),
        List.of(
            new CashAccepted(TILL, OFFER, vault, notes(10)),
            new TillOpened(TILL, SESSION, "amara", notes(10), notes(10))));
    done();
    session = Optional.of(SESSION.toString());
  }

  private static StreamName vaultStream() {
    return TillEvents.stream(TillId.VAULT);
  }

  private static StreamName tillStream() {
    return TillEvents.stream(TILL);
  }

  private void counter() {
    for (int i = 0; i < DEPOSITS; i++) {
      add(
          AccountEvents.KIND,
          AccountEvents.stream(NADIA),
          new MoneyDeposited(NADIA, euros("50.00"), Means.CASH, Details.NONE));
      add(
          TillEvents.KIND,
          tillStream(),
          new TillCashMoved(
              TILL, SESSION, notes(1), Cash.none(CurrencyUnit.EUR), Optional.of(NADIA), "deposit"));
      done();
    }
    add(
        AccountEvents.KIND,
        AccountEvents.stream(CLUB),
        new MoneyDeposited(CLUB, euros("50.00"), Means.CASH, Details.NONE));
    add(TillEvents.KIND, tillStream(), moved(1, 0, CLUB, "deposit"));
    done();
  }

  /** After {@link #record}: what the till handed over at its closing reaches the vault. */
  void recordTheNextMorning() {
    date = DATE.plusDays(1);
    Cash handedOver = notes(10 + DEPOSITS - 3);
    add(
        TillEvents.KIND,
        tillStream(),
        new CashDelivered(TILL, HANDED_OVER, TillId.VAULT, handedOver));
    add(
        TillEvents.KIND,
        vaultStream(),
        new CashAccepted(TillId.VAULT, HANDED_OVER, TILL, handedOver));
    done();
  }

  private static TillEvent moved(int in, int out, AccountNumber account, String what) {
    return new TillCashMoved(TILL, SESSION, notes(in), notes(out), Optional.of(account), what);
  }

  private void approvals() {
    for (UUID id : List.of(PENDING, REJECTED, USED)) {
      one(
          ApprovalEvents.KIND,
          ApprovalEvents.stream(id),
          new ApprovalRequested(
              id,
              new StaffName("amara"),
              "Withdraw 100.00 from 1004-2213",
              new ActDigest("ab".repeat(32)),
              Set.of(Condition.AMOUNT, Condition.DORMANT),
              Optional.of(euros("100.00")),
              EXPIRY));
    }
    actor = "grace";
    one(
        ApprovalEvents.KIND,
        ApprovalEvents.stream(REJECTED),
        new ApprovalRejected(REJECTED, new StaffName("grace"), "no document"));
    one(
        ApprovalEvents.KIND,
        ApprovalEvents.stream(USED),
        new ApprovalGranted(USED, new StaffName("grace")));
    actor = "amara";
    approver = Optional.of("grace");
    add(
        AccountEvents.KIND,
        AccountEvents.stream(NADIA),
        new MoneyWithdrawn(NADIA, euros("100.00"), Means.CASH, Details.NONE));
    add(TillEvents.KIND, tillStream(), moved(0, 2, NADIA, "withdraw"));
    add(ApprovalEvents.KIND, ApprovalEvents.stream(USED), new ApprovalUsed(USED));
    done();
    approver = Optional.empty();
  }

  private void restrictions() {
    one(
        AccountEvents.KIND,
        AccountEvents.stream(NADIA),
        new HoldPlaced(
            NADIA,
            HOLD,
            euros("30.00"),
            HoldKind.CHEQUE,
            Optional.of(DATE.plusDays(3)),
            "cheque 77",
            Details.NONE));
    UUID other = new UUID(9, 9);
    one(
        AccountEvents.KIND,
        AccountEvents.stream(NADIA),
        new HoldPlaced(
            NADIA,
            other,
            euros("5.00"),
            HoldKind.HOLD,
            Optional.empty(),
            "by court",
            Details.NONE));
    one(
        AccountEvents.KIND,
        AccountEvents.stream(NADIA),
        new HoldReleased(NADIA, other, euros("5.00"), "withdrawn", Details.NONE));
    one(
        AccountEvents.KIND,
        AccountEvents.stream(NADIA),
        new MinimumBalanceSet(NADIA, euros("20.00"), Details.NONE));
    one(
        AccountEvents.KIND,
        AccountEvents.stream(CLUB),
        new HolderRemoved(CLUB, RAHIMI, Details.NONE));
    one(
        AccountEvents.KIND,
        AccountEvents.stream(CLUB),
        new AccountFrozen(CLUB, "dispute", Details.NONE));
  }

  private void endOfDay() {
    one(
        AccountEvents.KIND,
        AccountEvents.stream(SHORT_LIVED),
        new AccountOpened(SHORT_LIVED, "Jo", "current", euros("0.00"), Details.NONE));
    one(
        AccountEvents.KIND,
        AccountEvents.stream(SHORT_LIVED),
        new AccountClosed(SHORT_LIVED, euros("0.00"), Details.NONE));
    long deposit = lastDepositOfClub();
    add(
        AccountEvents.KIND,
        AccountEvents.stream(CLUB),
        new TransactionReversed(
            CLUB, deposit, "MoneyDeposited", euros("-50.00"), "wrong account", Details.NONE));
    add(TillEvents.KIND, tillStream(), moved(0, 1, CLUB, "reverse"));
    done();
    actor = "grace";
    one(
        ReviewEvents.KIND,
        ReviewEvents.stream(deposit),
        new ExceptionSignedOff(deposit, new StaffName("grace"), "seen"));
    int expected = 10 + DEPOSITS - 2;
    addAll(
        TillEvents.KIND,
        tillStream(),
        List.of(
            new CashOverShortBooked(
                TILL, Optional.of(SESSION), euros("-50.00"), notes(expected - 1), "not found"),
            new TillClosed(TILL, SESSION, notes(expected - 1), notes(expected - 1)),
            new CashOffered(TILL, HANDED_OVER, TillId.VAULT, notes(expected - 1))));
    done();
    session = Optional.empty();
    one(
        DayEvents.KIND,
        DayEvents.STREAM,
        new BusinessDayClosed(DATE, true, "storm", List.of("one offer", "one approval")));
    date = DATE.plusDays(1);
    one(DayEvents.KIND, DayEvents.STREAM, new BusinessDayOpened(date));
  }

  private long lastDepositOfClub() {
    return store.load(AccountEvents.stream(CLUB), 0).stream()
        .filter(entry -> entry.type().name().equals(AccountEvents.MONEY_DEPOSITED))
        .findFirst()
        .orElseThrow()
        .position();
  }

  private <E> void one(StreamKind<?, E> kind, StreamName stream, E event) {
    add(kind, stream, event);
    done();
  }

  private <E> void add(StreamKind<?, E> kind, StreamName stream, E event) {
    addAll(kind, stream, List.of(event));
  }

  private <E> void addAll(StreamKind<?, E> kind, StreamName stream, List<? extends E> events) {
    act.add(
        new Write(
            stream,
            ExpectedVersion.any(),
            events.stream().map(event -> kind.encode(event)).toList()));
  }

  private void done() {
    UUID id = UUID.randomUUID();
    store.append(
        new Append(
            id,
            new byte[32],
            new Provenance(
                actor,
                "teller",
                "Riverside",
                "WS-02",
                session,
                date,
                Optional.empty(),
                id,
                Optional.empty(),
                Optional.empty(),
                approver),
            act,
            List.of()));
    act.clear();
  }
}
