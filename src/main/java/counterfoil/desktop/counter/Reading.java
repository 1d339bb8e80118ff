package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountCommand;
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
 * @param refused what the account's rules say against it, with figures: said at once
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
}
