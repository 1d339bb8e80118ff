package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import counterfoil.application.StoredLedgers;
import counterfoil.build.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The complete history of 591 accounts of a real bank, against a reckoning of the test's own. */
class RealHistoryTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> CREDITS =
      Set.of("cash_deposit", "transfer_in", "interest", "cheque_deposit");
  private static final Map<String, String> EVENTS =
      Map.of(
          "cash_deposit", "MoneyDeposited",
          "cash_withdrawal", "MoneyWithdrawn",
          "card_withdrawal", "MoneyWithdrawn",
          "transfer_in", "TransferReceived",
          "transfer_out", "TransferSent",
          "interest", "InterestCredited",
          "fee", "FeeCharged",
          "overdraft_interest", "OverdraftInterestCharged");
  private static final BigDecimal LARGEST_ROUNDING = new BigDecimal("0.70");

  private @TempDir Path folder = Path.of("");

  /** One row of the file; it quotes nothing, so that a comma always ends a field. */
  private record Row(long line, String[] fields) {
    String account() {
      return fields[2];
    }

    BigDecimal amount() {
      var amount = new BigDecimal(fields[4]);
      return CREDITS.contains(fields[3]) ? amount : amount.negate();
    }

    BigDecimal recorded() {
      return new BigDecimal(fields[6]);
    }
  }

  private static List<Row> rows(Path file) throws IOException {
    var rows = new ArrayList<Row>();
    for (String line : Files.readAllLines(file)) {
      rows.add(new Row(rows.size() + 1, line.split(",", -1)));
    }
    return rows.subList(1, rows.size());
  }

  @Test
  void it_is_recorded_whole_and_every_balance_lands_where_the_bank_had_it() throws IOException {
    var accounts = SharedData.at("data/bank-1993/accounts.csv");
    var transactions = SharedData.at("data/bank-1993/transactions.csv");
    var shell =
        new Shell(new StoredLedgers(InstantSource.fixed(Shell.NOW)), folder.resolve("ledger"));
    shell.done("init", "--branch", "Praha", "--currency", "CZK");
    String[] command = {
      "import",
      "--json",
      "--accounts",
      accounts.toString(),
      "--transactions",
      transactions.toString()
    };

    var report = JSON.readTree(shell.done(command));
    assertReported(rows(transactions), report);
    assertEquals(591, report.path("accounts").intValue());
    assertEquals(22_927, report.path("transactions").intValue());
    assertEquals(591 + 12 + 22_927, report.path("entries").intValue());

    assertBalances(rows(transactions), shell);
    assertEveryTransactionIsThere(rows(transactions), shell);

    assertEquals(0, JSON.readTree(shell.done(command)).path("entries").intValue());
    var verified = JSON.readTree(shell.done("verify", "--json"));
    assertTrue(verified.path("intact").booleanValue(), verified::toString);
    assertEquals(591 + 12 + 22_927, verified.path("entries").intValue());
  }

  private static void assertReported(List<Row> rows, JsonNode report) {
    var balances = new HashMap<String, BigDecimal>();
    var differences = new ArrayList<String>();
    int belowZero = 0;
    for (Row row : rows) {
      var balance = balances.merge(row.account(), row.amount(), BigDecimal::add);
      belowZero += balance.signum() < 0 ? 1 : 0;
      if (balance.compareTo(row.recorded()) != 0) {
        differences.add(
            "{\"row\":%d,\"account\":\"%s\",\"recorded\":\"%s\",\"computed\":\"%s\"}"
                .formatted(row.line(), row.account(), row.recorded(), balance));
      }
    }
    var reported = new ArrayList<String>();
    report.path("differences").forEach(difference -> reported.add(difference.toString()));
    assertEquals(differences, reported);
    assertEquals(belowZero, report.path("below_zero").intValue());
  }

  private static void assertBalances(List<Row> rows, Shell shell) throws IOException {
    var last = new HashMap<String, BigDecimal>();
    var computed = new HashMap<String, BigDecimal>();
    for (Row row : rows) {
      last.put(row.account(), row.recorded());
      computed.merge(row.account(), row.amount(), BigDecimal::add);
    }
    var balances = shell.run("balances", "--json").lines();
    assertEquals(591, balances.size());
    for (String line : balances) {
      var answer = JSON.readTree(line);
      var account = answer.path("account").textValue();
      var balance = new BigDecimal(answer.path("ledger").textValue());
      assertEquals(computed.getOrDefault(account, BigDecimal.ZERO.setScale(2)), balance, account);
      var difference = balance.subtract(last.getOrDefault(account, balance)).abs();
      assertTrue(difference.compareTo(LARGEST_ROUNDING) <= 0, line);
    }
  }

  /** By account, day, type, amount and reference, in the order of each account. */
  private static void assertEveryTransactionIsThere(List<Row> rows, Shell shell)
      throws IOException {
    Map<String, List<String>> expected = new HashMap<>();
    for (Row row : rows) {
      expected
          .computeIfAbsent("account-" + row.account(), _ -> new ArrayList<>())
          .add(
              "%s %s %s %s"
                  .formatted(
                      row.fields()[0],
                      EVENTS.get(row.fields()[3]),
                      row.fields()[4],
                      row.fields()[7]));
    }
    Map<String, List<String>> found = new HashMap<>();
    for (String line : shell.run("journal", "--json").lines()) {
      var entry = JSON.readTree(line);
      if (entry.path("data").has("amount")) {
        found
            .computeIfAbsent(entry.path("stream").textValue(), _ -> new ArrayList<>())
            .add(
                "%s %s %s %s"
                    .formatted(
                        entry.path("business_date").textValue(),
                        entry.path("type").textValue(),
                        entry.path("data").path("amount").textValue(),
                        entry.path("data").path("reference").asText()));
      }
    }
    assertEquals(expected, found);
  }
}
