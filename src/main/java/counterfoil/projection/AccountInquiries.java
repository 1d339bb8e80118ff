package counterfoil.projection;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.HoldKind;
import counterfoil.domain.account.AccountEvent.TransactionReversed;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.Hold;
import counterfoil.domain.account.Interest;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.payload.AccountEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Questions about what can be done with accounts and their postings. As {@link Inquiries} in
 * everything else.
 */
public final class AccountInquiries {
  private static final String SELECT_HOLD =
      """
      SELECT account, id, amount, kind, release_on, reason, posted_on, last_position
      FROM account_hold
      """;

  private final Query query;
  private final EventStore store;
  private final CurrencyUnit currency;

  AccountInquiries(DataSource database, EventStore store, CurrencyUnit currency) {
    this.query = new Query(database);
    this.store = store;
    this.currency = currency;
  }

  /**
   * A hold that is not released.
   *
   * @param placedOn the business date
   * @param position the entry that placed it
   */
  public record HoldLine(AccountNumber account, Hold hold, LocalDate placedOn, long position) {}

  /** The holds of an account, the oldest first. */
  public List<HoldLine> holds(AccountNumber account) {
    return query.list(
        SELECT_HOLD + " WHERE account = ? ORDER BY last_position", this::hold, account.value());
  }

  /** Every hold whose release date has come on a business date, the longest due first. */
  public List<HoldLine> holdsDue(LocalDate date) {
    return query.list(
        SELECT_HOLD + " WHERE release_on <= ? ORDER BY release_on, last_position",
        this::hold,
        date);
  }

  private HoldLine hold(ResultSet row) throws SQLException {
    return new HoldLine(
        new AccountNumber(row.getString("account")),
        new Hold(
            UUID.fromString(row.getString("id")),
            Money.ofMinor(currency, row.getLong("amount")),
            HoldKind.valueOf(row.getString("kind")),
            Optional.ofNullable(row.getObject("release_on", LocalDate.class)),
            row.getString("reason")),
        row.getDate("posted_on").toLocalDate(),
        row.getLong("last_position"));
  }

  /**
   * The ledger balance at the end of each business date on which it changed, up to and including
   * {@code to}; in order. An entry counts for its business date, however late it was recorded.
   */
  public List<Interest.Step> dailyBalances(AccountNumber account, LocalDate to) {
    List<Interest.Step> steps = new ArrayList<>();
    Money balance = Money.zero(currency);
    for (Interest.Step moved : movedByDate(account, to)) {
      balance = balance.plus(moved.balance());
      steps.add(new Interest.Step(moved.date(), balance));
    }
    return List.copyOf(steps);
  }

  private List<Interest.Step> movedByDate(AccountNumber account, LocalDate to) {
    return query.list(
        """
        SELECT posted_on, CAST(SUM(amount) AS BIGINT) FROM journal
        WHERE account = ? AND posted_on <= ? AND amount <> 0
        GROUP BY posted_on ORDER BY posted_on
        """,
        row ->
            new Interest.Step(
                row.getDate(1).toLocalDate(), Money.ofMinor(currency, row.getLong(2))),
        account.value(),
        to);
  }

  /**
   * A posting that may be reversed.
   *
   * @param reversedBy the position of the entry that has reversed it; nothing while none has
   * @param act all entries of the same act in order, itself and those of tills included
   */
  public record Original(
      Entry entry, AccountEvent event, OptionalLong reversedBy, List<Entry> act) {}

  /** The entry of an account at a position; nothing where it is of no account. */
  public Optional<Original> original(long position) {
    return store
        .at(position)
        .filter(Journal::ofAccount)
        .map(entry -> {
          AccountEvent event = Journal.read(entry);
          return new Original(
              entry, event, reversedBy(event.account(), position), new Entries(store).act(entry));
        });
  }

  private OptionalLong reversedBy(AccountNumber account, long position) {
    return query
        .list(
            """
            SELECT position FROM journal WHERE account = ? AND position > ? AND type = ?
            ORDER BY account, position
            """,
            row -> row.getLong(1),
            account.value(),
            position,
            AccountEvents.TRANSACTION_REVERSED)
        .stream()
        .filter(found -> reverses(found, position))
        .mapToLong(Long::longValue)
        .findFirst();
  }

  private boolean reverses(long reversal, long position) {
    return store
        .at(reversal)
        .map(Journal::read)
        .filter(event -> event instanceof TransactionReversed e && e.position() == position)
        .isPresent();
  }
}
