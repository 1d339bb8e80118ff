package counterfoil.application.papers;

import static counterfoil.application.StaffedBranch.DAY;
import static counterfoil.application.StaffedBranch.EUR;
import static counterfoil.application.StaffedBranch.JONAS;
import static counterfoil.application.StaffedBranch.NADIA;
import static counterfoil.application.StaffedBranch.T1;
import static counterfoil.application.StaffedBranch.euros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.StaffedBranch;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillSession;
import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountSelection;
import counterfoil.report.EndOfDay;
import counterfoil.report.EntryKind;
import counterfoil.report.Journal;
import counterfoil.report.PaperTexts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands on the papers of a small day, against the ledger it was lived in. */
class LedgerPapersTest {
  private static final TillSession SESSION = new TillSession(T1, DAY, 1);

  private final StaffedBranch branch = new StaffedBranch();
  private final LedgerPapers papers = new LedgerPapers(branch.ledger());

  @AfterEach
  void close() {
    branch.close();
  }

  private EndOfDay report() {
    return papers
        .endOfDay(
            DAY, branch.headTeller().actor(), new PaperTexts(Locale.ENGLISH, ZoneOffset.UTC), true)
        .orElseThrow();
  }

  private Money customers() {
    var inquiries = branch.ledger().inquiries();
    return inquiries.accounts(inquiries.accountNumbers(AccountSelection.ALL)).stream()
        .map(AccountLine::ledger)
        .reduce(Money.zero(EUR), Money::plus);
  }

  private static Money sum(List<Journal.Line> lines, boolean ofAccounts) {
    return lines.stream()
        .filter(line -> line.holder().isEmpty() != ofAccounts)
        .map(Journal.Line::amount)
        .reduce(Money.zero(EUR), Money::plus);
  }

  @Test
  void the_days_report_agrees_with_tills_vault_balances_and_journal() {
    branch.open().serveCustomers().closeDay();
    var report = report();
    assertEquals(customers(), report.balances().customers());
    assertEquals(2, report.balances().accounts());
    assertEquals(branch.drawer(TillId.VAULT), report.vault());
    assertEquals(branch.drawer(T1).total(), report.balances().tills());
    assertEquals(customers(), sum(report.postings(), true), "accounts began at nothing");
    assertEquals(
        report.vault().total().plus(report.balances().tills()),
        sum(report.postings(), false).plus(acrossTheCounter(report)),
        "all cash came from head office or a customer, and 50 went missing");
    assertEquals(euros("-50.00"), report.difference());
    var movements =
        report.movements().stream()
            .map(total -> total.in().minus(total.out()))
            .reduce(Money.zero(EUR), Money::plus);
    assertEquals(sum(report.postings(), true).plus(sum(report.postings(), false)), movements);
  }

  /** What customers brought less what they took: transfers have two sides and cancel out. */
  private static Money acrossTheCounter(EndOfDay report) {
    return sum(report.postings(), true);
  }

  @Test
  void the_report_names_closing_tills_and_exceptions() {
    branch.open().serveCustomers().closeDay();
    var report = report();
    assertEquals("Lucia Meyer", report.imprint().staff());
    assertFalse(report.open());
    assertEquals(1, report.tills().size());
    var till = report.tills().getFirst();
    assertEquals("T-01", till.till());
    assertEquals("Amara Okafor", till.staff());
    assertEquals(euros("1000.00"), till.opening());
    assertEquals(Optional.of(euros("-50.00")), till.difference());
    assertEquals("one note short", till.reason());
    assertTrue(
        report.exceptions().stream().anyMatch(line -> line.what().contains("Reversal")),
        report.exceptions().toString());
    assertTrue(
        report.exceptions().stream().anyMatch(line -> line.what().contains("Over / short")),
        report.exceptions().toString());
  }

  @Test
  void a_day_that_is_open_is_reported_as_it_stands() {
    branch.open();
    assertTrue(report().open());
    assertEquals(List.of(), report().leftOpen(), "nobody has forced anything");
    var till = report().tills().getFirst();
    assertEquals(Optional.empty(), till.counted());
    assertEquals(branch.drawer(T1).total(), till.expected());
    assertTrue(papers.proofSheet(SESSION).isEmpty(), "nothing is proven before the count");
    assertFalse(
        papers
            .endOfDay(
                DAY.minusDays(1),
                branch.headTeller().actor(),
                new PaperTexts(Locale.ENGLISH, ZoneOffset.UTC),
                true)
            .isPresent());
  }

