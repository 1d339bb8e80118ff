package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import counterfoil.cli.Shell.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Papers, interest and lists of a small branch, by the command line. */
class PapersAndListsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "correct horse battery";
  private static final String TODAY = "2026-11-23";

  private final Shell shell = Shell.inMemory();

  @TempDir Path folder;

  @BeforeEach
  void found() {
    Stream.of("admin", "supervisor", "teller", "auditor")
        .forEach(name -> shell.knowing(name, PASSWORD));
    shell.done("init", "--branch", "Riverside", "--currency", "EUR", "--sample");
  }

  private String as(String user, String words) {
    return shell.done((words + " --user " + user).split(" ", -1));
  }

  private Run tried(String user, String words) {
    return shell.run((words + " --user " + user).split(" ", -1));
  }

  private JsonNode only(String user, String words, String name, String value) throws IOException {
    for (String line : as(user, words + " --json").lines().toList()) {
      JsonNode found = JSON.readTree(line);
      if (found.path(name).asText().equals(value)) {
        return found;
      }
    }
    throw new AssertionError("nothing of " + value);
  }

  private long deposit() throws IOException {
    String answer =
        as("teller", "post deposit account=1004-2213 amount=70.50 cash=50x1,20x1,0.50x1 --json");
    return JSON.readTree(answer).path("position").longValue();
  }

  private static String text(Path pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private List<String> exports() {
    return as("auditor", "journal --json")
        .lines()
        .filter(line -> line.contains("\"AuditExported\""))
        .toList();
  }

  @Test
  void the_days_report_says_what_was_posted() throws IOException {
    deposit();
    Path file = folder.resolve("day.pdf");
    assertEquals("Made %s.\n".formatted(file), as("auditor", "report end-of-day " + file));
    String text = text(file);
    assertTrue(text.contains("Business day so far"), text);
    assertTrue(text.contains("70.50"), text);
    Path chinese = folder.resolve("zh.pdf");
    as("auditor", "report end-of-day --language zh --date " + TODAY + " " + chinese);
    assertTrue(text(chinese).contains("2026"), () -> "no date");
    assertEquals(List.of(), exports());
  }

  @Test
  void a_till_that_was_counted_has_its_proof_sheet() throws IOException {
    String sheet = "report proof-sheet --session T-01/2026-11-23/1 " + folder;
    assertEquals(
        "There is no till session T-01/2026-11-23/1 that was counted at its end; `counterfoil list"
            + " sessions` has them.\n",
        tried("supervisor", sheet).err());
    JsonNode cash = only("teller", "list tills", "till", "T-01").path("cash");
    Run closed =
        shell.runWith(
            "{\"do\":\"close_till\",\"till\":\"T-01\",\"cash\":%s}\n".formatted(cash),
            "post",
            "-",
            "--user",
            "teller");
    assertEquals(0, closed.code(), closed::toString);
    as("supervisor", sheet);
    assertTrue(
        text(folder.resolve("proof-sheet-T-01-2026-11-23-1.pdf")).contains("T-01/2026-11-23/1"));
    assertEquals(
        "teller", only("teller", "list sessions", "till", "T-01").path("closed_by").asText());
  }

  @Test
  void journal_and_statement_come_as_tables_too_and_that_is_recorded() throws IOException {
    deposit();
    String period = " --from " + TODAY + " --to " + TODAY + " " + folder;
    as("auditor", "report journal" + period);
    as("auditor", "report journal --format csv" + period);
    as("teller", "report statement --account 1004-2213" + period);
    as("teller", "report statement --account 1004-2213 --format csv" + period);
    as("teller", "report statement --account 1004-2213 --format camt053" + period);
    String csv =
        Files.readString(folder.resolve("statement-1004-2213-%1$s-%1$s.csv".formatted(TODAY)));
    assertTrue(csv.contains(",70.50,570.50,EUR,"), csv);
    assertTrue(
        Files.readString(folder.resolve("journal-%1$s-%1$s.csv".formatted(TODAY)))
            .contains(",1004-2213,Nadia Rahimi,70.50,EUR,"));
    assertEquals(
        List.of("csv journal auditor", "csv statement teller", "camt053 statement teller"),
        exports().stream().map(PapersAndListsTest::what).toList());
  }

  private static String what(String line) {
    try {
      JsonNode entry = JSON.readTree(line);
      JsonNode data = entry.path("data");
      return data.path("format").asText()
          + " "
          + data.path("content").asText()
          + " "
          + entry.path("actor").asText();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void the_cash_report_needs_its_threshold() throws IOException {
    String report = "report cash --from %1$s --to %1$s ".formatted(TODAY) + folder;
    as("admin", "post set_limit limit=report.cash_threshold none=true");
    Run none = tried("supervisor", report);
    assertEquals(2, none.code());
    assertTrue(none.err().contains("limit=report.cash_threshold"), none.err());
    as("admin", "post set_limit limit=report.cash_threshold amount=50");
    deposit();
    as("supervisor", report + " --format csv");
    assertTrue(
        Files.readString(folder.resolve("cash-%1$s-%1$s.csv".formatted(TODAY)))
            .contains("Nadia Rahimi"));
  }

  @Test
  void each_receipt_is_a_copy_with_its_number() throws IOException {
    long entry = deposit();
    as("teller", "report receipt --entry " + entry + " " + folder.resolve("1.pdf"));
    as("teller", "report receipt --paper a4 --entry " + entry + " " + folder.resolve("2.pdf"));
    assertTrue(text(folder.resolve("1.pdf")).contains("COPY 1"));
    assertTrue(text(folder.resolve("2.pdf")).contains("COPY 2"));
    Run again = tried("teller", "report receipt --entry " + entry + " " + folder.resolve("2.pdf"));
    assertEquals(2, again.code());
    assertEquals(
        2,
        as("auditor", "journal --json")
            .lines()
            .filter(line -> line.contains("\"ReceiptReprinted\""))
            .count());
  }

  @Test
  void where_nobody_signs_in_a_receipt_is_the_receipt() throws IOException {
    var alone = Shell.withLedger();
    alone.done("post", "open_account", "account=7", "holder_name=林晓雨", "opening_deposit=1");
    alone.done("report", "receipt", "--entry", "1", folder.resolve("r.pdf").toString());
    String text = text(folder.resolve("r.pdf"));
    assertTrue(text.contains("林晓雨") && !text.contains("COPY"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "balance-sheet | There is no paper \"balance-sheet\": give one of end-of-day, proof-sheet,"
            + " cash, journal, statement, receipt.",
        "end-of-day --format csv | --format \"csv\": end-of-day comes as pdf.",
        "end-of-day --account 7 | --account does not go with end-of-day.",
        "end-of-day --date 2026-02-30 | --date \"2026-02-30\": give a date such as 2026-11-23.",
        "end-of-day --date 2020-01-01 | Nothing was recorded on 2020-01-01.",
        "end-of-day --language fr | --language \"fr\": give en or zh.",
        "proof-sheet | --session is missing: give a till session such as T-01/2026-11-23/1.",
        "proof-sheet --session T-1 | --session \"T-1\": give a till session such as"
            + " T-01/2026-11-23/1.",
        "journal --from 2026-11-24 --to 2026-11-23 | --from 2026-11-24 --to 2026-11-23: the period"
            + " ends before it begins.",
        "journal --from 2020-11-24 --to 2026-11-23 | --from 2020-11-24 --to 2026-11-23: a paper"
            + " covers at most 366 days.",
        "statement --from 2026-11-23 --to 2026-11-23 | --account is missing: give the number of an"
            + " account.",
        "statement --account 8 --from 2026-11-23 --to 2026-11-23 | There is no account 8 in this"
            + " ledger; `counterfoil balances` lists them.",
        "receipt --entry 0 | --entry is missing: give the number of an entry; `counterfoil journal`"
            + " lists them.",
        "receipt --entry 1 | Entry 1 has no receipt.",
        "receipt --entry 1 --paper a5 | --paper \"a5\": give roll or a4."
      })
  void what_is_asked_for_wrongly_is_said_in_a_sentence(String words, String sentence)
      throws IOException {
    Run run = tried("supervisor", "report " + words + " " + folder.resolve("out"));
    assertEquals(new Run(2, "", sentence + "\n"), run);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"end-of-day", "journal --from 2026-11-23 --to 2026-11-23"})
  void a_teller_gets_no_paper_of_the_whole_branch(String words) {
    Run run = tried("teller", "report " + words + " " + folder.resolve("out"));
    assertEquals(2, run.code(), run::toString);
    assertEquals(
        "teller, none of your roles allows this: it takes a head teller or an auditor.\n",
        run.err());
  }

  @Test
  void interest_is_rehearsed_and_then_credited_once() throws IOException {
    as(
        "admin",
        "post define_product product=current name=Current kind=current interest_percent=3.65");
    Run notOver = tried("supervisor", "interest --json --from 2026-11-01 --to 2026-11-24");
    assertEquals(1, notOver.code(), notOver::toString);
    assertEquals("period_not_over", JSON.readTree(notOver.out()).path("refused").asText());
    assertEquals(
        notOver.err(),
        tried("supervisor", "interest --dry-run --from 2026-11-01 --to 2026-11-24").err());
    String run = "interest --json --from 2026-11-01 --to 2026-11-23";
    String answer =
        "{\"from\":\"2026-11-01\",\"to\":\"2026-11-23\",\"accounts\":%d,\"total\":\"%s\","
            + "\"currency\":\"EUR\",\"dry_run\":%b}\n";
    assertEquals(answer.formatted(28, "8.36", true), as("supervisor", run + " --dry-run"));
    assertEquals(0, credits());
    assertEquals(answer.formatted(28, "8.36", false), as("supervisor", run));
    assertEquals(28, credits());
    assertEquals(answer.formatted(0, "0.00", false), as("supervisor", run));
    assertEquals(28, credits());
    assertEquals(2, tried("teller", run).code());
    assertEquals(2, tried("supervisor", "interest --from 2026-11-02 --to 2026-11-01").code());
  }

  private long credits() {
    return as("auditor", "journal --json")
        .lines()
        .filter(line -> line.contains("\"InterestCredited\""))
        .count();
  }

  @Test
  void lists_show_what_waits_and_what_holds() throws IOException {
    as("admin", "post set_limit limit=approval.fee amount=50");
    assertEquals(
        "50.00", only("teller", "list limits", "limit", "approval.fee").path("amount").asText());
    as("admin", "post set_limit limit=till.hard none=true");
    assertTrue(only("teller", "list limits", "limit", "till.hard").path("amount").isMissingNode());
    assertEquals(
        "15", only("admin", "list settings", "setting", "approval_minutes").path("value").asText());
    assertEquals(
        "savings", only("auditor", "list products", "kind", "savings").path("product").asText());
    assertEquals(
        "head_teller",
        only("admin", "list staff", "name", "supervisor").path("roles").path(0).asText());
    assertEquals(
        "C-000001",
        only("teller", "list customers", "name", "Nadia Rahimi").path("customer").asText());
    Run asked =
        tried("teller", "post charge_fee account=1004-2213 amount=90 request_approval=true --json");
    String approval = JSON.readTree(asked.out()).path("approval").asText();
    assertEquals(
        "amount",
        only("supervisor", "list approvals", "approval", approval)
            .path("conditions")
            .path(0)
            .asText());
    as("supervisor", "post offer_cash from=VAULT to=T-01 cash=50x20,0.50x40");
    JsonNode offer = only("teller", "list offers", "to", "T-01");
    assertEquals("1020.00", offer.path("total").asText());
    assertEquals(JSON.readTree("{\"50\":20,\"0.50\":40}"), offer.path("cash"));
    as("supervisor", "post reject approval=" + approval + " reason=No");
    assertEquals("", as("supervisor", "list approvals --json"));
    assertEquals(
        List.of("T-01"),
        as("teller", "list tills --json").lines().map(line -> line.substring(9, 13)).toList());
    assertEquals(2, as("auditor", "list tills --json").lines().count());
  }

  @Test
  void a_list_for_people_is_a_table() {
    assertEquals(
        """
        Product  Name             Kind     Minimum balance  Overdraft allowed  Withdrawal fee  Interest percent
        current  Current account  current             0.00  yes                          0.00                 0
        savings  Savings account  savings             0.00  no                           0.00                 0
        """,
        as("teller", "list products"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "teller | accounts | There is no list of \"accounts\": give one of approvals, offers,"
            + " tills, sessions, limits, settings, products, staff, customers.",
        "teller | staff | teller, none of your roles allows this: it takes a head teller or an"
            + " auditor.",
        "admin | customers | admin, none of your roles allows this: it takes a head teller or an"
            + " auditor.",
        "teller | tills --date 2026-11-23 | --date does not go with tills.",
        "teller | sessions --date x | --date \"x\": give a date such as 2026-11-23."
      })
  void a_list_that_there_is_not_is_said_in_a_sentence(String user, String words, String sentence) {
    assertEquals(new Run(2, "", sentence + "\n"), tried(user, "list " + words));
  }

  @Test
  void the_help_names_limits_and_settings_unbroken() {
    String help = shell.done("post", "--help");
    for (String name :
        List.of("over_short.second_person", "supervisor.transfer", "opening_hours")) {
      assertTrue(help.contains(name), help);
    }
    assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
  }
}
