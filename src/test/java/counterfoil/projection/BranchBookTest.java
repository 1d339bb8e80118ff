package counterfoil.projection;

import static counterfoil.projection.BranchDay.CLUB;
import static counterfoil.projection.BranchDay.DATE;
import static counterfoil.projection.BranchDay.DEPOSITS;
import static counterfoil.projection.BranchDay.NADIA;
import static counterfoil.projection.BranchDay.OKELLO;
import static counterfoil.projection.BranchDay.RAHIMI;
import static counterfoil.projection.BranchDay.SESSION;
import static counterfoil.projection.BranchDay.SHORT_LIVED;
import static counterfoil.projection.BranchDay.TILL;
import static counterfoil.projection.BranchDay.euros;
import static counterfoil.projection.BranchDay.notes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Ledger;
import counterfoil.application.MemoryLedgers;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.Interest;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillEvent.TillClosed;
import counterfoil.domain.till.TillId;
import counterfoil.eventstore.Progress;
import counterfoil.payload.AccountEvents;
import counterfoil.projection.ApprovalLine.Status;
import counterfoil.projection.ExceptionLine.Kind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands now of everything that is no balance, and the questions to it. */
class BranchBookTest {
  private static final Instant MORNING = Instant.parse("2026-11-23T07:30:00Z");

  private final Ledger ledger = new MemoryLedgers(() -> MORNING).ledger();
  private final Inquiries inquiries = ledger.inquiries();

