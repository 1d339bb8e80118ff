package counterfoil.eventstore;

import java.util.HexFormat;

/**
 * Where a ledger stands.
 *
 * @param position the last entry's position, which is also their number; 0 for none
 * @param root the root of the RFC 6962 tree over all entries' envelopes, 32 bytes. Not to be
 *     changed
 */
public record Head(long position, byte[] root) {
  public String rootHex() {
    return HexFormat.of().formatHex(root);
  }
}
