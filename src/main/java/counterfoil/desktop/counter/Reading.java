package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Message;
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
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * What a slip comes to.
 *
 * @param command what it asks for; nothing while a field cannot be read
 * @param unfilled what is missing or cannot be read, by field: said once the field has been left
 * @param refused what the rules say against it, with figures: said at once
 * @param amount what the act moves, for the confirm button to name; nothing where it moves none
 * @param after what the account would hold; nothing while the act cannot be done
 */
public record Reading(
    Optional<AccountCommand> command,
    Map<Field, Message> unfilled,
    Optional<Problem> refused,
    Optional<BigMoney> amount,
    Optional<After> after) {

  /** The account's figures after the act. */
  public record After(Money ledger, Money available) {}

  public Reading {
    unfilled = Map.copyOf(unfilled);
  }

  /** A slip that nothing is said of yet. */
  static Reading of(
      Optional<AccountCommand> command, Map<Field, Message> unfilled, Optional<Served> served) {
    return new Reading(
        command,
        unfilled,
        Optional.empty(),
        command.flatMap(c -> moved(c, served)).filter(BigMoney::isPositive),
        Optional.empty());
  }

  Reading refused(Problem why) {
    return new Reading(command, unfilled, Optional.of(why), amount, Optional.empty());
  }

  Reading coming(After newAfter) {
    return new Reading(command, unfilled, refused, amount, Optional.of(newAfter));
  }

  /** Whether it may be handed to the ledger. */
  boolean complete() {
    return command.isPresent() && refused.isEmpty();
  }

  /** What is to be said now, by field, when these fields have been left. */
  Map<Field, Message> problems(Set<Field> left) {
    Map<Field, Message> said = new EnumMap<>(Field.class);
    unfilled.forEach((field, message) -> {
      if (left.contains(field)) {
        said.put(field, message);
      }
    });
    refused
        .filter(problem -> problem.atOnce() || left.contains(problem.field()))
        .ifPresent(problem -> said.put(problem.field(), problem.message()));
    return said;
  }

  private static Optional<BigMoney> moved(AccountCommand command, Optional<Served> served) {
    return switch (command) {
      case Deposit c -> Optional.of(c.amount());
      case DepositCheque c -> Optional.of(c.amount());
      case Withdraw c -> Optional.of(c.amount());
      case Transfer c -> Optional.of(c.amount());
      case OpenAccount c -> Optional.of(c.openingDeposit());
      case ChargeFee c -> Optional.of(c.amount());
      case PlaceHold c -> Optional.of(c.amount());
      case SetOverdraftLimit c -> Optional.of(c.limit());
      case SetMinimumBalance c -> Optional.of(c.amount());
      case CloseAccount c ->
          served.map(account -> account.line().ledger().toBigMoney()).filter(_ -> c.payout());
      case CloseInto _ -> served.map(account -> account.line().ledger().toBigMoney());
      case AddHolder _,
          CreditInterest _,
          Freeze _,
          ReleaseHold _,
          RemoveHolder _,
          Reverse _,
          Unfreeze _ ->
          Optional.empty();
    };
  }
}
