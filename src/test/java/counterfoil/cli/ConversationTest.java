package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import counterfoil.cli.Shell.Run;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands from the input: {@code post -}. */
class ConversationTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Shell shell = Shell.withLedger();

  ConversationTest() {
    shell.done("post", "open_account", "account=7", "holder_name=Nadia", "opening_deposit=100");
  }

  private static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  private static String deposit(int number, String amount) {
    return "{\"command_id\":\"%s\",\"do\":\"deposit\",\"account\":\"7\",\"amount\":%s}\n"
        .formatted(id(number), amount);
  }

  private JsonNode answerTo(String line) throws IOException {
    var run = shell.runWith(line + "\n" + deposit(99, "\"1.00\""), "post", "-");
    assertEquals(2, run.lines().size(), run::toString);
    assertEquals(id(99), JSON.readTree(run.lines().get(1)).path("command_id").textValue());
    return JSON.readTree(run.lines().get(0));
  }

  @Test
  void every_line_is_answered_by_one_line_in_order() {
    assertEquals(
        new Run(
            1,
            """
            {"command_id":"00000000-0000-4000-8000-000000000001","position":2,"version":1,"balance":"101.50"}
            {"command_id":"00000000-0000-4000-8000-000000000002","refused":"amount_not_positive","amount":"0","message":"The amount must be more than zero, but is 0."}
            {"command_id":"00000000-0000-4000-8000-000000000003","position":3,"version":2,"balance":"104.00"}
            """,
            "Refused: 1, not understood: 0; the answers say why.\n"),
        shell.runWith(
            deposit(1, "\"1.50\"") + deposit(2, "\"0\"") + deposit(3, "\"2.50\""), "post", "-"));
  }

  @Test
  void an_empty_input_is_done_at_once() {
    assertEquals(new Run(0, "", ""), shell.runWith("", "post", "-"));
    assertEquals(new Run(0, "", ""), shell.runWith("\n \r\n", "post", "-"));
  }

  @Test
  void the_last_line_needs_no_end() {
    assertEquals(1, shell.runWith(deposit(1, "\"1\"").strip(), "post", "-").lines().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.50",
        "1e400",
        "-1e400",
        "NaN",
        "Infinity",
        "\"NaN\"",
        "\"1e400\"",
        "\"１２\"",
        "\"1,5\"",
        "\"\"",
        "\" 1\"",
        "null",
        "true",
        "[\"1\"]",
        "{\"50\":2}",
        "\"12345678901234567890123456789012345678901\"",
        "\"0.1234567890123456789\""
      })
  void an_amount_in_another_form_is_named_with_the_commands_id(String amount) throws IOException {
    var answer = answerTo(deposit(1, amount).strip());
    assertEquals("malformed_amount", answer.path("refused").textValue());
    assertEquals(id(1), answer.path("command_id").textValue());
    assertEquals(1, answer.path("line").intValue());
    assertTrue(answer.path("message").textValue().contains("is not an amount"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "{",
        "[]",
        "\"deposit\"",
        "12",
        "null",
        "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\"} {}",
        "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\"",
        "{'do':'deposit','account':'7','amount':'1'}",
        "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":1,5}",
        "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\",}",
        "{\"do\":\"deposit\",\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\"}",
        "{\"do\":\"deposit\",\"account\":\"7\"}",
        "{\"account\":\"7\",\"amount\":\"1\"}",
        "{\"do\":\"fly\",\"account\":\"7\",\"amount\":\"1\"}",
        "{\"do\":7,\"account\":\"7\",\"amount\":\"1\"}",
        "{\"do\":\"deposit\",\"account\":7,\"amount\":\"1\"}",
        "{\"do\":\"deposit\",\"account\":null,\"amount\":\"1\"}",
        "{\"do\":\"deposit\",\"account\":\"7 7\",\"amount\":\"1\"}",
        "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\",\"color\":\"red\"}",
        "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\",\"payout\":true}",
        "{\"do\":\"close_account\",\"account\":\"7\",\"payout\":\"true\"}",
        "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\",\"command_id\":\"1-2-3-4-5\"}",
        "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\",\"command_id\":null}",
        "{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1\",\"narrative\":\"tab\there\"}",
      })
  void a_malformed_command_is_named_by_its_line_and_the_rest_goes_on(String line)
      throws IOException {
    var answer = answerTo(line);
    assertEquals("malformed_command", answer.path("refused").textValue(), answer::toString);
    assertEquals(1, answer.path("line").intValue());
    assertTrue(answer.path("message").textValue().endsWith("."), answer::toString);
  }

  @Test
  void bad_input_makes_exit_code_two_whatever_else_there_was() {
    var run = shell.runWith("x\n" + deposit(1, "\"0\"") + deposit(2, "\"1\""), "post", "-");
    assertEquals(2, run.code());
    assertEquals("Refused: 1, not understood: 1; the answers say why.\n", run.err());
  }

  @Test
  void bytes_that_are_not_utf8_are_a_malformed_command() throws IOException {
    var line = deposit(1, "\"1\"").replace("\"7\"", "\"\u00FF\"");
    var run =
        shell.runOn(
            new ByteArrayInputStream(line.getBytes(StandardCharsets.ISO_8859_1)), "post", "-");
    assertEquals(2, run.code());
    assertEquals("The line is not UTF-8.", JSON.readTree(run.out()).path("message").textValue());
  }

  @Test
  void a_line_of_64_kib_is_read_and_a_longer_one_is_not() throws IOException {
    var longest = deposit(1, "\"1\"").strip();
    longest += " ".repeat(CommandLines.MAX_LINE_BYTES - longest.length());
    assertEquals(id(1), answerTo(longest).path("command_id").textValue());
    assertEquals(
        "The line is 65537 bytes long; 65536 are allowed: give its acts in several commands.",
        answerTo(longest + " ").path("message").textValue());
  }

  @Test
  void a_command_without_an_id_is_given_one() throws IOException {
    var answer = answerTo("{\"do\":\"deposit\",\"account\":\"7\",\"amount\":\"1.00\"}");
    assertEquals(36, answer.path("command_id").textValue().length());
    assertEquals(2, answer.path("position").intValue());
  }

  @Test
  void many_under_way_are_answered_in_order() {
    var input =
        IntStream.range(0, 500).mapToObj(i -> deposit(i, "\"0.01\"")).collect(Collectors.joining());
    var run = shell.runWith(input, "post", "-", "--in-flight", "64");
    assertEquals(0, run.code());
    var expected = new ArrayList<String>();
    for (int i = 0; i < 500; i++) {
      expected.add(
          "{\"command_id\":\"%s\",\"position\":%d,\"version\":%d,\"balance\":\"%d.%02d\"}"
              .formatted(id(i), i + 2, i + 1, 100 + (i + 1) / 100, (i + 1) % 100));
    }
    assertEquals(expected, run.lines());
  }

  @Test
  void each_answer_comes_before_the_next_command_is_given() throws Exception {
    var commands = new PipedOutputStream();
    var in = new PipedInputStream(commands);
    var answers = new PipedInputStream();
    var out = new PipedOutputStream(answers);
    var terminal = new Terminal(in, out, OutputStream.nullOutputStream());
    var program = Thread.ofVirtual().start(() -> shell.program(terminal).run("post", "-"));
    var reader = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8));
    for (int i = 1; i <= 3; i++) {
      commands.write(deposit(i, "\"1\"").getBytes(StandardCharsets.UTF_8));
      commands.flush();
      assertEquals(id(i), JSON.readTree(reader.readLine()).path("command_id").textValue());
    }
    commands.close();
    program.join();
  }

  @Test
  void when_nobody_reads_the_answers_the_conversation_ends() {
    var err = new ByteArrayOutputStream();
    var endless =
        new SequenceInputStream(
            new ByteArrayInputStream(deposit(1, "\"1\"").getBytes(StandardCharsets.UTF_8)),
            new PipedInputStream());
    var terminal = new Terminal(endless, new BrokenPipe(), err);
    assertEquals(3, shell.program(terminal).run("post", "-"));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    assertEquals(2, shell.run("journal", "--json").lines().size());
  }

  @Test
  void openings_without_a_number_get_one_each() {
    var input =
        IntStream.range(0, 50)
            .mapToObj(i -> "{\"do\":\"open_account\",\"holder_name\":\"Holder " + i + "\"}\n")
            .collect(Collectors.joining());
    assertEquals(0, shell.runWith(input, "post", "-", "--in-flight", "50").code());
    List<String> balances = shell.run("balances", "--json").lines();
    assertEquals(51, balances.size());
    assertTrue(balances.getLast().contains("\"2000000050\""), balances::toString);
  }

  private static final class BrokenPipe extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }

    @Override
    public void flush() throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
