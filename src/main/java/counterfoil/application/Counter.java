package counterfoil.application;

import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome.ChangedMeanwhile;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.application.acts.ServeUnstaffed;
import counterfoil.application.dispatch.Assignment;
import counterfoil.application.dispatch.Dispatcher;
import counterfoil.application.dispatch.Result;
import counterfoil.application.dispatch.Ruling;
import counterfoil.application.dispatch.Standing;
import counterfoil.application.dispatch.Subject;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.RemoveHolder;
import counterfoil.domain.account.AccountCommand.Reverse;
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.VersionConflict;
import counterfoil.payload.AccountEvents;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Posts commands to the accounts of a ledger that has no staff: nobody signs in there. */
public final class Counter {
  private final Dispatcher dispatcher;
  private final Inquiries inquiries;
  private final CurrencyUnit currency;
  private final String branch;
  private final Supplier<LocalDate> businessDate;

  Counter(
      Dispatcher dispatcher,
      Inquiries inquiries,
      CurrencyUnit currency,
      String branch,
      Supplier<LocalDate> businessDate) {
    this.dispatcher = dispatcher;
    this.inquiries = inquiries;
    this.currency = currency;
    this.branch = branch;
    this.businessDate = businessDate;
  }

  /**
   * Carries a posting out; returns without waiting for the disk. Postings handed over by one thread
   * to one account take effect in that order. The future ends as {@link Dispatcher#submit} says.
   */
  public CompletableFuture<Outcome> submit(Posting posting, Actor actor) {
    UUID id = posting.commandId();
    if (!(posting.order() instanceof Serve serve)) {
      throw new IllegalArgumentException("a ledger without staff knows accounts only");
    }
    var act = new ServeUnstaffed(serve, currency, provenance(id, actor));
    OptionalLong seen = surprising(serve) ? posting.seenVersion() : OptionalLong.empty();
    byte[] digest = CommandDigest.of(serve.commands().getFirst());
    return dispatcher
        .submit(new Assignment(id, digest, act, seen))
        .thenCompose(result -> outcome(id, result));
  }

  /** As {@link #submit}, waiting. */
  public Outcome post(Posting posting, Actor actor) {
    return EventStoreException.await(submit(posting, actor));
  }

  /** Whether it could matter to a person that the account has changed since they looked at it. */
  private static boolean surprising(Serve order) {
    return order.commands().stream().anyMatch(Counter::surprising);
  }

  private static boolean surprising(AccountCommand command) {
    return switch (command) {
      case OpenAccount _, Deposit _, DepositCheque _, CreditInterest _ -> false;
      case Withdraw _,
          Transfer _,
          ChargeFee _,
          SetOverdraftLimit _,
          SetMinimumBalance _,
          PlaceHold _,
          ReleaseHold _,
          Freeze _,
          Unfreeze _,
          AddHolder _,
          RemoveHolder _,
          Reverse _,
          CloseAccount _,
          CloseInto _ ->
          true;
    };
  }

  private Provenance provenance(UUID commandId, Actor actor) {
    return new Provenance(
        actor.name(),
        actor.role(),
        branch,
        actor.workstation(),
        Optional.empty(),
        businessDate.get(),
        Optional.empty(),
        commandId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Comes on the store's thread, which must not wait: whatever reads goes to one of its own. */
  private CompletableFuture<Outcome> outcome(UUID id, Result result) {
    return switch (result) {
      case Result.Done(var appended, var after) ->
          CompletableFuture.completedFuture(posted(appended, after));
      case Result.DoneBefore(var appended) -> aside(() -> postedBefore(appended));
      case Result.Moved(var subject, var version, var seen) ->
          aside(() -> changedMeanwhile(id, subject, version - seen));
      case Result.Unrecorded(Ruling.Declined(var refusal)) ->
          CompletableFuture.completedFuture(new Refused(id, refusal));
      case Result.Unrecorded(var ruling) -> throw new IllegalStateException(ruling.toString());
    };
  }

  private static <T> CompletableFuture<T> aside(Supplier<T> reading) {
    return CompletableFuture.supplyAsync(reading, Thread::startVirtualThread);
  }

  private Outcome posted(Appended appended, Standing after) {
    Entry first = appended.entries().getFirst();
    AccountNumber number = new AccountNumber(first.stream().subject());
    Money balance =
        switch (after.of(Subject.of(AccountEvents.KIND, number.value()))) {
          case Open open -> open.ledger();
          case Unopened _, Closed _ -> Money.zero(currency);
        };
    return new Posted(
        first.commandId(), first.position(), first.version(), Optional.of(balance), false);
  }

  private Outcome postedBefore(Appended appended) {
    Entry first = appended.entries().getFirst();
    Optional<Money> balance =
        inquiries.journal(first.position(), first.position()).stream()
            .findFirst()
            .flatMap(JournalLine::balance);
    return new Posted(first.commandId(), first.position(), first.version(), balance, true);
  }

  private Outcome changedMeanwhile(UUID id, Subject<?, ?> subject, long missed) {
    AccountNumber number = new AccountNumber(subject.stream().subject());
    List<JournalLine> between =
        inquiries
            .history(number, Long.MAX_VALUE, Math.clamp(missed, 1, VersionConflict.MAX_BETWEEN))
            .reversed();
    return new ChangedMeanwhile(id, number, between);
  }
}
