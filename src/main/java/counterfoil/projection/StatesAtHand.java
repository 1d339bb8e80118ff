package counterfoil.projection;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.snapshot.Snapshot;
import counterfoil.eventstore.snapshot.Snapshots;
import counterfoil.payload.StateForm;
import counterfoil.payload.StreamKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The states of a kind's streams from one entry to the next: those last touched are in memory, and
 * all of them in the rows of a table with the columns {@code version} and {@code state}. Keeps the
 * snapshots that come due on the way.
 */
final class StatesAtHand<S, E> {
  private static final int MOST_HELD = 1000;

  private final StreamKind<S, E> kind;
  private final StateForm<S> form;
  private final String select;
  private final List<Snapshot> due = new ArrayList<>();
  private final Map<StreamName, Folded<S, E>> held =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamName, Folded<S, E>> eldest) {
          return size() > MOST_HELD;
        }
      };

  /**
   * @param key the column that holds the streams' subjects
   */
  StatesAtHand(StreamKind<S, E> kind, StateForm<S> form, String table, String key) {
    this.kind = kind;
    this.form = form;
    this.select = "SELECT version, state FROM " + table + " WHERE " + key + " = ?";
  }

  Folded<S, E> before(Connection connection, StreamName stream) throws SQLException {
    Folded<S, E> known = held.get(stream);
    return known != null ? known : read(connection, stream);
  }

  /** The state after an entry; whoever asks for it writes it into the row. */
  Folded<S, E> take(Connection connection, Entry entry) throws SQLException {
    Folded<S, E> after = before(connection, entry.stream()).after(entry);
    held.put(entry.stream(), after);
    after.snapshot(entry.stream()).ifPresent(due::add);
    return after;
  }

  byte[] written(Folded<S, E> folded) {
    return form.encode(folded.state());
  }

  void writeSnapshots(Connection connection) throws SQLException {
    if (!due.isEmpty()) {
      Snapshots.save(connection, due);
      due.clear();
    }
  }

  void forget() {
    held.clear();
    due.clear();
  }

  private Folded<S, E> read(Connection connection, StreamName stream) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setString(1, stream.subject());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? new Folded<>(kind, form.decode(row.getBytes(2)), row.getLong(1))
            : Folded.nothing(kind);
      }
    }
  }
}
