package counterfoil.projection;

import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillEvent.CashOverShortBooked;
import counterfoil.domain.till.TillEvent.TillClosed;
import counterfoil.domain.till.TillEvent.TillOpened;
import counterfoil.domain.till.TillSession;
import counterfoil.domain.till.TillState;
import counterfoil.domain.till.TillState.Session;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.StreamName;
import counterfoil.payload.TillEvents;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/**
 * The drawers of the branch, the vault among them: one row each with all that it holds and has
 * offered, one for each session, and one for each time that a count and the expected cash differed.
 */
final class TillRegister implements Register {
  private static final RegisterTable TILL =
      new RegisterTable(
          "till",
          """
          name VARCHAR(20),
          session VARCHAR(60) NOT NULL,
          teller VARCHAR(100) NOT NULL,
          total BIGINT NOT NULL,
          version BIGINT NOT NULL,
          state BYTEA NOT NULL\
          """,
          List.of("name"));
  private static final RegisterTable SESSION =
      new RegisterTable(
          "till_session",
          """
          session VARCHAR(60),
          till VARCHAR(20) NOT NULL,
          teller VARCHAR(100) NOT NULL,
          posted_on DATE NOT NULL,
          opened_version BIGINT NOT NULL,
          opened_at BIGINT NOT NULL,
          closed_version BIGINT,
          closed_at BIGINT,
          closed_by VARCHAR(2000) NOT NULL\
          """,
          List.of("session"));
  private static final RegisterTable OVER_SHORT =
      new RegisterTable(
          "over_short",
          """
          position BIGINT,
          till VARCHAR(20) NOT NULL,
          session VARCHAR(60) NOT NULL,
          teller VARCHAR(2000) NOT NULL,
          posted_on DATE NOT NULL,
          difference BIGINT NOT NULL,
          reason VARCHAR(2000) NOT NULL\
          """,
          List.of("position"));

  private final CurrencyUnit currency;
  private final StatesAtHand<TillState, TillEvent> states =
      new StatesAtHand<>(
          TillEvents.KIND, TillEvents.KIND.snapshots().orElseThrow(), TILL.name(), "name");
  private final Map<StreamName, Touched> touched = new LinkedHashMap<>();
  private final Set<StreamName> begun = new LinkedHashSet<>();

  /**
   * @param currency the ledger's
   */
  TillRegister(CurrencyUnit currency) {
    this.currency = currency;
  }

  /** A till that is to be written. */
  private record Touched(Folded<TillState, TillEvent> after, long position) {}

  @Override
  public String category() {
    return TillEvents.CATEGORY;
  }

  @Override
  public List<RegisterTable> tables() {
    return List.of(TILL, SESSION, OVER_SHORT);
  }

  @Override
  public void take(Connection connection, Entry entry) throws SQLException {
    if (entry.version() == 0) {
      begun.add(entry.stream());
    }
    Folded<TillState, TillEvent> after = states.take(connection, entry);
    touched.put(entry.stream(), new Touched(after, entry.position()));
    // Of all that happens at a till only these have rows of their own; the rest is its state.
    switch (entry.type().name()) {
      case TillEvents.TILL_OPENED, TillEvents.CASH_OVER_SHORT_BOOKED, TillEvents.TILL_CLOSED ->
          note(connection, entry, after.state());
      default -> {}
    }
  }

  private static void note(Connection connection, Entry entry, TillState after)
      throws SQLException {
    TillEvent event = TillEvents.KIND.decode(entry.type(), entry.payload());
    if (event instanceof TillOpened e) {
      open(connection, entry, e);
    } else if (event instanceof TillClosed e) {
      close(connection, entry, e);
    } else if (event instanceof CashOverShortBooked e) {
      book(connection, entry, e, after);
    }
  }

  private static void open(Connection connection, Entry entry, TillOpened e) throws SQLException {
    Statements.run(
        connection,
        """
        INSERT INTO till_session (session, till, teller, posted_on, opened_version, opened_at,
          closed_by, last_position) VALUES (?,?,?,?,?,?,'',?)
        """,
        e.session().toString(),
        e.till().value(),
        e.teller(),
        entry.provenance().businessDate(),
        entry.version(),
        JournalRow.micros(entry.recordedAt()),
        entry.position());
  }

  private static void close(Connection connection, Entry entry, TillClosed e) throws SQLException {
    Statements.run(
        connection,
        """
        UPDATE till_session SET closed_version = ?, closed_at = ?, closed_by = ?, last_position = ?
        WHERE session = ?
        """,
        entry.version(),
        JournalRow.micros(entry.recordedAt()),
        entry.provenance().actor(),
        entry.position(),
        e.session().toString());
  }

  private static void book(
      Connection connection, Entry entry, CashOverShortBooked e, TillState after)
      throws SQLException {
    Statements.run(
        connection,
        """
        INSERT INTO over_short (position, till, session, teller, posted_on, difference, reason,
          last_position) VALUES (?,?,?,?,?,?,?,?)
        """,
        entry.position(),
        e.till().value(),
        e.session().map(TillSession::toString).orElse(""),
        after.session().map(Session::teller).orElse(entry.provenance().actor()),
        entry.provenance().businessDate(),
        e.difference().getAmountMinorLong(),
        e.reason(),
        entry.position());
  }

  /** A till is written once for all entries of a transaction. */
  @Override
  public void write(Connection connection) throws SQLException {
    if (touched.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO till (session, teller, total, version, state, last_position, name)
                VALUES (?,?,?,?,?,?,?)
                """);
        PreparedStatement update =
            connection.prepareStatement(
                """
                UPDATE till SET session = ?, teller = ?, total = ?, version = ?, state = ?,
                  last_position = ? WHERE name = ?
                """)) {
      for (Map.Entry<StreamName, Touched> till : touched.entrySet()) {
        PreparedStatement statement = begun.contains(till.getKey()) ? insert : update;
        bind(statement, till.getKey(), till.getValue());
        statement.executeUpdate();
      }
    }
    states.writeSnapshots(connection);
    touched.clear();
    begun.clear();
  }

  private void bind(PreparedStatement statement, StreamName till, Touched now) throws SQLException {
    TillState state = now.after().state();
    statement.setString(1, state.session().map(s -> s.id().toString()).orElse(""));
    statement.setString(2, state.session().map(Session::teller).orElse(""));
    statement.setObject(3, state.drawer(currency).total().getAmountMinorLong(), Types.BIGINT);
    statement.setLong(4, now.after().version());
    statement.setBytes(5, states.written(now.after()));
    statement.setLong(6, now.position());
    statement.setString(7, till.subject());
  }

  @Override
  public void forget() {
    states.forget();
    touched.clear();
    begun.clear();
  }
}
