package counterfoil.application.acts;

import counterfoil.application.Order.Serve;
import counterfoil.application.dispatch.Act;
import counterfoil.application.dispatch.Concern;
import counterfoil.application.dispatch.Ruling;
import counterfoil.application.dispatch.Standing;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.Circumstances;
import counterfoil.eventstore.Provenance;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Serves a customer in a ledger that has no staff: by the rules of the accounts alone. */
public record ServeUnstaffed(Serve order, CurrencyUnit currency, Provenance provenance)
    implements Act {
  @Override
  public List<Concern> concerns() {
    return order.commands().stream()
        .flatMap(command -> Accounts.of(command).stream())
        .distinct()
        .map(number -> Concern.writes(Accounts.subject(number)))
        .toList();
  }

  @Override
  public Ruling decide(Standing standing) {
    var accounts = new Accounts(Circumstances.of(currency, provenance.businessDate()), standing);
    for (AccountCommand command : order.commands()) {
      Optional<Refusal> refusal = accounts.obey(command);
      if (refusal.isPresent()) {
        return new Ruling.Declined(refusal.get());
      }
    }
    return new Ruling.Records(accounts.changes(), provenance);
  }
}
