package counterfoil.campaign;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.jdbc.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes H2 write in the middle of transactions, as it does by itself once a second, and use the
 * space of old pages again at once, as it does by itself after 45 seconds.
 */
final class Restless implements ReadModel {
  private final SplittableRandom random;

  Restless(SplittableRandom random) {
    this.random = random;
  }

  @Override
  public void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET RETENTION_TIME 0");
    }
  }

  @Override
  public void apply(Connection connection, List<Entry> entries) throws SQLException {
    if (random.nextInt(3) == 0) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CHECKPOINT");
      }
    }
  }

  @Override
  public void forget() {
    // It remembers nothing.
  }

  @Override
  public String fingerprint() {
    return "restless";
  }
}
