package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.codec.Micros;
import counterfoil.eventstore.tape.TapeFolder;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/**
 * Proves a ledger from nothing but the bytes on the disk: that the tape's checksums and chain hold,
 * where there is a tape, that the database has the same entries, and that these keep every promise
 * of the store. Reads beside the store at work, up to where the database's head stood when it
 * began.
 */
final class Audit {
  private static final int ENTRIES_BETWEEN_REPORTS = 1000;

  /** What one answer still needs the database must keep, whatever is written meanwhile. */
  private static final int ENTRIES_TOGETHER = 20_000;

  private final Connection connection;
  private final Head known;
  private final HeadRow head;
  private final Findings findings = new Findings();
  private final Optional<TapeEntries> tape;
  private final EntryCodec codec = new EntryCodec();
  private final TreeHash hash = new TreeHash();
  private final Map<StreamName, Long> versions = new HashMap<>();
  private Frontier frontier = Frontier.EMPTY;
  private Instant time = Instant.MIN;
  private long position;

  /**
   * @param known where the store said that it stands, before the database was asked
   */
  Audit(Connection connection, TapeFolder tapeFolder, Head known) throws SQLException {
    this(connection, Optional.of(tapeFolder), known, Database.readHead(connection));
  }

  private Audit(Connection connection, Optional<TapeFolder> tapeFolder, Head known, HeadRow head) {
    this.connection = connection;
    this.known = known;
    this.head = head;
    this.tape = tapeFolder.map(folder -> new TapeEntries(folder, findings));
  }

  /** Of a ledger whose truth is the database itself. */
  static Audit withoutTape(Connection connection, Head known, HeadRow head) {
    return new Audit(connection, Optional.empty(), known, head);
  }

  /**
   * Everything that is not as it was recorded.
   *
   * @throws CancellationException if the progress asked to stop: nothing is proven then
   */
  List<Finding> run(Progress progress) {
    if (head.position() < known.position()) {
      findings.add(head.position() + 1, Kind.DATABASE_BEHIND);
    }
    checkRoot();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT position, stream, version, type, command_id, recorded_at_micros, envelope,"
                + " salt, payload FROM entry WHERE position BETWEEN ? AND ? ORDER BY position")) {
      for (long from = 1; from <= head.position(); from += ENTRIES_TOGETHER) {
        checkAll(select, from, Math.min(head.position(), from + ENTRIES_TOGETHER - 1), progress);
      }
    } catch (SQLException e) {
      findings.add(position + 1, Kind.DATABASE_ENDS);
    }
    checkEnd();
    checkBehindHead();
    if (tape.isPresent()) {
      // A server's pages have checksums of their own, H2's have none.
      new IndexAudit(connection).run(findings);
    }
    return findings.all();
  }

  private void checkAll(PreparedStatement select, long from, long to, Progress progress)
      throws SQLException {
    select.setLong(1, from);
    select.setLong(2, to);
    try (ResultSet row = select.executeQuery()) {
      while (row.next() && !findings.areEnough()) {
        check(row);
        report(progress);
      }
    }
  }

  private void report(Progress progress) {
    boolean due = position % ENTRIES_BETWEEN_REPORTS == 0 || position == head.position();
    if (due && !progress.report(position, head.position())) {
      throw new CancellationException("audit");
    }
  }

  private void check(ResultSet row) throws SQLException {
    long found = row.getLong(1);
    if (found != position + 1) {
      findings.add(position + 1, Kind.DATABASE_LACKS);
    }
    position = found;
    byte[] envelope = row.getBytes(7);
    frontier = frontier.append(hash.leaf(envelope), hash);
    checkRoot();
    try {
      Entry entry = EntryCodec.open(envelope, row.getBytes(8), row.getBytes(9));
      checkColumns(entry, row);
      checkEntry(entry);
      tape.ifPresent(entries -> entries.check(position, entry));
    } catch (MalformedEnvelope | LaterVersion e) {
      findings.add(position, Kind.DATABASE_ENTRY, String.valueOf(e.getMessage()));
    }
  }

  private void checkColumns(Entry entry, ResultSet row) throws SQLException {
    boolean same =
        entry.position() == row.getLong(1)
            && entry.stream().value().equals(row.getString(2))
            && entry.version() == row.getLong(3)
            && EntryTable.typeColumn(entry).equals(row.getString(4))
            && entry.commandId().equals(row.getObject(5, UUID.class))
            && Micros.of(entry.recordedAt()) == row.getLong(6);
    if (!same) {
      findings.add(position, Kind.DATABASE_COLUMNS);
    }
  }

  private void checkEntry(Entry entry) {
    if (!codec.payloadMayStand(entry)) {
      findings.add(position, Kind.PAYLOAD);
    }
    long expected = versions.merge(entry.stream(), 0L, (last, _) -> last + 1);
    if (entry.version() != expected) {
      findings.add(position, Kind.VERSION, Long.toString(entry.version()), Long.toString(expected));
      versions.put(entry.stream(), entry.version());
    }
    if (entry.recordedAt().isBefore(time)) {
      findings.add(position, Kind.TIME);
    }
    time = entry.recordedAt();
  }

  private void checkRoot() {
    if (position == known.position() && !Arrays.equals(frontier.root(hash), known.root())) {
      findings.add(position, Kind.ROOT_OF_STORE);
    }
  }

  /** One question, so that nobody appends between its halves. */
  private void checkBehindHead() {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT position FROM entry WHERE position > (SELECT position FROM ledger_head)"
                    + " OR position < 1 ORDER BY position LIMIT 1");
        ResultSet row = select.executeQuery()) {
      if (row.next()) {
        findings.add(row.getLong(1), Kind.DATABASE_EXTRA);
      }
    } catch (SQLException e) {
      findings.add(head.position() + 1, Kind.DATABASE_END_UNKNOWN);
    }
  }

  private void checkEnd() {
    if (findings.areEnough()) {
      return;
    }
    if (position != head.position()) {
      findings.add(position + 1, Kind.DATABASE_LACKS);
    }
    if (!frontier.equals(head.frontier())) {
      findings.add(head.position(), Kind.ROOT_OF_DATABASE);
    }
    tape.ifPresent(entries -> entries.checkEnd(head));
  }
}
