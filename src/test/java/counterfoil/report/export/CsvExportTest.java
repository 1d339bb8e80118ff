package counterfoil.report.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.report.EntryKind;
import counterfoil.report.SamplePapers;
import counterfoil.report.Statement;
import de.siegmar.fastcsv.reader.CsvReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Papers as comma-separated values, read again. */
class CsvExportTest {
  private static List<List<String>> read(byte[] file) {
    var text = new String(file, StandardCharsets.UTF_8);
    assertEquals('\uFEFF', text.charAt(0));
    assertEquals(text.replace("\r\n", "").indexOf('\n'), -1, "every line ends in CR LF");
    return CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
        .map(record -> record.getFields())
        .toList();
  }

  @Test
  void a_statement_has_its_entries_with_their_balances() {
    var statement = SamplePapers.chinese().statement(20);
    var rows = read(CsvExport.statement(statement));
    assertEquals(22, rows.size());
    assertEquals("opening_balance", rows.get(1).get(3));
    var balance = new BigDecimal(rows.get(1).get(5));
    for (var row : rows.subList(2, rows.size())) {
      balance = balance.add(new BigDecimal(row.get(4)));
      assertEquals(balance, new BigDecimal(row.get(5)));
      assertEquals("CNY", row.get(6));
    }
    assertEquals(statement.closing().getAmount(), balance);
    assertTrue(rows.stream().anyMatch(row -> row.get(9).startsWith("滨江路公寓租金")));
  }

  @Test
  void what_a_customer_typed_is_no_formula() {
    var good = SamplePapers.english().statement(1);
    var line = good.lines().getFirst();
    var statement =
        new Statement(
            good.letterhead(),
            good.account(),
            good.from(),
            good.to(),
            good.opening(),
            List.of(
                new Statement.Line(
                    line.position(),
                    line.booked(),
                    line.value(),
                    EntryKind.DEPOSIT,
                    line.amount(),
                    line.balance(),
                    "@A1",
                    "+1",
                    "=cmd|' /C calc'!A0, \"quoted\"")),
            good.madeAt());
    var row = read(CsvExport.statement(statement)).getLast();
    assertEquals(List.of("'@A1", "'+1", "'=cmd|' /C calc'!A0, \"quoted\""), row.subList(7, 10));
  }

  @Test
  void amounts_that_were_taken_stay_negative_numbers() {
    var rows = read(CsvExport.journal(SamplePapers.english().journal(8)));
    assertEquals(9, rows.size());
    assertTrue(rows.stream().anyMatch(row -> row.get(6).matches("-[0-9]+\\.[0-9]{2}")));
  }

  @Test
  void cash_in_and_cash_out_stand_apart() {
    var rows = read(CsvExport.largeCash(SamplePapers.english().largeCash()));
    assertEquals(List.of("11500.00", "11000.00", "EUR"), rows.get(1).subList(4, 7));
    assertFalse(rows.get(2).get(2).isEmpty());
  }
}
