package counterfoil.eventstore;

import java.nio.file.Path;

/**
 * What stood unreadable behind a tape's last whole record when the ledger was opened, and was set
 * aside before its place was wiped. A process or a power line that ended in the middle of a write
 * leaves such a thing; it was never forced, and so nothing of it was acknowledged, unless the disk
 * itself has failed.
 *
 * @param position the last entry before it
 * @param bytes how many were set aside
 * @param file where they are now
 */
public record TornTail(long position, long bytes, Path file) {}
