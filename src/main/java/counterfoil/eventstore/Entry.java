package counterfoil.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * One recorded event. Never changes.
 *
 * @param position its number in the ledger, from 1, without gaps
 * @param version its number in its stream, from 0, without gaps
 * @param commandDigest see {@link Append#commandDigest()}
 * @param recordedAt assigned by the store, in microseconds, never before the previous entry's
 * @param payload its facts as JSON in UTF-8, byte for byte as handed over. Not to be changed
 * @param salt 32 random bytes that hide the payload behind its commitment. Not to be changed
 * @param envelope the bytes that are hashed: everything above but payload and salt, and the
 *     commitment to these. Not to be changed
 */
public record Entry(
    long position,
    StreamName stream,
    long version,
    EventType type,
    UUID commandId,
    byte[] commandDigest,
    Provenance provenance,
    Instant recordedAt,
    byte[] payload,
    byte[] salt,
    byte[] envelope) {}
