package counterfoil.application.history;

import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.InputRefusal.TextTooLong;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;

/** Reads the fields of a row as what they must be, and names the one that is something else. */
final class FieldChecks {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

  private final CurrencyUnit currency;
  private final LocalDate today;
  private String lastDateText = "";
  private LocalDate lastDate = LocalDate.EPOCH;

  /** For files of money in {@code currency}; no date may lie after {@code today}. */
  FieldChecks(CurrencyUnit currency, LocalDate today) {
    this.currency = currency;
    this.today = today;
  }

  AccountNumber accountNumber(CsvFile.Row row, int column) {
    return AccountNumber.parse(row.text(column))
        .orElseThrow(() ->
            row.refuse(
                column,
                "is not an account number: 1 to 34 letters, digits, hyphens, dots or slashes,"
                    + " without spaces"));
  }

  void refuseOtherCurrency(CsvFile.Row row, int column) {
    if (!row.text(column).equals(currency.getCode())) {
      throw row.refuse(column, "is not the ledger's currency, " + currency.getCode());
    }
  }

  /** Rows of one day stand together, so the last date read is mostly the next one too. */
  LocalDate date(CsvFile.Row row, int column) {
    String text = row.text(column);
    if (!text.equals(lastDateText)) {
      lastDate = existingDate(row, column, text);
      lastDateText = text;
    }
    return lastDate;
  }

  private LocalDate existingDate(CsvFile.Row row, int column, String text) {
    if (!DATE.matcher(text).matches()) {
      throw row.refuse(column, "is not a date such as 1993-02-26");
    }
    LocalDate date;
    try {
      date = LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw row.refuse(column, "is a date that does not exist");
    }
    if (date.isAfter(today)) {
      throw row.refuse(column, "is a date in the future");
    }
    return date;
  }

  /** A date in its one spelling, or empty. */
  String dateOrEmpty(CsvFile.Row row, int column) {
    String text = row.text(column);
    return text.isEmpty() ? text : existingDate(row, column, text).toString();
  }

  int wholeNumber(CsvFile.Row row, int column) {
    if (!WHOLE_NUMBER.matcher(row.text(column)).matches()) {
      throw row.refuse(column, "is not a whole number");
    }
    return Integer.parseInt(row.text(column));
  }

  String name(CsvFile.Row row, int column, int allowed) {
    String text = row.text(column);
    return accepted(row, column, text, Limits.refuseName("", text, allowed));
  }

  String text(CsvFile.Row row, int column, int allowed) {
    String text = row.text(column);
    return accepted(row, column, text, Limits.refuseText("", text, allowed));
  }

  /** {@code text}, unless the domain refuses it. */
  String accepted(CsvFile.Row row, int column, String text, Optional<Refusal> refusal) {
    refusal.ifPresent(r -> {
      throw row.refuse(
          column,
          r instanceof TextTooLong(_, int length, int allowed)
              ? "is %d characters long; %d are allowed".formatted(length, allowed)
              : r instanceof TextMissing
                  ? "is not a name"
                  : "holds a line break or a character that cannot be shown");
    });
    return text;
  }
}
