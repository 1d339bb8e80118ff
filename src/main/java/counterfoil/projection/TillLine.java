package counterfoil.projection;

import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillState;

/**
 * A till, or the vault, as of some position.
 *
 * @param version of its stream, from 0; -1 before its first event
 */
public record TillLine(TillId till, TillState state, long version) {}
