package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.StoredLedgers;
import counterfoil.build.SharedData;
import counterfoil.eventstore.jdbc.TestServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on a ledger on a server. */
class ServerCommandsTest {
  private final String url = TestServer.newDatabase().address().toString();
  private @TempDir Path folder = Path.of("");

  private Shell shell() {
    return new Shell(new StoredLedgers(InstantSource.fixed(Shell.NOW)), folder.resolve("ledger"));
  }

  private String[] on(String place, String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of("--db", place)).toArray(String[]::new);
  }

  private void found() {
    shell().done(on(url, "init", "--branch", "Riverside", "--currency", "EUR"));
  }

  private void assertRefused(int code, String words, String place, String... arguments) {
    var run = shell().run(on(place, arguments));
    assertEquals(code, run.code(), run.err());
    assertTrue(run.err().contains(words), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals("", run.out());
  }

  @Test
  void a_ledger_is_founded_posted_to_and_proved() {
    found();
    var shell = shell();
    shell.done(
        on(url, "post", "open_account", "account=9", "holder_name=N", "opening_deposit=100"));
    shell.done(on(url, "post", "open_account", "account=10", "holder_name=M"));
    shell.done(on(url, "post", "transfer", "from=9", "to=10", "amount=30.5"));
    assertEquals(
        ExitCode.NO, shell.run(on(url, "post", "withdraw", "account=9", "amount=70")).code());
    var balances = shell.run(on(url, "balances", "--json")).lines();
    assertTrue(
        balances.get(0).contains("\"account\":\"9\",\"status\":\"open\",\"ledger\":\"69.50\""));
    assertTrue(
        balances.get(1).contains("\"account\":\"10\",\"status\":\"open\",\"ledger\":\"30.50\""));
    assertTrue(shell.done(on(url, "balances", "--json", "--at", "1")).contains("\"100.00\""));
    assertEquals(2, shell.run(on(url, "history", "9", "--json")).lines().size());
    assertEquals(4, shell.run(on(url, "journal", "--json")).lines().size());
    assertTrue(shell.done(on(url, "rebuild", "--json")).startsWith("{\"entries\":4,"));
    assertTrue(
        shell.done(on(url, "verify", "--json")).startsWith("{\"intact\":true,\"entries\":4,"));
    assertFalse(folder.resolve("ledger").toFile().exists());
  }

  @Test
  void many_commands_at_once_are_answered_in_order() {
    found();
    var input = new StringBuilder();
    for (int i = 1; i <= 60; i++) {
      input.append(
          "{\"command_id\":\"00000000-0000-0000-0000-%012d\",\"do\":\"open_account\",\"account\":\"%d\",\"holder_name\":\"N\"}\n"
              .formatted(i, i));
    }
    for (int attempt = 0; attempt < 2; attempt++) {
      var run = shell().runWith(input.toString(), on(url, "post", "-", "--in-flight", "16"));
      assertEquals(0, run.code(), run.err());
      for (int i = 1; i <= 60; i++) {
        assertTrue(run.lines().get(i - 1).contains("\"position\":" + i + ","), run.out());
      }
    }
  }

  @Test
  void each_thing_that_can_be_wrong_gets_its_sentence() throws IOException {
    assertRefused(2, "There is no ledger in " + url, url, "balances");
    found();
    assertRefused(2, "left as it is", url, "init", "--branch", "B", "--currency", "EUR");
    assertRefused(2, "There is no database", url.replace("?", "_none?"), "balances");
    assertRefused(3, "does not let you in", url.replace("postgres@", "nobody@"), "balances");
    assertRefused(2, "has the form postgresql://", "jdbc:" + url, "balances");
    assertRefused(2, "must not hold a password", url.replace("@", ":secret@"), "balances");
    assertRefused(2, "database's name must be", url.replace("/test", "/te;st"), "balances");
    assertRefused(
        3,
        "does not answer",
        url.replace(":" + TestServer.port(), ":" + portOfNobody()),
        "balances");
    TestServer.execute(
        TestServer.login(url.replaceAll(".*/(\\w+)\\?.*", "$1"), TestServer.USER),
        "INSERT INTO migrations VALUES (99, '99', 'x', 'SQL', 'x', 1, 'x', now(), 1, TRUE)");
    assertRefused(3, "a later version", url, "balances");
  }

  private static int portOfNobody() throws IOException {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @Test
  void a_database_of_others_is_left_alone() {
    TestServer.execute(
        TestServer.login(url.replaceAll(".*/(\\w+)\\?.*", "$1"), TestServer.USER),
        "CREATE TABLE public.customers (name TEXT)");
    assertRefused(2, "holds something else", url, "init", "--branch", "B", "--currency", "EUR");
  }

  @Test
  void a_real_banks_history_comes_to_the_same_as_in_a_folder() {
    var accounts = SharedData.at("data/bank-1993/accounts.csv").toString();
    var transactions = SharedData.at("data/bank-1993/transactions.csv").toString();
    String[] history = {"import", "--accounts", accounts, "--transactions", transactions};
    var shell = shell();
    shell.done("init", "--branch", "Praha", "--currency", "CZK");
    shell.done(history);
    shell.done(on(url, "init", "--branch", "Praha", "--currency", "CZK"));
    shell.done(on(url, history));
    for (String question : new String[] {"balances", "balances --at 11000"}) {
      String[] command = (question + " --json").split(" ");
      assertEquals(shell.done(command), shell.done(on(url, command)));
    }
    assertTrue(shell.done(on(url, "verify", "--json")).startsWith("{\"intact\":true"));
  }
}
