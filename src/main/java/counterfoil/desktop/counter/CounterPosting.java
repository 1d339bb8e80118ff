package counterfoil.desktop.counter;

import counterfoil.application.Order;
import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome;
import counterfoil.application.Outcome.ApprovalNeeded;
import counterfoil.application.Outcome.ChangedMeanwhile;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.application.Posting;
import counterfoil.desktop.approval.Countersigning;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Handover;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OfTwoAccounts;
import counterfoil.domain.account.AccountNumber;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** Hands what was typed to the ledger, has it signed where it must be, and says what came of it. */
final class CounterPosting {
  /**
   * @param together how many acts go with the one that was typed
   */
  record Job(Act act, Order order, OptionalLong seenVersion, int together) {}

  /** What the form does when an answer has come. */
  interface Ending {
    /**
     * @param number the account that it was recorded for; nothing where it waits for its approval
     */
    void recorded(Optional<AccountNumber> number);

    void refused();

    /** Something else has to be looked at before it is posted. */
    void toBeLookedAt();
  }

  private final Handover handover;
  private final Countersigning countersigning;
  private final Supplier<Optional<AccountNumber>> account;
  private final Consumer<AccountNumber> whenPosted;
  private final Answers answers = new Answers();

  /**
   * @param account the one on the desk
   * @param whenPosted hears the number of the account that an act was recorded for
   */
  CounterPosting(
      Desk desk,
      Countersigning countersigning,
      Supplier<Optional<AccountNumber>> account,
      Consumer<AccountNumber> whenPosted) {
    this.handover = new Handover(desk);
    this.countersigning = countersigning;
    this.account = account;
    this.whenPosted = whenPosted;
  }

  Answers answers() {
    return answers;
  }

  ReadOnlyBooleanProperty underWayProperty() {
    return handover.underWayProperty();
  }

  /**
   * @param payee the receiver that the form names, for a refusal to stand under its field
   */
  void post(Job job, Ending ending, String payee) {
    handover.hand(
        job.order(),
        job.seenVersion(),
        outcome -> answered(job, outcome, ending, payee),
        answers::failed);
  }

  private void answered(Job job, Outcome outcome, Ending ending, String payee) {
    switch (outcome) {
      case Posted posted -> recorded(job, posted, ending);
      case Refused(_, var refusal) -> {
        answers.refused(refusal, payee);
        ending.refused();
      }
      case ApprovalNeeded needed ->
          countersigning
              .signing()
              .ask(
                  new Posting(needed.commandId(), job.order(), job.seenVersion()),
                  needed,
                  signed -> signed(job, signed, ending, payee));
      case ChangedMeanwhile changed -> {
        answers.changed(changed);
        ending.toBeLookedAt();
      }
    }
  }

  private void signed(Job job, Outcome outcome, Ending ending, String payee) {
    if (!(outcome instanceof ApprovalNeeded needed)) {
      answered(job, outcome, ending, payee);
    } else if (countersigning.waiting().has(needed.commandId())) {
      ending.recorded(Optional.empty());
      answers.queued(Message.of("counter.queued." + job.act().word()));
    } else {
      ending.toBeLookedAt();
    }
  }

  private void recorded(Job job, Posted posted, Ending ending) {
    Optional<AccountNumber> number = account(job.order()).or(account);
    ending.recorded(number);
    answers.posted(confirmation(job, posted, number), posted.position());
    number.ifPresent(whenPosted);
  }

  private static Message confirmation(Job job, Posted posted, Optional<AccountNumber> number) {
    if (posted.balance().isEmpty() || number.isEmpty()) {
      return Message.of("counter.posted.plain", posted.position());
    }
    return job.together() > 0
        ? Message.of(
            "counter.posted.several",
            posted.position(),
            posted.balance().get(),
            number.get(),
            job.together() + 1)
        : Message.of(
            "counter.posted." + job.act().word(),
            posted.position(),
            posted.balance().get(),
            number.get());
  }

  private static Optional<AccountNumber> account(Order order) {
    return order instanceof Serve(var commands, _)
        ? Optional.of(account(commands.getLast()))
        : Optional.empty();
  }

  /** The account that a command is about; of two, the paying one. */
  static AccountNumber account(AccountCommand command) {
    return switch (command) {
      case OfTwoAccounts two -> two.from();
      case OfOneAccount one -> one.account();
    };
  }

  /** An act in the basket in words: what it is, and what it moves. */
  static Message words(Act act, Reading reading) {
    return reading
        .amount()
        .map(moved -> Message.of("counter.confirm." + act.word() + ".amount", moved))
        .orElseGet(() -> Message.of("counter.confirm." + act.word()));
  }

  /**
   * What the button says.
   *
   * @param inBasket how many acts are in the basket
   */
  static Message confirm(Act act, Reading reading, int inBasket, boolean nothingTyped) {
    if (inBasket == 0) {
      return words(act, reading);
    }
    return nothingTyped
        ? Message.of("counter.confirm.basket", inBasket)
        : Message.of("counter.confirm.together", words(act, reading), inBasket);
  }
}
