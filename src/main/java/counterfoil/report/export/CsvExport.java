package counterfoil.report.export;

import counterfoil.report.Journal;
import counterfoil.report.LargeCash;
import counterfoil.report.Statement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.joda.money.Money;

/**
 * Papers as comma-separated values, see {@link CsvFile}: one line of headings, then one line an
 * entry. Dates are ISO 8601, amounts plain decimals in the currency of their column.
 */
public final class CsvExport {
  private CsvExport() {}

  /** One line an entry, with its balance; the first line is the opening balance. */
  public static byte[] statement(Statement statement) {
    return file(
        List.of(
            "entry",
            "booked",
            "value_date",
            "kind",
            "amount",
            "balance",
            "currency",
            "counterparty",
            "reference",
            "narrative"),
        csv -> {
          var currency = statement.currency().getCode();
          csv.row(
              "",
              statement.from().toString(),
              "",
              "opening_balance",
              "",
              plain(statement.opening()),
              currency,
              "",
              "",
              "");
          for (var line : statement.lines()) {
            csv.row(
                Long.toString(line.position()),
                line.booked().toString(),
                line.value().toString(),
                line.kind().code(),
                plain(line.amount()),
                plain(line.balance()),
                currency,
                line.counterparty(),
                line.reference(),
                line.narrative());
          }
        });
  }

  /** One line a posting. */
  public static byte[] journal(Journal journal) {
    return file(
        List.of(
            "entry",
            "recorded_at",
            "business_date",
            "kind",
            "account",
            "holder",
            "amount",
            "currency",
            "reference",
            "narrative",
            "staff",
            "till"),
        csv -> {
          for (var line : journal.lines()) {
            csv.row(
                Long.toString(line.position()),
                line.at().toString(),
                line.businessDate().toString(),
                line.kind().code(),
                line.account(),
                line.holder(),
                plain(line.amount()),
                line.amount().getCurrencyUnit().getCode(),
                line.reference(),
                line.narrative(),
                line.staff(),
                line.till());
          }
        });
  }

  /** One line a customer and day; cash in and cash out apart. */
  public static byte[] largeCash(LargeCash report) {
    return file(
        List.of("date", "customer", "name", "document", "cash_in", "cash_out", "currency"),
        csv -> {
          for (var day : report.days()) {
            csv.row(
                day.day().toString(),
                day.customer(),
                day.name(),
                day.document(),
                plain(day.in()),
                plain(day.out()),
                report.threshold().getCurrencyUnit().getCode());
          }
        });
  }

  private static String plain(Money money) {
    return money.getAmount().toPlainString();
  }

  private static byte[] file(List<String> headings, Consumer<CsvFile> rows) {
    var bytes = new ByteArrayOutputStream();
    try {
      var csv = new CsvFile(bytes, headings);
      rows.accept(csv);
      csv.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a file that is made in memory", e);
    }
    return bytes.toByteArray();
  }
}