  @Test
  void a_proof_sheet_leads_from_the_float_to_the_count() {
    branch.open().serveCustomers();
    var expected = branch.drawer(T1);
    branch.closeDay();
    var proof = papers.proofSheet(SESSION).orElseThrow();
    assertEquals(euros("1000.00"), proof.opening());
    assertEquals(expected, proof.expected());
    assertEquals(euros("-50.00"), proof.difference());
    assertEquals("Amara Okafor", proof.imprint().staff());
    assertEquals(
        List.of(
            EntryKind.OPENING_DEPOSIT, EntryKind.DEPOSIT, EntryKind.WITHDRAWAL, EntryKind.REVERSAL),
        proof.movements().stream().map(movement -> movement.kind()).toList());
  }

  @Test
  void a_statement_begins_with_the_balance_before_it_and_ends_with_the_ledgers() {
    branch.open().serveCustomers();
    var statement = papers.statement(NADIA, DAY, DAY).orElseThrow();
    assertEquals(euros("0.00"), statement.opening());
    assertEquals(
        branch.ledger().inquiries().account(NADIA).orElseThrow().ledger(), statement.closing());
    assertEquals(
        List.of(
            EntryKind.OPENING_DEPOSIT,
            EntryKind.DEPOSIT,
            EntryKind.WITHDRAWAL,
            EntryKind.TRANSFER_SENT),
        statement.lines().stream().map(line -> line.kind()).toList());
    var later = papers.statement(NADIA, DAY.plusDays(1), DAY.plusDays(2)).orElseThrow();
    assertEquals(statement.closing(), later.opening());
    assertTrue(later.lines().isEmpty());
    assertTrue(papers.statement(new AccountNumber("9"), DAY, DAY).isEmpty());
  }

  @Test
  void a_receipt_tells_the_whole_act_with_its_cash_and_not_the_payees_balance() {
    branch.open();
    var withdrawn = branch.withdraw(NADIA, "35.50");
    var receipt = papers.receipt(withdrawn.position(), 1).orElseThrow();
    assertEquals(1, receipt.copy());
    assertEquals(euros("35.50"), receipt.acts().getFirst().amount());
    assertEquals(Optional.of(euros("464.50")), receipt.acts().getFirst().balanceAfter());
    assertEquals(euros("35.50"), receipt.given().total());
    assertTrue(receipt.received().isEmpty());
    var transferred = branch.transfer("100.00");
    var acts = papers.receipt(transferred.position(), 0).orElseThrow().acts();
    assertEquals(1, acts.size());
    assertEquals(JONAS.value(), acts.getFirst().counterparty());
    assertTrue(papers.receipt(1, 0).isEmpty(), "an entry of the staff has no receipt");
  }

  @Test
  void customers_above_the_threshold_are_told_with_cash_in_and_out_apart() {
    branch.open().serveCustomers();
    var maker = branch.headTeller().actor();
    branch.change(new SetLimit("report.cash_threshold", Optional.empty()));
    assertTrue(papers.largeCash(DAY, DAY, maker).isEmpty(), "no threshold is set");
    branch.limit("report.cash_threshold", "700.00");
    var days = papers.largeCash(DAY, DAY, maker).orElseThrow().days();
    assertEquals(1, days.size());
    assertEquals("Nadia Rahimi", days.getFirst().name());
    assertEquals(euros("750.00"), days.getFirst().in());
    assertEquals(euros("35.50"), days.getFirst().out());
  }

  @Test
  void a_journal_is_of_a_year_at_most_and_can_be_stopped() {
    branch.open();
    var maker = branch.headTeller().actor();
    assertThrows(
        IllegalArgumentException.class,
        () -> papers.journal(DAY, DAY.minusDays(1), maker, () -> false));
    assertThrows(
        IllegalArgumentException.class,
        () -> papers.journal(DAY, DAY.plusDays(400), maker, () -> false));
    assertThrows(CancellationException.class, () -> papers.journal(DAY, DAY, maker, () -> true));
    var lines = papers.journal(DAY.minusDays(3), DAY, maker, () -> false).lines();
    assertEquals("T-01", lines.getLast().till());
  }
}
