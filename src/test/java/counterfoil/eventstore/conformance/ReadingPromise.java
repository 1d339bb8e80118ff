package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was recorded is read as it was handed over, and at once by whoever was acknowledged. */
public abstract class ReadingPromise extends Promise {
  @Test
  void an_entry_holds_what_was_handed_over_byte_for_byte() throws Exception {
    long seed = System.nanoTime();
    RandomAppends appends = new RandomAppends(seed);
    for (int i = 0; i < 50; i++) {
      Append append = appends.append();
      NewEvent event = append.writes().getFirst().events().getFirst();
      Entry entry = store.at(taken(append).firstPosition()).orElseThrow();
      String message = "seed " + seed + ", entry " + i;
      assertEquals(append.writes().getFirst().stream(), entry.stream(), message);
      assertEquals(event.type(), entry.type(), message);
      assertEquals(append.commandId(), entry.commandId(), message);
      assertArrayEquals(append.commandDigest(), entry.commandDigest(), message);
      assertEquals(append.provenance(), entry.provenance(), message);
      assertArrayEquals(event.payload(), entry.payload(), message);
    }
  }

  @Test
  void what_the_answer_says_is_what_is_read() throws Exception {
    List<Entry> answered =
        taken(append(write(ALICE, ANY, "a", "b"), write(BOB, ANY, "c"))).entries();
    List<Entry> read = store.read(1, 10);
    assertEquals(answered.size(), read.size());
    for (int i = 0; i < read.size(); i++) {
      assertArrayEquals(answered.get(i).envelope(), read.get(i).envelope());
      assertArrayEquals(answered.get(i).salt(), read.get(i).salt());
      assertArrayEquals(answered.get(i).payload(), read.get(i).payload());
      assertEquals(answered.get(i).position(), read.get(i).position());
      assertTrue(new EntryCodec().payloadIsGenuine(read.get(i)));
    }
  }

  @Test
  void who_was_acknowledged_sees_its_own_entries_at_once() throws Exception {
    race(
        4,
        number -> {
          StreamName mine = StreamName.of("account", "" + number);
          for (int i = 0; i < 25; i++) {
            long position = taken(append(mine, ANY, "x")).lastPosition();
            assertEquals(i + 1, store.load(mine, 0).size());
            assertEquals(mine, store.at(position).orElseThrow().stream());
            assertTrue(store.head().position() >= position);
          }
        });
  }

  @Test
  void a_stream_is_read_in_order_from_a_version_on() throws Exception {
    taken(append(write(ALICE, ANY, "0", "1"), write(BOB, ANY, "b")));
    taken(append(ALICE, ANY, "2", "3"));
    assertEquals(List.of("0", "1", "2", "3"), payloads(store.load(ALICE, 0)));
    assertEquals(List.of("2", "3"), payloads(store.load(ALICE, 2)));
    assertEquals(List.of(), store.load(ALICE, 4));
    assertEquals(List.of(), store.load(StreamName.of("account", "nobody"), 0));
  }

  @Test
  void the_ledger_is_read_in_pages() throws Exception {
    taken(append(ALICE, ANY, "1", "2", "3", "4", "5"));
    assertEquals(List.of("2", "3"), payloads(store.read(2, 2)));
    assertEquals(List.of("5"), payloads(store.read(5, 10)));
    assertEquals(List.of(), store.read(6, 10));
    assertEquals(List.of("1", "2"), payloads(store.read(0, 2)));
    assertTrue(store.at(5).isPresent());
    assertFalse(store.at(6).isPresent());
  }

  @Test
  void a_long_stream_is_read_whole() throws Exception {
    for (int i = 0; i < 5; i++) {
      String[] payloads = new String[500];
      Arrays.fill(payloads, "x".repeat(300));
      taken(append(ALICE, ExpectedVersion.any(), payloads));
    }
    assertEquals(2500, store.load(ALICE, 0).size());
    assertEquals(2499, store.load(ALICE, 2499).getFirst().version());
  }

  @Test
  void an_empty_ledger_has_the_empty_trees_root() {
    assertEquals(0, store.head().position());
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", store.head().rootHex());
  }

  @Test
  void the_head_is_the_root_of_the_tree_over_all_envelopes() throws Exception {
    taken(append(write(ALICE, ANY, "a", "b"), write(BOB, ANY, "c")));
    taken(append(ALICE, ANY, "d", "e"));
    TreeHash hash = new TreeHash();
    Frontier frontier = Frontier.EMPTY;
    for (Entry entry : store.read(1, 100)) {
      frontier = frontier.append(hash.leaf(entry.envelope()), hash);
    }
    assertEquals(5, store.head().position());
    assertArrayEquals(frontier.root(hash), store.head().root());
  }
}
