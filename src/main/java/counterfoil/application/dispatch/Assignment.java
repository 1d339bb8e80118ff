package counterfoil.application.dispatch;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * An act under its command's id.
 *
 * @param digest see {@link counterfoil.eventstore.Append#commandDigest()}
 * @param seenVersion where present, the act is not carried out unless its first stream still has
 *     this version
 * @param hand who signs what is recorded; nobody in a ledger without staff
 */
public record Assignment(
    UUID commandId, byte[] digest, Act act, OptionalLong seenVersion, Optional<Hand> hand) {}
