package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.codec.EntryCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is hashed is what is stored: no byte of an entry is ever rewritten. */
public abstract class BytesPromise extends Promise {
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void json_that_a_database_would_put_in_order_is_kept_as_it_was_written() throws Exception {
    List<String> odd =
        List.of(
            "{\"b\":1,\"a\":2,\"b\":3}",
            " { \"amount\" : 1.50 , \"n\":1e2, \"z\":-0.0 }\n",
            "{\"a\":\"\\u00e9\\/\\u0000\",\"b\":\"é\"}",
            "{\"n\":12345678901234567890.123456789012345678901}",
            "\uFEFF{}",
            "not JSON at all",
            "{\"nul\":\"\u0000\"}",
            "");
    for (String json : odd) {
      assertKept(json.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void bytes_that_are_no_text_are_kept() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertKept(all);
    assertKept(new byte[] {0});
    assertKept(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
    assertKept(new byte[1000]);
  }

  @Test
  void a_payload_of_a_mebibyte_is_kept() throws Exception {
    byte[] large = new RandomAppends(3).bytes(MEBIBYTE);
    assertKept(large);
  }

  @Test
  void the_envelope_is_what_its_own_fields_are_written_as() throws Exception {
    long seed = System.nanoTime();
    RandomAppends appends = new RandomAppends(seed);
    EntryCodec codec = new EntryCodec();
    for (int i = 0; i < 50; i++) {
      taken(appends.append());
    }
    reopen();
    List<Entry> read = store.read(1, 100);
    assertEquals(50, read.size(), "seed " + seed);
    for (Entry entry : read) {
      String message = "seed " + seed + ", entry " + entry.position();
      Entry again = codec.seal(slot(entry), event(entry), fields(entry), entry.salt());
      assertArrayEquals(entry.envelope(), again.envelope(), message);
    }
  }

  @Test
  void the_commitment_holds_for_the_stored_payload_and_for_no_other() throws Exception {
    taken(append(ALICE, ANY, "{\"amount\":100}"));
    reopen();
    EntryCodec codec = new EntryCodec();
    Entry entry = store.at(1).orElseThrow();
    assertTrue(codec.payloadIsGenuine(entry));
    for (int i = 0; i < entry.payload().length; i++) {
      byte[] other = entry.payload().clone();
      other[i] ^= 1;
      Entry forged = EntryCodec.open(entry.envelope(), entry.salt(), other);
      assertFalse(codec.payloadIsGenuine(forged), "byte " + i);
    }
  }

  private static EntryCodec.Slot slot(Entry entry) {
    return new EntryCodec.Slot(
        entry.position(), entry.stream(), entry.version(), entry.recordedAt());
  }

  private static NewEvent event(Entry entry) {
    return new NewEvent(entry.type(), entry.payload());
  }

  private static Append fields(Entry entry) {
    return new Append(
        entry.commandId(),
        entry.commandDigest(),
        entry.provenance(),
        List.of(new Write(entry.stream(), ANY, List.of(event(entry)))),
        List.of());
  }

  private void assertKept(byte[] payload) throws Exception {
    byte[] handedOver = payload.clone();
    Write write = new Write(ALICE, ANY, List.of(new NewEvent(new EventType("Odd", 1), handedOver)));
    Entry answered = taken(append(write)).entries().getFirst();
    reopen();
    List<byte[]> kept = new ArrayList<>();
    kept.add(answered.payload());
    kept.add(store.at(answered.position()).orElseThrow().payload());
    kept.add(store.load(ALICE, answered.version()).getFirst().payload());
    for (byte[] each : kept) {
      assertTrue(Arrays.equals(payload, each), "kept as " + each.length + " other bytes");
    }
  }
}
