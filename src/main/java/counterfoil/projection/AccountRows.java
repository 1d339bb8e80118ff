package counterfoil.projection;

import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;

/** Compares the accounts' rows with what a walk through the ledger has come to. */
final class AccountRows {
  private static final String SELECT = "SELECT " + Held.COLUMNS + " FROM account";

  private final Query query;
  private final CurrencyUnit currency;

  AccountRows(DataSource database, CurrencyUnit currency) {
    this.query = new Query(database);
    this.currency = currency;
  }

  /**
   * @param agrees whether the row says nothing beside itself
   */
  private record Row(AccountNumber number, Held held, boolean agrees) {
    boolean is(Held expected) {
      return agrees && held.equals(expected);
    }
  }

  /** Compares those of some accounts; a row that is ahead of the walk is left for later. */
  List<Finding> check(Collection<AccountNumber> numbers, Walk walk) {
    List<Finding> findings = new ArrayList<>();
    Map<AccountNumber, Row> rows = new HashMap<>();
    query
        .list(
            SELECT + " WHERE number = ANY (?)",
            this::read,
            (Object) numbers.stream().map(AccountNumber::value).toArray(String[]::new))
        .forEach(row -> rows.put(row.number(), row));
    for (AccountNumber number : numbers) {
      Held expected = walk.known(number);
      Row found = rows.get(number);
      if (found == null) {
        findings.add(Finding.of(expected.lastPosition(), Kind.ACCOUNT_ROW_MISSING));
      } else if (found.held().lastPosition() <= walk.done() && !found.is(expected)) {
        findings.add(Finding.of(expected.lastPosition(), Kind.ACCOUNT_ROW_WRONG));
      }
    }
    return findings;
  }

  /** Compares all of them. */
  List<Finding> checkAll(Walk walk, int most) {
    List<Finding> findings = new ArrayList<>();
    long[] met = {0};
    query.each(
        SELECT,
        this::read,
        row -> {
          Held expected = walk.known(row.number());
          met[0] += expected.version() < 0 ? 0 : 1;
          boolean later = row.held().lastPosition() > walk.done();
          if (!later && !row.is(expected) && findings.size() < most) {
            findings.add(
                expected.version() < 0
                    ? Finding.of(row.held().lastPosition(), Kind.ACCOUNT_ROW_EXTRA)
                    : Finding.of(expected.lastPosition(), Kind.ACCOUNT_ROW_WRONG));
          }
        });
    if (met[0] < walk.opened()) {
      findings.addAll(missing(walk, most));
    }
    return findings;
  }

  private List<Finding> missing(Walk walk, int most) {
    return query.list(
        """
        SELECT MAX(j.position) FROM journal j WHERE j.position <= ?
          AND j.account IS NOT NULL AND NOT EXISTS (SELECT 1 FROM account a WHERE a.number = j.account)
        GROUP BY j.account ORDER BY 1 LIMIT ?
        """,
        row -> Finding.of(row.getLong(1), Kind.ACCOUNT_ROW_MISSING),
        walk.done(),
        most);
  }

  private Row read(ResultSet row) throws SQLException {
    Held held = Held.read(row, currency);
    return new Row(new AccountNumber(row.getString("number")), held, held.agreesWith(row));
  }
}
