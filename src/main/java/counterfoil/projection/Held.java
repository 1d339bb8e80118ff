package counterfoil.projection;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.eventstore.Entry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An account as its row in the table {@code account} holds it. */
record Held(
    AccountState state,
    long version,
    Optional<LocalDate> openedOn,
    Optional<LocalDate> closedOn,
    long lastPosition) {
  static final String COLUMNS =
      """
      number, holder, product, status, ledger, overdraft, version, opened_on, closed_on,
        last_position\
      """;
  static final String INSERT =
      "INSERT INTO account ("
          + COLUMNS
          + ", holder_order, product_order, search) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)";
  static final String UPDATE =
      """
      UPDATE account SET status = ?, ledger = ?, overdraft = ?, version = ?, closed_on = ?,
        last_position = ? WHERE number = ?
      """;
  static final Held NOTHING = new Held(new Unopened(), -1, Optional.empty(), Optional.empty(), 0);

  Held after(Entry entry, AccountEvent event) {
    LocalDate day = entry.provenance().businessDate();
    return new Held(
        state.after(event),
        entry.version(),
        event instanceof AccountOpened ? Optional.of(day) : openedOn,
        event instanceof AccountClosed ? Optional.of(day) : closedOn,
        entry.position());
  }

  /** The ledger balance in minor units; zero before the opening and after the end. */
  long ledgerMinor() {
    return switch (state) {
      case Unopened _, Closed _ -> 0;
      case Open open -> open.ledger().getAmountMinorLong();
    };
  }

  long overdraftMinor() {
    return switch (state) {
      case Unopened _, Closed _ -> 0;
      case Open open -> open.overdraftLimit().getAmountMinorLong();
    };
  }

  boolean open() {
    return state instanceof Open;
  }

  void bindNew(PreparedStatement insert, AccountNumber number) throws SQLException {
    Identity identity = Identity.of(state);
    insert.setString(1, number.value());
    insert.setString(2, identity.holder());
    insert.setString(3, identity.product());
    insert.setString(4, status());
    insert.setLong(5, ledgerMinor());
    insert.setLong(6, overdraftMinor());
    insert.setLong(7, version);
    insert.setObject(8, openedOn.orElseThrow());
    insert.setObject(9, closedOn.orElse(null), Types.DATE);
    insert.setLong(10, lastPosition);
    insert.setString(11, Query.searchable(identity.holder()));
    insert.setString(12, Query.searchable(identity.product()));
    insert.setString(13, Query.searchable(number.value() + " " + identity.holder()));
  }

  void bindChange(PreparedStatement update, AccountNumber number) throws SQLException {
    update.setString(1, status());
    update.setLong(2, ledgerMinor());
    update.setLong(3, overdraftMinor());
    update.setLong(4, version);
    update.setObject(5, closedOn.orElse(null), Types.DATE);
    update.setLong(6, lastPosition);
    update.setString(7, number.value());
  }

  static Held read(ResultSet row, CurrencyUnit currency) throws SQLException {
    AccountNumber number = new AccountNumber(row.getString("number"));
    String holder = row.getString("holder");
    String product = row.getString("product");
    AccountState state =
        row.getString("status").equals("C")
            ? new Closed(number, holder, product, currency)
            : new Open(
                number,
                holder,
                product,
                Money.ofMinor(currency, row.getLong("ledger")),
                Money.ofMinor(currency, row.getLong("overdraft")));
    return new Held(
        state,
        row.getLong("version"),
        Optional.of(row.getObject("opened_on", LocalDate.class)),
        Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
        row.getLong("last_position"));
  }

  private String status() {
    return open() ? "O" : "C";
  }

  private record Identity(String holder, String product) {
    static Identity of(AccountState state) {
      return switch (state) {
        case Unopened _ -> throw new IllegalStateException("no account");
        case Open open -> new Identity(open.holder(), open.product());
        case Closed closed -> new Identity(closed.holder(), closed.product());
      };
    }
  }
}
