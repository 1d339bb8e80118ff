package counterfoil.projection;

import counterfoil.domain.till.Offer;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillSession;
import counterfoil.domain.till.TillState;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.payload.StateForm;
import counterfoil.payload.TillEvents;
import counterfoil.projection.SessionLine.Closing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Questions about tills, the vault, and their sessions. As {@link Inquiries} in everything else.
 */
public final class TillInquiries {
  private static final StateForm<TillState> FORM = TillEvents.KIND.snapshots().orElseThrow();

  /** So many entries at most belong to a closing, itself included. */
  private static final int MOST_AFTER = 10;

  private static final String SELECT_SESSION =
      "SELECT session, teller, opened_at, closed_at, closed_by FROM till_session";

  private final Query query;
  private final EventStore store;
  private final StreamLoader loader;
  private final CurrencyUnit currency;

  TillInquiries(DataSource database, EventStore store, CurrencyUnit currency) {
    this.query = new Query(database);
    this.store = store;
    this.loader = new StreamLoader(store, database);
    this.currency = currency;
  }

  /** Every till that was ever used, and the vault if it was, as they are now; by their names. */
  public List<TillLine> tills() {
    return query.list("SELECT name, version, state FROM till ORDER BY name", TillInquiries::till);
  }

  /** The till as it is now; nothing if it was never used. */
  public Optional<TillLine> till(TillId till) {
    return query.first(
        "SELECT name, version, state FROM till WHERE name = ?", TillInquiries::till, till.value());
  }

  private static TillLine till(ResultSet row) throws SQLException {
    return new TillLine(new TillId(row.getString(1)), FORM.decode(row.getBytes(3)), row.getLong(2));
  }

  /** Every till that is used now, as of a position; those that were not used then are left out. */
  public List<TillLine> tills(long position) {
    return tills().stream()
        .map(now -> till(now.till(), position))
        .filter(then -> then.version() >= 0)
        .toList();
  }

  /** The till as of a position, unused before its first event. */
  public TillLine till(TillId till, long position) {
    var then = loader.loadAsOf(TillEvents.stream(till), TillEvents.KIND, position);
    return new TillLine(till, then.state(), then.version());
  }

  /** The next entry of a till after a position; the last before it if {@code back}. */
  public Optional<Long> changeOf(TillId till, long position, boolean back) {
    long version = till(till, back ? position - 1 : position).version();
    long wanted = back ? version : version + 1;
    return wanted < 0
        ? Optional.empty()
        : store.load(TillEvents.stream(till), wanted, 1).stream().map(Entry::position).findFirst();
  }

  /** The till at which somebody serves now; nothing if they have none open. */
  public Optional<TillLine> tillOf(String teller) {
    return query.first(
        "SELECT name, version, state FROM till WHERE session <> '' AND teller = ?",
        TillInquiries::till,
        teller);
  }

  /** What others have offered a till, and it has neither accepted nor declined. */
  public List<Offer> offersTo(TillId till) {
    return tills().stream()
        .flatMap(giver -> giver.state().offers().values().stream())
        .filter(offer -> offer.to().equals(till))
        .toList();
  }

  /** Every offer that is neither accepted nor declined. */
  public List<Offer> offers() {
    return tills().stream().flatMap(giver -> giver.state().offers().values().stream()).toList();
  }

  /** The sessions of a business date, in the order of their opening. */
  public List<SessionLine> sessions(LocalDate date) {
    return query.list(
        SELECT_SESSION + " WHERE posted_on = ? ORDER BY opened_at, session",
        TillInquiries::session,
        date);
  }

  public Optional<SessionLine> session(TillSession session) {
    return query.first(
        SELECT_SESSION + " WHERE session = ?", TillInquiries::session, session.toString());
  }

  private static SessionLine session(ResultSet row) throws SQLException {
    long closedAt = row.getLong("closed_at");
    Optional<Closing> closing =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(new Closing(row.getString("closed_by"), JournalRow.instant(closedAt)));
    return new SessionLine(
        TillSession.parse(row.getString("session")).orElseThrow(),
        row.getString("teller"),
        JournalRow.instant(row.getLong("opened_at")),
        closing);
  }

  /**
   * All that happened in a session, from its opening on, with the drawer after each; what the act
   * of its closing did afterwards is in it. Empty if there is no such session.
   */
  public List<TillMovement> movements(TillSession session) {
    record Versions(long opened, long closed) {}
    return query
        .first(
            "SELECT opened_version, COALESCE(closed_version, -1) FROM till_session"
                + " WHERE session = ?",
            row -> new Versions(row.getLong(1), row.getLong(2)),
            session.toString())
        .map(versions -> movements(session.till(), versions.opened(), versions.closed()))
        .orElse(List.of());
  }

  private List<TillMovement> movements(TillId till, long opened, long closed) {
    var stream = TillEvents.stream(till);
    TillState state = loader.loadAt(stream, TillEvents.KIND, opened - 1).state();
    List<TillMovement> movements = new ArrayList<>();
    Optional<Entry> closing = Optional.empty();
    int most = closed < 0 ? Integer.MAX_VALUE : Math.toIntExact(closed - opened) + MOST_AFTER;
    for (Entry entry : store.load(stream, opened, most)) {
      boolean after = closing.filter(end -> !end.commandId().equals(entry.commandId())).isPresent();
      if (after) {
        break;
      }
      TillEvent event = TillEvents.KIND.decode(entry.type(), entry.payload());
      state = TillEvents.KIND.after(state, event);
      movements.add(new TillMovement(entry, event, state.drawer(currency), state));
      if (entry.version() == closed) {
        closing = Optional.of(entry);
      }
    }
    return List.copyOf(movements);
  }

  /** Every count that was not what was expected, on business dates from one to another. */
  public List<OverShortLine> overShort(LocalDate from, LocalDate to) {
    return query.list(
        """
        SELECT position, till, session, teller, posted_on, difference, reason FROM over_short
        WHERE posted_on BETWEEN ? AND ? ORDER BY position
        """,
        this::overShort,
        from,
        to);
  }

  private OverShortLine overShort(ResultSet row) throws SQLException {
    return new OverShortLine(
        row.getLong("position"),
        new TillId(row.getString("till")),
        TillSession.parse(row.getString("session")),
        row.getString("teller"),
        row.getDate("posted_on").toLocalDate(),
        Money.ofMinor(currency, row.getLong("difference")),
        row.getString("reason"));
  }
}
