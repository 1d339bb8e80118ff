package counterfoil.eventstore.disk;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of a file, which grow as they are written. */
final class FileBytes {
  private byte[] bytes;
  private int size;

  FileBytes(byte[] content) {
    bytes = content.clone();
    size = content.length;
  }

  int size() {
    return size;
  }

  byte[] content() {
    return Arrays.copyOf(bytes, size);
  }

  void write(int at, byte[] from, int offset, int length) {
    if (at + length > size) {
      resize(at + length);
    }
    System.arraycopy(from, offset, bytes, at, length);
  }

  void resize(int newSize) {
    if (newSize > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(newSize, 2 * bytes.length));
    }
    if (newSize < size) {
      Arrays.fill(bytes, newSize, size, (byte) 0);
    }
    size = newSize;
  }

  void read(int at, ByteBuffer into, int length) {
    into.put(bytes, at, length);
  }
}
