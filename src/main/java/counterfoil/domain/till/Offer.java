package counterfoil.domain.till;

import counterfoil.domain.cash.Cash;
import java.util.UUID;

/** Cash in the bag on its way from one till to another: out of one drawer, not yet in the other. */
public record Offer(UUID id, TillId from, TillId to, Cash cash) {}
