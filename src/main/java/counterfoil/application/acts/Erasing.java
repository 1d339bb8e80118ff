package counterfoil.application.acts;

import counterfoil.application.Order;
import counterfoil.application.OrderRefusal.ErasureAccountOpen;
import counterfoil.application.OrderRefusal.ErasureOvertaken;
import counterfoil.application.OrderRefusal.ErasurePending;
import counterfoil.application.OrderRefusal.ErasureTooLarge;
import counterfoil.application.acts.Plan.Ready;
import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.application.dispatch.Standing;
import counterfoil.application.dispatch.Subject;
import counterfoil.domain.Decision;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.customer.CustomerDecider;
import counterfoil.domain.customer.CustomerEvent;
import counterfoil.domain.customer.CustomerEvent.CustomerErased;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.customer.CustomerState;
import counterfoil.domain.customer.CustomerState.Known;
import counterfoil.domain.customer.ErasedEntry;
import counterfoil.domain.staff.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says which entries a customer's personal data is taken out of. */
public final class Erasing extends PlannedAct {
  /**
   * Everything that names a customer, as it was gathered.
   *
   * @param version the last one of the customer's stream
   * @param accounts those the customer holds or has ever held, with the last versions of their
   *     streams
   * @param pending how many acts that name the customer wait for somebody's approval
   * @param entries in the order of positions; no more than one above what one erasure can name
   */
  public record Dossier(
      long version, Map<AccountNumber, Long> accounts, int pending, List<ErasedEntry> entries) {
    public Dossier {
      accounts = Map.copyOf(accounts);
      entries = List.copyOf(entries);
    }
  }

  private final Order.EraseCustomer order;
  private final Dossier dossier;
  private final Subject<CustomerState, CustomerEvent> customer;

  public Erasing(Scene scene, Order.EraseCustomer order, Dossier dossier) {
    super(scene);
    this.order = order;
    this.dossier = dossier;
    this.customer = Subjects.customer(order.number());
  }

  @Override
  List<Concern> own() {
    List<Concern> own = new ArrayList<>();
    own.add(Concern.writes(customer));
    dossier.accounts().keySet().stream()
        .sorted()
        .map(Subjects::account)
        .map(Concern::reads)
        .forEach(own::add);
    return own;
  }

  @Override
  Plan plan(Footing footing) {
    Standing standing = footing.standing();
    Optional<Refusal> refusal = footing.refuse(Permission.ERASE_CUSTOMERS);
    if (refusal.isEmpty() && standing.of(customer) instanceof Known) {
      refusal = refuse(standing);
    }
    if (refusal.isPresent()) {
      return new Plan.Refused(refusal.get());
    }
    var decision =
        CustomerDecider.erase(
            standing.of(customer), order.number(), order.reason(), dossier.entries());
    return switch (decision) {
      case Decision.Refused<CustomerEvent>(var no) -> new Plan.Refused(no);
      case Decision.Accepted<CustomerEvent>(var events) ->
          Ready.of(Permission.ERASE_CUSTOMERS, new Change<>(customer, events));
    };
  }

  private Optional<Refusal> refuse(Standing standing) {
    CustomerNumber number = order.number();
    if (dossier.pending() > 0) {
      return Optional.of(new ErasurePending(number, dossier.pending()));
    }
    Optional<AccountNumber> open =
        dossier.accounts().keySet().stream()
            .sorted()
            .filter(account -> !(standing.of(Subjects.account(account)) instanceof Closed))
            .findFirst();
    if (open.isPresent()) {
      return Optional.of(new ErasureAccountOpen(number, open.get()));
    }
    if (dossier.entries().size() > CustomerErased.MAX_ENTRIES) {
      return Optional.of(new ErasureTooLarge(number, CustomerErased.MAX_ENTRIES));
    }
    boolean moved =
        standing.version(customer) != dossier.version()
            || dossier.accounts().entrySet().stream()
                .anyMatch(account ->
                    standing.version(Subjects.account(account.getKey())) != account.getValue());
    return moved ? Optional.of(new ErasureOvertaken(number)) : Optional.empty();
  }
}
