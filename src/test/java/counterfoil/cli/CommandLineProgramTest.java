package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.cli.Shell.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineProgramTest {
  private static void assertOneLine(int code, String line, Run run) {
    assertEquals(new Run(code, "", line + "\n"), run);
  }

  @Test
  void without_a_command_the_desktop_opens_on_the_platforms_folder() {
    var shell = Shell.inMemory();
    assertEquals(new Run(0, "", ""), shell.run());
    assertEquals(List.of(Path.of("ledger")), shell.opened());
  }

  @Test
  void without_a_command_the_desktop_opens_on_the_folder_that_is_named() {
    var shell = Shell.inMemory();
    assertEquals(new Run(0, "", ""), shell.run("--data", "elsewhere"));
    assertEquals(List.of(Path.of("elsewhere")), shell.opened());
  }

  @Test
  void an_unknown_command_is_wrong_usage() {
    assertOneLine(
        2,
        "There is no command \"conjure\"; `counterfoil --help` says what there is.",
        Shell.inMemory().run("conjure", "7"));
  }

  @Test
  void an_unknown_option_is_wrong_usage() {
    assertOneLine(
        2,
        "Unknown option: '--loud'; `counterfoil balances --help` says what there is.",
        Shell.inMemory().run("balances", "--loud"));
  }

  @Test
  void a_file_of_arguments_is_not_read() {
    assertEquals(2, Shell.inMemory().run("@/etc/hostname").code());
  }

  @Test
  void a_missing_ledger_says_how_to_create_one() {
    assertOneLine(
        2,
        "There is no ledger in elsewhere: create one with `counterfoil init --branch NAME"
            + " --currency CODE`, or name another folder with --data.",
        Shell.withLedger().run("balances", "--data", "elsewhere"));
  }

  @Test
  void common_options_stand_before_or_after_the_command() {
    var shell = Shell.withLedger();
    shell.done("post", "open_account", "account=1", "holder_name=Nadia");
    var after = shell.done("balances", "--json", "--data", "ledger");
    assertEquals(after, shell.done("--json", "--data", "ledger", "balances"));
    assertEquals(after, shell.done("--data", "ledger", "balances", "--json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines", "turned\u202Eround"})
  void a_user_needs_a_name_on_one_line(String name) {
    assertOneLine(
        2,
        "--user needs a name of 1 to 60 characters without line breaks.",
        Shell.withLedger().run("post", "deposit", "account=1", "amount=1", "--user", name));
  }

  @Test
  void a_user_of_more_than_sixty_characters_is_refused() {
    assertEquals(
        2,
        Shell.withLedger()
            .run("post", "deposit", "account=1", "amount=1", "--user", "x".repeat(61))
            .code());
  }

  @Test
  void the_user_who_is_named_is_the_actor() {
    var shell = Shell.withLedger();
    shell.done("post", "open_account", "account=1", "holder_name=N", "--user", "Lin 林晓雨");
    assertTrue(shell.done("journal", "--json").contains("\"actor\":\"Lin 林晓雨\""));
  }

  @Test
  void help_lists_every_command_on_the_standard_output() {
    var run = Shell.inMemory().run("--help");
    assertEquals(0, run.code());
    for (var command :
        List.of(
            "init",
            "import",
            "balances",
            "history",
            "journal",
            "post",
            "verify",
            "rebuild",
            "demo")) {
      assertTrue(run.out().contains("\n  " + command + " "), command);
    }
  }

  @Test
  void every_command_has_help_of_its_own() {
    var run = Shell.inMemory().run("history", "--help");
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("Usage: counterfoil history "), run.out());
  }

  @Test
  void the_version_is_told() {
    assertEquals(new Run(0, "Counterfoil 0.0.0\n", ""), Shell.inMemory().run("--version"));
  }

  @Test
  void a_stack_trace_comes_with_verbose_only() {
    var shell = Shell.inMemory();
    assertFalse(shell.run("balances").err().contains("\tat "));
    assertTrue(shell.run("balances", "--verbose").err().contains("\tat counterfoil."));
  }
}
