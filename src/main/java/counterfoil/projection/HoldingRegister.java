package counterfoil.projection;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.HoldPlaced;
import counterfoil.domain.account.AccountEvent.HoldReleased;
import counterfoil.domain.account.AccountEvent.HolderAdded;
import counterfoil.domain.account.AccountEvent.HolderRemoved;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.eventstore.Entry;
import counterfoil.payload.AccountEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Whom accounts belong to, and what of their money is on hold: one row for each holder of an
 * account, one for each who has ever ceased to be one, and one for each hold that is not released.
 */
final class HoldingRegister implements Register {
  private static final RegisterTable HOLDER =
      new RegisterTable(
          "account_holder",
          """
          account VARCHAR(34),
          customer VARCHAR(20) NOT NULL,
          place BIGINT NOT NULL\
          """,
          List.of("account", "customer"));
  private static final RegisterTable FORMER =
      new RegisterTable(
          "account_former_holder",
          """
          account VARCHAR(34),
          customer VARCHAR(20) NOT NULL\
          """,
          List.of("account", "customer"));
  private static final RegisterTable HOLD =
      new RegisterTable(
          "account_hold",
          """
          account VARCHAR(34),
          id VARCHAR(36) NOT NULL,
          amount BIGINT NOT NULL,
          kind VARCHAR(20) NOT NULL,
          release_on DATE,
          reason VARCHAR(2000) NOT NULL,
          posted_on DATE NOT NULL\
          """,
          List.of("account", "id"));

  @Override
  public String category() {
    return AccountEvents.CATEGORY;
  }

  @Override
  public List<RegisterTable> tables() {
    return List.of(HOLDER, FORMER, HOLD);
  }

  @Override
  public void index(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE INDEX accounts_of_customer ON account_holder (customer)");
      statement.execute(
          "CREATE INDEX former_accounts_of_customer ON account_former_holder (customer)");
    }
  }

  /** Most entries of accounts only move money: these are not even read. */
  @Override
  public void take(Connection connection, Entry entry) throws SQLException {
    switch (entry.type().name()) {
      case AccountEvents.ACCOUNT_OPENED,
          AccountEvents.ACCOUNT_CLOSED,
          AccountEvents.HOLDER_ADDED,
          AccountEvents.HOLDER_REMOVED,
          AccountEvents.HOLD_PLACED,
          AccountEvents.HOLD_RELEASED ->
          note(connection, entry, AccountEvents.KIND.decode(entry.type(), entry.payload()));
      default -> {}
    }
  }

  private static void note(Connection connection, Entry entry, AccountEvent event)
      throws SQLException {
    if (event instanceof AccountOpened e) {
      // The places of those who join later are positions: these come before all of them.
      long place = -e.holders().size();
      for (CustomerNumber holder : e.holders()) {
        add(connection, entry, e.account(), holder, place++);
      }
    } else if (event instanceof HolderAdded e) {
      add(connection, entry, e.account(), e.holder(), entry.position());
    } else if (event instanceof HolderRemoved e) {
      remove(connection, e.account(), e.holder());
      remember(connection, entry, e);
    } else if (event instanceof HoldPlaced e) {
      place(connection, entry, e);
    } else if (event instanceof HoldReleased e) {
      Statements.run(
          connection,
          "DELETE FROM account_hold WHERE account = ? AND id = ?",
          e.account().value(),
          e.holdId().toString());
    } else if (event instanceof AccountClosed e) {
      Statements.run(connection, "DELETE FROM account_hold WHERE account = ?", e.account().value());
    }
  }

  private static void add(
      Connection connection,
      Entry entry,
      AccountNumber account,
      CustomerNumber customer,
      long place)
      throws SQLException {
    remove(connection, account, customer);
    Statements.run(
        connection,
        "INSERT INTO account_holder (account, customer, place, last_position) VALUES (?,?,?,?)",
        account.value(),
        customer.value(),
        place,
        entry.position());
  }

  private static void remove(Connection connection, AccountNumber account, CustomerNumber customer)
      throws SQLException {
    Statements.run(
        connection,
        "DELETE FROM account_holder WHERE account = ? AND customer = ?",
        account.value(),
        customer.value());
  }

  private static void remember(Connection connection, Entry entry, HolderRemoved e)
      throws SQLException {
    Statements.run(
        connection,
        "DELETE FROM account_former_holder WHERE account = ? AND customer = ?",
        e.account().value(),
        e.holder().value());
    Statements.run(
        connection,
        "INSERT INTO account_former_holder (account, customer, last_position) VALUES (?,?,?)",
        e.account().value(),
        e.holder().value(),
        entry.position());
  }

  private static void place(Connection connection, Entry entry, HoldPlaced e) throws SQLException {
    Statements.run(
        connection,
        """
        INSERT INTO account_hold (account, id, amount, kind, release_on, reason, posted_on, last_position)
        VALUES (?,?,?,?,?,?,?,?)
        """,
        e.account().value(),
        e.holdId().toString(),
        e.amount().getAmountMinorLong(),
        e.kind().name(),
        e.releaseOn().orElse(null),
        e.reason(),
        entry.provenance().businessDate(),
        entry.position());
  }
}
