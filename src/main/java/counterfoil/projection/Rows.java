package counterfoil.projection;

import counterfoil.domain.account.AccountNumber;
import counterfoil.payload.AccountEvents;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Rows of the read models' tables as lines. */
record Rows(CurrencyUnit currency) {
  static final String SELECT_ACCOUNT = "SELECT " + Held.COLUMNS + " FROM account a ";
  static final String SELECT_JOURNAL = "SELECT " + JournalRow.COLUMNS + " FROM journal j ";

  AccountLine account(ResultSet row) throws SQLException {
    boolean open = row.getString("status").startsWith("O");
    Money ledger = Money.ofMinor(currency, row.getLong("ledger"));
    Money overdraft = Money.ofMinor(currency, row.getLong("overdraft"));
    return new AccountLine(
        new AccountNumber(row.getString("number")),
        row.getString("holder"),
        row.getString("product"),
        open ? AccountStatus.OPEN : AccountStatus.CLOSED,
        ledger,
        ledger.plus(overdraft),
        overdraft,
        row.getLong("version"),
        row.getDate("opened_on").toLocalDate(),
        Optional.ofNullable(row.getDate("closed_on")).map(Date::toLocalDate),
        row.getLong("last_position"));
  }

  /** {@code now} with what a row of its journal says instead. */
  AccountLine accountThen(AccountLine now, ResultSet row) throws SQLException {
    boolean open = !row.getString("type").equals(AccountEvents.ACCOUNT_CLOSED);
    Money ledger = Money.ofMinor(currency, row.getLong("balance"));
    Money overdraft = Money.ofMinor(currency, row.getLong("overdraft"));
    LocalDate day = row.getDate("posted_on").toLocalDate();
    return new AccountLine(
        now.number(),
        now.holder(),
        now.product(),
        open ? AccountStatus.OPEN : AccountStatus.CLOSED,
        ledger,
        ledger.plus(overdraft),
        overdraft,
        row.getLong("version"),
        now.openedOn(),
        open ? Optional.empty() : Optional.of(day),
        row.getLong("position"));
  }

  JournalLine journal(ResultSet row) throws SQLException {
    Optional<AccountNumber> account =
        Optional.ofNullable(row.getString("account")).map(AccountNumber::new);
    Money balance = Money.ofMinor(currency, row.getLong("balance"));
    return new JournalLine(
        row.getLong("position"),
        row.getString("stream"),
        row.getLong("version"),
        row.getString("type"),
        account,
        money(row, "amount"),
        account.map(_ -> balance),
        row.getDate("posted_on").toLocalDate(),
        JournalRow.instant(row.getLong("recorded_at")),
        JournalRow.instant(row.getLong("moment")),
        row.getString("actor"),
        row.getString("approver"),
        row.getString("till"),
        row.getString("counterparty"),
        row.getString("reference"),
        row.getString("narrative"),
        onBook(row),
        row.getLong("open_accounts"));
  }

  /** The branch's total, in a row that has it. */
  Money onBook(ResultSet row) throws SQLException {
    return Money.of(
        currency, row.getBigDecimal("on_book").movePointLeft(currency.getDecimalPlaces()));
  }

  private Optional<Money> money(ResultSet row, String column) throws SQLException {
    long minor = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Money.ofMinor(currency, minor));
  }
}
