package counterfoil.projection;

import java.util.Optional;
import org.joda.money.Money;

/**
 * An account at a position beside what it is now.
 *
 * @param then nothing if it had not been opened yet
 */
public record AccountThen(AccountLine now, Optional<AccountLine> then) {
  /** What has been added since; the whole balance for an account that did not exist then. */
  public Money changeSince() {
    return then.map(t -> now.ledger().minus(t.ledger())).orElse(now.ledger());
  }
}
