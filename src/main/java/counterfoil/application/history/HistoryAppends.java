package counterfoil.application.history;

import counterfoil.application.Actor;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.Provenance;
import counterfoil.payload.AccountEvents;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;

/** Makes of each row the append that records it. */
final class HistoryAppends {
  private final RowIdentity identity;
  private final Charter charter;
  private final Actor actor;

  HistoryAppends(RowIdentity identity, Charter charter, Actor actor) {
    this.identity = identity;
    this.charter = charter;
    this.actor = actor;
  }

  Append of(HistoryRow row) {
    return switch (row) {
      case AccountRow opening -> opening(opening);
      case TransactionRow posting -> posting(posting);
    };
  }

  private Append opening(AccountRow row) {
    var events = new ArrayList<NewEvent>(2);
    var zero = Money.zero(row.overdraftLimit().getCurrencyUnit());
    var details = new Details(row.holderReference(), row.branch());
    events.add(
        AccountEvents.encode(
            new AccountOpened(row.number(), row.holder(), row.product(), zero, details)));
    if (!row.overdraftLimit().isZero()) {
      events.add(
          AccountEvents.encode(
              new OverdraftLimitSet(row.number(), row.overdraftLimit(), Details.NONE)));
    }
    return append(
        row,
        row.openedOn(),
        new Append.Write(AccountEvents.stream(row.number()), ExpectedVersion.noStream(), events));
  }

  private Append posting(TransactionRow row) {
    return append(
        row,
        row.postedOn(),
        new Append.Write(
            AccountEvents.stream(row.number()),
            ExpectedVersion.exactly(row.version() - 1),
            List.of(AccountEvents.encode(row.event()))));
  }

  private Append append(HistoryRow row, LocalDate businessDate, Append.Write write) {
    UUID commandId = identity.commandId(row);
    var provenance =
        new Provenance(
            actor.name(),
            actor.role(),
            charter.branch(),
            actor.workstation(),
            Optional.empty(),
            businessDate,
            Optional.empty(),
            commandId,
            Optional.empty(),
            Optional.of(Provenance.IMPORTED),
            Optional.empty());
    return new Append(commandId, identity.digest(row), provenance, List.of(write), List.of());
  }
}
