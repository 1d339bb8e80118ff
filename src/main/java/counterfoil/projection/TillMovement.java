package counterfoil.projection;

import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillState;
import counterfoil.eventstore.Entry;

/**
 * Something that happened at a till, with what lay in the drawer after it.
 *
 * @param after the whole till after it
 */
public record TillMovement(Entry entry, TillEvent event, Cash drawer, TillState after) {}
