package counterfoil.application;

import counterfoil.application.Order.Serve;
import counterfoil.domain.Decision;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OfTwoAccounts;
import counterfoil.domain.account.AccountDecider;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.Circumstances;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffEvent.Cause;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Somebody at a ledger that has no staff: nobody signs in there, and no till takes part. */
final class UnstaffedSession implements Session {
  private final Actor actor;
  private final Counter counter;
  private final Function<AccountNumber, AccountState> accounts;
  private final Supplier<Circumstances> now;

  UnstaffedSession(
      Actor actor,
      Counter counter,
      Function<AccountNumber, AccountState> accounts,
      Supplier<Circumstances> now) {
    this.actor = actor;
    this.counter = counter;
    this.accounts = accounts;
    this.now = now;
  }

  @Override
  public Actor actor() {
    return actor;
  }

  @Override
  public String fullName() {
    return actor.name();
  }

  @Override
  public Set<Role> roles() {
    return Set.of();
  }

  @Override
  public boolean may(Permission permission) {
    return permission == Permission.SERVE_CUSTOMERS;
  }

  @Override
  public CompletableFuture<Outcome> submit(Posting posting) {
    return counter.submit(posting, actor);
  }

  @Override
  public Rehearsal rehearse(Order order) {
    if (!(order instanceof Serve(var commands, _))) {
      throw new IllegalArgumentException("a ledger without staff knows accounts only");
    }
    Map<AccountNumber, AccountState> states = new HashMap<>();
    for (AccountCommand command : commands) {
      switch (decide(command, states)) {
        case Decision.Refused<AccountEvent>(Refusal refusal) -> {
          return new Rehearsal.Impossible(refusal);
        }
        case Decision.Accepted<AccountEvent>(var events) ->
            events.forEach(
                event -> states.compute(event.account(), (_, before) -> before.after(event)));
      }
    }
    return new Rehearsal.Possible(
        states, Optional.empty(), Optional.empty(), Optional.empty(), false, Set.of(), "");
  }

  private Decision<AccountEvent> decide(
      AccountCommand command, Map<AccountNumber, AccountState> states) {
    Function<AccountNumber, AccountState> state = n -> states.computeIfAbsent(n, accounts);
    return switch (command) {
      case OfTwoAccounts c ->
          AccountDecider.decide(state.apply(c.from()), state.apply(c.to()), c, now.get());
      case OfOneAccount c -> AccountDecider.decide(state.apply(c.account()), c, now.get());
    };
  }

  @Override
  public CompletableFuture<Outcome> submitApproved(
      Posting posting, String approver, char[] password) {
    throw new IllegalStateException("a ledger without staff asks for no approval");
  }

  @Override
  public CompletableFuture<Outcome> requestApproval(Posting posting) {
    throw new IllegalStateException("a ledger without staff asks for no approval");
  }

  @Override
  public void lock(Cause cause) {
    throw new IllegalStateException("nobody has signed in who could unlock it again");
  }

  @Override
  public Optional<Refusal> unlock(char[] password) {
    return Optional.empty();
  }

  @Override
  public boolean locked() {
    return false;
  }

  @Override
  public void signOut() {}
}
