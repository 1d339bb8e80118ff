package counterfoil.eventstore.tape;

import counterfoil.eventstore.TornTail;
import counterfoil.eventstore.tape.TapeFolder.TapeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Keeps what is to be wiped from a tape's end: that it was torn and not damaged cannot be told from
 * the tape alone.
 */
final class TornBytes {
  private TornBytes() {}

  /** Copies what stands behind the tape's end into a file of its own, and forces that. */
  static TornTail setAside(TapeFolder folder, TapeFile tape, TapeEnd end) throws IOException {
    ByteBuffer torn = ByteBuffer.allocate((int) tape.size() - end.offset());
    tape.read(torn, end.offset());
    torn.flip();
    while (torn.hasRemaining() && torn.get(torn.limit() - 1) == 0) {
      torn.limit(torn.limit() - 1);
    }
    int bytes = torn.remaining();
    String name = freeName(folder.list(), end.position());
    try (TapeFile file = folder.create(name)) {
      file.write(torn, 0);
      file.force();
    }
    folder.force();
    return new TornTail(end.position(), bytes, folder.path().resolve(name));
  }

  private static String freeName(List<String> taken, long position) {
    int number = 1;
    while (taken.contains(name(position, number))) {
      number++;
    }
    return name(position, number);
  }

  private static String name(long position, int number) {
    return "torn-after-%d-%d.bytes".formatted(position, number);
  }
}
