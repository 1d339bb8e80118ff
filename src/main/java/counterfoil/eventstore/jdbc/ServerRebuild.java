package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.codec.EntryCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Makes the read models anew in a schema beside the live ones, while these are served and everybody
 * goes on posting. At the end the head is locked for as long as the last entries and two renamings
 * take. Whatever breaks it off leaves a schema behind that the next one begins by dropping.
 */
final class ServerRebuild {
  /** So many entries go into one transaction: enough to make its end cheap, little to hold. */
  private static final int ENTRIES_TOGETHER = 2000;

  private static final String NEXT = ServerSchema.READS + "_next";
  private static final String LAST = ServerSchema.READS + "_last";

  private final Server server;
  private final List<ReadModel> models;
  private final Map<Long, byte[]> left;
  private final Progress progress;
  private long position;

  /**
   * @param models fresh ones: those that are served have a memory of their own
   */
  ServerRebuild(Server server, List<ReadModel> models, Progress progress) {
    this(server, models, Map.of(), progress);
  }

  /**
   * @param models fresh ones: those that are served have a memory of their own
   * @param left what takes the place of payloads that are erased, by positions
   */
  ServerRebuild(Server server, List<ReadModel> models, Map<Long, byte[]> left, Progress progress) {
    this.server = server;
    this.models = models;
    this.left = Map.copyOf(left);
    this.progress = progress;
  }

  /**
   * Rebuilds, and returns the number of entries.
   *
   * @throws CancellationException if the progress asked to stop; nothing has changed then
   * @throws LedgerUnavailable if another workstation is at it, or a read model does not know what
   *     to do with an entry
   */
  long run() {
    try (Connection connection = server.worker()) {
      if (!ServerLock.REBUILD.tryAlone(connection)) {
        throw new LedgerUnavailable(Reason.IN_USE, server.address(), "it is being rebuilt");
      }
      connection.setAutoCommit(false);
      clear(connection);
      try {
        build(connection);
      } finally {
        // The new read models are in their place by now, or the old ones still are.
        tidy(connection);
      }
      return position;
    } catch (SQLException e) {
      throw ServerFault.unavailable(server.address(), e);
    } catch (CancellationException e) {
      throw e;
    } catch (LaterVersion e) {
      throw new LedgerUnavailable(
          Reason.NEWER, server.address(), String.valueOf(e.getMessage()), e);
    } catch (IllegalStateException e) {
      throw new LedgerUnavailable(
          Reason.UNREADABLE, server.address(), "a read model does not know what to do with it", e);
    }
  }

  /** Drops what an earlier one left. Waits for those who still read the old read models. */
  private static void clear(Connection connection) throws SQLException {
    execute(connection, "DROP SCHEMA IF EXISTS " + NEXT + " CASCADE");
    execute(connection, "DROP SCHEMA IF EXISTS " + LAST + " CASCADE");
    connection.commit();
  }

  private static void tidy(Connection connection) {
    try {
      connection.rollback();
      clear(connection);
    } catch (SQLException _) {
      // It changes nothing of how the rebuild has ended, and the next one begins with it.
    }
  }

  private void build(Connection connection) throws SQLException {
    ServerSchema.createReads(connection, NEXT, models);
    connection.commit();
    EntryTable entries = new EntryTable(connection);
    execute(connection, "SET search_path = " + NEXT + ", " + ServerSchema.LEDGER);
    models.forEach(ReadModel::fill);
    boolean more = true;
    while (more) {
      long end = ServerHead.read(connection).row().position();
      more = take(connection, entries) == ENTRIES_TOGETHER;
      connection.commit();
      if (!progress.report(Math.min(position, end), end)) {
        throw new CancellationException("rebuild");
      }
    }
    for (ReadModel model : models) {
      model.filled(connection);
    }
    connection.commit();
    exchange(connection, entries);
  }

  private int take(Connection connection, EntryTable entries) throws SQLException {
    List<Entry> next =
        entries.fromPosition(position + 1, ENTRIES_TOGETHER).stream().map(this::purged).toList();
    if (!next.isEmpty()) {
      for (ReadModel model : models) {
        model.apply(connection, next);
      }
      position = next.getLast().position();
    }
    return next.size();
  }

  private Entry purged(Entry entry) {
    return Optional.ofNullable(left.get(entry.position()))
        .map(instead -> EntryCodec.erased(entry, instead))
        .orElse(entry);
  }

  /** What refuses every change of an entry stands aside for this transaction. */
  private void purge(Connection connection, EntryTable entries) throws SQLException {
    if (left.isEmpty()) {
      return;
    }
    execute(
        connection, "ALTER TABLE " + ServerSchema.LEDGER + ".entry DISABLE TRIGGER entry_stays");
    for (long erased : left.keySet()) {
      List<Entry> found = entries.fromPosition(erased, 1);
      if (found.isEmpty() || found.getFirst().position() != erased) {
        throw new SQLException("what is to be erased is not there");
      }
      entries.replacePayload(purged(found.getFirst()));
    }
    execute(connection, "ALTER TABLE " + ServerSchema.LEDGER + ".entry ENABLE TRIGGER entry_stays");
  }

  private void exchange(Connection connection, EntryTable entries) throws SQLException {
    long end = ServerHead.lock(connection).row().position();
    while (position < end) {
      take(connection, entries);
    }
    purge(connection, entries);
    execute(connection, "ALTER SCHEMA " + ServerSchema.READS + " RENAME TO " + LAST);
    execute(connection, "ALTER SCHEMA " + NEXT + " RENAME TO " + ServerSchema.READS);
    ServerHead.noteReadModels(connection, ReadModel.fingerprint(models));
    connection.commit();
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (Statement working = connection.createStatement()) {
      working.execute(statement);
    }
  }
}
