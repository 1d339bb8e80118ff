package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.tape.TapeFolder;
import counterfoil.eventstore.tape.TapeFolder.TapeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * How the ledger was last left, written down beside the tape. H2's file is not forced while it is
 * in use, and its pages carry no checksum of what is in them: after a power cut, and now and then
 * after a process was killed in the middle of its work, it may open and be wrong in places that
 * nobody looks at. So it is believed only if it was closed and forced.
 */
final class LastEnd {
  private static final String FILE = "database.state";

  /** Written as one sector, so that it is there whole or not at all. */
  private static final int BYTES = 128;

  private static final String CLOSED = "closed";
  private static final String OPEN = "open";

  private final TapeFolder folder;

  LastEnd(Place place) {
    this.folder = place.tapes().getFirst();
  }

  /** Whether the database's file holds what was last written to it. */
  boolean leftWhole() throws IOException {
    return read().equals(CLOSED);
  }

  /** To be called before anything is written to the database, and before one is made anew. */
  void opened() throws IOException {
    write(OPEN);
  }

  /** To be called when the database is closed and its file forced. */
  void closed() throws IOException {
    write(CLOSED);
  }

  private String read() throws IOException {
    if (!folder.list().contains(FILE)) {
      return "";
    }
    try (TapeFile file = folder.open(FILE)) {
      ByteBuffer bytes = ByteBuffer.allocate(BYTES);
      file.read(bytes, 0);
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
    }
  }

  private void write(String state) throws IOException {
    boolean exists = folder.list().contains(FILE);
    try (TapeFile file = exists ? folder.open(FILE) : folder.create(FILE)) {
      byte[] line = String.format("%-" + BYTES + "s", state).getBytes(StandardCharsets.US_ASCII);
      file.write(ByteBuffer.wrap(line, 0, BYTES), 0);
      file.force();
    }
    if (!exists) {
      folder.force();
    }
  }
}
