package counterfoil.application;

import counterfoil.domain.account.AccountCommand;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A command to be carried out.
 *
 * @param commandId chosen by who asks; the same id again gives the first outcome
 * @param seenVersion the version of the (paying) account that the person saw when deciding. Where
 *     it has moved on, the answer is {@link Outcome.ChangedMeanwhile} unless the outcome cannot
 *     surprise (a deposit, a credit). Empty: decide on whatever is there
 */
public record Posting(UUID commandId, AccountCommand command, OptionalLong seenVersion) {
  public static Posting of(AccountCommand command) {
    return new Posting(UUID.randomUUID(), command, OptionalLong.empty());
  }
}
