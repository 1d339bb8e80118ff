package counterfoil.cli;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.cli.CommandSyntax.Complete;
import counterfoil.cli.CommandSyntax.Foreign;
import counterfoil.cli.CommandSyntax.Understood;
import counterfoil.cli.CommandSyntax.Unnumbered;
import counterfoil.domain.InputRefusal;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountRefusal;
import counterfoil.eventstore.CommandIdReused;
import counterfoil.eventstore.VersionConflict;
import counterfoil.payload.AccountEvents;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Takes commands that were understood, and answers them. For one thread at a time. */
final class CommandDesk {
  /** Answers come on the store's thread, which must not wait for what is asked of the ledger. */
  private static final Executor ELSEWHERE = task -> Thread.ofVirtual().start(task);

  private final Ledger ledger;
  private final Actor actor;
  private final NextAccountNumber nextNumber;

  CommandDesk(Ledger ledger, Actor actor) {
    this.ledger = ledger;
    this.actor = actor;
    this.nextNumber = new NextAccountNumber(ledger.inquiries());
  }

  /**
   * Hands a command over and returns at once. The future ends with the answer once it is on disk,
   * or with {@link counterfoil.eventstore.StoreStopped}.
   */
  CompletableFuture<Answer> submit(Understood command) {
    return switch (command) {
      case Complete(UUID commandId, AccountCommand complete) ->
          submit(commandId, complete)
              .thenApply(outcome -> answer(outcome, Optional.empty()))
              .exceptionally(fault -> answerTo(commandId, fault));
      case Unnumbered opening ->
          open(opening).exceptionally(fault -> answerTo(opening.commandId(), fault));
      case Foreign(UUID commandId, String given, String expected) ->
          CompletableFuture.completedFuture(
              new Answer.ByRule(
                  new Outcome.Refused(commandId, new InputRefusal.OtherCurrency(given, expected))));
    };
  }

  private CompletableFuture<Outcome> submit(UUID commandId, AccountCommand command) {
    return ledger.counter().submit(new Posting(commandId, command, OptionalLong.empty()), actor);
  }

  /** Another workstation may take a number first: then the next one is tried. */
  private CompletableFuture<Answer> open(Unnumbered opening) {
    AccountNumber number = nextNumber.take();
    return submit(opening.commandId(), opening.opening().apply(number))
        .thenComposeAsync(
            outcome ->
                outcome instanceof Outcome.Refused(_, AccountRefusal.AccountExists _)
                    ? open(opening)
                    : CompletableFuture.completedFuture(answer(outcome, Optional.of(number))),
            ELSEWHERE)
        .exceptionallyComposeAsync(fault -> openedBefore(opening, fault), ELSEWHERE);
  }

  /** The same command again got the next number this time, but is meant to find its first one. */
  private CompletableFuture<Answer> openedBefore(Unnumbered opening, Throwable fault) {
    if (!(cause(fault) instanceof CommandIdReused reused)) {
      return CompletableFuture.failedFuture(cause(fault));
    }
    return ledger
        .store()
        .at(reused.firstPosition())
        .filter(entry -> entry.type().name().equals(AccountEvents.ACCOUNT_OPENED))
        .map(entry -> new AccountNumber(entry.stream().subject()))
        .map(number ->
            submit(opening.commandId(), opening.opening().apply(number))
                .thenApply(outcome -> answer(outcome, Optional.of(number))))
        .orElseGet(() -> CompletableFuture.failedFuture(reused));
  }

  private static Answer answer(Outcome outcome, Optional<AccountNumber> chosen) {
    return switch (outcome) {
      case Outcome.Posted posted -> new Answer.Done(posted, chosen);
      case Outcome.Refused refused -> new Answer.ByRule(refused);
      case Outcome.ApprovalNeeded needed -> new Answer.ByApproval(needed);
      case Outcome.ChangedMeanwhile changed -> new Answer.ByChange(changed);
    };
  }

  /** What concerns one command alone is its answer, and nobody else's affair. */
  private static Answer answerTo(UUID commandId, Throwable fault) {
    return switch (cause(fault)) {
      case CommandIdReused reused -> new Answer.ByReusedId(reused);
      case VersionConflict conflict -> new Answer.ByConflict(commandId, conflict);
      default -> throw fault instanceof CompletionException e ? e : new CompletionException(fault);
    };
  }

  private static Throwable cause(Throwable fault) {
    return fault instanceof CompletionException && fault.getCause() != null
        ? fault.getCause()
        : fault;
  }
}
