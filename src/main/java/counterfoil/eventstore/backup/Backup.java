package counterfoil.eventstore.backup;

import counterfoil.eventstore.Charter;

/**
 * What a backup holds.
 *
 * @param entries how many
 * @param root of the tree over them, 32 bytes. Not to be changed
 */
public record Backup(Charter charter, long entries, byte[] root) {}
