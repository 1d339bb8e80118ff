package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.customer.CustomerState;
import counterfoil.domain.customer.CustomerState.Erased;
import counterfoil.domain.customer.CustomerState.Known;
import counterfoil.domain.customer.CustomerState.Unknown;
import counterfoil.payload.CustomerEvents;
import java.time.LocalDate;
import java.util.Optional;

/** What an open ledger says of its branch. */
record LedgerFacts(Ledger ledger) implements BranchFacts {
  @Override
  public Denominations denominations() {
    return ledger.settings().denominations(ledger.currency());
  }

  @Override
  public Optional<CustomerDetails> customer(CustomerNumber number) {
    CustomerState state =
        ledger.streams().load(CustomerEvents.stream(number), CustomerEvents.KIND).state();
    return switch (state) {
      case Unknown _ -> Optional.empty();
      case Erased _ -> Optional.of(CustomerDetails.ERASED);
      case Known known -> Optional.of(known.details());
    };
  }

  @Override
  public LocalDate today() {
    return ledger.today();
  }
}
