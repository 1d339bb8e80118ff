package counterfoil.eventstore.tape;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LedgerUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Whatever can still be read of a damaged tape: every record with a right checksum, wherever it
 * stands. What of it is genuine, the caller must prove, by the chain or by the tree. For one thread
 * at a time.
 */
public final class LooseTape {
  /** A record that was found; {@code chain} is the hash it claims. */
  public record Piece(String file, int offset, long first, long last, byte[] chain) {}

  private final TapeFolder folder;
  private final RecordLayout layout = new RecordLayout();
  private final NavigableMap<Long, Piece> byFirst = new TreeMap<>();
  private Optional<Charter> charter = Optional.empty();
  private String loadedFile = "";
  private ByteBuffer loaded = ByteBuffer.allocate(0);

  /**
   * Looks through all the tape's files. Never fails: what cannot be read is not there.
   *
   * @param from pieces that end before this position are left out
   */
  public LooseTape(TapeFolder folder, long from) {
    this.folder = folder;
    try {
      for (String name : folder.list()) {
        OptionalLong named = SegmentName.position(name);
        if (named.isPresent()) {
          look(name, named.getAsLong(), from);
        }
      }
    } catch (IOException _) {
      // A folder that cannot be listed holds nothing that can be read.
    }
  }

  /** What the first readable header says. */
  public Optional<Charter> charter() {
    return charter;
  }

  /** The highest position that any record has; 0 for none. */
  public long reaches() {
    return byFirst.values().stream().mapToLong(Piece::last).max().orElse(0);
  }

  /** The piece that begins at a position. */
  public Optional<Piece> from(long position) {
    return Optional.ofNullable(byFirst.get(position));
  }

  /** The piece in which an entry stands. */
  public Optional<Piece> with(long position) {
    return Optional.ofNullable(byFirst.floorEntry(position))
        .map(Map.Entry::getValue)
        .filter(piece -> piece.last() >= position);
  }

  /** Its entries; none if they are none. */
  public List<Entry> entries(Piece piece) {
    return load(piece.file()) ? entries(RecordLayout.read(loaded, piece.offset())) : List.of();
  }

  /** Whether its hash continues a chain. */
  public boolean continues(byte[] chainBefore, Piece piece) {
    return load(piece.file())
        && layout.continues(chainBefore, loaded, RecordLayout.read(loaded, piece.offset()));
  }

  private static List<Entry> entries(TapeRecord record) {
    try {
      return record.entries();
    } catch (RuntimeException _) {
      // A right checksum over no entries: nobody wrote that here, so it is worth nothing.
      return List.of();
    }
  }

  private void look(String name, long named, long from) {
    if (!load(name)) {
      return;
    }
    readCharter(name, named);
    int offset = SegmentHeader.BYTES;
    while (offset < loaded.limit()) {
      if (!layout.isRecord(loaded, offset)) {
        offset++;
        continue;
      }
      TapeRecord record = RecordLayout.read(loaded, offset);
      if (record.count() > 0 && record.lastPosition() >= from) {
        byFirst.putIfAbsent(
            record.firstPosition(),
            new Piece(name, offset, record.firstPosition(), record.lastPosition(), record.chain()));
      }
      offset += record.length();
    }
  }

  private void readCharter(String name, long named) {
    if (charter.isEmpty()) {
      try {
        byte[] header = new byte[Math.min(SegmentHeader.BYTES, loaded.limit())];
        loaded.get(0, header);
        Path file = folder.path().resolve(name);
        charter = Optional.of(SegmentHeader.fromBytes(header, file, named).charter());
      } catch (LedgerUnavailable _) {
        // Another file may have a readable one.
      }
    }
  }

  private boolean load(String name) {
    if (loadedFile.equals(name)) {
      return true;
    }
    try (TapeFolder.TapeFile file = folder.open(name)) {
      ByteBuffer content = ByteBuffer.allocate((int) Math.min(file.size(), Integer.MAX_VALUE - 8));
      file.read(content, 0);
      loaded = content.flip();
      loadedFile = name;
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
