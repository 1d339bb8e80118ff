package counterfoil.scale;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.Provenance;
import counterfoil.payload.AccountEvents;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Deposits to an account of its own, and knows its version. */
final class Client {
  private final Function<Append, Appended> appends;
  private final AccountNumber account;
  private long version = ExpectedVersion.NONE;

  Client(EventStore store) {
    this(store::append);
  }

  /**
   * @param appends records, and waits for it
   */
  Client(Function<Append, Appended> appends) {
    this.appends = appends;
    this.account = new AccountNumber("9" + UUID.randomUUID().toString().substring(0, 18));
    append(new AccountOpened(account, "Holder", "current", euros(0), Details.NONE));
  }

  Entry deposit() {
    return append(
        new MoneyDeposited(account, euros(100), Means.CASH, new Details("TX-1", "Takings")));
  }

  private Entry append(AccountEvent event) {
    UUID id = UUID.randomUUID();
    NewEvent encoded = AccountEvents.encode(event);
    Append append =
        new Append(
            id,
            new byte[32],
            new Provenance(
                "amara",
                "teller",
                "Bench",
                "WS-02",
                Optional.empty(),
                LocalDate.EPOCH,
                Optional.empty(),
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            List.of(
                new Append.Write(
                    AccountEvents.stream(account),
                    ExpectedVersion.exactly(version),
                    List.of(encoded))),
            List.of());
    Entry entry = appends.apply(append).entries().getFirst();
    version = entry.version();
    return entry;
  }

  private static Money euros(long minor) {
    return Money.ofMinor(CurrencyUnit.EUR, minor);
  }
}
