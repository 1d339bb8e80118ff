package counterfoil.campaign;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.jdbc.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes H2 write in the middle of transactions, as it does by itself once a second. It can also
 * make it use the space of old pages again at once, which it does by itself after 45 seconds: a
 * process that dies then leaves a file that no H2 can read, so that is for power cuts only.
 */
final class Restless implements ReadModel {
  private final SplittableRandom random;
  private final boolean reusesSpace;

  /**
   * @param reusesSpace whether the space of old pages is used again at once
   */
  Restless(SplittableRandom random, boolean reusesSpace) {
    this.random = random;
    this.reusesSpace = reusesSpace;
  }

  @Override
  public void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET RETENTION_TIME " + (reusesSpace ? 0 : 45_000));
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
  public ReadModel anew() {
    return new Restless(random.split(), reusesSpace);
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
