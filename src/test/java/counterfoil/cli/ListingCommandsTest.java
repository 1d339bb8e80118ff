package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.cli.Shell.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Balances, history and journal: now and then, for people and for programs. */
class ListingCommandsTest {
  private static final String FIRST_ID = "00000000-0000-4000-8000-000000000001";
  private final Shell shell = Shell.withLedger();

  ListingCommandsTest() {
    shell.done(
        "post",
        "open_account",
        "command_id=" + FIRST_ID,
        "account=1004-2213",
        "holder_name=Nadia Rahimi",
        "opening_deposit=100.00");
    shell.done("post", "open_account", "account=7", "holder_name=林晓雨");
    shell.done("post", "transfer", "from=1004-2213", "to=7", "amount=30", "narrative=School fees");
    shell.done("post", "set_overdraft", "account=7", "limit=50");
    shell.done("post", "close_account", "account=1004-2213", "payout=true", "reference=R-1");
  }

  @Test
  void balances_for_programs() {
    assertEquals(
        """
        {"account":"7","status":"open","ledger":"30.00","available":"80.00","currency":"EUR","version":2}
        {"account":"1004-2213","status":"closed","ledger":"0.00","available":"0.00","currency":"EUR","version":2}
        """,
        shell.done("balances", "--json"));
  }

  @Test
  void balances_for_people() {
    assertEquals(
        """
        Account    Status  Ledger  Available  Currency  Version  Holder
        7          open     30.00      80.00  EUR             2  林晓雨
        1004-2213  closed    0.00       0.00  EUR             2  Nadia Rahimi
        """,
        shell.done("balances"));
  }

  @Test
  void balances_as_of_a_position_know_nothing_later() {
    assertEquals(
        """
        {"account":"1004-2213","status":"open","ledger":"100.00","available":"100.00","currency":"EUR","version":0}
        """,
        shell.done("balances", "--at", "1", "--json"));
  }

  @Test
  void before_the_first_entry_there_is_no_account() {
    assertEquals("", shell.done("balances", "--at", "0", "--json"));
    assertEquals("", shell.done("balances", "--at", "2026-11-23T15:31:06+01:00", "--json"));
  }

  @Test
  void balances_as_of_a_time_with_its_zone() {
    var now = shell.done("balances", "--json");
    assertEquals(now, shell.done("balances", "--json", "--at", "2026-11-23T14:31:07Z"));
    assertEquals(now, shell.done("balances", "--json", "--at", "2026-11-23T15:31:07+01:00"));
    assertEquals(
        now, shell.done("balances", "--json", "--at", "2026-11-23T15:31:07+01:00[Europe/Prague]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yesterday", "-1", "1.5", "１", "2026-11-23", "2026-11-23T14:31:07", "", "1e3"})
  void what_is_neither_position_nor_time_is_bad_input(String at) {
    var run = shell.run("balances", "--at=" + at);
    assertEquals(2, run.code(), run::toString);
    assertEquals("", run.out());
    assertTrue(run.err().contains("give a position such as 120, or a time"), run.err());
  }

  @Test
  void a_position_beyond_the_end_is_bad_input() {
    assertEquals(
        new Run(2, "", "--at 7: the ledger has 6 entries, give a position up to that.\n"),
        shell.run("history", "7", "--at", "7"));
  }

  @Test
  void history_for_programs_adds_up_to_the_balance() {
    assertEquals(
        """
        {"position":1,"version":0,"type":"AccountOpened","amount":"100.00","balance":"100.00","posted_on":"2026-11-23","recorded_at":"2026-11-23T14:31:07Z","reference":"","narrative":""}
        {"position":3,"version":1,"type":"TransferSent","amount":"-30.00","balance":"70.00","posted_on":"2026-11-23","recorded_at":"2026-11-23T14:31:07Z","reference":"","narrative":"School fees"}
        {"position":6,"version":2,"type":"AccountClosed","amount":"-70.00","balance":"0.00","posted_on":"2026-11-23","recorded_at":"2026-11-23T14:31:07Z","reference":"R-1","narrative":""}
        """,
        shell.done("history", "1004-2213", "--json"));
  }

  @Test
  void history_for_people() {
    assertEquals(
        """
        Entry  Posted on   What               Amount  Balance  Reference  Narrative
            2  2026-11-23  AccountOpened        0.00     0.00
            4  2026-11-23  TransferReceived    30.00    30.00             School fees
            5  2026-11-23  OverdraftLimitSet    0.00    30.00
        """,
        shell.done("history", "7"));
  }

  @Test
  void history_as_of_a_position_ends_there() {
    assertEquals(2, shell.run("history", "7", "--json", "--at", "4").lines().size());
    assertEquals("", shell.done("history", "7", "--json", "--at", "1"));
  }

  @Test
  void the_history_of_no_account_is_bad_input() {
    assertEquals(
        new Run(
            2, "", "There is no account 8 in this ledger; `counterfoil balances` lists them.\n"),
        shell.run("history", "8"));
    assertEquals(
        new Run(2, "", "\"10 04\" is not an account number.\n"), shell.run("history", "10 04"));
  }

  @Test
  void the_journal_for_programs_is_the_whole_entry() {
    var line = shell.run("journal", "--json", "--to", "1").out();
    assertTrue(
        line.matches(
            """
            \\{"position":1,"stream":"account-1004-2213","version":0,"type":"AccountOpened",\
            "schema":1,"command_id":"00000000-0000-4000-8000-000000000001",\
            "correlation_id":"00000000-0000-4000-8000-000000000001","actor":"amara",\
            "role":"teller","branch":"Riverside branch","workstation":"WS-02",\
            "recorded_at":"2026-11-23T14:31:07Z","business_date":"2026-11-23",\
            "data":\\{"account":"1004-2213","holder":"Nadia Rahimi","product":"current",\
            "opening_deposit":"100.00","currency":"EUR"},"leaf":"[0-9a-f]{64}"}
            """),
        line);
  }

  @Test
  void the_journal_for_people() {
    assertEquals(
        """
        Entry  Posted on   Recorded at           Account    What              Amount  Balance  By     Reference  Narrative
            3  2026-11-23  2026-11-23T14:31:07Z  1004-2213  TransferSent      -30.00    70.00  amara             School fees
            4  2026-11-23  2026-11-23T14:31:07Z  7          TransferReceived   30.00    30.00  amara             School fees
        """,
        shell.done("journal", "--from", "3", "--to", "4"));
  }

  @Test
  void the_journal_ends_where_the_ledger_does() {
    assertEquals(2, shell.run("journal", "--json", "--from", "5", "--to", "99").lines().size());
    assertEquals("", shell.done("journal", "--json", "--from", "7"));
  }

  @Test
  void journal_positions_begin_at_one_and_go_forward() {
    assertEquals(2, shell.run("journal", "--from", "0").code());
    assertEquals(2, shell.run("journal", "--from", "3", "--to", "2").code());
    assertEquals(2, shell.run("journal", "--from", "x").code());
  }

  @Test
  void an_empty_ledger_has_nothing_to_list() {
    var empty = Shell.withLedger();
    assertEquals("", empty.done("balances", "--json"));
    assertEquals("", empty.done("journal", "--json"));
    assertFalse(empty.done("balances").isEmpty());
  }
}
