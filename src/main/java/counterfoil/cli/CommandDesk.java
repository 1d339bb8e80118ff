package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.application.Order;
import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.Session;
import counterfoil.cli.Answer.Named;
import counterfoil.cli.CommandSyntax.Complete;
import counterfoil.cli.CommandSyntax.Understood;
import counterfoil.cli.CommandSyntax.Unlawful;
import counterfoil.cli.CommandSyntax.Unnumbered;
import counterfoil.cli.CommandSyntax.UnnumberedCustomer;
import counterfoil.cli.Consent.Asked;
import counterfoil.cli.Consent.AtTheDesk;
import counterfoil.cli.Consent.IfGranted;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountRefusal.AccountExists;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.customer.CustomerRefusal.CustomerExists;
import counterfoil.eventstore.CommandIdReused;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.VersionConflict;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.CustomerEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Takes commands that were understood, and answers them. For one thread at a time. */
final class CommandDesk {
  /** Answers come on the store's thread, which must not wait for what is asked of the ledger. */
  private static final Executor ELSEWHERE = task -> Thread.ofVirtual().start(task);

  private final Ledger ledger;
  private final Session session;
  private final NextNumber<AccountNumber> accountNumbers;
  private final NextNumber<CustomerNumber> customerNumbers;

  CommandDesk(Ledger ledger, Session session) {
    this.ledger = ledger;
    this.session = session;
    this.accountNumbers = LargestNumbers.ofAccounts(ledger);
    this.customerNumbers = LargestNumbers.ofCustomers(ledger);
  }

  /**
   * Hands a command over and returns at once. The future ends with the answer once it is on disk,
   * or with {@link counterfoil.eventstore.StoreStopped}.
   */
  CompletableFuture<Answer> submit(Understood command) {
    return switch (command) {
      case Complete(UUID commandId, Order order, Consent consent) ->
          answer(
                  new Posting(commandId, order, OptionalLong.empty()),
                  consent,
                  made(commandId, order))
              .exceptionally(fault -> answerTo(commandId, fault));
      case Unnumbered(UUID commandId, var opening, Consent consent) ->
          new Numbering<>(
                  commandId, AccountEvents.CATEGORY, accountNumbers, AccountNumber::new, opening)
              .submit(consent);
      case UnnumberedCustomer(UUID commandId, var registration) ->
          new Numbering<>(
                  commandId,
                  CustomerEvents.CATEGORY,
                  customerNumbers,
                  CustomerNumber::new,
                  registration)
              .submit(Consent.NONE);
      case Unlawful(UUID commandId, var refusal) ->
          CompletableFuture.completedFuture(
              new Answer.ByRule(new Outcome.Refused(commandId, refusal)));
    };
  }

  private CompletableFuture<Answer> answer(Posting posting, Consent consent, List<Named> made) {
    return switch (consent) {
      case IfGranted _ -> session.submit(posting).thenApply(outcome -> answer(outcome, made));
      case AtTheDesk(String approver, String password) ->
          session
              .submitApproved(posting, Optional.empty(), approver, password.toCharArray())
              .thenApply(outcome -> answer(outcome, made));
      case Asked _ ->
          session
              .submit(posting)
              .thenComposeAsync(
                  outcome ->
                      outcome instanceof Outcome.ApprovalNeeded needed
                          ? asked(posting, needed)
                          : CompletableFuture.completedFuture(answer(outcome, made)),
                  ELSEWHERE);
    };
  }

  private CompletableFuture<Answer> asked(Posting posting, Outcome.ApprovalNeeded needed) {
    return session
        .requestApproval(posting)
        .thenApply(outcome ->
            outcome instanceof Outcome.Refused refused
                ? new Answer.ByRule(refused)
                : new Answer.ByApproval(needed, true));
  }

  /** What a complete order makes that later commands must name. */
  private static List<Named> made(UUID commandId, Order order) {
    return switch (order) {
      case Serve serve -> holds(serve);
      case Order.OfferCash _ -> List.of(new Named("offer", commandId.toString()));
      case Order.CloseTill(_, _, _, boolean handOver) when handOver ->
          List.of(new Named("offer", commandId.toString()));
      default -> List.of();
    };
  }

  private static List<Named> holds(Serve serve) {
    var holds = new ArrayList<Named>();
    for (var command : serve.commands()) {
      switch (command) {
        case PlaceHold c -> holds.add(new Named("hold", c.holdId().toString()));
        case DepositCheque c -> holds.add(new Named("hold", c.holdId().toString()));
        default -> {
          // Nothing that later commands name.
        }
      }
    }
    // A JSON object has each field once; of several holds the ids were given by who asked.
    return holds.size() == 1 ? holds : List.of();
  }

  /** Numbers what is made until a number is free. */
  private final class Numbering<N> {
    private final UUID commandId;
    private final String category;
    private final NextNumber<N> numbers;
    private final Function<String, N> ofSubject;
    private final Function<N, Order> order;

    Numbering(
        UUID commandId,
        String category,
        NextNumber<N> numbers,
        Function<String, N> ofSubject,
        Function<N, Order> order) {
      this.commandId = commandId;
      this.category = category;
      this.numbers = numbers;
      this.ofSubject = ofSubject;
      this.order = order;
    }

    CompletableFuture<Answer> submit(Consent consent) {
      return attempt(consent).exceptionally(fault -> answerTo(commandId, fault));
    }

    /** Another workstation may take a number first: then the next one is tried. */
    private CompletableFuture<Answer> attempt(Consent consent) {
      return with(numbers.take(), consent)
          .thenComposeAsync(
              answer ->
                  isTaken(answer) ? attempt(consent) : CompletableFuture.completedFuture(answer),
              ELSEWHERE)
          .exceptionallyComposeAsync(fault -> madeBefore(consent, fault), ELSEWHERE);
    }

    private CompletableFuture<Answer> with(N number, Consent consent) {
      return answer(
          new Posting(commandId, order.apply(number), OptionalLong.empty()),
          consent,
          List.of(new Named(category, number.toString())));
    }

    private static boolean isTaken(Answer answer) {
      return answer instanceof Answer.ByRule(Outcome.Refused(_, var refusal))
          && (refusal instanceof AccountExists || refusal instanceof CustomerExists);
    }

    /** The same command again got the next number, but is meant to find its first one. */
    private CompletableFuture<Answer> madeBefore(Consent consent, Throwable fault) {
      if (!(cause(fault) instanceof CommandIdReused reused)) {
        return CompletableFuture.failedFuture(cause(fault));
      }
      return ledger
          .store()
          .at(reused.firstPosition())
          .filter(entry -> entry.version() == 0)
          .map(entry -> entry.stream())
          .filter(stream -> stream.category().equals(category))
          .map(StreamName::subject)
          .map(subject -> with(ofSubject.apply(subject), consent))
          .orElseGet(() -> CompletableFuture.failedFuture(reused));
    }
  }

  private static Answer answer(Outcome outcome, List<Named> made) {
    return switch (outcome) {
      case Outcome.Posted posted -> new Answer.Done(posted, made);
      case Outcome.Refused refused -> new Answer.ByRule(refused);
      case Outcome.ApprovalNeeded needed -> new Answer.ByApproval(needed, false);
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
