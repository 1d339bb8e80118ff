package counterfoil.application;

import counterfoil.domain.account.AccountCommand;
import java.util.List;

/**
 * Everything that can be asked to be done. An order is one act: all of it is recorded together, or
 * nothing.
 */
public sealed interface Order {

  /**
   * Acts for a customer at the counter, one after the other.
   *
   * @param commands at least one
   */
  record Serve(List<AccountCommand> commands, CashSlip cash) implements Order {
    public Serve {
      commands = List.copyOf(commands);
      if (commands.isEmpty()) {
        throw new IllegalArgumentException("an order of nothing");
      }
    }
  }

  /** Notes and coins that go over the counter with an act. */
  record CashSlip() {
    public static final CashSlip NONE = new CashSlip();
  }
}
