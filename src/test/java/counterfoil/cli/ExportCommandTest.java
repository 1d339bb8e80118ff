package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import counterfoil.build.SharedData;
import counterfoil.cli.Shell.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

/** What is recorded, as files: all of them or none, and an entry that tells of them. */
class ExportCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "correct horse battery";
  private static final String[] NOVEMBER = {"--from", "2026-11-01", "--to", "2026-11-30"};

  private final Shell shell = Shell.withLedger();

  @TempDir Path folder;

  @BeforeEach
  void serve() {
    shell.done(
        "post",
        "open_account",
        "account=1004-2213",
        "holder_name==HYPERLINK(0)",
        "opening_deposit=100.00");
    shell.done("post", "open_account", "account=7", "holder_name=林晓雨");
    shell.done(
        "post", "transfer", "from=1004-2213", "to=7", "amount=30", "narrative=School, \"x\"");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static String[] with(String[] first, String... rest) {
    String[] all = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }

  private String export(String format, Path out, String... options) {
    return shell.done(
        with(new String[] {"export", "--json", "--format", format, out.toString()}, options));
  }

  private JsonNode told() throws IOException {
    List<String> entries = shell.done("journal", "--json").lines().toList();
    JsonNode entry = JSON.readTree(entries.getLast());
    assertEquals("AuditExported", entry.path("type").textValue());
    assertEquals("amara", entry.path("actor").textValue());
    return entry.path("data");
  }

  private static String sha256(Path... files) throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    for (Path file : files) {
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void all_entries_one_a_line_are_the_journal_of_programs() throws Exception {
    String journal = shell.done("journal", "--json");
    Path file = folder.resolve("all.jsonl");
    assertEquals(
        file.toString(), JSON.readTree(export("jsonl", file)).path("files").path(0).textValue());
    assertEquals(journal, Files.readString(file));
    assertEquals(
        JSON.readTree(
            "{\"workstation\":\"WS-02\",\"format\":\"jsonl\",\"content\":\"ledger\",\"position\":4,"
                + "\"files\":1,\"sha256\":\"%s\"}".formatted(sha256(file))),
        told());
    assertEquals(List.of("all.jsonl"), files());
  }

  @Test
  void accounts_and_journal_for_spreadsheets_start_no_formula() throws Exception {
    Path out = folder.resolve("sheets");
    export("csv", out);
    assertEquals(List.of("sheets", "sheets/accounts.csv", "sheets/journal.csv"), files());
    assertEquals(
        """
        \uFEFFaccount,holder,customer,product,status,frozen,ledger,available,held,overdraft_limit,\
        minimum_balance,currency,opened_on,closed_on
        7,林晓雨,,current,open,false,30.00,30.00,0.00,0.00,0.00,EUR,2026-11-23,
        1004-2213,'=HYPERLINK(0),,current,open,false,70.00,70.00,0.00,0.00,0.00,EUR,2026-11-23,
        """
            .replace("\n", "\r\n"),
        Files.readString(out.resolve("accounts.csv")));
    List<String> journal = Files.readAllLines(out.resolve("journal.csv"));
    assertEquals(5, journal.size(), journal::toString);
    assertEquals(
        "3,2026-11-23T14:31:07Z,2026-11-23,TransferSent,1004-2213,-30.00,70.00,EUR,amara,,,7,,"
            + "\"School, \"\"x\"\"\"",
        journal.get(3));
    assertEquals(2, told().path("files").intValue());
    assertEquals(
        sha256(out.resolve("accounts.csv"), out.resolve("journal.csv")),
        told().path("sha256").textValue());
  }

  @Test
  void statements_of_a_period_one_file_an_account_by_their_schema() throws Exception {
    Path out = folder.resolve("statements");
    export("camt053", out, NOVEMBER);
    assertEquals(
        List.of("statements", "statements/1004-2213.camt053.xml", "statements/7.camt053.xml"),
        files());
    validate(out.resolve("1004-2213.camt053.xml"));
    validate(out.resolve("7.camt053.xml"));
    assertEquals("2026-11-30", told().path("to").textValue());
  }

  @Test
  void one_accounts_statement_is_one_file() throws Exception {
    Path file = folder.resolve("one.xml");
    export("camt053", file, with(NOVEMBER, "--account", "7"));
    validate(file);
    assertTrue(Files.readString(file).contains("<Id>7</Id>"));
    assertEquals("7", told().path("account").textValue());
    export("camt053", folder, with(NOVEMBER, "--account", "7"));
    assertEquals(List.of("7.camt053.xml", "one.xml"), files());
  }

  private static void validate(Path file) throws SAXException {
    var factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    var schema = factory.newSchema(SharedData.at("vectors/iso20022/camt.053.001.08.xsd").toFile());
    assertDoesNotThrow(() -> schema.newValidator().validate(new StreamSource(file.toFile())));
  }

  @Test
  void what_exists_is_left_as_it_is_and_nothing_is_recorded() throws Exception {
    long before = shell.done("journal", "--json").lines().count();
    Path journal = folder.resolve("journal.csv");
    Files.writeString(journal, "mine");
    Run run = shell.run("export", "--format", "csv", folder.toString());
    assertEquals(
        new Run(
            2,
            "",
            "There is %s already, and it was left as it is: name another file or folder.\n"
                .formatted(journal)),
        run);
    assertEquals(2, shell.run("export", "--format", "jsonl", journal.toString()).code());
    assertEquals(2, shell.run("export", "--format", "csv", journal.toString()).code());
    assertEquals("mine", Files.readString(journal));
    assertEquals(List.of("journal.csv"), files());
    assertEquals(before, shell.done("journal", "--json").lines().count());
  }

  @Test
  void where_nothing_can_be_written_is_a_fault() throws Exception {
    Path out = folder.resolve("missing").resolve("all.jsonl");
    assertEquals(
        new Run(
            3,
            "",
            "%s cannot be written, and no file was left: name one in a folder in which you may write.\n"
                .formatted(out)),
        shell.run("export", "--format", "jsonl", out.toString()));
    assertEquals(List.of(), files());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "xlsx || --format \"xlsx\": give one of csv, jsonl, camt053, evidence.",
        "CSV || --format \"CSV\": give one of csv, jsonl, camt053, evidence.",
        "camt053 || --from is missing: give a date such as 2026-11-23.",
        "camt053 | --from 2026-11-01 | --to is missing: give a date such as 2026-11-23.",
        "camt053 | --from 2026-11-31 --to 2026-12-01 | --from \"2026-11-31\": give a date such as"
            + " 2026-11-23.",
        "camt053 | --from 2026-11-02 --to 2026-11-01 | --from 2026-11-02 --to 2026-11-01: the"
            + " period ends before it begins.",
        "camt053 | --from 2026-11-01 --to 2026-11-01 --account 8 | There is no account 8 in this"
            + " ledger; `counterfoil balances` lists them.",
        "camt053 | --from 2026-11-01 --to 2026-11-01 --account ! | \"!\" is not an account number.",
        "camt053 | --from 2020-11-01 --to 2020-11-01 | No account was open from 2020-11-01 to"
            + " 2020-11-01, so there is no statement to export.",
        "csv | --from 2020-11-01 | --account, --from and --to go with --format camt053; csv takes"
            + " the whole ledger."
      })
  void what_is_asked_for_wrongly_is_said_in_a_sentence(
      String format, String options, String sentence) throws IOException {
    String[] given = options == null ? new String[0] : options.split(" ", -1);
    Run run =
        shell.run(
            with(
                new String[] {"export", "--format", format, folder.resolve("out").toString()},
                given));
    assertEquals(new Run(2, "", sentence + "\n"), run);
    assertEquals(List.of(), files());
  }

  @Test
  void a_ledger_of_staff_lets_auditors_and_head_tellers_export_and_nobody_else() throws Exception {
    var staffed = Shell.inMemory();
    Stream.of("admin", "supervisor", "teller", "auditor")
        .forEach(name -> staffed.knowing(name, PASSWORD));
    staffed.done("init", "--branch", "Riverside", "--currency", "EUR", "--sample");
    for (String who : List.of("teller", "admin")) {
      Run run =
          staffed.run("export", "--format", "jsonl", folder.resolve("x").toString(), "--user", who);
      assertEquals(2, run.code(), run::toString);
      assertEquals(
          who + ", none of your roles allows this: it takes a head teller or an auditor.\n",
          run.err());
    }
    assertEquals(List.of(), files());
    for (String who : List.of("auditor", "supervisor")) {
      staffed.done("export", "--format", "jsonl", folder.resolve(who).toString(), "--user", who);
      // The hash of nobody's password leaves the program.
      assertFalse(
          new String(Files.readAllBytes(folder.resolve(who)), StandardCharsets.UTF_8)
              .contains("argon2"));
    }
    assertEquals(
        List.of("auditor", "supervisor"),
        staffed
            .done("journal", "--json", "--user", "auditor")
            .lines()
            .filter(line -> line.contains("\"AuditExported\""))
            .map(ExportCommandTest::actor)
            .toList());
    assertEquals(
        List.of("teller", "admin"),
        staffed
            .done("journal", "--json", "--user", "auditor")
            .lines()
            .filter(line -> line.contains("\"CommandRejected\"") && line.contains("\"export\""))
            .map(ExportCommandTest::actor)
            .toList());
  }

  private static String actor(String line) {
    try {
      return JSON.readTree(line).path("actor").textValue();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
