package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.cli.Shell.Run;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
  private static final String UUID_FORM =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  private static final String PASSWORD = "correct horse battery";

  private static Run init(String branch, String currency) {
    return Shell.inMemory().run("init", "--branch", branch, "--currency", currency, "--json");
  }

  @Test
  void the_new_ledger_is_answered_in_json() {
    var run = init("St. Mary's Branch", "CZK");
    assertEquals(0, run.code());
    assertTrue(
        run.out()
            .matches(
                "\\{\"branch\":\"St. Mary's Branch\",\"currency\":\"CZK\","
                    + "\"origin\":\"counterfoil.local/st-mary-s-branch/"
                    + UUID_FORM
                    + "\"}\n"),
        run.out());
  }

  @Test
  void the_new_ledger_is_told_in_words() {
    var run = Shell.inMemory().run("init", "--branch", "Riverside", "--currency", "EUR");
    assertEquals("Created the ledger of Riverside in EUR: ledger.", run.lines().getFirst());
  }

  @Test
  void a_sample_ledger_is_for_practice() {
    var shell = Shell.inMemory().knowing("admin", PASSWORD);
    var run = shell.run("init", "--branch", "R", "--currency", "EUR", "--sample");
    assertEquals(
        "Created the practice ledger of R in EUR: ledger.", run.lines().getFirst(), run::toString);
  }

  @Test
  void a_branch_begins_with_limits_and_says_so() {
    var shell = Shell.inMemory().knowing("admin", PASSWORD).knowing("teller", PASSWORD);
    var run = shell.run("init", "--branch", "R", "--currency", "EUR", "--sample");
    assertEquals(
        "A teller needs an approval above EUR 10000.00 of cash and above EUR 20000.00 between"
            + " accounts; see and change all limits with set_limit.",
        run.lines().getLast());
    var large =
        shell.run("post", "deposit", "account=1004-2213", "amount=10000.01", "--user=teller");
    assertEquals(1, large.code(), large::toString);
    assertTrue(large.err().startsWith("This needs an approval (amount)"), large::toString);
  }

  @Test
  void a_script_may_pay_in_thousands_for_hours_at_a_sample() {
    var shell = Shell.inMemory().knowing("admin", PASSWORD).knowing("teller", PASSWORD);
    shell.done("init", "--branch", "R", "--currency", "EUR", "--sample");
    var deposit = "{\"do\":\"deposit\",\"account\":\"1004-2213\",\"amount\":\"9000\"}\n";
    var run = shell.runWith(deposit.repeat(300), "post", "-", "--user=teller", "--json");
    assertEquals(0, run.code(), run::err);
    assertEquals(300, run.lines().stream().filter(line -> line.contains("position")).count());
  }

  @Test
  void a_sample_ledger_is_ready_to_serve_from() {
    var shell = Shell.inMemory().knowing("admin", PASSWORD).knowing("teller", PASSWORD);
    shell.done("init", "--branch", "R", "--currency", "EUR", "--sample");
    var deposit =
        shell.run(
            "post",
            "deposit",
            "account=1004-2213",
            "amount=70.50",
            "cash=50x1,20x1,0.50x1",
            "--user=teller",
            "--json");
    assertEquals(0, deposit.code(), deposit::toString);
    assertEquals(40, shell.run("balances", "--json", "--user=teller").lines().size());
    shell.done("verify");
  }

  @Test
  void a_sample_ledger_can_be_in_money_without_cents() {
    var shell = Shell.inMemory().knowing("admin", PASSWORD);
    shell.done("init", "--branch", "R", "--currency", "JPY", "--sample");
    shell.knowing("auditor", PASSWORD);
    assertEquals(40, shell.run("balances", "--json", "--user=auditor").lines().size());
  }

  @Test
  void the_administrator_signs_in_from_the_first_moment() {
    var shell = Shell.inMemory().knowing("ines", PASSWORD);
    shell.done("init", "--branch", "R", "--currency", "EUR", "--admin", "Ines");
    assertEquals(
        new Run(
            2,
            "",
            "The people of this ledger sign in: say who you are with --user NAME, and give the"
                + " password in COUNTERFOIL_PASSWORD or at the terminal.\n"),
        shell.run("balances"));
    var limit = shell.run("post", "set_limit", "limit=till.soft", "amount=5000", "--user", "ines");
    assertEquals(0, limit.code(), limit::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'                    '|nothing but spaces",
        "secret|6 characters",
        "abcdefghijklmnopqrstuvwxyz|",
        "''|There is no password",
      })
  void a_password_that_may_not_be_chosen_creates_nothing(String password, @Nullable String why) {
    var shell = Shell.inMemory().knowing("admin", password);
    var run = shell.run("init", "--branch", "R", "--currency", "EUR", "--sample");
    assertEquals(2, run.code(), run::toString);
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(why == null || run.err().contains(why), run.err());
    assertTrue(password.isBlank() || !run.err().contains(password), run.err());
    assertTrue(shell.run("verify").err().contains("There is no ledger"));
  }

  @Test
  void two_ledgers_of_one_branch_have_different_origins() {
    assertNotEquals(init("Riverside", "EUR").out(), init("Riverside", "EUR").out());
  }

  @ParameterizedTest
  @CsvSource({"Čáslav Žižkov, caslav-zizkov", "林晓雨, branch", "..., branch"})
  void the_origin_spells_the_branch_in_ascii(String branch, String slug) {
    var run = Shell.inMemory().run("init", "--branch=" + branch, "--currency", "EUR", "--json");
    assertTrue(run.out().contains("counterfoil.local/" + slug + "/"), run.out());
  }

  @Test
  void an_existing_ledger_is_left_as_it_is() {
    var shell = Shell.withLedger();
    shell.done("post", "open_account", "account=1", "holder_name=Nadia");
    assertEquals(
        new Run(
            2,
            "",
            "There is a ledger in ledger already, and it was left as it is: name another folder"
                + " with --data.\n"),
        shell.run("init", "--branch", "Riverside", "--currency", "EUR"));
    assertEquals(1, shell.run("balances", "--json").lines().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines", "\u0000", "\u202Eedisrevir"})
  void a_branch_needs_a_name_on_one_line(String branch) {
    assertEquals(
        new Run(2, "", "--branch needs a name of 1 to 140 characters without line breaks.\n"),
        init(branch, "EUR"));
  }

  @Test
  void a_branchs_name_has_140_characters_at_most() {
    assertEquals(0, init("x".repeat(140), "EUR").code());
    assertEquals(2, init("x".repeat(141), "EUR").code());
    assertEquals(2, init("x".repeat(10_000), "EUR").code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "eur", "EURO", "ZZZ", "XAU", "XXX", "XTS", "E\nR"})
  void a_currency_is_one_that_people_pay_in(String currency) {
    var run = init("Riverside", currency);
    assertEquals(2, run.code());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("--currency \""), run.err());
  }

  @Test
  void an_administrator_needs_a_name_on_one_line() {
    var run = Shell.inMemory().run("init", "--branch", "R", "--currency", "EUR", "--admin", "a\nb");
    assertEquals(2, run.code());
    assertTrue(run.err().startsWith("--admin \"a\uFFFDb\": a sign-in name has 1 to 60"), run.err());
    assertEquals(1, run.err().lines().count());
  }
}
