package counterfoil.eventstore.tape;

import counterfoil.eventstore.tape.TapeFolder.TapeFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The file that becomes the tape's next: made under another name, full of forced zeros, and given
 * its header and its name only when it is complete. So a file of the tape's name always has a
 * header.
 */
final class Spare {
  private static final int CHUNK_BYTES = 1 << 20;

  private Spare() {}

  /** Makes a spare of this size, or leaves nothing behind. */
  static void make(TapeFolder folder, int size) throws IOException {
    try (TapeFile file = folder.create(SegmentName.SPARE)) {
      zero(file, 0, size);
      file.force();
    } catch (IOException e) {
      // Half a spare would keep the last of a full disk's space from whoever could still use it.
      discard(folder);
      throw e;
    }
  }

  /** Makes the spare the tape's file that begins with this header. */
  static void use(TapeFolder folder, SegmentHeader header) throws IOException {
    try (TapeFile file = folder.open(SegmentName.SPARE)) {
      file.write(ByteBuffer.wrap(header.toBytes()), 0);
      file.force();
    }
    folder.rename(SegmentName.SPARE, SegmentName.of(header.firstPosition()));
    folder.force();
  }

  /** Removes a spare, whole or not. */
  static void discard(TapeFolder folder) throws IOException {
    if (folder.list().contains(SegmentName.SPARE)) {
      folder.delete(SegmentName.SPARE);
    }
  }

  /** Writes zeros: a file that only claims a size has no blocks yet, and the disk may be full. */
  static void zero(TapeFile file, long from, long to) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, to - from));
    for (long at = from; at < to; at += zeros.limit()) {
      zeros.clear().limit((int) Math.min(zeros.capacity(), to - at));
      file.write(zeros, at);
    }
  }
}
