package counterfoil.application.history;

import counterfoil.domain.Limits;
import java.util.OptionalLong;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads amounts of one currency, exactly: ASCII digits with a dot, nothing else. */
final class MoneyColumn {
  private final CurrencyUnit currency;
  private final int decimals;

  MoneyColumn(CurrencyUnit currency) {
    this.currency = currency;
    this.decimals = currency.getDecimalPlaces();
  }

  Money positive(CsvFile.Row row, int column) {
    Money amount = any(row, column);
    if (!amount.isPositive()) {
      throw row.refuse(column, "is not a positive amount");
    }
    return amount;
  }

  Money zeroOrMore(CsvFile.Row row, int column) {
    Money amount = any(row, column);
    if (amount.isNegative()) {
      throw row.refuse(column, "is less than zero");
    }
    return amount;
  }

  Money any(CsvFile.Row row, int column) {
    var minorUnits = minorUnits(row.text(column));
    if (minorUnits.isEmpty()) {
      throw row.refuse(
          column, "is not an amount in %s such as %s".formatted(currency, example().getAmount()));
    }
    return Money.ofMinor(currency, minorUnits.getAsLong());
  }

  private Money example() {
    return Money.ofMinor(currency, 1250);
  }

  private OptionalLong minorUnits(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int dot = text.indexOf('.');
    int whole = dot < 0 ? text.length() : dot;
    if (whole == start || dot == text.length() - 1) {
      return OptionalLong.empty();
    }
    long units = 0;
    for (int i = start; i < Math.max(text.length(), whole + 1 + decimals); i++) {
      if (i == whole) {
        continue;
      }
      int digit = i < text.length() ? text.charAt(i) - '0' : 0;
      boolean beyond = i > whole + decimals;
      if (digit < 0 || digit > (beyond ? 0 : 9)) {
        return OptionalLong.empty();
      }
      units = beyond ? units : units * 10 + digit;
      if (units > Limits.MAX_MINOR_UNITS) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(start == 1 ? -units : units);
  }
}
