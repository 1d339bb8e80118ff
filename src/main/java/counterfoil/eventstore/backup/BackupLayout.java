package counterfoil.eventstore.backup;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.codec.CharterForm;
import counterfoil.eventstore.tape.RecordLayout;
import counterfoil.proof.TreeHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The form of a backup, numbers big-endian:
 *
 * <pre>
 *   header  "CNTRBKUP", format, length of the charter, the charter, CRC-32C of all that
 *   records as on the tape, one for each append; the chain of hashes begins with SHA-256 over the
 *           header, so that what comes out at its end depends on every byte
 *   footer  mark, number of entries, root of the tree over them, the chain hash behind the last
 *           record, CRC-32C of all that
 * </pre>
 */
final class BackupLayout {
  static final byte[] MAGIC = "CNTRBKUP".getBytes(StandardCharsets.US_ASCII);
  static final int FORMAT = 1;
  static final int HEAD_BYTES = MAGIC.length + 2 * Integer.BYTES;

  /** "CFBE": differs from {@link RecordLayout#MARK}, and so tells that no record follows. */
  static final int FOOTER_MARK = 0x43464245;

  static final int FOOTER_BYTES =
      Integer.BYTES + Long.BYTES + TreeHash.BYTES + RecordLayout.CHAIN_BYTES + Integer.BYTES;

  private BackupLayout() {}

  static byte[] header(Charter charter) {
    ByteBuffer form = ByteBuffer.allocate(CharterForm.MAX_BYTES);
    CharterForm.write(charter, form);
    form.flip();
    ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + form.limit() + Integer.BYTES);
    out.put(MAGIC).putInt(FORMAT).putInt(form.limit()).put(form);
    return sealed(out);
  }

  /** The chain hash before the first record. */
  static byte[] chainStart(byte[] header) {
    return TreeHash.sha256().digest(header);
  }

  static byte[] footer(long entries, byte[] root, byte[] chain) {
    ByteBuffer out = ByteBuffer.allocate(FOOTER_BYTES);
    out.putInt(FOOTER_MARK).putLong(entries).put(root).put(chain);
    return sealed(out);
  }

  /** Whether the last four bytes are the checksum of the others. */
  static boolean isSealed(byte[] bytes) {
    int body = bytes.length - Integer.BYTES;
    return ByteBuffer.wrap(bytes).getInt(body) == checksum(bytes, body);
  }

  private static byte[] sealed(ByteBuffer out) {
    byte[] bytes = new byte[out.capacity()];
    out.flip().get(bytes, 0, out.limit());
    int body = bytes.length - Integer.BYTES;
    ByteBuffer.wrap(bytes).putInt(body, checksum(bytes, body));
    return bytes;
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
