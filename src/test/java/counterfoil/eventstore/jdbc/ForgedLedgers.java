package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.backup.StoredAppends;
import counterfoil.eventstore.tape.Tape;
import counterfoil.eventstore.tape.TapeFolder;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * What somebody with the whole disk can do: write any entries as a ledger in which everything that
 * is computed fits, tape, database, head and read models. Looks at nothing that it writes.
 */
public final class ForgedLedgers {
  private ForgedLedgers() {}

  /** Makes a ledger in an empty folder. */
  public static void write(
      Path folder, Charter charter, List<Entry> entries, List<ReadModel> models)
      throws IOException, SQLException {
    Place place = Place.alone(folder, models, InstantSource.system());
    TapeFolder tapeFolder = place.tapeFolder();
    tapeFolder.make();
    try (Tape tape = Tape.found(tapeFolder, place.preparation(), charter)) {
      StoredAppends appends = appends(entries);
      for (List<Entry> next = appends.next(); !next.isEmpty(); next = appends.next()) {
        tape.add(next);
      }
      tape.write();
      tape.force();
    }
    new Filling(place.live(), place.models(), tapeFolder, entries.size(), Progress.NONE)
        .run()
        .close();
    place.live().force();
    new LastEnd(place).closed();
  }

  private static StoredAppends appends(List<Entry> entries) {
    return new StoredAppends(
        (from, atMost) ->
            entries.subList((int) from - 1, (int) Math.min(entries.size(), from - 1 + atMost)),
        0,
        entries.size());
  }

  /** Makes a ledger in an empty database of a server. */
  public static void write(
      ServerLogin login,
      Charter charter,
      List<Entry> entries,
      Function<Charter, List<ReadModel>> models)
      throws SQLException {
    try (PostgresStore founded =
        PostgresStore.create(login, charter, models, InstantSource.system())) {
      try (Connection connection = new Server(login).writer()) {
        insert(connection, entries);
        connection.commit();
      }
      founded.rebuild(Progress.NONE);
    }
  }

  /** Writes over all that is in the ledger of a database, which must be of the same charter. */
  public static void overwrite(
      ServerLogin login,
      Charter charter,
      List<Entry> entries,
      Function<Charter, List<ReadModel>> models)
      throws SQLException {
    if (!PostgresStore.present(login)) {
      write(login, charter, entries, models);
      return;
    }
    try (Connection connection = new Server(login).writer();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE entry DISABLE TRIGGER ALL");
      statement.execute("DELETE FROM entry");
      insert(connection, entries);
      connection.commit();
    }
    try (PostgresStore forged =
        PostgresStore.open(login, models, InstantSource.system(), Progress.NONE)) {
      forged.rebuild(Progress.NONE);
    }
  }

  private static void insert(Connection connection, List<Entry> entries) throws SQLException {
    TreeHash hash = new TreeHash();
    Frontier frontier = Frontier.EMPTY;
    Instant last = Instant.EPOCH;
    for (Entry entry : entries) {
      frontier = frontier.append(hash.leaf(entry.envelope()), hash);
      last = entry.recordedAt().isAfter(last) ? entry.recordedAt() : last;
    }
    EntryTable table = new EntryTable(connection);
    try (PreparedStatement insert = table.prepareInsert();
        PreparedStatement move = connection.prepareStatement(ServerHead.MOVE)) {
      EntryTable.insert(insert, entries);
      ServerHead.move(move, new HeadRow(entries.size(), HeadRow.NO_CHAIN, frontier, last));
    }
  }
}
