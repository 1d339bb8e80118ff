package counterfoil.application;

import counterfoil.application.Outcome.ChangedMeanwhile;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.application.acts.Subjects;
import counterfoil.application.dispatch.Result;
import counterfoil.application.dispatch.Ruling;
import counterfoil.application.dispatch.Standing;
import counterfoil.application.dispatch.Subject;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.VersionConflict;
import counterfoil.payload.AccountEvents;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Says what has come of an act in the words of who asked for it. */
record Outcomes(Inquiries inquiries, CurrencyUnit currency) {

  /** Comes on the store's thread, which must not wait: whatever reads goes to one of its own. */
  CompletableFuture<Outcome> of(UUID id, Result result) {
    return switch (result) {
      case Result.Done(var appended, var after) ->
          CompletableFuture.completedFuture(posted(appended, after));
      case Result.DoneBefore(var appended) -> aside(() -> postedBefore(appended));
      case Result.Moved(var subject, var version, var seen) ->
          aside(() -> changedMeanwhile(id, subject, version - seen));
      case Result.Unrecorded(Ruling.Declined(var refusal)) ->
          CompletableFuture.completedFuture(new Refused(id, refusal));
      case Result.Unrecorded(Ruling.Asks(var conditions, var text)) ->
          CompletableFuture.completedFuture(
              new Outcome.ApprovalNeeded(id, conditions, text.canonical()));
      case Result.Unrecorded(var ruling) -> throw new IllegalStateException(ruling.toString());
    };
  }

  private static <T> CompletableFuture<T> aside(Supplier<T> reading) {
    return CompletableFuture.supplyAsync(reading, Thread::startVirtualThread);
  }

  private Outcome posted(Appended appended, Standing after) {
    Entry first = appended.entries().getFirst();
    return new Posted(
        first.commandId(),
        first.position(),
        first.version(),
        account(first).map(number -> balance(number, after)),
        false);
  }

  private Money balance(AccountNumber number, Standing after) {
    return switch (after.of(Subjects.account(number))) {
      case Open open -> open.ledger();
      case Unopened _, Closed _ -> Money.zero(currency);
    };
  }

  private static Optional<AccountNumber> account(Entry entry) {
    return entry.stream().category().equals(AccountEvents.CATEGORY)
        ? Optional.of(new AccountNumber(entry.stream().subject()))
        : Optional.empty();
  }

  private Outcome postedBefore(Appended appended) {
    Entry first = appended.entries().getFirst();
    // The balance is that after the act, which may have several entries of the account.
    long last =
        appended.entries().stream()
            .filter(entry -> entry.stream().equals(first.stream()))
            .mapToLong(Entry::position)
            .max()
            .orElse(first.position());
    Optional<Money> balance =
        inquiries.journal(last, last).stream().findFirst().flatMap(JournalLine::balance);
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