  @BeforeEach
  void recordADay() {
    new BranchDay(ledger.store()).record();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void every_entry_has_a_row_whatever_stream_it_is_of() {
    long last = ledger.head().position();
    List<JournalLine> lines = inquiries.journal(1, last);
    assertEquals(last, lines.size());
    JournalLine opening =
        lines.stream().filter(line -> line.type().equals("BusinessDayOpened")).findFirst().get();
    assertEquals(Optional.empty(), opening.account());
    assertEquals(Optional.empty(), opening.amount());
    assertEquals(Optional.empty(), opening.balance());
    JournalLine deposit =
        lines.stream().filter(line -> line.type().equals("MoneyDeposited")).findFirst().get();
    assertEquals("T-01", deposit.till());
    assertEquals(Optional.of(euros("150.00")), deposit.balance());
    EntryDetails details = inquiries.entry(opening.position()).orElseThrow();
    assertEquals(Optional.empty(), details.before());
    assertEquals(Optional.empty(), details.after());
    assertTrue(inquiries.types().contains("TillCashMoved"));
  }

  @Test
  void available_is_ledger_less_holds_and_minimum_balance() {
    AccountLine nadia = inquiries.account(NADIA).orElseThrow();
    assertEquals(euros("6000.00"), nadia.ledger());
    assertEquals(euros("30.00"), nadia.held());
    assertEquals(euros("20.00"), nadia.minimumBalance());
    assertEquals(euros("5950.00"), nadia.available());
    assertEquals(Optional.of(RAHIMI), nadia.customer());
    Open state = (Open) ledger.stateAt(NADIA, ledger.head().position());
    assertEquals(state.available(), nadia.available());
    assertEquals(state.held(), nadia.held());
  }

  @Test
  void holds_and_freezes_are_brought_back_as_of_any_entry() {
    for (long position = 1; position <= ledger.head().position(); position++) {
      for (var number : List.of(NADIA, CLUB)) {
        Optional<AccountLine> line = inquiries.account(number, position);
        if (ledger.stateAt(number, position) instanceof Open state) {
          assertEquals(state.ledger(), line.orElseThrow().ledger());
          assertEquals(state.available(), line.get().available(), "position " + position);
          assertEquals(state.held(), line.get().held());
          assertEquals(state.frozen().isPresent(), line.get().frozen());
          assertEquals(state.holders().stream().findFirst(), line.get().customer());
        } else {
          assertEquals(Optional.empty(), line);
        }
      }
    }
  }

  @Test
  void a_customer_is_found_by_number_name_document_and_phone_however_it_is_spaced() {
    for (String text : List.of("c-000001", "RAHIMI", "p 778", "7946 0018", "20-7946", "794600")) {
      List<CustomerLine> found = inquiries.customers().find(text, 10);
      assertEquals(
          List.of(RAHIMI),
          found.stream().map(CustomerLine::number).toList(),
          "looking for " + text);
    }
    assertEquals(List.of(), inquiries.customers().find("Rahimy", 10));
    assertEquals(2, inquiries.customers().find("", 10).size());
    assertEquals(1, inquiries.customers().find("", 1).size());
    assertEquals(2, inquiries.customers().count());
    assertEquals(
        Set.of(Flag.DORMANT),
        inquiries.customers().customer(OKELLO).orElseThrow().details().flags());
    assertEquals(2, inquiries.customers().changes(RAHIMI).size());
  }

  @Test
  void a_customer_has_accounts_and_an_account_has_holders() {
    assertEquals(List.of(NADIA), accountsOf(RAHIMI));
    assertEquals(List.of(CLUB), accountsOf(OKELLO));
    assertEquals(
        List.of(OKELLO),
        inquiries.customers().holders(CLUB).stream().map(CustomerLine::number).toList());
    assertEquals(List.of(), inquiries.customers().holders(SHORT_LIVED));
    List<JournalLine> history = inquiries.customers().history(RAHIMI, Long.MAX_VALUE, 1000);
    assertEquals(inquiries.history(NADIA, Long.MAX_VALUE, 1000), history);
  }

  private List<?> accountsOf(CustomerNumber customer) {
    return inquiries.customers().accounts(customer).stream().map(AccountLine::number).toList();
  }

  @Test
  void tills_are_known_now_and_as_of_any_entry() {
    assertEquals(
        List.of(TILL, TillId.VAULT),
        inquiries.tills().tills().stream().map(TillLine::till).toList());
    TillLine till = inquiries.tills().till(TILL).orElseThrow();
    assertTrue(till.state().drawer(ledger.currency()).isEmpty());
    assertEquals(Optional.empty(), till.state().session());
    assertEquals(1, inquiries.tills().offersTo(TillId.VAULT).size());
    assertEquals(List.of(), inquiries.tills().offersTo(TILL));
    assertEquals(Optional.empty(), inquiries.tills().tillOf("amara"));
    List<TillMovement> movements = inquiries.tills().movements(SESSION);
    for (TillMovement movement : movements) {
      assertEquals(
          movement.after(), inquiries.tills().till(TILL, movement.entry().position()).state());
    }
    assertEquals(List.of(), inquiries.tills().tills(1));
    assertEquals(ledger.head().position(), inquiries.lastPosition());
    assertEquals(inquiries.tills().tills(), inquiries.tills().tills(inquiries.lastPosition()));
  }

  @Test
  void a_session_is_told_from_its_opening_to_the_end_of_its_closing() {
    SessionLine session = inquiries.tills().session(SESSION).orElseThrow();
    assertEquals("amara", session.teller());
    assertTrue(session.forced());
    assertEquals(List.of(session), inquiries.tills().sessions(DATE));
    List<TillMovement> movements = inquiries.tills().movements(SESSION);
    assertEquals("TillOpened", movements.getFirst().entry().type().name());
    assertEquals("CashOffered", movements.getLast().entry().type().name());
    assertEquals(1, movements.stream().filter(m -> m.event() instanceof TillClosed).count());
    assertEquals(notes(11), movements.get(1).drawer());
    assertEquals(DEPOSITS + 7, movements.size());
  }

  @Test
  void over_and_short_are_told_by_teller() {
    OverShortLine shortage = inquiries.tills().overShort(DATE, DATE).getFirst();
    assertEquals("amara", shortage.teller());
    assertEquals(euros("-50.00"), shortage.difference());
    assertEquals(Optional.of(SESSION), shortage.session());
    assertEquals(List.of(), inquiries.tills().overShort(DATE.plusDays(1), DATE.plusDays(9)));
  }

  @Test
  void staff_and_where_they_sit_are_known() {
    StaffLine amara = inquiries.branch().staff(new StaffName("amara")).orElseThrow();
    assertEquals("Amara Okello", amara.fullName());
    assertEquals(Optional.of("WS-02"), amara.workstation());
    assertEquals(Optional.of(MORNING), amara.lastSignIn());
    assertEquals(0, amara.failures().count());
    StaffLine grace = inquiries.branch().staff(new StaffName("grace")).orElseThrow();
    assertEquals(Set.of(Role.TELLER, Role.HEAD_TELLER), grace.roles());
    assertEquals(Optional.empty(), grace.workstation());
    assertEquals(2, inquiries.branch().staff().size());
    assertFalse(inquiries.branch().unstaffed());
  }

  @Test
  void approvals_wait_until_somebody_decides_or_they_expire() {
    assertEquals(
        List.of(BranchDay.PENDING),
        inquiries.branch().pendingApprovals(MORNING).stream()
            .map(line -> line.request().approval())
            .toList());
    assertEquals(
        List.of(), inquiries.branch().pendingApprovals(Instant.parse("2026-11-23T17:00:00Z")));
    ApprovalLine rejected = inquiries.branch().approval(BranchDay.REJECTED).orElseThrow();
    assertEquals(Status.REJECTED, rejected.status());
    assertEquals("no document", rejected.reason());
    ApprovalLine used = inquiries.branch().approval(BranchDay.USED).orElseThrow();
    assertEquals(Status.USED, used.status());
    assertEquals(Optional.of(new StaffName("grace")), used.approver());
    assertEquals(Optional.of(euros("100.00")), used.request().amount());
    assertEquals(3, inquiries.branch().approvals(DATE).size());
  }

  @Test
  void business_days_are_known_with_what_was_left_open() {
    assertEquals(DATE.plusDays(1), inquiries.branch().openDay().orElseThrow().date());
    DayLine.Closing closing = inquiries.branch().day(DATE).orElseThrow().closing().orElseThrow();
    assertTrue(closing.forced());
    assertEquals("grace", closing.by());
    assertEquals(List.of("one offer", "one approval"), closing.leftOpen());
    assertEquals(2, inquiries.branch().days(10).size());
  }

  @Test
  void everything_recorded_on_a_date_is_told_in_order() {
    List<Long> positions = new ArrayList<>();
    inquiries.days().eachOn(DATE, line -> positions.add(line.position()));
    List<Long> later = new ArrayList<>();
    inquiries.days().eachEntryOn(DATE.plusDays(1), entry -> later.add(entry.position()));
    positions.addAll(later);
    assertEquals(1, later.size());
    assertEquals(ledger.head().position(), positions.size());
    assertEquals(positions.stream().sorted().toList(), positions);
    assertEquals(List.of(), inquiries.days().stretches(DATE.minusDays(1)));
  }

  @Test
  void cash_in_and_out_are_told_apart_for_each_customer() {
    List<CustomerCash> cash = inquiries.days().cash(DATE);
    // What the chess club had paid in was reversed on the same day.
    assertEquals(1, cash.size());
    assertEquals(Optional.of(RAHIMI), cash.getFirst().customer());
    assertEquals(euros("6100.00"), cash.getFirst().in());
    assertEquals(euros("100.00"), cash.getFirst().out());
  }

  @Test
  void a_supervisor_is_told_each_exceptional_act_once() {
    List<ExceptionLine> exceptions = inquiries.exceptions().exceptions(DATE, ZoneOffset.UTC);
    var byKind =
        exceptions.stream()
            .flatMap(line -> line.kinds().stream())
            .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
    assertEquals(Set.of(Kind.values()), byKind.keySet());
    assertEquals(1, byKind.get(Kind.OVERRIDE));
    assertEquals(1, byKind.get(Kind.REVERSAL));
    assertEquals(1, byKind.get(Kind.OPENED_AND_CLOSED));
    assertEquals(2, byKind.get(Kind.FORCED_CLOSING));
    ExceptionLine override =
        exceptions.stream().filter(e -> e.kinds().contains(Kind.OVERRIDE)).findFirst().get();
    assertEquals(3, override.act().size());
    ExceptionLine reviewed =
        exceptions.stream().filter(e -> e.review().isPresent()).findFirst().get();
    assertEquals("seen", reviewed.review().get().comment());
  }

  @Test
  void holds_are_due_from_their_day_on() {
    assertEquals(List.of(), inquiries.postings().holdsDue(DATE.plusDays(2)));
    var due = inquiries.postings().holdsDue(DATE.plusDays(3)).getFirst();
    assertEquals(NADIA, due.account());
    assertEquals(BranchDay.HOLD, due.hold().id());
    assertEquals(List.of(due), inquiries.postings().holds(NADIA));
  }

  @Test
  void an_original_knows_what_has_reversed_it() {
    var deposit =
        ledger.store().load(AccountEvents.stream(CLUB), 0).stream()
            .filter(entry -> entry.type().name().equals("MoneyDeposited"))
            .findFirst()
            .orElseThrow();
    var original = inquiries.postings().original(deposit.position()).orElseThrow();
    assertTrue(original.event() instanceof MoneyDeposited);
    assertEquals(2, original.act().size());
    long reversal = original.reversedBy().orElseThrow();
    assertEquals("TransactionReversed", ledger.store().at(reversal).get().type().name());
    assertTrue(inquiries.postings().original(reversal).get().reversedBy().isEmpty());
    assertEquals(Optional.empty(), inquiries.postings().original(1));
  }

  @Test
  void daily_balances_are_those_at_the_ends_of_the_dates() {
    assertEquals(
        List.of(new Interest.Step(DATE, euros("6000.00"))),
        inquiries.postings().dailyBalances(NADIA, DATE.plusDays(30)));
    assertEquals(List.of(), inquiries.postings().dailyBalances(NADIA, DATE.minusDays(1)));
  }

  @Test
  void the_whole_day_is_proven() {
    assertEquals(List.of(), ledger.verify(Progress.NONE).findings());
  }
}
