package counterfoil.eventstore.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.tape.TapeReader.Check;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TapeTest {
  private static final int SEGMENT_BYTES = 16 << 10;
  private static final Charter CHARTER =
      new Charter(
          "riverside.example/ledger",
          "Riverside \u6CB3\u8FB9",
          "EUR",
          ZoneId.of("Africa/Nairobi"),
          Instant.parse("2026-11-01T08:00:00.123456Z"),
          true);

  private final SimulatedDisk disk = new SimulatedDisk(Path.of("tape"));
  private final TapeContent content = new TapeContent(7);

  @Test
  void what_was_added_is_read_back_over_several_files() throws IOException {
    try (Tape tape = found()) {
      for (int i = 0; i < 100; i++) {
        record(tape, 1 + i % 3);
      }
    }
    assertTrue(disk.segments().size() > 3, "several files");
    assertEquals(content.envelopes(), envelopes(disk, Check.CHAIN));
  }

  @Test
  void the_charter_is_in_every_file() throws IOException {
    try (Tape tape = found()) {
      for (int i = 0; i < 100; i++) {
        record(tape, 1);
      }
    }
    assertEquals(CHARTER, new TapeReader(disk).charter());
  }

  @Test
  void a_tape_without_records_is_a_tape() throws IOException {
    found().close();
    TapeReader reader = new TapeReader(disk);
    assertEquals(Optional.empty(), reader.next(Check.CHAIN));
    assertEquals(0, reader.end().position());
    assertFalse(reader.end().torn());
  }

  @Test
  void it_goes_on_where_it_ended() throws IOException {
    try (Tape tape = found()) {
      record(tape, 2);
    }
    for (int i = 0; i < 60; i++) {
      try (Tape tape = resume(disk)) {
        record(tape, 1);
      }
    }
    assertEquals(content.envelopes(), envelopes(disk, Check.CHAIN));
  }

  @Test
  void a_record_larger_than_a_file_gets_a_larger_file() throws IOException {
    try (Tape tape = found()) {
      record(tape, 1);
      record(tape, 200);
      record(tape, 1);
    }
    assertEquals(content.envelopes(), envelopes(disk, Check.CHAIN));
  }

  @Test
  void a_reader_can_begin_at_any_position() throws IOException {
    try (Tape tape = found()) {
      for (int i = 0; i < 60; i++) {
        record(tape, 2);
      }
    }
    for (int position = 0; position <= 120; position += 2) {
      TapeReader reader = new TapeReader(disk);
      reader.skipTo(position);
      assertEquals(position, reader.position());
      OptionalLong next =
          reader.next(Check.CHAIN).stream().mapToLong(TapeRecord::firstPosition).findFirst();
      assertEquals(position == 120 ? OptionalLong.empty() : OptionalLong.of(position + 1), next);
    }
  }

  @Test
  void after_a_power_cut_everything_forced_is_there_and_nothing_is_there_in_part()
      throws Exception {
    for (int run = 0; run < 150; run++) {
      long seed = System.nanoTime();
      SplittableRandom random = new SplittableRandom(seed);
      SimulatedDisk running = new SimulatedDisk(Path.of("tape"));
      TapeContent written = new TapeContent(seed);
      int forced = 0;
      Tape tape = Tape.found(running, preparation(), CHARTER);
      for (int life = 0; life < 3; life++) {
        for (int group = random.nextInt(12); group > 0; group--) {
          for (int record = 1 + random.nextInt(4); record > 0; record--) {
            tape.add(written.next(1 + random.nextInt(3)));
          }
          tape.write();
          if (group > 1 || random.nextBoolean()) {
            tape.force();
            forced = written.size();
          }
        }
        running = running.cutPower(random);
        List<String> found = envelopes(running, Check.CHAIN);
        String message = "seed " + seed + ", life " + life;
        assertTrue(found.size() >= forced, message + ": " + found.size() + " of " + forced);
        assertEquals(written.envelopes().subList(0, found.size()), found, message);
        written.forgetAfter(found.size());
        forced = found.size();
        tape = resume(running);
      }
    }
  }

  @Test
  void what_was_read_after_a_kill_is_forced_before_anything_else() throws IOException {
    try (Tape tape = found()) {
      tape.add(content.next(1));
      tape.write();
    }
    try (Tape _ = resume(disk)) {
      SimulatedDisk afterCut = disk.cutPower(new SplittableRandom(1));
      assertEquals(content.envelopes(), envelopes(afterCut, Check.CHAIN));
    }
  }

  @Test
  void a_torn_record_at_the_end_is_wiped_out() throws IOException {
    try (Tape tape = found()) {
      record(tape, 1);
      record(tape, 2);
    }
    TapeReader reader = readToEnd(disk);
    int end = reader.end().offset();
    byte[] bytes = disk.bytes(disk.segments().getLast());
    bytes[end + 3] = 'C';
    bytes[end + 700] = 1;
    assertTrue(readToEnd(disk).end().torn());
    try (Tape tape = resume(disk)) {
      assertFalse(readToEnd(disk).end().torn());
      record(tape, 1);
    }
    assertEquals(content.envelopes(), envelopes(disk, Check.CHAIN));
  }

  @Test
  void records_of_one_force_may_have_come_in_any_order() throws IOException {
    try (Tape tape = found()) {
      record(tape, 1);
      List<Entry> lost = content.next(1);
      tape.add(lost);
      tape.add(content.next(1));
      tape.write();
    }
    int broken = recordOffset(disk, 2);
    disk.bytes(disk.segments().getLast())[broken] ^= 1;
    assertEquals(content.envelopes().subList(0, 1), envelopes(disk, Check.CHAIN));
    assertTrue(readToEnd(disk).end().torn());
  }

  @Test
  void a_record_that_a_later_force_proves_to_have_been_whole_is_damage() throws IOException {
    try (Tape tape = found()) {
      record(tape, 1);
      record(tape, 1);
      record(tape, 1);
    }
    int broken = recordOffset(disk, 2);
    disk.bytes(disk.segments().getLast())[broken + 40] ^= 1;
    assertDamagedAt(2, disk);
  }

  @Test
  void a_record_in_an_earlier_file_is_never_torn() throws IOException {
    try (Tape tape = found()) {
      while (disk.segments().size() < 2) {
        record(tape, 1);
      }
    }
    int lastOfFirst = content.size() - 1;
    int broken = recordOffset(disk, lastOfFirst);
    disk.bytes(disk.segments().getFirst())[broken + 40] ^= 1;
    assertDamagedAt(lastOfFirst, disk);
  }

  @Test
  void a_missing_file_is_damage() throws IOException {
    try (Tape tape = found()) {
      for (int i = 0; i < 150; i++) {
        record(tape, 1);
      }
    }
    List<String> segments = disk.segments();
    SimulatedDisk withoutFirst = disk.copy();
    withoutFirst.delete(segments.getFirst());
    assertDamagedAt(1, withoutFirst);
    SimulatedDisk withoutSecond = disk.copy();
    withoutSecond.delete(segments.get(1));
    assertDamagedAt(SegmentName.position(segments.get(1)).orElseThrow(), withoutSecond);
  }

  @Test
  void a_file_of_another_ledger_is_damage() throws IOException {
    SimulatedDisk other = new SimulatedDisk(Path.of("other"));
    Charter charter =
        new Charter("other.example/l", "Other", "EUR", ZoneOffset.UTC, Instant.EPOCH, false);
    TapeContent others = new TapeContent(8);
    try (Tape tape = found();
        Tape otherTape = Tape.found(other, preparation(), charter)) {
      while (disk.segments().size() < 2 || other.segments().size() < 2) {
        record(tape, 1);
        otherTape.add(others.next(1));
        otherTape.write();
        otherTape.force();
      }
    }
    disk.replace(disk.segments().get(1), other.bytes(other.segments().get(1)));
    LedgerUnavailable refusal = assertThrows(LedgerUnavailable.class, () -> readToEnd(disk));
    assertEquals(Reason.DAMAGED, refusal.reason());
  }

  @Test
  void two_records_exchanged_with_right_checksums_break_the_chain() throws IOException {
    SimulatedDisk rewritten = new SimulatedDisk(Path.of("tape"));
    List<Entry> first = content.next(1);
    List<Entry> second = content.next(1);
    TapeContent forged = new TapeContent(99);
    try (Tape tape = found();
        Tape forgery = Tape.found(rewritten, preparation(), CHARTER)) {
      add(tape, first);
      add(tape, second);
      add(forgery, forged.next(1));
      add(forgery, forged.next(1));
    }
    // The first record of one tape, and behind it the second of another: each whole in itself.
    byte[] genuine = disk.bytes(disk.segments().getFirst());
    byte[] foreign = rewritten.bytes(rewritten.segments().getFirst());
    int at = recordOffset(disk, 2);
    int from = recordOffset(rewritten, 2);
    Arrays.fill(genuine, at, genuine.length, (byte) 0);
    System.arraycopy(foreign, from, genuine, at, foreign.length - Math.max(from, at));
    assertEquals(2, envelopes(disk, Check.CHECKSUM).size());
    LedgerUnavailable refusal =
        assertThrows(LedgerUnavailable.class, () -> envelopes(disk, Check.CHAIN));
    assertEquals(OptionalLong.of(2), refusal.position());
  }

  @Test
  void a_flipped_bit_anywhere_is_refused_or_cuts_the_end_but_never_changes_an_entry()
      throws IOException {
    try (Tape tape = found()) {
      for (int i = 0; i < 60; i++) {
        record(tape, 1 + i % 2);
      }
    }
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    int lastRecord = content.size() - 2;
    for (int i = 0; i < 1000; i++) {
      SimulatedDisk flipped = disk.copy();
      String name = disk.segments().get(random.nextInt(disk.segments().size()));
      byte[] bytes = flipped.bytes(name);
      int at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      String message = "seed " + seed + ", run " + i + ", " + name + " at " + at;
      try {
        List<String> found = envelopes(flipped, Check.CHECKSUM);
        assertTrue(found.size() >= lastRecord, message);
        assertEquals(content.envelopes().subList(0, found.size()), found, message);
      } catch (LedgerUnavailable _) {
        // Found: as it should be.
      }
    }
  }

  @Test
  void a_file_that_begins_otherwise_is_no_ledger() throws IOException {
    found().close();
    disk.replace(SegmentName.of(1), "%PDF-1.7 a statement".getBytes(StandardCharsets.US_ASCII));
    assertRefused(Reason.NOT_A_LEDGER);
    disk.replace(SegmentName.of(1), new byte[0]);
    assertRefused(Reason.NOT_A_LEDGER);
    disk.replace(SegmentName.of(1), new byte[SEGMENT_BYTES]);
    assertRefused(Reason.NOT_A_LEDGER);
  }

  @Test
  void a_file_of_a_later_format_is_newer() throws IOException {
    found().close();
    disk.bytes(SegmentName.of(1))[11]++;
    assertRefused(Reason.NEWER);
  }

  @Test
  void a_damaged_header_is_damage() throws IOException {
    found().close();
    disk.bytes(SegmentName.of(1))[100] ^= 1;
    assertRefused(Reason.DAMAGED);
  }

  @Test
  void files_of_other_names_are_left_alone() throws IOException {
    try (Tape tape = found()) {
      disk.create("notes.txt").close();
      disk.create("1.tape").close();
      record(tape, 1);
    }
    resume(disk).close();
    assertEquals(1, envelopes(disk, Check.CHAIN).size());
    assertTrue(disk.list().containsAll(List.of("notes.txt", "1.tape")));
  }

  @Test
  void an_empty_folder_holds_no_ledger() {
    LedgerUnavailable refusal = assertThrows(LedgerUnavailable.class, () -> new TapeReader(disk));
    assertEquals(Reason.MISSING, refusal.reason());
  }

  @Test
  void the_next_file_is_ready_before_it_is_needed() throws IOException {
    try (Tape tape = found()) {
      while (!disk.list().contains(SegmentName.SPARE)) {
        record(tape, 1);
      }
      assertEquals(1, disk.segments().size());
      disk.leaveSpace(0);
      while (disk.segments().size() < 2) {
        record(tape, 1);
      }
    }
    assertEquals(content.envelopes(), envelopes(disk, Check.CHAIN));
  }

  @Test
  void a_full_disk_is_met_before_a_record_is_begun() throws IOException {
    try (Tape tape = found()) {
      disk.leaveSpace(SEGMENT_BYTES / 2);
      assertThrows(
          IOException.class,
          () -> {
            while (true) {
              record(tape, 1);
            }
          });
    }
    assertFalse(disk.list().contains(SegmentName.SPARE), "half a spare keeps no space");
    assertFalse(readToEnd(disk).end().torn());
  }

  private Tape found() throws IOException {
    return Tape.found(disk, preparation(), CHARTER);
  }

  private static Tape resume(SimulatedDisk disk) throws IOException {
    return Tape.resume(disk, preparation(), readToEnd(disk).end());
  }

  private static Tape.Preparation preparation() {
    return new Tape.Preparation(SEGMENT_BYTES, Runnable::run);
  }

  private void record(Tape tape, int entries) throws IOException {
    add(tape, content.next(entries));
  }

  private static void add(Tape tape, List<Entry> entries) throws IOException {
    tape.add(entries);
    tape.write();
    tape.force();
  }

  private static TapeReader readToEnd(SimulatedDisk disk) {
    TapeReader reader = new TapeReader(disk);
    while (reader.next(Check.CHAIN).isPresent()) {
      // Only the end counts.
    }
    return reader;
  }

  private static List<String> envelopes(SimulatedDisk disk, Check check) {
    List<String> envelopes = new ArrayList<>();
    TapeReader reader = new TapeReader(disk);
    for (var record = reader.next(check); record.isPresent(); record = reader.next(check)) {
      envelopes.addAll(TapeContent.describe(record.get().entries()));
    }
    return envelopes;
  }

  private static int recordOffset(SimulatedDisk disk, long position) {
    TapeReader reader = new TapeReader(disk);
    while (true) {
      TapeRecord record = reader.next(Check.CHAIN).orElseThrow();
      if (record.firstPosition() == position) {
        return record.offset();
      }
    }
  }

  private static void assertDamagedAt(long position, SimulatedDisk disk) {
    LedgerUnavailable refusal = assertThrows(LedgerUnavailable.class, () -> readToEnd(disk));
    assertEquals(Reason.DAMAGED, refusal.reason());
    assertEquals(OptionalLong.of(position), refusal.position());
  }

  private void assertRefused(Reason reason) {
    LedgerUnavailable refusal = assertThrows(LedgerUnavailable.class, () -> new TapeReader(disk));
    assertEquals(reason, refusal.reason());
  }
}
