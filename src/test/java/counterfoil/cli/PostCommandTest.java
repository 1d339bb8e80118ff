package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.cli.Shell.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostCommandTest {
  private static final String ID = "5f0c1b9e-3c1d-4c55-9d8a-1f6d3b2f7a10";
  private final Shell shell = Shell.withLedger();

  private Run post(String... fields) {
    var arguments = new String[fields.length + 1];
    arguments[0] = "post";
    System.arraycopy(fields, 0, arguments, 1, fields.length);
    return shell.run(arguments);
  }

  private void open(String number, String deposit) {
    shell.done(
        "post",
        "open_account",
        "account=" + number,
        "holder_name=Holder",
        "opening_deposit=" + deposit);
  }

  @Test
  void a_posting_is_answered_for_programs() {
    open("7", "100.00");
    assertEquals(
        new Run(
            0,
            "{\"command_id\":\"" + ID + "\",\"position\":2,\"version\":1,\"balance\":\"112.50\"}\n",
            ""),
        post("deposit", "command_id=" + ID, "account=7", "amount=12.50", "--json"));
  }

  @Test
  void a_posting_is_answered_for_people() {
    open("7", "100.00");
    assertEquals(
        new Run(0, "Posted as entry 2; the balance is 112.50 EUR.\n", ""),
        post("deposit", "account=7", "amount=12.50"));
  }

  @Test
  void the_same_command_again_adds_nothing_and_gives_the_first_answer() {
    open("7", "100.00");
    var first = post("deposit", "command_id=" + ID, "account=7", "amount=12.50", "--json");
    post("deposit", "account=7", "amount=1");
    assertEquals(first, post("deposit", "command_id=" + ID, "account=7", "amount=12.50", "--json"));
    assertEquals(3, shell.run("journal", "--json").lines().size());
  }

  @Test
  void the_same_id_for_another_act_is_refused() {
    open("7", "100.00");
    post("deposit", "command_id=" + ID, "account=7", "amount=12.50");
    assertEquals(
        new Run(
            1,
            """
            {"command_id":"5f0c1b9e-3c1d-4c55-9d8a-1f6d3b2f7a10","refused":"command_id_reused",\
            "position":2,"message":"The command_id names another act already, at entry 2: give\
             this one an id of its own."}
            """,
            "The command_id names another act already, at entry 2: give this one an id of its"
                + " own.\n"),
        post("deposit", "command_id=" + ID, "account=7", "amount=99", "--json"));
  }

  @Test
  void a_refusal_comes_with_its_figures() {
    open("7", "100.00");
    assertEquals(
        new Run(
            1,
            """
            {"command_id":"5f0c1b9e-3c1d-4c55-9d8a-1f6d3b2f7a10","refused":"insufficient_funds",\
            "account":"7","available":"100.00","amount":"100.01","message":"Account 7 has 100.00\
             EUR available, which is less than 100.01 EUR."}
            """,
            "Account 7 has 100.00 EUR available, which is less than 100.01 EUR.\n"),
        post("withdraw", "command_id=" + ID, "account=7", "amount=100.01", "--json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deposit account=7 amount=0|amount_not_positive",
        "withdraw account=7 amount=-5|amount_not_positive",
        "deposit account=7 amount=1.001|too_many_decimals",
        "deposit account=7 amount=999999999999999.99|amount_too_large",
        "deposit account=7 amount=1 currency=USD|other_currency",
        "deposit account=7 amount=1 currency=zorkmid|other_currency",
        "withdraw account=7 amount=1000|insufficient_funds",
        "deposit account=7 amount=9999999999999.99|balance_too_large",
        "deposit account=8 amount=1|account_not_found",
        "open_account account=7 holder_name=X|account_exists",
        "open_account account=9 holder_name=X opening_deposit=-1|amount_negative",
        "open_account account=9 holder_name=|text_missing",
        "deposit account=6 amount=1|account_closed",
        "close_account account=7|balance_not_zero",
        "close_account account=5|account_overdrawn",
        "transfer from=7 to=7 amount=1|transfer_to_itself",
        "set_overdraft account=7 limit=-1|amount_negative",
      })
  void what_a_rule_refuses_is_refused_by_its_code(String command, String code) {
    open("5", "0.00");
    shell.done("post", "charge_fee", "account=5", "amount=1");
    open("6", "0.00");
    shell.done("post", "close_account", "account=6");
    open("7", "100.00");
    int before = shell.run("journal", "--json").lines().size();
    var arguments = ("post " + command + " --json").split(" ");
    var run = shell.run(arguments);
    assertEquals(1, run.code(), run::toString);
    assertTrue(run.out().contains("\"refused\":\"" + code + "\""), run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals(before, shell.run("journal", "--json").lines().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e400", "NaN", "１２", "1,5", "", " 1", "1.", ".5", "0x10", "1_000", "+-1", "∞"})
  void what_is_not_an_amount_is_bad_input(String amount) {
    open("7", "100.00");
    var run = post("deposit", "account=7", "amount=" + amount, "--json");
    assertEquals(2, run.code(), run::toString);
    assertTrue(run.out().contains("\"refused\":\"malformed_amount\""), run.out());
    assertTrue(run.err().contains("in the field amount is not an amount"), run.err());
    assertEquals(1, shell.run("journal", "--json").lines().size());
  }

  @Test
  void amounts_may_have_a_sign_and_as_many_decimals_as_the_currency() {
    open("7", "100.00");
    assertEquals(0, post("deposit", "account=7", "amount=+1").code());
    assertEquals(0, post("deposit", "account=7", "amount=1.5").code());
    assertEquals(0, post("deposit", "account=7", "amount=000001.500").code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fly account=7",
        "deposit amount=1",
        "deposit account=7",
        "deposit account=7 amount=1 color=red",
        "close_account account=7 payout=perhaps",
        "deposit account=7 amount=1 command_id=1-2-3-4-5",
        "deposit account=7 amount=1 amount=2",
        "deposit account=7 amount",
        "deposit =7 amount=1",
        "deposit account=a_b amount=1",
      })
  void what_is_not_understood_is_bad_input(String command) {
    open("7", "100.00");
    var run = shell.run(("post " + command).split(" "));
    assertEquals(2, run.code(), run::toString);
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals(1, shell.run("journal", "--json").lines().size());
  }

  @Test
  void an_account_number_with_a_space_is_bad_input() {
    assertEquals(
        new Run(
            2,
            "",
            "\"10 04\" in the field account is not an account number: 1 to 34 letters, digits,"
                + " hyphens, dots or slashes, without spaces.\n"),
        post("deposit", "account=10 04", "amount=1"));
  }

  @ParameterizedTest
  @CsvSource({"'two\nlines',text_not_plain", "\u202Eemos,text_not_plain"})
  void a_name_that_breaks_a_line_or_turns_the_reading_is_refused(String name, String code) {
    var run = post("open_account", "account=7", "holder_name=" + name, "--json");
    assertEquals(1, run.code());
    assertTrue(run.out().contains("\"refused\":\"" + code + "\""), run.out());
  }

  @Test
  void a_name_of_ten_thousand_characters_is_refused_with_what_is_allowed() {
    var run = post("open_account", "account=7", "holder_name=" + "x".repeat(10_000), "--json");
    assertEquals(1, run.code());
    assertTrue(
        run.out()
            .contains(
                "\"refused\":\"text_too_long\",\"field\":\"holder_name\",\"length\":10000,\"allowed\":140,"),
        run.out());
  }

  @Test
  void names_in_right_to_left_scripts_are_kept() {
    assertEquals(0, post("open_account", "account=7", "holder_name=יעל כהן محمد").code());
    assertTrue(shell.done("balances").contains("יעל כהן محمد"));
  }

  @Test
  void accounts_without_a_number_get_the_next_one_of_ten_digits() {
    open("2000000041", "0");
    var first = post("open_account", "command_id=" + ID, "holder_name=Nadia", "--json");
    assertEquals(
        "{\"command_id\":\""
            + ID
            + "\",\"account\":\"2000000042\",\"position\":2,\"version\":0,\"balance\":\"0.00\"}\n",
        first.out());
    assertTrue(post("open_account", "holder_name=Lin").out().endsWith(" number is 2000000043.\n"));
    assertEquals(first, post("open_account", "command_id=" + ID, "holder_name=Nadia", "--json"));
    assertEquals(
        1, post("open_account", "command_id=" + ID, "holder_name=Someone else", "--json").code());
  }

  @Test
  void fields_beside_the_input_are_bad_input() {
    assertEquals(2, post("-", "account=7").code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "-1", "many"})
  void the_number_under_way_is_one_to_a_thousand(String inFlight) {
    assertEquals(2, post("-", "--in-flight=" + inFlight).code());
  }
}
