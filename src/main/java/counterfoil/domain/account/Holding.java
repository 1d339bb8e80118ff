package counterfoil.domain.account;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.Decision.refused;
import static counterfoil.domain.account.Checks.exact;
import static counterfoil.domain.account.Checks.firstOf;
import static counterfoil.domain.account.Checks.refuseDetails;
import static counterfoil.domain.account.Checks.refuseWhen;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.RemoveHolder;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.HolderAdded;
import counterfoil.domain.account.AccountEvent.HolderRemoved;
import counterfoil.domain.account.AccountEvent.MinimumBalanceSet;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountRefusal.AccountExists;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.account.HolderRefusal.HolderAlready;
import counterfoil.domain.account.HolderRefusal.LastHolder;
import counterfoil.domain.account.HolderRefusal.NotAHolder;
import counterfoil.domain.account.HolderRefusal.TooManyHolders;
import counterfoil.domain.customer.CustomerNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Whose an account is, from its opening on. */
final class Holding {
  static final int MOST_HOLDERS = 20;

  private Holding() {}

  static Decision<AccountEvent> open(AccountState state, OpenAccount c, Circumstances now) {
    return switch (state) {
      case Open _, Closed _ -> refused(new AccountExists(c.account()));
      case Unopened _ ->
          firstOf(
                  () -> Limits.refuseName("holder_name", c.holder(), Limits.MAX_HOLDER_LENGTH),
                  () -> Limits.refuseName("product", c.product(), Limits.MAX_PRODUCT_LENGTH),
                  () -> Limits.refuseZeroOrMore(c.openingDeposit(), now.currency()),
                  () -> refuseLimit(c.terms().minimumBalance(), now.currency()),
                  () -> refuseLimit(c.terms().overdraftLimit(), now.currency()),
                  () -> refuseHolders(c.account(), c.holders()),
                  () -> refuseDetails(c.details()))
              .orElseGet(() -> new Decision.Accepted<>(opening(c)));
    };
  }

  private static List<AccountEvent> opening(OpenAccount c) {
    List<AccountEvent> events = new ArrayList<>();
    events.add(
        new AccountOpened(
            c.account(),
            c.holder(),
            c.product(),
            exact(c.openingDeposit()),
            c.holders(),
            c.details()));
    c.terms()
        .minimumBalance()
        .filter(BigMoney::isPositive)
        .ifPresent(
            amount -> events.add(new MinimumBalanceSet(c.account(), exact(amount), c.details())));
    c.terms()
        .overdraftLimit()
        .filter(BigMoney::isPositive)
        .ifPresent(
            limit -> events.add(new OverdraftLimitSet(c.account(), exact(limit), c.details())));
    return events;
  }

  private static Optional<Refusal> refuseLimit(Optional<BigMoney> limit, CurrencyUnit currency) {
    return limit.flatMap(given -> Limits.refuseZeroOrMore(given, currency));
  }

  private static Optional<Refusal> refuseHolders(
      AccountNumber account, List<CustomerNumber> holders) {
    Set<CustomerNumber> met = new HashSet<>();
    return holders.stream()
        .filter(holder -> !met.add(holder))
        .findFirst()
        .<Refusal>map(twice -> new HolderAlready(account, twice))
        .or(() ->
            refuseWhen(
                holders.size() > MOST_HOLDERS, () -> new TooManyHolders(account, MOST_HOLDERS)));
  }

  static Decision<AccountEvent> addHolder(Open open, AddHolder c) {
    return firstOf(
            () ->
                refuseWhen(
                    open.holders().contains(c.holder()),
                    () -> new HolderAlready(open.number(), c.holder())),
            () ->
                refuseWhen(
                    open.holders().size() >= MOST_HOLDERS,
                    () -> new TooManyHolders(open.number(), MOST_HOLDERS)),
            () -> refuseDetails(c.details()))
        .orElseGet(() -> accepted(new HolderAdded(open.number(), c.holder(), c.details())));
  }

  /** Where the main holder goes, the next one takes the place. */
  static Decision<AccountEvent> removeHolder(Open open, RemoveHolder c) {
    return firstOf(
            () ->
                refuseWhen(
                    !open.holders().contains(c.holder()),
                    () -> new NotAHolder(open.number(), c.holder())),
            () ->
                refuseWhen(
                    open.holders().size() == 1, () -> new LastHolder(open.number(), c.holder())),
            () -> refuseDetails(c.details()))
        .orElseGet(() -> accepted(new HolderRemoved(open.number(), c.holder(), c.details())));
  }
}
