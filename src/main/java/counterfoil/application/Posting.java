package counterfoil.application;

import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Serve;
import counterfoil.domain.account.AccountCommand;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * An order to be carried out.
 *
 * @param commandId chosen by who asks; the same id again gives the first outcome
 * @param seenVersion the version of the (paying) account that the person saw when deciding. Where
 *     it has moved on, the answer is {@link Outcome.ChangedMeanwhile} unless the outcome cannot
 *     surprise (a deposit, a credit). Empty: decide on whatever is there
 */
public record Posting(UUID commandId, Order order, OptionalLong seenVersion) {
  public Posting(UUID commandId, AccountCommand command, OptionalLong seenVersion) {
    this(commandId, new Serve(List.of(command), CashSlip.NONE), seenVersion);
  }

  public static Posting of(AccountCommand command) {
    return new Posting(UUID.randomUUID(), command, OptionalLong.empty());
  }

  public static Posting of(Order order) {
    return new Posting(UUID.randomUUID(), order, OptionalLong.empty());
  }
}
