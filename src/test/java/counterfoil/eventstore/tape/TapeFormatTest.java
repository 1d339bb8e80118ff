package counterfoil.eventstore.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.tape.TapeReader.Check;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The golden file holds a tape of format 1, byte for byte without the zeros at its end. Whoever
 * changes what is written must give it another format, and leave this one readable.
 */
class TapeFormatTest {
  private static final int SEGMENT_BYTES = 16 << 10;
  private static final Charter CHARTER =
      new Charter(
          "riverside.example/ledger",
          "Riverside",
          "EUR",
          ZoneOffset.UTC,
          Instant.parse("2026-11-01T08:00:00.000001Z"),
          true);

  private final SimulatedDisk disk = new SimulatedDisk(Path.of("tape"));
  private final TapeContent content = new TapeContent(51);

  @Test
  void format_1_is_written_as_it_was() throws IOException {
    try (Tape tape =
        Tape.found(disk, new Tape.Preparation(SEGMENT_BYTES, Runnable::run), CHARTER)) {
      for (int entries : new int[] {1, 2}) {
        List<Entry> append = content.next(entries);
        tape.add(append);
        tape.write();
        tape.force();
      }
    }
    assertEquals(golden(), described(disk.bytes(SegmentName.of(1))));
  }

  @Test
  void format_1_is_read_as_it_was_written() throws IOException {
    content.next(1);
    content.next(2);
    byte[] header = HexFormat.of().parseHex(golden().get(0));
    byte[] records = HexFormat.of().parseHex(golden().get(1));
    byte[] file = new byte[SEGMENT_BYTES];
    System.arraycopy(header, 0, file, 0, header.length);
    byte[] checksum = HexFormat.of().parseHex(golden().get(2));
    System.arraycopy(checksum, 0, file, 4092, 4);
    System.arraycopy(records, 0, file, 4096, records.length);
    disk.replace(SegmentName.of(1), file);
    TapeReader reader = new TapeReader(disk);
    assertEquals(CHARTER, reader.charter());
    List<String> read = new ArrayList<>();
    for (var next = reader.next(Check.CHAIN); next.isPresent(); next = reader.next(Check.CHAIN)) {
      read.addAll(TapeContent.describe(next.get().entries()));
    }
    assertEquals(content.envelopes(), read);
    assertFalse(reader.end().torn());
  }

  /** The header and the records without the zeros behind them, and the header's checksum. */
  static List<String> described(byte[] file) {
    HexFormat hex = HexFormat.of();
    return List.of(
        hex.formatHex(file, 0, used(file, 4092)),
        hex.formatHex(file, 4096, used(file, file.length)),
        hex.formatHex(file, 4092, 4096));
  }

  private static int used(byte[] file, int end) {
    int used = end;
    while (file[used - 1] == 0) {
      used--;
    }
    return used;
  }

  private static List<String> golden() throws IOException {
    try (InputStream file =
        Optional.ofNullable(TapeFormatTest.class.getResourceAsStream("tape-1.hex")).orElseThrow()) {
      return new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
  }
}
