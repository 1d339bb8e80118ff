package counterfoil.application.acts;

import counterfoil.application.Order.Serve;
import counterfoil.application.OrderRefusal.CashWithoutTill;
import counterfoil.application.OrderRefusal.EntryNotFound;
import counterfoil.application.OrderRefusal.SignInNeeded;
import counterfoil.application.acts.Plan.Effects;
import counterfoil.application.acts.Plan.Ready;
import counterfoil.application.dispatch.Act;
import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.application.dispatch.Ruling;
import counterfoil.application.dispatch.Standing;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.Reverse;
import counterfoil.domain.account.Circumstances;
import counterfoil.domain.staff.Permission;
import counterfoil.eventstore.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * Serves a customer in a ledger that has no staff: by the rules of the accounts alone. From the
 * moment that the first member of staff is added, it is refused.
 */
public record ServeUnstaffed(Serve order, CurrencyUnit currency, Provenance provenance)
    implements Act {
  @Override
  public List<Concern> concerns() {
    List<Concern> concerns =
        new ArrayList<>(
            order.commands().stream()
                .flatMap(command -> Accounts.of(command).stream())
                .distinct()
                .map(number -> Concern.writes(Subjects.account(number)))
                .toList());
    concerns.addAll(Cheques.concerns(order.commands()));
    concerns.add(Concern.reads(Subjects.SETTINGS));
    return concerns;
  }

  @Override
  public Ruling decide(Standing standing) {
    return switch (plan(standing)) {
      case Plan.Refused(var refusal) -> new Ruling.Declined(refusal);
      case Plan.Also(var more) -> new Ruling.Also(more);
      case Ready ready -> new Ruling.Records(ready.changes(), provenance);
    };
  }

  public Plan plan(Standing standing) {
    if (standing.of(Subjects.SETTINGS).signInRequired()) {
      return new Plan.Refused(new SignInNeeded());
    }
    if (order.cash().received().isPresent() || order.cash().given().isPresent()) {
      return new Plan.Refused(new CashWithoutTill());
    }
    var accounts = new Accounts(Circumstances.of(currency, provenance.businessDate()), standing);
    var cheques = new Cheques(standing, provenance.businessDate());
    for (AccountCommand command : order.commands()) {
      // Only a reversal of the whole act, by a member of staff, knows what it takes back.
      Optional<Refusal> refusal =
          command instanceof Reverse reverse
              ? Optional.of(new EntryNotFound(reverse.position()))
              : accounts.obey(command).or(() -> cheques.take(command));
      if (refusal.isPresent()) {
        return new Plan.Refused(refusal.get());
      }
    }
    List<Change<?, ?>> changes = new ArrayList<>(accounts.changes());
    changes.addAll(cheques.changes());
    return Ready.of(Permission.SERVE_CUSTOMERS, changes)
        .showing(Effects.NONE.with(accounts.states()));
  }
}
