package counterfoil.projection;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Restrictions;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.eventstore.Entry;
import counterfoil.payload.AccountStates;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An account as its row in the table {@code account} holds it.
 *
 * @param customer the main holder's number, kept when the account is closed; nothing where the
 *     holder is known by name only
 */
record Held(
    AccountState state,
    Optional<CustomerNumber> customer,
    long version,
    Optional<LocalDate> openedOn,
    Optional<LocalDate> closedOn,
    long lastPosition) {
  static final String COLUMNS =
      """
      number, holder, product, status, ledger, overdraft, held, minimum, frozen, customer, rest,
        version, opened_on, closed_on, last_position\
      """;
  static final String INSERT =
      "INSERT INTO account ("
          + COLUMNS
          + ", holder_order, product_order, search)"
          + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  static final String UPDATE =
      """
      UPDATE account SET status = ?, ledger = ?, overdraft = ?, held = ?, minimum = ?, frozen = ?,
        customer = ?, rest = ?, version = ?, closed_on = ?, last_position = ? WHERE number = ?
      """;
  static final Held NOTHING =
      new Held(new Unopened(), Optional.empty(), -1, Optional.empty(), Optional.empty(), 0);

  Held after(Entry entry, AccountEvent event) {
    LocalDate day = entry.provenance().businessDate();
    AccountState after = state.after(event);
    return new Held(
        after,
        after instanceof Open open ? open.holders().stream().findFirst() : customer,
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

  /** The sum of all holds. */
  long heldMinor() {
    return state instanceof Open open && !open.holds().isEmpty()
        ? open.held().getAmountMinorLong()
        : 0;
  }

  long minimumMinor() {
    return state instanceof Open open && !open.minimumBalance().isZero()
        ? open.minimumBalance().getAmountMinorLong()
        : 0;
  }

  boolean frozen() {
    return state instanceof Open open && open.frozen().isPresent();
  }

  String customerColumn() {
    return customer.map(CustomerNumber::value).orElse("");
  }

  boolean open() {
    return state instanceof Open;
  }

  /**
   * Whether the columns say all of the state, as they do of most accounts. Asked for each entry: it
   * must cost nothing.
   */
  boolean plain() {
    return !(state instanceof Open open)
        || (open.holds().isEmpty()
            && open.frozen().isEmpty()
            && open.reversed().isEmpty()
            && open.holders().size() <= 1);
  }

  /** An open account of which the columns say all. */
  static Open plain(
      AccountNumber number,
      String holder,
      String product,
      Money ledger,
      Money overdraftLimit,
      Money minimum,
      Optional<CustomerNumber> customer) {
    return new Open(
        number,
        holder,
        product,
        ledger,
        overdraftLimit,
        new Restrictions(minimum, List.of(), Optional.empty()),
        customer.stream().toList(),
        List.of());
  }

  void bindNew(PreparedStatement insert, AccountNumber number) throws SQLException {
    Identity identity = Identity.of(state);
    insert.setString(1, number.value());
    insert.setString(2, identity.holder());
    insert.setString(3, identity.product());
    int next = bindCommon(insert, 4);
    insert.setLong(next++, version);
    insert.setObject(next++, openedOn.orElseThrow());
    insert.setObject(next++, closedOn.orElse(null), Types.DATE);
    insert.setLong(next++, lastPosition);
    insert.setString(next++, Query.searchable(identity.holder()));
    insert.setString(next++, Query.searchable(identity.product()));
    insert.setString(next, Query.searchable(number.value() + " " + identity.holder()));
  }

  void bindChange(PreparedStatement update, AccountNumber number) throws SQLException {
    int next = bindCommon(update, 1);
    update.setLong(next++, version);
    update.setObject(next++, closedOn.orElse(null), Types.DATE);
    update.setLong(next++, lastPosition);
    update.setString(next, number.value());
  }

  /** What may change with every entry; returns the number of the next value. */
  private int bindCommon(PreparedStatement statement, int first) throws SQLException {
    int next = first;
    statement.setString(next++, status());
    statement.setLong(next++, ledgerMinor());
    statement.setLong(next++, overdraftMinor());
    statement.setLong(next++, heldMinor());
    statement.setLong(next++, minimumMinor());
    statement.setBoolean(next++, frozen());
    statement.setString(next++, customerColumn());
    statement.setBytes(next++, plain() ? null : AccountStates.encode(state));
    return next;
  }

  static Held read(ResultSet row, CurrencyUnit currency) throws SQLException {
    Optional<CustomerNumber> customer =
        Optional.of(row.getString("customer"))
            .filter(written -> !written.isEmpty())
            .map(CustomerNumber::new);
    return new Held(
        readState(row, currency, customer),
        customer,
        row.getLong("version"),
        Optional.of(row.getObject("opened_on", LocalDate.class)),
        Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
        row.getLong("last_position"));
  }

  private static AccountState readState(
      ResultSet row, CurrencyUnit currency, Optional<CustomerNumber> customer) throws SQLException {
    AccountNumber number = new AccountNumber(row.getString("number"));
    String holder = row.getString("holder");
    String product = row.getString("product");
    if (row.getString("status").equals("C")) {
      return new Closed(number, holder, product, currency);
    }
    Open plain =
        plain(
            number,
            holder,
            product,
            Money.ofMinor(currency, row.getLong("ledger")),
            Money.ofMinor(currency, row.getLong("overdraft")),
            Money.ofMinor(currency, row.getLong("minimum")),
            customer);
    byte[] rest = row.getBytes("rest");
    return rest != null && AccountStates.decode(rest) instanceof Open whole
        ? completed(plain, whole)
        : plain;
  }

  /** The columns count; what they do not say is added to them. */
  private static Open completed(Open plain, Open whole) {
    return new Open(
        plain.number(),
        plain.holder(),
        plain.product(),
        plain.ledger(),
        plain.overdraftLimit(),
        new Restrictions(plain.minimumBalance(), whole.holds(), whole.frozen()),
        whole.holders(),
        whole.reversed());
  }

  /** Whether the columns that follow from the state are what it comes to. */
  boolean agreesWith(ResultSet row) throws SQLException {
    return row.getLong("held") == heldMinor()
        && row.getBoolean("frozen") == frozen()
        && (!(state instanceof Open open) || customer.equals(open.holders().stream().findFirst()));
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
