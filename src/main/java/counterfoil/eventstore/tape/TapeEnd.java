package counterfoil.eventstore.tape;

import counterfoil.eventstore.Charter;

/**
 * Where the tape's last whole record ends.
 *
 * @param segment the last file's name
 * @param offset in that file, behind the record
 * @param position of the last entry, 0 for none
 * @param chain the chain hash there
 * @param torn whether something stands behind it that was never forced, to be wiped out
 */
public record TapeEnd(
    Charter charter, String segment, int offset, long position, byte[] chain, boolean torn) {}
