package counterfoil.application.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.MemoryLedgers;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.Provenance;
import counterfoil.projection.JournalLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryImportTest {
  private static final Actor TELLER = new Actor("amara", Actor.TELLER, "WS-02");
  private static final AccountNumber SEVEN = new AccountNumber("7");
  private static final AccountNumber TWELVE = new AccountNumber("12");

  private @TempDir Path folder = Path.of("");
  private final Ledger ledger =
      new MemoryLedgers(InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"))).ledger();

  private FileSet files() {
    return FileSet.in(folder);
  }

  private static Money euros(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }

  private Money balance(AccountNumber number) {
    return ledger.inquiries().account(number).orElseThrow().ledger();
  }

  private List<Entry> entries() {
    return ledger.store().read(1, 1000);
  }

  private String payload(long position) {
    return new String(ledger.store().at(position).orElseThrow().payload(), StandardCharsets.UTF_8);
  }

  private void refused(FileSet files, String sentence) {
    long before = ledger.head().position();
    var refused = assertThrows(HistoryRefused.class, () -> files.importInto(ledger));
    assertEquals(sentence, String.valueOf(refused.getMessage()).replace(folder + "/", ""));
    assertEquals(before, ledger.head().position());
  }

  @Test
  void every_row_becomes_an_entry_and_every_balance_is_computed() throws IOException {
    var report = files().importInto(ledger);
    assertEquals(2, report.accounts());
    assertEquals(5, report.transactions());
    assertEquals(8, report.entries());
    assertEquals(8, ledger.head().position());
    assertEquals(euros("44.75"), balance(SEVEN));
    assertEquals(euros("-31.50"), balance(TWELVE));
    assertTrue(ledger.verify(Progress.NONE).intact());
  }

  @Test
  void a_recorded_balance_that_differs_is_reported_by_its_line() throws IOException {
    assertEquals(
        List.of(new ImportReport.Difference(5, TWELVE, euros("-31.40"), euros("-31.50"))),
        files().importInto(ledger).differences());
  }

  @Test
  void rows_that_leave_an_account_below_zero_are_counted() throws IOException {
    assertEquals(2, files().importInto(ledger).belowZero());
  }

  @Test
  void entries_stand_in_the_order_of_days_with_openings_first() throws IOException {
    files().importInto(ledger);
    assertEquals(
        List.of(
            "12 AccountOpened 1993-01-01",
            "12 OverdraftLimitSet 1993-01-01",
            "12 MoneyDeposited 1993-01-01",
            "12 MoneyWithdrawn 1993-01-01",
            "7 AccountOpened 1993-01-02",
            "7 TransferReceived 1993-01-02",
            "12 FeeCharged 1993-01-02",
            "7 MoneyWithdrawn 1993-01-05"),
        ledger.inquiries().journal(1, 100).stream()
            .map(line ->
                line.account().map(AccountNumber::value).orElse("")
                    + " "
                    + line.type()
                    + " "
                    + line.postedOn())
            .toList());
  }

  @Test
  void every_entry_says_that_it_was_imported_and_by_whom() throws IOException {
    files().importInto(ledger);
    for (Entry entry : entries()) {
      var provenance = entry.provenance();
      assertEquals(Optional.of(Provenance.IMPORTED), provenance.reason());
      assertEquals("admin", provenance.actor());
      assertEquals("administrator", provenance.role());
      assertEquals("WS-01", provenance.workstation());
      assertEquals("Riverside branch", provenance.branch());
    }
  }

  @Test
  void the_rows_words_are_kept() throws IOException {
    files().importInto(ledger);
    assertEquals(
        """
        {"account":"12","holder":"C12","product":"current","opening_deposit":"0.00",\
        "currency":"EUR","reference":"C12","narrative":"Brno"}\
        """,
        payload(1));
    assertEquals(
        """
        {"account":"7","amount":"50.00","currency":"EUR","from_bank":"AB","from_account":"123",\
        "reference":"R3","narrative":"pension"}\
        """,
        payload(6));
    assertEquals(
        """
        {"account":"7","amount":"5.25","currency":"EUR","means":"card"}\
        """,
        payload(8));
  }

  @Test
  void names_and_products_are_taken_where_the_file_has_them() throws IOException {
    files()
        .withAccounts(
            FileSet.ACCOUNTS_HEADER
                + """
                ,holder_name,product
                7,1993-01-02,Praha,C7,1970-12-13,0.00,EUR,"Li, ""Xiao"" 林",savings
                12,1993-01-01,Brno,C12,,500.00,EUR,,
                """)
        .importInto(ledger);
    var account = ledger.inquiries().account(SEVEN).orElseThrow();
    assertEquals("Li, \"Xiao\" 林", account.holder());
    assertEquals("savings", account.product());
    assertEquals("C12", ledger.inquiries().account(TWELVE).orElseThrow().holder());
  }

  @Test
  void the_other_side_of_what_is_no_transfer_is_kept_in_words() throws IOException {
    files()
        .withTransactions(
            FileSet.TRANSACTIONS_HEADER + "\n1993-01-02,1,7,interest,1.00,EUR,,,AB,55,yearly\n")
        .importInto(ledger);
    assertEquals(
        Optional.of("yearly 55/AB"),
        ledger.inquiries().journal(1, 100).stream()
            .filter(line -> line.type().equals("InterestCredited"))
            .map(JournalLine::narrative)
            .findFirst());
  }

  @Test
  void every_type_of_transaction_is_an_event_of_its_own() throws IOException {
    var rows = new StringBuilder(FileSet.TRANSACTIONS_HEADER).append('\n');
    int sequence = 0;
    for (TransactionType type : TransactionType.values()) {
      rows.append("1993-01-02,%d,7,%s,1.00,EUR,,,,,\n".formatted(sequence++, type.word()));
    }
    files().withTransactions(rows.toString()).importInto(ledger);
    assertEquals(
        List.of(
            "MoneyDeposited 1.00",
            "MoneyWithdrawn -1.00",
            "TransferReceived 1.00",
            "TransferSent -1.00",
            "InterestCredited 1.00",
            "FeeCharged -1.00",
            "OverdraftInterestCharged -1.00",
            "MoneyWithdrawn -1.00",
            "ChequeDeposited 1.00"),
        ledger.inquiries().journal(4, 100).stream()
            .map(line -> line.type() + " " + line.amount().orElseThrow().getAmount())
            .toList());
  }

  @Test
  void columns_may_stand_in_another_order_and_a_byte_order_mark_is_no_harm() throws IOException {
    files()
        .withAccounts(
            """
            \uFEFFcurrency,account,opened_on,branch,holder_reference,holder_birth_date,overdraft_limit
            EUR,7,1993-01-02,Praha,C7,,0.00
            EUR,12,1993-01-01,Praha,C12,,0.00
            """)
        .importInto(ledger);
    assertEquals(euros("44.75"), balance(SEVEN));
  }

  @Test
  void a_second_import_adds_nothing() throws IOException {
    var first = files().importInto(ledger);
    var second = files().importInto(ledger);
    assertEquals(0, second.entries());
    assertEquals(8, ledger.head().position());
    assertEquals(first.differences(), second.differences());
    assertEquals(first.belowZero(), second.belowZero());
  }

  @Test
  void an_import_that_was_cut_off_is_completed() throws IOException {
    var all = entriesOf(files());
    var other =
        new MemoryLedgers(InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"))).ledger();
    for (int done = 0; done <= all.size(); done++) {
      var partly =
          new MemoryLedgers(InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"))).ledger();
      for (var row : all.subList(0, done)) {
        partly.store().append(row);
      }
      long before = partly.head().position();
      assertEquals(8 - before, files().importInto(partly).entries());
      assertEquals(8, partly.head().position());
    }
    assertEquals(0, other.head().position());
  }

  private List<Append> entriesOf(FileSet files) throws IOException {
    var scratch =
        new MemoryLedgers(InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"))).ledger();
    files.importInto(scratch);
    var history =
        new HistoryReader(CurrencyUnit.EUR, LocalDate.parse("2026-11-23"))
            .read(files.accountsFile(), files.transactionsFile());
    var appends =
        new HistoryAppends(
            new RowIdentity(ledger.charter().origin()),
            ledger.charter(),
            new Actor("admin", Actor.ADMINISTRATOR, "WS-01"));
    return history.inOrder().stream().map(appends::of).toList();
  }

  @Test
  void postings_after_the_import_do_not_stand_in_the_way_of_a_second_one() throws IOException {
    files().importInto(ledger);
    deposit("1");
    assertEquals(0, files().importInto(ledger).entries());
  }

  private void deposit(String amount) {
    var posted =
        ledger
            .counter()
            .post(
                Posting.of(
                    new Deposit(
                        SEVEN,
                        BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount)),
                        Details.NONE)),
                TELLER);
    assertTrue(posted instanceof Outcome.Posted);
  }

  @Test
  void an_account_that_has_other_entries_in_between_is_refused() throws IOException {
    var begin =
        FileSet.TRANSACTIONS_HEADER + "\n1993-01-02,1,7,transfer_in,50.00,EUR,,R3,AB,123,pension\n";
    files().withTransactions(begin).importInto(ledger);
    deposit("1");
    refused(
        files(),
        "transactions.csv, line 6: account 7 holds entry 5, which does not come from these files,"
            + " where this row belongs; nothing was recorded.");
  }

  @Test
  void an_account_that_was_opened_at_the_counter_is_refused() {
    assertTrue(
        ledger
                .counter()
                .post(
                    Posting.of(
                        new OpenAccount(
                            TWELVE,
                            "Nadia",
                            "current",
                            BigMoney.zero(CurrencyUnit.EUR),
                            Details.NONE)),
                    TELLER)
            instanceof Outcome.Posted);
    refused(
        files(),
        "accounts.csv, line 3: account 12 holds entry 1, which does not come from these files,"
            + " where this row belongs; nothing was recorded.");
  }

  @Test
  void a_row_that_has_changed_since_is_refused() throws IOException {
    files().importInto(ledger);
    refused(
        files().withTransactions(files().transactions().replace("R3", "R9")),
        "transactions.csv, line 4 has changed since it was recorded as entry 6; nothing was"
            + " recorded.");
    refused(
        files().withAccounts(files().accounts().replace("1970-12-13", "1970-12-14")),
        "accounts.csv, line 2 has changed since it was recorded as entry 5; nothing was"
            + " recorded.");
  }

  @Test
  void the_same_row_has_another_id_in_another_ledger() throws IOException {
    var row =
        new HistoryReader(CurrencyUnit.EUR, LocalDate.parse("2026-11-23"))
            .read(written(files()).accountsFile(), files().transactionsFile())
            .accounts()
            .getFirst();
    var here = new RowIdentity("here").commandId(row);
    assertNotEquals(here, new RowIdentity("there").commandId(row));
    assertEquals(here, new RowIdentity("here").commandId(row));
    assertEquals(8, here.version());
    assertEquals(2, here.variant());
  }

  private FileSet written(FileSet files) throws IOException {
    files.importInto(ledger);
    return files;
  }
}
