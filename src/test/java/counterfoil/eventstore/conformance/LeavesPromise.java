package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Head;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;

/**
 * Every entry is a leaf of the RFC 6962 tree whose root the head names. The tree is computed here
 * the way the RFC words it, with nothing of the program's own.
 */
public abstract class LeavesPromise extends Promise {
  private static final int SIZES = 70;

  @Test
  void the_heads_root_is_the_trees_at_every_size() throws Exception {
    List<byte[]> envelopes = new ArrayList<>();
    for (int size = 1; size <= SIZES; size++) {
      envelopes.add(taken(append(ALICE, ANY, "entry " + size)).entries().getFirst().envelope());
      assertEquals(size, store.head().position());
      assertEquals(hex(root(envelopes)), store.head().rootHex(), "size " + size);
    }
  }

  @Test
  void an_append_of_many_events_is_as_many_leaves() throws Exception {
    taken(append(write(ALICE, ANY, "a", "b", "c"), write(BOB, ANY, "d", "e")));
    taken(append(write(BOB, ANY, "f"), write(ALICE, ANY, "g")));
    assertEquals(hex(root(envelopes())), store.head().rootHex());
    assertEquals(7, store.head().position());
  }

  @Test
  void the_root_goes_on_after_opening_again() throws Exception {
    for (int size = 1; size <= 9; size++) {
      taken(append(ALICE, ANY, "entry " + size));
      reopen();
      assertEquals(size, envelopes().size());
      assertEquals(hex(root(envelopes())), store.head().rootHex(), "size " + size);
    }
  }

  @Test
  void refused_and_repeated_appends_add_no_leaf() throws Exception {
    Append once = append(ALICE, ANY, "once");
    taken(once);
    Head head = store.head();
    taken(once);
    conflict(append(ALICE, ExpectedVersion.noStream(), "refused"));
    assertEquals(head.rootHex(), store.head().rootHex());
    assertEquals(1, store.head().position());
  }

  @Test
  void every_head_that_is_told_is_the_root_at_its_position() throws Exception {
    var told = new ConcurrentSkipListMap<Long, String>();
    try (var _ = store.whenAdvanced(head -> told.put(head.position(), head.rootHex()))) {
      List<CompletableFuture<Appended>> submitted = new ArrayList<>();
      for (int i = 0; i < SIZES; i++) {
        submitted.add(store.submit(append(ALICE, ANY, "entry " + i)));
      }
      for (CompletableFuture<Appended> each : submitted) {
        outcome(each);
      }
      store.append(append(BOB, ANY, "last"));
    }
    List<byte[]> envelopes = envelopes();
    assertEquals(SIZES + 1, envelopes.size());
    told.forEach((position, root) ->
        assertEquals(
            hex(root(envelopes.subList(0, Math.toIntExact(position)))), root, "at " + position));
  }

  private List<byte[]> envelopes() {
    return store.read(1, 1000).stream().map(Entry::envelope).toList();
  }

  /** MTH of RFC 6962, section 2.1. */
  private static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return sha256();
    }
    if (leaves.size() == 1) {
      return sha256(new byte[] {0}, leaves.getFirst());
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    return sha256(
        new byte[] {1}, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
