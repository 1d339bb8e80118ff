package counterfoil.eventstore.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.tape.TapeReader.Check;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A tape's file, as a disk or anybody may have left it. Of an input the first byte is 0 for a whole
 * file, 1 for the records behind a good header, 2 for these with their checksums put right, and 3
 * for a header whose checksum is put right.
 */
public final class FuzzedTape {
  private static final Charter CHARTER =
      new Charter(
          "riverside.example/ledger",
          "Riverside",
          "EUR",
          ZoneOffset.UTC,
          Instant.parse("2026-11-01T08:00:00.000001Z"),
          true);
  private static final byte[] HEADER =
      new SegmentHeader(CHARTER, 1, SegmentHeader.CHAIN_START).toBytes();

  private FuzzedTape() {}

  /** Whether all of it is a tape. */
  public static boolean read(byte[] input) {
    if (input.length == 0) {
      return false;
    }
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    SimulatedDisk disk = new SimulatedDisk(Path.of("tape"));
    disk.replace(SegmentName.of(1), file(input[0] & 3, rest));
    LooseTape loose = new LooseTape(disk, 1);
    for (long at = 1; at <= Math.min(loose.reaches(), 100); at++) {
      var _ = loose.with(at).map(loose::entries);
    }
    return readStrictly(disk);
  }

  private static byte[] file(int kind, byte[] bytes) {
    return switch (kind) {
      case 0 -> bytes;
      case 1 -> behind(HEADER, bytes);
      case 2 -> summed(behind(HEADER, bytes));
      default -> {
        byte[] header = Arrays.copyOf(bytes, SegmentHeader.BYTES);
        putSum(header, 0, SegmentHeader.BYTES);
        yield header;
      }
    };
  }

  private static byte[] behind(byte[] header, byte[] records) {
    byte[] file = Arrays.copyOf(header, header.length + records.length);
    System.arraycopy(records, 0, file, header.length, records.length);
    return file;
  }

  private static byte[] summed(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    int at = SegmentHeader.BYTES;
    while (at + RecordLayout.START_BYTES < file.length) {
      int length = in.getInt(at + Integer.BYTES);
      if (length < RecordLayout.START_BYTES + Integer.BYTES || length > file.length - at) {
        break;
      }
      putSum(file, at, length);
      at += length;
    }
    return file;
  }

  private static void putSum(byte[] bytes, int from, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, length - Integer.BYTES);
    ByteBuffer.wrap(bytes).putInt(from + length - Integer.BYTES, (int) sum.getValue());
  }

  private static boolean readStrictly(SimulatedDisk disk) {
    try {
      TapeReader reader = new TapeReader(disk);
      long position = 0;
      for (Optional<TapeRecord> next = reader.next(Check.CHECKSUM);
          next.isPresent();
          next = reader.next(Check.CHECKSUM)) {
        assertEquals(position + 1, next.get().firstPosition(), "positions are dense");
        List<Entry> entries = next.get().entries();
        position += entries.size();
      }
      assertEquals(position, reader.end().position());
      return true;
    } catch (LedgerUnavailable | MalformedEnvelope | LaterVersion _) {
      return false;
    }
  }

  public static List<byte[]> examples() {
    TapeContent content = new TapeContent(1);
    ByteBuffer records = ByteBuffer.allocate(1 << 16);
    RecordLayout layout = new RecordLayout();
    byte[] chain = SegmentHeader.CHAIN_START;
    for (int entries : new int[] {1, 2}) {
      chain = layout.write(content.next(entries), 0, chain, records);
    }
    byte[] written = Arrays.copyOf(records.array(), records.position());
    return List.of(
        behind(new byte[] {0}, behind(HEADER, written)),
        behind(new byte[] {1}, written),
        behind(new byte[] {2}, written),
        behind(new byte[] {3}, HEADER));
  }
}
