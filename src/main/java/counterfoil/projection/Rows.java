package counterfoil.projection;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
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
    return line(
        new Name(
            new AccountNumber(row.getString("number")),
            row.getString("holder"),
            row.getString("product"),
            row.getDate("opened_on").toLocalDate()),
        open ? AccountStatus.OPEN : AccountStatus.CLOSED,
        Money.ofMinor(currency, row.getLong("ledger")),
        row,
        Optional.ofNullable(row.getDate("closed_on")).map(Date::toLocalDate),
        row.getLong("last_position"));
  }

  /** {@code now} with what a row of its journal says instead. */
  AccountLine accountThen(AccountLine now, ResultSet row) throws SQLException {
    boolean open = !row.getString("type").equals(AccountEvents.ACCOUNT_CLOSED);
    LocalDate day = row.getDate("posted_on").toLocalDate();
    return line(
        new Name(now.number(), now.holder(), now.product(), now.openedOn()),
        open ? AccountStatus.OPEN : AccountStatus.CLOSED,
        Money.ofMinor(currency, row.getLong("balance")),
        row,
        open ? Optional.empty() : Optional.of(day),
        row.getLong("position"));
  }

  /** What never changes of an account. */
  private record Name(AccountNumber number, String holder, String product, LocalDate openedOn) {}

  /** {@code row}: of either table, which call these columns alike. */
  private AccountLine line(
      Name name,
      AccountStatus status,
      Money ledger,
      ResultSet row,
      Optional<LocalDate> closedOn,
      long lastPosition)
      throws SQLException {
    Money overdraft = Money.ofMinor(currency, row.getLong("overdraft"));
    Money held = Money.ofMinor(currency, row.getLong("held"));
    Money minimum = Money.ofMinor(currency, row.getLong("minimum"));
    return new AccountLine(
        name.number(),
        name.holder(),
        name.product(),
        status,
        ledger,
        ledger.minus(held).minus(minimum).plus(overdraft),
        overdraft,
        held,
        minimum,
        row.getBoolean("frozen"),
        Optional.of(row.getString("customer"))
            .filter(written -> !written.isEmpty())
            .map(CustomerNumber::new),
        row.getLong("version"),
        name.openedOn(),
        closedOn,
        lastPosition);
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
