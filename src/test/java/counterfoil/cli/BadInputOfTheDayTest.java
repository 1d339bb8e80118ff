package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import counterfoil.cli.Shell.Run;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong at a counter, each answered with one clear sentence. */
class BadInputOfTheDayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "correct horse battery";
  private static final String ID = "5f0c1b9e-3c1d-4c55-9d8a-1f6d3b2f7a10";
  private static final String NADIA = "account=1004-2213";

  private final Shell shell = Shell.inMemory();

  @BeforeEach
  void found() {
    Stream.of("admin", "supervisor", "teller", "auditor", "tom")
        .forEach(name -> shell.knowing(name, PASSWORD));
    shell.done("init", "--branch", "Riverside", "--currency", "EUR", "--sample");
    Run added =
        shell.runWith(
            "{\"do\":\"add_staff\",\"name\":\"tom\",\"full_name\":\"Tom\",\"roles\":[\"teller\"],"
                + "\"password\":\"correct horse battery\"}\n",
            "post",
            "-",
            "--user",
            "admin");
    assertEquals(0, added.code(), added::toString);
    assertFalse(added.toString().contains("horse"), added::toString);
    // Whoever signs in for the first time is told who made their key; that is another test's.
    Stream.of("tom", "auditor").forEach(name -> shell.done("list", "limits", "--user", name));
  }

  private Run post(String user, String... fields) {
    String[] arguments = Arrays.copyOf(new String[] {"post"}, fields.length + 4);
    System.arraycopy(fields, 0, arguments, 1, fields.length);
    arguments[fields.length + 1] = "--user";
    arguments[fields.length + 2] = user;
    arguments[fields.length + 3] = "--json";
    return shell.run(arguments);
  }

  private JsonNode posted(String user, String... fields) throws IOException {
    Run run = post(user, fields);
    assertEquals(0, run.code(), run::toString);
    return JSON.readTree(run.out());
  }

  private JsonNode refused(String code, String user, String... fields) throws IOException {
    Run run = post(user, fields);
    assertEquals(1, run.code(), run::toString);
    assertEquals(1, run.err().lines().count(), run.err());
    JsonNode answer = JSON.readTree(run.out());
    assertEquals(code, answer.path("refused").textValue(), run::toString);
    String sentence = answer.path("message").textValue();
    assertTrue(sentence.endsWith(".") && !sentence.contains("\n"), sentence);
    return answer;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tom|deposit account=1004-2213 amount=5|no_till_open",
        "tom|open_till till=T-01 cash=|till_already_open",
        "teller|open_till till=T-02 cash=|teller_has_till",
        "teller|open_till till=T-02 cash=50x-1|negative_pieces",
        "supervisor|count_till till=T-01 cash=50x-1|negative_pieces",
        "teller|deposit account=1004-2213 amount=35 cash=35x1|unknown_denomination",
        "teller|deposit account=1004-2213 amount=35 cash=20x1|cash_does_not_match",
        "teller|withdraw account=1004-2213 amount=9999|insufficient_funds",
        "teller|deposit_cheque account=1004-2213 amount=35 cheque_number=1 drawer_bank=B"
            + " cheque_date=2026-11-24 release_on=2026-11-27|cheque_in_future",
        "teller|register_customer name=Tomorrow birth_date=2026-11-24|born_later",
        "teller|register_customer customer=C-000001 name=Again|customer_exists",
        "admin|set_limit limit=till.soft amount=0|limit_not_positive",
        "admin|set_limit limit=sky amount=1|unknown_limit",
        "admin|deposit account=1004-2213 amount=5|not_permitted",
        "auditor|deposit account=1004-2213 amount=5|not_permitted",
        "teller|set_limit limit=till.soft amount=1|not_permitted",
        "teller|open_business_day|not_permitted",
        "supervisor|open_business_day|day_already_open",
        "supervisor|close_business_day|left_open",
        "supervisor|close_business_day force=true|force_needs_reason",
        "teller|reverse position=999999 reason=x|entry_not_found",
        "teller|close_till till=T-01 cash=50x1|over_short_needs_reason",
        "teller|offer_cash from=T-01 to=T-01 cash=50x1|offer_to_itself",
        "teller|accept_cash offer=5f0c1b9e-3c1d-4c55-9d8a-1f6d3b2f7a10 from=VAULT"
            + " to=T-01|offer_not_found",
        "supervisor|approve approval=5f0c1b9e-3c1d-4c55-9d8a-1f6d3b2f7a10|approval_not_found",
      })
  void each_is_refused_by_its_code(String user, String command, String code) throws IOException {
    refused(code, user, command.split(" "));
  }

  @Test
  void a_role_that_would_do_is_named() throws IOException {
    JsonNode refused = refused("not_permitted", "teller", "open_business_day");
    assertTrue(
        refused.path("message").textValue().endsWith("it takes a head teller."), refused::toString);
    JsonNode certify = refused("not_permitted", "teller", "revoke_key", "name=admin", "reason=x");
    assertTrue(
        certify.path("message").textValue().endsWith("it takes a head teller or an administrator."),
        certify::toString);
  }

  @Test
  void a_day_closed_by_mistake_is_told_what_to_do_next() throws IOException {
    JsonNode closed = posted("supervisor", "close_business_day", "force=true", "reason=By mistake");
    assertTrue(closed.has("position"));
    JsonNode again = refused("date_not_later", "supervisor", "open_business_day");
    assertTrue(again.path("message").textValue().contains("open a later date"), again::toString);
  }

  @Test
  void an_amount_with_too_many_digits_is_too_large() throws IOException {
    JsonNode refused =
        refused("amount_too_large", "teller", "charge_fee", NADIA, "amount=99999999999999999999");
    assertEquals(
        "99999999999999999999 is more than the largest amount, 9999999999999.99 EUR.",
        refused.path("message").textValue());
  }

  @Test
  void nobody_approves_their_own_act() throws IOException {
    posted("admin", "set_limit", "limit=approval.fee", "amount=5");
    String[] fee = {"charge_fee", "command_id=" + ID, NADIA, "amount=6", "request_approval=true"};
    JsonNode asked = refused("approval_needed", "teller", fee);
    assertEquals(ID, asked.path("approval").textValue());
    assertEquals("amount", asked.path("conditions").get(0).textValue());
    refused("not_permitted", "teller", "approve", "approval=" + ID);
    refused("approval_pending", "teller", fee);
    posted("supervisor", "approve", "approval=" + ID);
    assertEquals(ID, posted("teller", fee).path("command_id").textValue());
    refused("approval_decided", "supervisor", "approve", "approval=" + ID);
  }

  @Test
  void nobody_signs_for_themselves_at_the_desk() throws IOException {
    long position = posted("teller", "charge_fee", NADIA, "amount=6").path("position").longValue();
    Run own = signed(position, "teller", PASSWORD);
    assertTrue(own.out().contains("\"refused\":\"maker_is_checker\""), own.out());
    Run wrong = signed(position, "supervisor", "not the password");
    assertTrue(wrong.out().contains("\"refused\":\"name_or_password_wrong\""), wrong.out());
    Run right = signed(position, "supervisor", PASSWORD);
    assertEquals(0, right.code(), right::toString);
    for (Run run : new Run[] {own, wrong, right}) {
      assertFalse(run.toString().contains("horse"), run::toString);
      assertFalse(run.toString().contains("not the password"), run::toString);
    }
    long reversal = JSON.readTree(right.out()).path("position").longValue();
    refused("reversal_of_reversal", "supervisor", "reverse", "position=" + reversal, "reason=x");
    refused("reversed_already", "supervisor", "reverse", "position=" + position, "reason=x");
  }

  private Run signed(long position, String approver, String password) {
    String line =
        "{\"do\":\"reverse\",\"position\":%d,\"reason\":\"Wrong\",\"approver\":\"%s\","
                .formatted(position, approver)
            + "\"approver_password\":\""
            + password
            + "\"}\n";
    return shell.runWith(line, "post", "-", "--user", "teller");
  }

  @Test
  void a_password_on_the_command_line_is_not_taken() {
    Run run = post("admin", "change_password", "name=tom", "password=another horse battery");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("seen by everybody"), run.err());
    assertFalse(run.err().contains("another"), run.err());
  }

  @Test
  void a_wrong_password_is_no_answer_of_the_command() {
    Run run = shell.knowing("auditor", "something else").run("journal", "--user", "auditor");
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertFalse(run.err().contains("something"), run.err());
  }

  @Test
  void no_hash_and_no_password_is_in_the_journal() {
    String journal = shell.done("journal", "--json", "--user", "auditor");
    assertTrue(journal.contains("StaffMemberAdded"), journal);
    assertFalse(journal.contains("argon2id"), journal);
    assertFalse(journal.contains("horse"), journal);
  }

  @Test
  void a_teller_sees_the_balances_and_their_own_journal() {
    assertEquals(40, shell.run("balances", "--json", "--user", "teller").lines().size());
    assertEquals(0, shell.run("history", "1004-2213", "--user", "teller").code());
    String own = shell.done("journal", "--json", "--user", "teller");
    assertTrue(own.lines().count() > 40, own);
    assertTrue(own.lines().allMatch(line -> line.contains("\"actor\":\"teller\"")), own);
  }

  @Test
  void an_administrator_sees_no_balances() {
    Run run = shell.run("balances", "--user", "admin");
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void what_needs_the_files_alone_asks_for_nobody() {
    assertEquals(0, shell.run("verify").code());
    assertEquals(0, shell.run("verify", "--user", "auditor").code());
    assertEquals(2, shell.run("verify", "--user", "teller").code());
    assertEquals(0, shell.run("rebuild").code());
    assertEquals(2, shell.run("rebuild", "--user", "supervisor").code());
  }

  @Test
  void numbers_are_given_to_customers_and_their_accounts() throws IOException {
    JsonNode customer = posted("teller", "register_customer", "name=Lin Xiaoyu 林晓雨");
    assertEquals("C-000041", customer.path("customer").textValue());
    JsonNode account = posted("teller", "open_account", "customer=C-000041");
    assertEquals("2000000001", account.path("account").textValue());
    JsonNode hold =
        posted("teller", "hold", "command_id=" + ID, NADIA, "amount=5", "reason=Promise");
    assertEquals(ID, hold.path("hold").textValue());
    JsonNode offer = posted("teller", "offer_cash", "from=T-01", "to=VAULT", "cash=50x1");
    posted(
        "supervisor",
        "accept_cash",
        "offer=" + offer.path("offer").textValue(),
        "from=T-01",
        "to=VAULT");
  }
}
