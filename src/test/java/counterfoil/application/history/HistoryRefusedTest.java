package counterfoil.application.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Ledger;
import counterfoil.application.MemoryLedgers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file cannot be taken over with: named by file, line and column, and nothing recorded. */
class HistoryRefusedTest {
  private @TempDir Path folder = Path.of("");
  private final Ledger ledger =
      new MemoryLedgers(InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"))).ledger();

  private String refusal(FileSet files) {
    var refused = assertThrows(HistoryRefused.class, () -> files.importInto(ledger));
    assertEquals(0, ledger.head().position());
    var sentence = String.valueOf(refused.getMessage());
    assertEquals(1, sentence.lines().count(), sentence);
    return sentence.replace(folder + "/", "");
  }

  private String refusalOfTransaction(String row) {
    return refusal(
        FileSet.in(folder).withTransactions(FileSet.TRANSACTIONS_HEADER + "\n" + row + "\n"));
  }

  private String refusalOfAccount(String row) {
    return refusal(FileSet.in(folder).withAccounts(FileSet.ACCOUNTS_HEADER + "\n" + row + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1993-02-30,1,7,fee,1,EUR,,,,,|column 1 (posted_on): \"1993-02-30\" is a date that does not"
            + " exist.",
        "1993-2-3,1,7,fee,1,EUR,,,,,|column 1 (posted_on): \"1993-2-3\" is not a date such as"
            + " 1993-02-26.",
        "2026-11-24,1,7,fee,1,EUR,,,,,|column 1 (posted_on): \"2026-11-24\" is a date in the"
            + " future.",
        "1993-01-01,1,7,fee,1,EUR,,,,,|column 1 (posted_on): \"1993-01-01\" is before 1993-01-02,"
            + " when the account was opened.",
        "1993-01-02,x,7,fee,1,EUR,,,,,|column 2 (sequence): \"x\" is not a whole number.",
        "1993-01-02,,7,fee,1,EUR,,,,,|column 2 (sequence): an empty field is not a whole number.",
        "1993-01-02,1,8,fee,1,EUR,,,,,|column 3 (account): \"8\" is not an account of the accounts"
            + " file.",
        "1993-01-02,1,7 ,fee,1,EUR,,,,,|column 3 (account): \"7 \" is not an account of the"
            + " accounts file.",
        "1993-01-02,1,7,bribe,1,EUR,,,,,|column 4 (type): \"bribe\" is not a type of transaction.",
        "1993-01-02,1,7,fee,-1.00,EUR,,,,,|column 5 (amount): \"-1.00\" is not a positive amount.",
        "1993-01-02,1,7,fee,0.00,EUR,,,,,|column 5 (amount): \"0.00\" is not a positive amount.",
        "1993-01-02,1,7,fee,1e400,EUR,,,,,|column 5 (amount): \"1e400\" is not an amount in EUR"
            + " such as 12.50.",
        "1993-01-02,1,7,fee,NaN,EUR,,,,,|column 5 (amount): \"NaN\" is not an amount in EUR such as"
            + " 12.50.",
        "1993-01-02,1,7,fee,１２,EUR,,,,,|column 5 (amount): \"１２\" is not an amount in EUR such as"
            + " 12.50.",
        "1993-01-02,1,7,fee,\"1,5\",EUR,,,,,|column 5 (amount): \"1,5\" is not an amount in EUR"
            + " such as 12.50.",
        "1993-01-02,1,7,fee,1.005,EUR,,,,,|column 5 (amount): \"1.005\" is not an amount in EUR"
            + " such as 12.50.",
        "1993-01-02,1,7,fee,+1,EUR,,,,,|column 5 (amount): \"+1\" is not an amount in EUR such as"
            + " 12.50.",
        "1993-01-02,1,7,fee,1.,EUR,,,,,|column 5 (amount): \"1.\" is not an amount in EUR such as"
            + " 12.50.",
        "1993-01-02,1,7,fee,.5,EUR,,,,,|column 5 (amount): \".5\" is not an amount in EUR such as"
            + " 12.50.",
        "1993-01-02,1,7,fee,--1,EUR,,,,,|column 5 (amount): \"--1\" is not an amount in EUR such as"
            + " 12.50.",
        "1993-01-02,1,7,fee,,EUR,,,,,|column 5 (amount): an empty field is not an amount in EUR"
            + " such as 12.50.",
        "1993-01-02,1,7,fee,99999999999999,EUR,,,,,|column 5 (amount): \"99999999999999\" is not an"
            + " amount in EUR such as 12.50.",
        "1993-01-02,1,7,fee,1,CZK,,,,,|column 6 (currency): \"CZK\" is not the ledger's currency,"
            + " EUR.",
        "1993-01-02,1,7,fee,1,EUR,much,,,,|column 7 (balance_after): \"much\" is not an amount in"
            + " EUR such as 12.50.",
      })
  void a_bad_transaction(String row, String where) {
    assertEquals("transactions.csv, line 2, " + where, refusalOfTransaction(row));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 7,1993-01-02,P,C,,0,EUR|column 1 (account): \"7 7\" is not an account number: 1 to 34"
            + " letters, digits, hyphens, dots or slashes, without spaces.",
        "7,1993-02-29,P,C,,0,EUR|column 2 (opened_on): \"1993-02-29\" is a date that does not"
            + " exist.",
        "7,1993-01-02,P,,,0,EUR|column 4 (holder_reference): an empty field is not a name.",
        "7,1993-01-02,P,C,1970-13-01,0,EUR|column 5 (holder_birth_date): \"1970-13-01\" is a date"
            + " that does not exist.",
        "7,1993-01-02,P,C,,-1,EUR|column 6 (overdraft_limit): \"-1\" is less than zero.",
        "7,1993-01-02,P,C,,0,eur|column 7 (currency): \"eur\" is not the ledger's currency, EUR.",
      })
  void a_bad_account(String row, String where) {
    assertEquals("accounts.csv, line 2, " + where, refusalOfAccount(row));
  }

  @Test
  void an_account_with_two_rows() {
    assertEquals(
        "accounts.csv, line 3, column 1 (account): \"7\" has a row already, in line 2.",
        refusalOfAccount("7,1993-01-02,P,C,,0,EUR\n7,1993-01-03,P,C,,0,EUR"));
  }

  @Test
  void rows_of_an_account_that_are_out_of_order() {
    assertEquals(
        "transactions.csv, line 3, column 1 (posted_on): \"1993-01-04\" is before the account's row"
            + " above it.",
        refusalOfTransaction("1993-01-05,1,7,fee,1,EUR,,,,,\n1993-01-04,1,7,fee,1,EUR,,,,,"));
    assertEquals(
        "transactions.csv, line 3, column 2 (sequence): \"1\" does not follow the account's row"
            + " above it on that day.",
        refusalOfTransaction("1993-01-05,1,7,fee,1,EUR,,,,,\n1993-01-05,1,7,fee,1,EUR,,,,,"));
  }

  @Test
  void a_name_with_a_line_break_is_named_on_one_line() {
    assertEquals(
        "accounts.csv, line 2, column 4 (holder_reference): \"two\uFFFDlines\" holds a line break"
            + " or a character that cannot be shown.",
        refusalOfAccount("7,1993-01-02,P,\"two\nlines\",,0,EUR"));
  }

  @Test
  void a_name_of_ten_thousand_characters_is_shortened() {
    assertEquals(
        "accounts.csv, line 2, column 4 (holder_reference): \""
            + "x".repeat(40)
            + "…\" is 10000 characters long; 35 are allowed.",
        refusalOfAccount("7,1993-01-02,P," + "x".repeat(10_000) + ",,0,EUR"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1993-01-02,1,7,fee,1,EUR|column 6: the row has 6 columns where the header has 11.",
        "1993-01-02,1,7,fee,1,EUR,,,,,,|column 12: the row has 12 columns where the header has 11.",
        "''|column 1: the row has 1 columns where the header has 11."
      })
  void another_number_of_columns(String row, String where) {
    assertEquals("transactions.csv, line 2, " + where, refusalOfTransaction(row));
  }

  @Test
  void a_line_is_counted_as_an_editor_counts_it() {
    var sentence =
        refusalOfTransaction(
            "1993-01-02,1,7,fee,1,EUR,,,,,\n1993-01-03,1,7,\"fee\",1,EUR,,\"a\"\"b\",,,\n"
                + "1993-01-04,1,7,bribe,1,EUR,,,,,");
    assertTrue(sentence.startsWith("transactions.csv, line 4, column 4 (type)"), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acount,opened_on|column 1: \"acount\" is not a column of this file;",
        "account,account|column 2: \"account\" is there twice;",
        "account,opened_on|column 2: the column branch is missing;",
      })
  void a_bad_header(String header, String where) {
    var sentence = refusal(FileSet.in(folder).withAccounts(header + "\n"));
    assertTrue(sentence.startsWith("accounts.csv, line 1, " + where), sentence);
  }

  @Test
  void an_empty_file() {
    assertEquals(
        "accounts.csv is empty: its first line must name the columns.",
        refusal(FileSet.in(folder).withAccounts("")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"open", "\"a\"b"})
  void quotes_that_do_not_fit(String field) {
    var sentence = refusalOfTransaction("1993-01-02,1,7,fee,1,EUR,," + field + ",,,");
    assertTrue(
        sentence.startsWith("transactions.csv is not a well-formed CSV file")
            || sentence.startsWith("transactions.csv, line 2, column 8"),
        sentence);
  }

  @Test
  void bytes_that_are_not_utf8() throws IOException {
    var files = FileSet.in(folder);
    Files.writeString(files.accountsFile(), files.accounts());
    Files.write(
        files.transactionsFile(),
        (FileSet.TRANSACTIONS_HEADER + "\n1993-01-02,1,7,fee,1,EUR,,\"a,b\",,,statement f\u00E9e\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    var refused = assertThrows(HistoryRefused.class, () -> files.importAsItLies(ledger));
    assertEquals(
        files.transactionsFile()
            + ", line 2, column 11: byte E9 is not UTF-8; save the file as UTF-8.",
        refused.getMessage());
    assertEquals(0, ledger.head().position());
  }

  @Test
  void a_file_that_is_not_there() {
    var files = FileSet.in(folder);
    var refused = assertThrows(HistoryRefused.class, () -> files.importAsItLies(ledger));
    assertEquals(
        files.accountsFile() + " cannot be read: is it there, and may you read it?",
        refused.getMessage());
  }

  @Test
  void a_folder_instead_of_a_file() throws IOException {
    var files = FileSet.in(folder);
    Files.createDirectory(files.accountsFile());
    var refused = assertThrows(HistoryRefused.class, () -> files.importAsItLies(ledger));
    assertEquals(
        files.accountsFile() + " cannot be read: is it there, and may you read it?",
        refused.getMessage());
  }

  @Test
  void the_last_row_refuses_all_before_it() {
    var files = FileSet.in(folder);
    assertEquals(
        "transactions.csv, line 7, column 4 (type): \"bribe\" is not a type of transaction.",
        refusal(
            files.withTransactions(files.transactions() + "1993-01-06,1,7,bribe,1,EUR,,,,,\n")));
  }
}
