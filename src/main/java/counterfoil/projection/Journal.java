package counterfoil.projection;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.jdbc.ReadModel;
import counterfoil.eventstore.snapshot.Snapshot;
import counterfoil.eventstore.snapshot.Snapshots;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.AccountStates;
import counterfoil.payload.UnknownEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * The read model: folds each entry as it is appended into the account's row, the journal's row with its
 * running balances, and every fifty events a snapshot. One page of rules; the rows are {@link
 * JournalRows}'s.
 */
public final class Journal implements ReadModel {
  private final ZoneId zone;
  private final JournalRows rows;

  /**
   * @param currency the ledger's
   * @param zone where the branch is: imported history, known by its day only, begins there at midnight
   */
  public Journal(CurrencyUnit currency, ZoneId zone) {
    this.zone = zone;
    this.rows = new JournalRows(currency);
  }

  @Override
  public String fingerprint() {
    return JournalTable.VERSION + "+" + AccountStates.FOLD;
  }

  @Override
  public void create(Connection connection) throws SQLException {
    JournalTable.create(connection);
    Snapshots.create(connection);
  }

  @Override
  public void forget() {
    rows.forget();
  }

  @Override
  public void apply(Connection connection, List<Entry> entries) throws SQLException {
    JournalRows.Batch batch = rows.begin(connection);
    List<Snapshot> snapshots = new ArrayList<>();
    for (Entry entry : entries) {
      if (!entry.stream().category().equals(AccountEvents.CATEGORY)) {
        throw new UnknownEvent("an entry of the unknown category " + entry.stream().category());
      }
      AccountEvent event = AccountEvents.decode(entry.type(), entry.payload());
      Held before = batch.held(event.account());
      Held after = before.after(entry, event);
      batch.add(entry, event, before, after, momentOf(entry, batch.lastMoment()));
      if (Snapshot.dueAfter(entry.version())) {
        snapshots.add(
            new Snapshot(
                entry.stream(),
                entry.version(),
                AccountStates.FOLD,
                AccountStates.encode(after.state())));
      }
    }
    batch.write();
    if (!snapshots.isEmpty()) {
      Snapshots.save(connection, snapshots);
    }
  }

  /** When an entry happened; never before the one before it, so that positions follow time. */
  private Instant momentOf(Entry entry, Instant previous) {
    Provenance provenance = entry.provenance();
    boolean imported = provenance.reason().filter(Provenance.IMPORTED::equals).isPresent();
    Instant moment =
        imported
            ? provenance
                .businessDate()
                .atStartOfDay(zone)
                .toInstant()
                .truncatedTo(ChronoUnit.MICROS)
            : entry.recordedAt();
    return moment.isBefore(previous) ? previous : moment;
  }

  /** An account as the writer holds it: its state and what else its row says. */
  record Held(
      AccountState state,
      long version,
      Optional<LocalDate> openedOn,
      Optional<LocalDate> closedOn,
      long lastPosition) {
    static Held nothing() {
      return new Held(new Unopened(), -1, Optional.empty(), Optional.empty(), 0);
    }

    Held after(Entry entry, AccountEvent event) {
      LocalDate day = entry.provenance().businessDate();
      return new Held(
          state.after(event),
          entry.version(),
          event instanceof AccountOpened ? Optional.of(day) : openedOn,
          event instanceof AccountClosed ? Optional.of(day) : closedOn,
          entry.position());
    }

    /** The ledger balance in minor units; zero before the opening and after the end. */
    long ledgerMinor() {
      return switch (state) {
        case Unopened _, Closed _ -> 0;
        case Open open -> open.ledger().getAmountMinorLong();
      };
    }

    long overdraftMinor() {
      return switch (state) {
        case Unopened _, Closed _ -> 0;
        case Open open -> open.overdraftLimit().getAmountMinorLong();
      };
    }

    boolean open() {
      return state instanceof Open;
    }
  }
}
