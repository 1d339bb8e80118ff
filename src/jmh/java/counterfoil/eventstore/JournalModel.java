package counterfoil.eventstore;

import counterfoil.eventstore.jdbc.ReadModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As much work as a journal with running balances is: a row an entry, and a balance an account. */
final class JournalModel implements ReadModel {
  private final Map<String, Long> balances = new HashMap<>();
  private @Nullable PreparedStatement insert;
  private @Nullable PreparedStatement merge;

  @Override
  public void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE journal (account VARCHAR(40), position BIGINT, kind VARCHAR(40),"
              + " amount BIGINT, balance BIGINT, narrative VARCHAR(200),"
              + " PRIMARY KEY (account, position))");
      statement.execute("CREATE TABLE balance (account VARCHAR(40) PRIMARY KEY, amount BIGINT)");
    }
  }

  @Override
  public void apply(Connection connection, List<Entry> entries) throws SQLException {
    PreparedStatement journal = insert;
    PreparedStatement balance = merge;
    if (journal == null || balance == null) {
      journal = connection.prepareStatement("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)");
      balance = connection.prepareStatement("MERGE INTO balance KEY (account) VALUES (?, ?)");
      insert = journal;
      merge = balance;
    }
    Map<String, Long> changed = new LinkedHashMap<>();
    for (Entry entry : entries) {
      String account = entry.stream().subject();
      long amount = balances.merge(account, 1250L, Long::sum);
      changed.put(account, amount);
      journal.setString(1, account);
      journal.setLong(2, entry.position());
      journal.setString(3, entry.type().name());
      journal.setLong(4, 1250);
      journal.setLong(5, amount);
      journal.setString(6, "deposit");
      journal.addBatch();
    }
    journal.executeBatch();
    for (Map.Entry<String, Long> account : changed.entrySet()) {
      balance.setString(1, account.getKey());
      balance.setLong(2, account.getValue());
      balance.addBatch();
    }
    balance.executeBatch();
  }

  @Override
  public ReadModel anew() {
    return new JournalModel();
  }

  @Override
  public void forget() {
    balances.clear();
    insert = null;
    merge = null;
  }

  @Override
  public String fingerprint() {
    return "bench";
  }
}
