package counterfoil.eventstore.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.codec.EntryCodec.Slot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryCodecTest {
  private final EntryCodec codec = new EntryCodec();

  @Test
  void an_entry_read_back_from_its_bytes_is_the_entry_sealed() {
    long seed = System.nanoTime();
    RandomAppends appends = new RandomAppends(seed);
    for (int i = 0; i < 2000; i++) {
      Entry sealed = random(appends);
      Entry opened = EntryCodec.open(sealed.envelope(), sealed.salt(), sealed.payload());
      assertSameEntry(sealed, opened, "seed " + seed + ", entry " + i);
      assertTrue(codec.payloadIsGenuine(opened), "seed " + seed + ", entry " + i);
    }
  }

  @Test
  void version_1_is_written_as_it_always_was() throws IOException {
    assertEquals(goldenHex(), HexFormat.of().formatHex(goldenEntry().envelope()));
  }

  @Test
  void version_1_is_read_as_it_always_was() throws IOException {
    Entry golden = goldenEntry();
    byte[] envelope = HexFormat.of().parseHex(goldenHex());
    Entry opened = EntryCodec.open(envelope, golden.salt(), golden.payload());
    assertSameEntry(golden, opened, "golden");
    assertTrue(codec.payloadIsGenuine(opened));
  }

  @Test
  void an_envelope_cut_short_anywhere_is_refused() {
    Entry entry = goldenEntry();
    for (int length = 0; length < entry.envelope().length; length++) {
      byte[] cut = Arrays.copyOf(entry.envelope(), length);
      assertThrows(
          MalformedEnvelope.class,
          () -> EntryCodec.open(cut, entry.salt(), entry.payload()),
          "of length " + length);
    }
  }

  @Test
  void an_envelope_with_a_byte_too_many_is_refused() {
    Entry entry = goldenEntry();
    byte[] longer = Arrays.copyOf(entry.envelope(), entry.envelope().length + 1);
    MalformedEnvelope refusal =
        assertThrows(
            MalformedEnvelope.class, () -> EntryCodec.open(longer, entry.salt(), entry.payload()));
    assertEquals("envelope: end: 1 bytes too many", refusal.getMessage());
  }

  @Test
  void an_envelope_of_another_version_is_refused() {
    Entry entry = goldenEntry();
    byte[] newer = entry.envelope().clone();
    newer[3] = (byte) (newer[3] + 2);
    assertThrows(LaterVersion.class, () -> EntryCodec.open(newer, entry.salt(), entry.payload()));
    byte[] older = entry.envelope().clone();
    older[3]--;
    assertThrows(
        MalformedEnvelope.class, () -> EntryCodec.open(older, entry.salt(), entry.payload()));
  }

  @Test
  void a_changed_byte_is_refused_or_gives_another_envelope_but_never_a_fault() {
    long seed = System.nanoTime();
    RandomAppends appends = new RandomAppends(seed);
    for (int i = 0; i < 20_000; i++) {
      Entry entry = random(appends);
      byte[] changed = entry.envelope().clone();
      changed[(int) appends.number(changed.length)] ^= (byte) (1 + appends.number(255));
      try {
        Entry opened = EntryCodec.open(changed, entry.salt(), entry.payload());
        Append append =
            new Append(
                opened.commandId(),
                opened.commandDigest(),
                opened.provenance(),
                List.of(
                    new Write(
                        opened.stream(),
                        ExpectedVersion.any(),
                        List.of(new NewEvent(opened.type(), opened.payload())))),
                List.of());
        byte[] again = codec.seal(slot(opened), event(append), append, opened.salt()).envelope();
        int metadata = changed.length - Commitment.BYTES;
        assertArrayEquals(
            Arrays.copyOf(changed, metadata),
            Arrays.copyOf(again, metadata),
            "what was read is what stands there; seed " + seed + ", entry " + i);
      } catch (MalformedEnvelope | LaterVersion _) {
        // Refused, naming the field: as it should be.
      }
    }
  }

  @Test
  void another_payload_or_salt_is_not_genuine() {
    Entry entry = goldenEntry();
    byte[] payload = entry.payload().clone();
    payload[0] ^= 1;
    byte[] salt = entry.salt().clone();
    salt[31] ^= 1;
    assertFalse(codec.payloadIsGenuine(EntryCodec.open(entry.envelope(), entry.salt(), payload)));
    assertFalse(codec.payloadIsGenuine(EntryCodec.open(entry.envelope(), salt, entry.payload())));
  }

  @Test
  void text_is_refused_that_would_not_come_back_from_bytes_as_it_went_in() {
    Provenance good = goldenEntry().provenance();
    assertThrows(IllegalArgumentException.class, () -> withActor(good, "half a pair \uD83D"));
    assertThrows(IllegalArgumentException.class, () -> withActor(good, "\uDE00 the other half"));
    assertThrows(
        IllegalArgumentException.class,
        () -> withActor(good, "x".repeat(Provenance.MAX_TEXT_LENGTH + 1)));
    assertEquals("a pair \uD83D\uDE00", withActor(good, "a pair \uD83D\uDE00").actor());
  }

  @Test
  void the_longest_texts_there_may_be_fit_into_an_envelope() {
    String longest = "\u4E2D".repeat(Provenance.MAX_TEXT_LENGTH);
    Provenance provenance =
        new Provenance(
            longest,
            longest,
            longest,
            longest,
            Optional.of(longest),
            LocalDate.MAX,
            Optional.of(LocalDate.MIN),
            new UUID(-1, -1),
            Optional.of(new UUID(-1, -1)),
            Optional.of(longest),
            Optional.of(longest));
    Append append =
        new Append(
            new UUID(-1, -1),
            new byte[32],
            provenance,
            List.of(
                new Write(
                    new StreamName("a-" + "b".repeat(StreamName.MAX_LENGTH - 2)),
                    ExpectedVersion.any(),
                    List.of(
                        new NewEvent(
                            new EventType(
                                "\u4E2D".repeat(EventType.MAX_NAME_LENGTH), Integer.MAX_VALUE),
                            new byte[0])))),
            List.of());
    Slot slot =
        new Slot(
            Long.MAX_VALUE, append.writes().getFirst().stream(), Long.MAX_VALUE, Instant.EPOCH);
    Entry sealed = codec.seal(slot, event(append), append, new byte[32]);
    assertEquals(
        provenance,
        EntryCodec.open(sealed.envelope(), sealed.salt(), sealed.payload()).provenance());
  }

  private Entry random(RandomAppends appends) {
    Append append = appends.append();
    Slot slot =
        new Slot(
            1 + appends.number(Long.MAX_VALUE - 1),
            append.writes().getFirst().stream(),
            appends.number(Long.MAX_VALUE),
            appends.time());
    return codec.seal(slot, event(append), append, appends.bytes(32));
  }

  private static NewEvent event(Append append) {
    return append.writes().getFirst().events().getFirst();
  }

  private static Slot slot(Entry entry) {
    return new Slot(entry.position(), entry.stream(), entry.version(), entry.recordedAt());
  }

  private static Provenance withActor(Provenance good, String actor) {
    return new Provenance(
        actor,
        good.role(),
        good.branch(),
        good.workstation(),
        good.tillSession(),
        good.businessDate(),
        good.valueDate(),
        good.correlationId(),
        good.causationId(),
        good.reason(),
        good.approver());
  }

  private Entry goldenEntry() {
    UUID commandId = UUID.fromString("01234567-89ab-7cde-8f01-23456789abcd");
    Provenance provenance =
        new Provenance(
            "m.okafor",
            "teller",
            "Riverside \u6CB3\u8FB9",
            "WS-2",
            Optional.of("till-3"),
            LocalDate.of(2026, 11, 2),
            Optional.of(LocalDate.of(1969, 12, 31)),
            commandId,
            Optional.empty(),
            Optional.of(""),
            Optional.empty());
    byte[] digest = new byte[32];
    byte[] salt = new byte[32];
    for (int i = 0; i < 32; i++) {
      digest[i] = (byte) i;
      salt[i] = (byte) (255 - i);
    }
    byte[] payload = "{\"amount\":\"12.50\"}".getBytes(StandardCharsets.UTF_8);
    StreamName stream = new StreamName("account-1004-2213");
    NewEvent event = new NewEvent(new EventType("MoneyDeposited", 1), payload);
    Append append =
        new Append(
            commandId,
            digest,
            provenance,
            List.of(new Write(stream, ExpectedVersion.any(), List.of(event))),
            List.of());
    Slot slot = new Slot(42, stream, 7, Instant.parse("2026-11-02T10:42:00.123456Z"));
    return codec.seal(slot, event, append, salt);
  }

  private static String goldenHex() throws IOException {
    try (InputStream file = EntryCodecTest.class.getResourceAsStream("envelope-1.hex")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.US_ASCII)
          .replaceAll("\\s", "");
    }
  }

  private static void assertSameEntry(Entry expected, Entry actual, String message) {
    assertEquals(slot(expected), slot(actual), message);
    assertEquals(expected.type(), actual.type(), message);
    assertEquals(expected.commandId(), actual.commandId(), message);
    assertArrayEquals(expected.commandDigest(), actual.commandDigest(), message);
    assertEquals(expected.provenance(), actual.provenance(), message);
    assertArrayEquals(expected.payload(), actual.payload(), message);
    assertArrayEquals(expected.salt(), actual.salt(), message);
    assertArrayEquals(expected.envelope(), actual.envelope(), message);
  }
}
