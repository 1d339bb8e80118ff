package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import counterfoil.application.StoredLedgers;
import counterfoil.build.SharedData;
import counterfoil.cli.Shell.Run;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own on a ledger that lies on disk: ended, locked, disturbed. */
class ProcessTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private @TempDir Path folder = Path.of("");

  private Path ledger() {
    return folder.resolve("ledger");
  }

  private Shell shell() {
    return new Shell(new StoredLedgers(InstantSource.fixed(Shell.NOW)), ledger());
  }

  private Process start(String... arguments) throws IOException {
    return builder(arguments).start();
  }

  private ProcessBuilder builder(String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "counterfoil.Main",
                "--data",
                ledger().toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private static String ask(Process process, BufferedReader answers, String command)
      throws IOException {
    var writer = process.outputWriter();
    writer.write(command + "\n");
    writer.flush();
    return String.valueOf(answers.readLine());
  }

  private int entries() throws IOException {
    var verified = JSON.readTree(shell().done("verify", "--json"));
    return verified.path("entries").intValue();
  }

  @Test
  void a_conversation_that_is_terminated_has_its_answers_on_disk_and_its_ledger_closed()
      throws Exception {
    shell().done("init", "--branch", "Riverside", "--currency", "EUR");
    var process = start("post", "-");
    try (var answers = process.inputReader()) {
      assertTrue(
          ask(process, answers, "{\"do\":\"open_account\",\"account\":\"7\",\"holder_name\":\"N\"}")
              .contains("\"position\":1,"));
      assertTrue(
          ask(process, answers, "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\"}")
              .contains("\"position\":2,"));
      process.destroy();
      assertNotEquals(0, process.waitFor());
    } finally {
      process.destroyForcibly();
    }
    assertEquals(2, entries());
  }

  @Test
  void a_servers_password_is_taken_from_the_environment_where_nobody_could_type_it()
      throws Exception {
    var builder = builder("balances", "--db", "postgresql://nobody@localhost:1/none");
    builder.environment().put("COUNTERFOIL_DB_PASSWORD", "none of anybody's business");
    var process = builder.start();
    process.outputWriter().close();
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(3, process.waitFor(), said);
    assertTrue(said.contains("does not answer"), said);
  }

  @Test
  void a_ledger_that_is_open_in_another_process_is_left_alone() throws Exception {
    shell().done("init", "--branch", "Riverside", "--currency", "EUR");
    var process = start("post", "-");
    try (var answers = process.inputReader()) {
      ask(process, answers, "{\"do\":\"open_account\",\"account\":\"7\",\"holder_name\":\"N\"}");
      assertEquals(
          new Run(
              3,
              "",
              "The ledger in %s is open in another program: close that one, then try again.\n"
                  .formatted(ledger())),
          shell().run("balances"));
      process.outputWriter().close();
      assertEquals(0, process.waitFor());
    } finally {
      process.destroyForcibly();
    }
    assertEquals(1, shell().run("balances", "--json").lines().size());
  }

  @Test
  void an_import_that_is_killed_on_the_way_is_completed_by_running_it_again() throws Exception {
    String[] command = {
      "import",
      "--json",
      "--accounts",
      SharedData.at("data/bank-1993/accounts.csv").toString(),
      "--transactions",
      SharedData.at("data/bank-1993/transactions.csv").toString()
    };
    shell().done("init", "--branch", "Praha", "--currency", "CZK");
    var process = start(command);
    try (var notes = process.errorReader()) {
      String note = String.valueOf(notes.readLine());
      while (note.startsWith("Recorded ") && !note.startsWith("Recorded 8,000 ")) {
        note = String.valueOf(notes.readLine());
      }
      assertTrue(note.startsWith("Recorded 8,000 "), note);
    } finally {
      process.destroyForcibly();
    }
    assertNotEquals(0, process.waitFor());

    int survived = entries();
    assertTrue(survived > 0 && survived < 23_530, () -> "survived: " + survived);
    var report = JSON.readTree(shell().done(command));
    assertEquals(23_530 - survived, report.path("entries").intValue());
    assertEquals(23_530, entries());
  }

  @Test
  void a_folder_that_cannot_be_made_is_named() throws IOException {
    Files.writeString(ledger(), "a file where a folder should be");
    var run = shell().run("init", "--branch", "Riverside", "--currency", "EUR");
    assertEquals(3, run.code(), run::toString);
    assertTrue(run.err().contains(ledger() + " cannot be written: "), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void files_that_are_no_ledger_are_left_as_they_are() throws IOException {
    Files.createDirectories(ledger().resolve("tape"));
    var tape = ledger().resolve("tape").resolve("0000000000000000001.tape");
    Files.writeString(tape, "Dear diary, ".repeat(1000));
    var run = shell().run("balances");
    assertEquals(2, run.code(), run::toString);
    assertTrue(run.err().contains("is not a ledger of this program"), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals("Dear diary, ".repeat(1000), Files.readString(tape));
  }

  @Test
  void an_answer_that_finds_the_disk_full_is_a_fault() throws IOException {
    var full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "this system has no " + full);
    var shell = Shell.withLedger();
    shell.done("post", "open_account", "account=7", "holder_name=Nadia");
    var err = new ByteArrayOutputStream();
    try (OutputStream out = new FileOutputStream(full.toFile())) {
      var terminal = new Terminal(InputStream.nullInputStream(), out, err);
      assertEquals(3, shell.program(terminal).run("balances"));
    }
    assertEquals(
        "The answer could not be written, as the disk is full: make room, then ask again.\n",
        err.toString(StandardCharsets.UTF_8));
    assertFalse(shell.run("journal").out().isEmpty());
  }
}
