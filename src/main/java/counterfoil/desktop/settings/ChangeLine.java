package counterfoil.desktop.settings;

import counterfoil.desktop.kit.Message;
import java.time.Instant;

/**
 * A change that was made, as its entry says.
 *
 * @param who the full name of who made it
 * @param before empty where there was nothing
 */
record ChangeLine(
    long position,
    Instant at,
    String who,
    Section section,
    Message what,
    Message before,
    Message after) {}
