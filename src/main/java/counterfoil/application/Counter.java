package counterfoil.application;

import counterfoil.application.AccountLoader.Known;
import counterfoil.application.Outcome.ChangedMeanwhile;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.domain.Decision;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OfTwoAccounts;
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
import counterfoil.domain.account.AccountDecider;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.account.Circumstances;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.VersionConflict;
import counterfoil.payload.AccountEvents;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Posts commands to accounts: load, decide, append with the version decided on. A command may be
 * decided on what is still on its way to the disk, since it is acknowledged only after that; but an
 * answer that records nothing (a refusal) is given only on what is on disk, and nothing is decided
 * on what turned out not to be recorded. What cannot be decided yet waits, in the order of
 * hand-over.
 */
public final class Counter {
  /** How often a posting is decided anew when others changed the account in between. */
  private static final int MAX_ATTEMPTS = 50;

  private final EventStore store;
  private final Supplier<Optional<Finding>> doubt;
  private final Inquiries inquiries;
  private final CurrencyUnit currency;
  private final String branch;
  private final Supplier<LocalDate> businessDate;

  /** Guards what follows; held while deciding, never while waiting for a force. */
  private final Object lock = new Object();

  private final Lanes lanes;
  private final PriorityQueue<Act> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Act::number));
  private long handedOver;

  /**
   * @param doubt what an audit has found wrong with the ledger; while there is something, nothing
   *     is posted
   */
  Counter(
      EventStore store,
      AccountLoader accounts,
      Supplier<Optional<Finding>> doubt,
      Inquiries inquiries,
      CurrencyUnit currency,
      String branch,
      Supplier<LocalDate> businessDate) {
    this.store = store;
    this.lanes = new Lanes(accounts);
    this.doubt = doubt;
    this.inquiries = inquiries;
    this.currency = currency;
    this.branch = branch;
    this.businessDate = businessDate;
  }

  /**
   * Carries a command out; returns without waiting for the disk. Postings handed over by one thread
   * to one account take effect in that order. The future ends with an outcome once it is on disk,
   * or with {@link counterfoil.eventstore.StoreStopped}, {@link
   * counterfoil.eventstore.CommandIdReused}, {@link LedgerInDoubt} or, if somebody else kept
   * changing the account, {@link VersionConflict}; with a server also with {@link
   * counterfoil.eventstore.OutcomeUnknown} or {@link counterfoil.eventstore.NotRecorded}: the same
   * posting may be given again then.
   */
  public CompletableFuture<Outcome> submit(Posting posting, Actor actor) {
    Optional<Finding> found = doubt.get();
    if (found.isPresent()) {
      return CompletableFuture.failedFuture(new LedgerInDoubt(found.get()));
    }
    CompletableFuture<Outcome> answer = new CompletableFuture<>();
    byte[] digest = CommandDigest.of(posting.command());
    synchronized (lock) {
      Act act =
          new Act(++handedOver, posting, digest, actor, accountsOf(posting.command()), answer, 0);
      boolean queued = waiting.stream().anyMatch(act::concernsSameAccountAs);
      if (queued || !handled(act)) {
        waiting.add(act);
      }
    }
    return answer;
  }

  /** As {@link #submit}, waiting. */
  public Outcome post(Posting posting, Actor actor) {
    return EventStoreException.await(submit(posting, actor));
  }

  /** A posting on its way; {@code number} is its place in the order of hand-over. */
  private record Act(
      long number,
      Posting posting,
      byte[] digest,
      Actor actor,
      List<AccountNumber> accounts,
      CompletableFuture<Outcome> answer,
      int attempts) {
    AccountCommand command() {
      return posting.command();
    }

    boolean concernsSameAccountAs(Act other) {
      return accounts.stream().anyMatch(other.accounts::contains);
    }

    Act again() {
      return new Act(number, posting, digest, actor, accounts, answer, attempts + 1);
    }
  }

  /** The accounts a command concerns, the paying one first. */
  private static List<AccountNumber> accountsOf(AccountCommand command) {
    return switch (command) {
      case OfTwoAccounts c when c.from().equals(c.to()) -> List.of(c.from());
      case OfTwoAccounts c -> List.of(c.from(), c.to());
      case OfOneAccount c -> List.of(c.account());
    };
  }

  /** Answers the act or hands it to the store; false if it must wait for what is under way. */
  private boolean handled(Act act) {
    Optional<Finding> found = doubt.get();
    if (found.isPresent()) {
      // It was found while the act waited.
      act.answer().completeExceptionally(new LedgerInDoubt(found.get()));
      return true;
    }
    try {
      if (lanes.spoilt(act.accounts())) {
        return false;
      }
      List<Known> known = act.accounts().stream().map(lanes::known).toList();
      Optional<Outcome> unrecorded = Optional.empty();
      if (surprises(act.posting(), known.getFirst())) {
        unrecorded = Optional.of(changedMeanwhile(act, known.getFirst()));
      } else {
        switch (decide(act.command(), known)) {
          case Decision.Accepted(var events) -> append(act, known, events);
          case Decision.Refused(var refusal) ->
              unrecorded = Optional.of(new Refused(act.posting().commandId(), refusal));
        }
      }
      if (unrecorded.isPresent() && !lanes.settled(act.accounts())) {
        return false;
      }
      if (unrecorded.isPresent() && lanes.renewed(act.accounts())) {
        // Another workstation has posted since: a refusal must not stand on what was before.
        return handled(act);
      }
      unrecorded.ifPresent(outcome -> act.answer().complete(firstOutcome(act).orElse(outcome)));
    } catch (RuntimeException e) {
      act.answer().completeExceptionally(e);
    }
    return true;
  }

  private Decision<AccountEvent> decide(AccountCommand command, List<Known> known) {
    Circumstances now = Circumstances.of(currency, businessDate.get());
    return switch (command) {
      case OfTwoAccounts c ->
          AccountDecider.decide(known.getFirst().state(), known.getLast().state(), c, now);
      case OfOneAccount c -> AccountDecider.decide(known.getFirst().state(), c, now);
    };
  }

  /** Whether the person decided on an older account, and the difference could matter to them. */
  private static boolean surprises(Posting posting, Known account) {
    boolean moved =
        posting.seenVersion().isPresent() && posting.seenVersion().getAsLong() != account.version();
    return moved
        && switch (posting.command()) {
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

  private Outcome changedMeanwhile(Act act, Known account) {
    AccountNumber number = act.accounts().getFirst();
    long missed = account.version() - act.posting().seenVersion().orElseThrow();
    List<JournalLine> between =
        inquiries
            .history(number, Long.MAX_VALUE, Math.clamp(missed, 1, VersionConflict.MAX_BETWEEN))
            .reversed();
    return new ChangedMeanwhile(act.posting().commandId(), number, between);
  }

  /** What came of this very command earlier, if it was given before. */
  private Optional<Outcome> firstOutcome(Act act) {
    return store.find(act.posting().commandId(), act.digest()).map(this::outcomeBefore);
  }

  private Outcome outcomeBefore(Appended appended) {
    var first = appended.entries().getFirst();
    Money balance =
        inquiries.journal(first.position(), first.position()).stream()
            .findFirst()
            .flatMap(JournalLine::balance)
            .orElseGet(() -> Money.zero(currency));
    return new Posted(first.commandId(), first.position(), first.version(), balance, true);
  }

  private void append(Act act, List<Known> known, List<AccountEvent> events) {
    List<Append.Write> writes = new ArrayList<>();
    List<Known> states = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      AccountNumber number = act.accounts().get(i);
      Known before = known.get(i);
      List<AccountEvent> own =
          events.stream().filter(event -> event.account().equals(number)).toList();
      writes.add(
          new Append.Write(
              AccountEvents.stream(number),
              ExpectedVersion.exactly(before.version()),
              own.stream().map(AccountEvents::encode).toList()));
      Known after = before;
      for (AccountEvent event : own) {
        after = new Known(after.state().after(event), after.version() + 1);
      }
      states.add(after);
    }
    Append append =
        new Append(act.posting().commandId(), act.digest(), provenance(act), writes, List.of());
    // A conflict of what was decided on something under way says nothing of others: it is free.
    Act counted = lanes.settled(act.accounts()) ? act.again() : act;
    for (int i = 0; i < states.size(); i++) {
      lanes.handedOver(act.accounts().get(i), states.get(i));
    }
    Money balance = balanceOf(states.getFirst());
    var _ =
        store.submit(append).whenComplete((done, fault) -> settle(counted, balance, done, fault));
  }

  private Money balanceOf(Known account) {
    return switch (account.state()) {
      case Open open -> open.ledger();
      case Unopened _, Closed _ -> Money.zero(currency);
    };
  }

  private Provenance provenance(Act act) {
    return new Provenance(
        act.actor().name(),
        act.actor().role(),
        branch,
        act.actor().workstation(),
        Optional.empty(),
        businessDate.get(),
        Optional.empty(),
        act.posting().commandId(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Called on the store's thread, which must not wait for the disk: whatever reads goes to a thread
   * of its own.
   */
  private void settle(
      Act act, Money balance, @Nullable Appended appended, @Nullable Throwable fault) {
    boolean recorded = appended != null && !appended.before();
    boolean again = fault instanceof VersionConflict && act.attempts() < MAX_ATTEMPTS;
    boolean resume;
    synchronized (lock) {
      act.accounts().forEach(number -> lanes.answered(number, recorded));
      if (again) {
        waiting.add(act);
      }
      resume = !waiting.isEmpty();
    }
    if (appended != null && recorded) {
      var first = appended.entries().getFirst();
      act.answer()
          .complete(
              new Posted(first.commandId(), first.position(), first.version(), balance, false));
    } else if (appended != null) {
      Thread.startVirtualThread(() -> complete(act.answer(), () -> outcomeBefore(appended)));
    } else if (fault != null && !again) {
      act.answer().completeExceptionally(fault);
    }
    if (resume) {
      Thread.startVirtualThread(this::resume);
    }
  }

  /** Tries everything that waits once more, in order; what shares an account with another waits. */
  private void resume() {
    synchronized (lock) {
      List<Act> acts = new ArrayList<>();
      while (!waiting.isEmpty()) {
        acts.add(waiting.remove());
      }
      Set<AccountNumber> blocked = new HashSet<>();
      for (Act act : acts) {
        if (act.accounts().stream().anyMatch(blocked::contains) || !handled(act)) {
          blocked.addAll(act.accounts());
          waiting.add(act);
        }
      }
    }
  }

  private static void complete(CompletableFuture<Outcome> answer, Supplier<Outcome> outcome) {
    try {
      answer.complete(outcome.get());
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }
}
