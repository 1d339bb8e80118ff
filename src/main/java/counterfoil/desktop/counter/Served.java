package counterfoil.desktop.counter;

import counterfoil.domain.account.AccountState;
import counterfoil.projection.AccountLine;
import counterfoil.projection.CustomerLine;
import java.util.List;

/**
 * The account on the desk, as last read.
 *
 * @param state with its holds and whether it is frozen
 * @param holders the customers it belongs to, the main one first; none where the holder is known by
 *     name only
 */
public record Served(AccountLine line, AccountState state, List<CustomerLine> holders) {
  public Served {
    holders = List.copyOf(holders);
  }

  /** Of which no more is known than its line. */
  static Served of(AccountLine line) {
    return new Served(line, SlipReader.state(line), List.of());
  }
}
