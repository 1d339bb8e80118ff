package counterfoil.projection;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The tables of the read models. {@code journal} has one row for each entry, with the running
 * balance of its account and of the whole branch: a balance at any position is one look-up in an
 * index. Amounts are in minor units, times in microseconds since 1970. What is sorted by without
 * regard to capitals is folded here, not in the database: each has a mind of its own on letters.
 *
 * <p>Of most accounts the columns say all there is. Where there is more (holds, a freeze, joint
 * holders, reversals), {@code account.rest} has the whole state as in a snapshot, and a journal row
 * is not {@code plain}.
 *
 * <p>An entry of no account has the account {@code NULL}, so that no look-up of an account meets
 * it, and no amounts. {@code journal_day} has a row where an entry belongs to another business date
 * than the one before it: all entries of a date are found without an index of their own.
 */
final class JournalTable {
  /** Changes whenever the tables or what is written into them changes. */
  static final String VERSION = "journal-4";

  private JournalTable() {}

  static void create(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE account (
            number VARCHAR(34) PRIMARY KEY,
            holder VARCHAR(2000) NOT NULL,
            product VARCHAR(2000) NOT NULL,
            status CHAR(1) NOT NULL,
            ledger BIGINT NOT NULL,
            overdraft BIGINT NOT NULL,
            held BIGINT NOT NULL,
            minimum BIGINT NOT NULL,
            frozen BOOLEAN NOT NULL,
            customer VARCHAR(20) NOT NULL,
            rest BYTEA,
            version BIGINT NOT NULL,
            opened_on DATE NOT NULL,
            closed_on DATE,
            last_position BIGINT NOT NULL,
            holder_order VARCHAR(2000) NOT NULL,
            product_order VARCHAR(2000) NOT NULL,
            search VARCHAR(2000) NOT NULL)
          """);
      statement.execute(
          """
          CREATE TABLE journal (
            position BIGINT PRIMARY KEY,
            stream VARCHAR(100) NOT NULL,
            version BIGINT NOT NULL,
            type VARCHAR(60) NOT NULL,
            account VARCHAR(34),
            amount BIGINT,
            balance BIGINT NOT NULL,
            overdraft BIGINT NOT NULL,
            held BIGINT NOT NULL,
            minimum BIGINT NOT NULL,
            frozen BOOLEAN NOT NULL,
            customer VARCHAR(20) NOT NULL,
            plain BOOLEAN NOT NULL,
            posted_on DATE NOT NULL,
            recorded_at BIGINT NOT NULL,
            moment BIGINT NOT NULL,
            actor VARCHAR(2000) NOT NULL,
            approver VARCHAR(2000) NOT NULL,
            till VARCHAR(2000) NOT NULL,
            counterparty VARCHAR(2000) NOT NULL,
            reference VARCHAR(2000) NOT NULL,
            narrative VARCHAR(2000) NOT NULL,
            search VARCHAR(8000) NOT NULL,
            on_book NUMERIC(40) NOT NULL,
            open_accounts BIGINT NOT NULL)
          """);
      statement.execute("CREATE TABLE journal_type (type VARCHAR(60) PRIMARY KEY)");
      statement.execute(
          "CREATE TABLE journal_day (position BIGINT PRIMARY KEY, posted_on DATE NOT NULL)");
    }
  }

  /** Makes the index, which is far cheaper over a filled table than while it is being filled. */
  static void index(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE INDEX journal_of_account ON journal (account, position)");
    }
  }
}
