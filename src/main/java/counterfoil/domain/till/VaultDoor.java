package counterfoil.domain.till;

import static counterfoil.domain.Decision.accepted;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.till.TillCommand.BringIn;
import counterfoil.domain.till.TillCommand.SendOut;
import counterfoil.domain.till.TillEvent.CashBroughtIn;
import counterfoil.domain.till.TillEvent.CashSentOut;
import counterfoil.domain.till.TillRefusal.NoCashMoved;
import java.util.Optional;

/** The rules of cash that comes into the branch and leaves it: through the vault only. */
final class VaultDoor {
  private final Denominations denominations;

  VaultDoor(Denominations denominations) {
    this.denominations = denominations;
  }

  Decision<TillEvent> bringIn(TillState vault, BringIn c) {
    return refuseNothing(c.cash())
        .or(() -> denominations.refuse(c.cash()))
        .or(() -> vault.drawer(denominations.currency()).refusePlus(c.cash()))
        .or(() -> Limits.refuseName("source", c.source(), Limits.MAX_NARRATIVE_LENGTH))
        .<Decision<TillEvent>>map(Decision::refused)
        .orElseGet(() -> accepted(new CashBroughtIn(c.till(), c.cash(), c.source())));
  }

  Decision<TillEvent> sendOut(TillState vault, SendOut c) {
    return refuseNothing(c.cash())
        .or(() -> vault.drawer(denominations.currency()).refuseMinus(c.cash()))
        .or(() -> Limits.refuseName("destination", c.destination(), Limits.MAX_NARRATIVE_LENGTH))
        .<Decision<TillEvent>>map(Decision::refused)
        .orElseGet(() -> accepted(new CashSentOut(c.till(), c.cash(), c.destination())));
  }

  private static Optional<Refusal> refuseNothing(Cash cash) {
    return cash.isEmpty() ? Optional.of(new NoCashMoved(TillId.VAULT)) : Optional.empty();
  }
}
