package counterfoil.application.acts;

import counterfoil.application.OrderRefusal.HolderDeceased;
import counterfoil.application.OrderRefusal.HolderNotFound;
import counterfoil.application.dispatch.Concern;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.customer.CustomerCommand;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.customer.CustomerState;
import counterfoil.domain.customer.CustomerState.Known;
import counterfoil.domain.staff.Permission;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the customers behind the accounts have to do with an act. */
final class Holders {
  private Holders() {}

  /** The customers that the act depends on and that are not looked at yet. */
  static List<Concern> missing(Footing footing, List<AccountCommand> commands) {
    return commands.stream()
        .flatMap(command -> Stream.concat(named(command), holders(footing, command)))
        .distinct()
        .map(Subjects::customer)
        .filter(subject -> !footing.standing().covers(subject))
        .<Concern>map(Concern::reads)
        .toList();
  }

  private static Stream<CustomerNumber> named(AccountCommand command) {
    return switch (command) {
      case OpenAccount c -> c.holders().stream();
      case AddHolder c -> Stream.of(c.holder());
      default -> Stream.empty();
    };
  }

  private static Stream<CustomerNumber> holders(Footing footing, AccountCommand command) {
    return Accounts.of(command).stream()
        .map(number -> footing.standing().of(Subjects.account(number)))
        .flatMap(state -> of(state).stream());
  }

  private static List<CustomerNumber> of(AccountState state) {
    return switch (state) {
      case Open open -> open.holders();
      case Unopened _, Closed _ -> List.of();
    };
  }

  /** Nothing leaves the account of somebody who has died; nobody unknown comes to hold one. */
  static Optional<Refusal> refuse(Footing footing, Accounts accounts, AccountCommand command) {
    return named(command)
        .filter(number -> details(footing, number).isEmpty())
        .<Refusal>map(HolderNotFound::new)
        .findFirst()
        .or(() -> paying(command).flatMap(number -> deceased(footing, accounts, number)));
  }

  private static Optional<Refusal> deceased(
      Footing footing, Accounts accounts, AccountNumber number) {
    return of(accounts.state(number)).stream()
        .filter(holder -> flagged(footing, holder, Flag.DECEASED))
        .<Refusal>map(holder -> new HolderDeceased(number, holder))
        .findFirst();
  }

  /** Why the customers' circumstances ask for a second person. */
  static Set<Condition> conditions(Footing footing, Accounts accounts, AccountCommand command) {
    Set<Condition> conditions = EnumSet.noneOf(Condition.class);
    paying(command)
        .ifPresent(number -> {
          for (CustomerNumber holder : of(accounts.before(number))) {
            if (flagged(footing, holder, Flag.DORMANT)) {
              conditions.add(Condition.DORMANT);
            }
            if (details(footing, holder)
                .filter(details -> details.isMinorOn(footing.businessDate()))
                .isPresent()) {
              conditions.add(Condition.MINOR);
            }
          }
        });
    return conditions;
  }

  /** The account that money leaves at the customer's word. */
  private static Optional<AccountNumber> paying(AccountCommand command) {
    return switch (command) {
      case Withdraw c -> Optional.of(c.account());
      case Transfer c -> Optional.of(c.from());
      case CloseAccount c -> Optional.of(c.account());
      case CloseInto c -> Optional.of(c.from());
      default -> Optional.empty();
    };
  }

  /**
   * What guards a customer's money is taken away by a head teller only: that they have died, are
   * dormant, or are not of age.
   */
  static Optional<Refusal> refuseRelief(Footing footing, CustomerCommand command) {
    if (!(command instanceof ChangeCustomerDetails change)) {
      return Optional.empty();
    }
    LocalDate today = footing.businessDate();
    boolean relieved =
        details(footing, change.number())
            .filter(before ->
                !change.details().flags().containsAll(before.flags())
                    || (before.isMinorOn(today) && !change.details().isMinorOn(today)))
            .isPresent();
    return relieved ? footing.refuse(Permission.SET_ACCOUNT_TERMS) : Optional.empty();
  }

  private static boolean flagged(Footing footing, CustomerNumber number, Flag flag) {
    return details(footing, number).filter(details -> details.flags().contains(flag)).isPresent();
  }

  private static Optional<CustomerDetails> details(Footing footing, CustomerNumber number) {
    CustomerState state = footing.standing().of(Subjects.customer(number));
    return state instanceof Known known ? Optional.of(known.details()) : Optional.empty();
  }
}
