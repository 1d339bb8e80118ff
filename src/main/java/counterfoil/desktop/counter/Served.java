package counterfoil.desktop.counter;

import counterfoil.domain.account.AccountEvent.HoldKind;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Restrictions;
import counterfoil.domain.account.Hold;
import counterfoil.projection.AccountLine;
import counterfoil.projection.CustomerLine;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
    return new Served(line, state(line), List.of());
  }

  /** Knows the holds by their sum only; of a freeze the ledger itself tells, with its reason. */
  static AccountState state(AccountLine line) {
    return switch (line.status()) {
      case OPEN ->
          new Open(
              line.number(),
              line.holder(),
              line.product(),
              line.ledger(),
              line.overdraftLimit(),
              new Restrictions(line.minimumBalance(), holds(line), Optional.empty()),
              List.of(),
              List.of());
      case CLOSED ->
          new Closed(line.number(), line.holder(), line.product(), line.ledger().getCurrencyUnit());
    };
  }

  private static List<Hold> holds(AccountLine line) {
    return line.held().isZero()
        ? List.of()
        : List.of(new Hold(new UUID(0, 0), line.held(), HoldKind.HOLD, Optional.empty(), ""));
  }
}
