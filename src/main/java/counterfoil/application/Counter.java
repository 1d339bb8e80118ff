package counterfoil.application;

import counterfoil.application.AccountLoader.Known;
import counterfoil.application.Outcome.ChangedMeanwhile;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountDecider;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.account.Decision;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.VersionConflict;
import counterfoil.payload.AccountEvents;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Posts commands to accounts: load, decide, append with the version decided on. */
public final class Counter {
  /** How often a posting is decided anew when others changed the account in between. */
  private static final int MAX_ATTEMPTS = 8;

  private final EventStore store;
  private final AccountLoader accounts;
  private final AccountLocks locks = new AccountLocks();
  private final Inquiries inquiries;
  private final CurrencyUnit currency;
  private final String branch;
  private final Supplier<LocalDate> businessDate;

  Counter(
      EventStore store,
      AccountLoader accounts,
      Inquiries inquiries,
      CurrencyUnit currency,
      String branch,
      Supplier<LocalDate> businessDate) {
    this.store = store;
    this.accounts = accounts;
    this.inquiries = inquiries;
    this.currency = currency;
    this.branch = branch;
    this.businessDate = businessDate;
  }

  /**
   * Carries a command out and returns at once. Postings handed over by one thread to one account
   * take effect in that order. The future ends with an outcome once it is on disk, or with {@link
   * counterfoil.eventstore.StoreStopped} or {@link counterfoil.eventstore.CommandIdReused}.
   */
  public CompletableFuture<Outcome> submit(Posting posting, Actor actor) {
    Act act = new Act(posting, CommandDigest.of(posting.command()), actor);
    CompletableFuture<Outcome> answer = new CompletableFuture<>();
    attempt(act, 1, answer);
    return answer;
  }

  /** As {@link #submit}, waiting. */
  public Outcome post(Posting posting, Actor actor) {
    return EventStoreException.await(submit(posting, actor));
  }

  /** A posting on its way. */
  private record Act(Posting posting, byte[] digest, Actor actor) {
    AccountCommand command() {
      return posting.command();
    }
  }

  /** An append on its way, and the paying account's balance after it. */
  private record Submitted(CompletableFuture<Appended> appended, Money balance) {
    Outcome outcome(Appended done) {
      var first = done.entries().getFirst();
      return new Posted(first.commandId(), first.position(), first.version(), balance, false);
    }
  }

  private void attempt(Act act, int attempt, CompletableFuture<Outcome> answer) {
    try {
      List<AccountNumber> numbers = accountsOf(act.command());
      Submitted submitted;
      try (var _ = locks.hold(numbers)) {
        List<Known> known = numbers.stream().map(accounts::load).toList();
        if (surprises(act.posting(), known.getFirst())) {
          answer.complete(firstOutcome(act).orElseGet(() -> changedMeanwhile(act, known)));
          return;
        }
        switch (decide(act.command(), known)) {
          case Decision.Refused(var refusal) -> {
            answer.complete(
                firstOutcome(act).orElseGet(() -> new Refused(act.posting().commandId(), refusal)));
            return;
          }
          case Decision.Accepted(var events) -> submitted = append(act, numbers, known, events);
        }
      }
      var _ =
          submitted
              .appended()
              .whenComplete((done, fault) -> {
                if (done != null && !done.before()) {
                  answer.complete(submitted.outcome(done));
                } else {
                  settle(act, attempt, answer, done, fault);
                }
              });
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  /** The accounts a command concerns, the paying one first. */
  private static List<AccountNumber> accountsOf(AccountCommand command) {
    return switch (command) {
      case Transfer t when t.from().equals(t.to()) -> List.of(t.from());
      case Transfer t -> List.of(t.from(), t.to());
      case OfOneAccount c -> List.of(c.account());
    };
  }

  private Decision decide(AccountCommand command, List<Known> known) {
    return switch (command) {
      case Transfer t ->
          AccountDecider.decide(known.getFirst().state(), known.getLast().state(), t);
      case OfOneAccount c -> AccountDecider.decide(known.getFirst().state(), c, currency);
    };
  }

  /** Whether the person decided on an older account, and the difference could matter to them. */
  private static boolean surprises(Posting posting, Known account) {
    boolean moved =
        posting.seenVersion().isPresent() && posting.seenVersion().getAsLong() != account.version();
    return moved
        && switch (posting.command()) {
          case OpenAccount _, Deposit _, CreditInterest _ -> false;
          case Withdraw _, Transfer _, ChargeFee _, SetOverdraftLimit _, CloseAccount _ -> true;
        };
  }

  private Outcome changedMeanwhile(Act act, List<Known> known) {
    AccountNumber number = accountsOf(act.command()).getFirst();
    long missed = known.getFirst().version() - act.posting().seenVersion().orElseThrow();
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

  /** Also remembers what the accounts will be: postings that follow are decided on it. */
  private Submitted append(
      Act act, List<AccountNumber> numbers, List<Known> known, List<AccountEvent> events) {
    List<Append.Write> writes = new ArrayList<>();
    List<Known> states = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      AccountNumber number = numbers.get(i);
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
      accounts.remember(number, after);
      states.add(after);
    }
    Append append =
        new Append(act.posting().commandId(), act.digest(), provenance(act), writes, List.of());
    return new Submitted(store.submit(append), balanceOf(states.getFirst()));
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
   * What is not simply recorded. Called on the store's thread, which must not wait: whatever reads
   * goes to a thread of its own.
   */
  private void settle(
      Act act,
      int attempt,
      CompletableFuture<Outcome> answer,
      @Nullable Appended appended,
      @Nullable Throwable fault) {
    accountsOf(act.command()).forEach(accounts::forget);
    if (appended != null) {
      Thread.startVirtualThread(() -> complete(answer, () -> outcomeBefore(appended)));
    } else if (fault instanceof VersionConflict && attempt < MAX_ATTEMPTS) {
      Thread.startVirtualThread(() -> attempt(act, attempt + 1, answer));
    } else if (fault != null) {
      answer.completeExceptionally(fault);
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
