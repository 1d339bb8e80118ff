package counterfoil.projection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.application.ScriptedClock;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.eventstore.jdbc.PostgresStore;
import counterfoil.eventstore.jdbc.ReadModel;
import counterfoil.eventstore.jdbc.TestServer;
import counterfoil.proof.Checked;
import counterfoil.proof.ProofCheck;
import counterfoil.proof.TreeHash;
import counterfoil.proof.TreeHead;
import counterfoil.proof.TreeProofs;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proofs out of tiles, on real stores, across the edges of one and two levels of them. */
class TreeTilesTest {
  private static final int MORE_THAN_TWO_LEVELS = (1 << 16) + 700;

  @TempDir Path folder = Path.of("");
  private final long seed = System.nanoTime();
  private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
  private final ScriptedClock clock = new ScriptedClock(Instant.parse("2026-11-23T07:30:00Z"));
  private final Charter charter =
      new Charter("test/ledger", "Riverside", "EUR", ZoneOffset.UTC, clock.instant(), true);

  private EmbeddedStore create() {
    return EmbeddedStore.create(folder.resolve("ledger"), charter, models(), clock);
  }

  private static List<ReadModel> models() {
    return List.of(new TreeTiles());
  }

  /** Entries of a line each, in appends of so many. */
  private static void record(LedgerStore store, int entries, int together) {
    StreamName stream = StreamName.of("line", "1");
    Provenance provenance =
        new Provenance(
            "teller",
            "teller",
            "Riverside",
            "WS-1",
            Optional.empty(),
            LocalDate.of(2026, 11, 23),
            Optional.empty(),
            UUID.randomUUID(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    for (int left = entries; left > 0; left -= together) {
      NewEvent event = new NewEvent(new EventType("Line", 1), new byte[] {1});
      store.append(
          new Append(
              UUID.randomUUID(),
              new byte[32],
              provenance,
              List.of(
                  new Append.Write(
                      stream,
                      ExpectedVersion.any(),
                      Collections.nCopies(Math.min(left, together), event))),
              List.of()));
    }
  }

  private void proves(LedgerStore store, int proofs) {
    TreeHash hash = new TreeHash();
    long size = store.head().position();
    TreeHead head = new TreeHead(size, store.head().root());
    for (int i = 0; i < proofs; i++) {
      var tree = new TreeProofs(new TiledTree(store.reads(), store));
      assertArrayEquals(head.root(), tree.root(size));
      long older = random.nextLong(1, size + 1);
      TreeHead before = tree.head(older);
      assertEquals(
          Checked.good(head),
          ProofCheck.consistency(before, head, tree.consistency(older, size)),
          "seed " + seed);
      long index = random.nextLong(older);
      Entry entry = store.at(index + 1).orElseThrow();
      assertEquals(
          Checked.good(before),
          ProofCheck.inclusion(
              hash.leaf(entry.envelope()), index, tree.inclusion(index, older), before),
          "seed " + seed);
    }
  }

  private static List<String> audit(LedgerStore store) {
    TileAudit audit = new TileAudit(store.reads(), store);
    List<Entry> all = store.read(1, 1000);
    audit.take(all);
    List<String> findings = new ArrayList<>();
    audit.compareAll(10).forEach(f -> findings.add(f.position() + ": " + f.what()));
    return findings;
  }

  @Test
  void any_entry_of_any_size_is_proven_before_and_after_a_rebuild() {
    try (EmbeddedStore store = create()) {
      record(store, MORE_THAN_TWO_LEVELS, 1000);
      proves(store, 20);
      assertEquals(List.of(), audit(store));
      store.rebuild(Progress.NONE);
      proves(store, 20);
      assertEquals(List.of(), audit(store));
    }
  }

  @Test
  void the_edge_goes_on_after_opening_again_whatever_its_size() {
    create().close();
    for (int i = 0; i < 6; i++) {
      try (EmbeddedStore store =
          EmbeddedStore.open(folder.resolve("ledger"), models(), clock, Progress.NONE)) {
        record(store, 150 + i, 7);
        proves(store, 5);
      }
    }
  }

  @Test
  void a_server_keeps_the_same_tiles() {
    ServerLogin login = TestServer.newDatabase();
    try {
      try (PostgresStore store = PostgresStore.create(login, charter, _ -> models(), clock);
          PostgresStore other = PostgresStore.open(login, _ -> models(), clock, Progress.NONE)) {
        for (int i = 0; i < 4; i++) {
          record(store, 301, 100);
          record(other, 77, 5);
        }
        proves(store, 10);
        assertEquals(List.of(), audit(other));
        store.rebuild(Progress.NONE);
        proves(other, 10);
        assertEquals(List.of(), audit(store));
      }
    } finally {
      TestServer.execute("DROP DATABASE " + login.address().database() + " WITH (FORCE)");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'UPDATE tree_hash SET hash = X''00'' WHERE number = 1', 257: a row is not what entries 257"
        + " to 512 come to in the table tree_hash",
    "'DELETE FROM tree_hash WHERE number = 2', 513: a row is missing in the table tree_hash",
    "'UPDATE tree_edge SET frontier = X''00''', 1000: the tree's edge is not what the entries"
        + " come to",
    "'DELETE FROM tree_edge', 1000: the tree's edge is not what the entries come to"
  })
  void whatever_is_changed_in_the_tiles_is_found(String change, String finding) {
    try (EmbeddedStore store = create()) {
      record(store, 1000, 1000);
      store.maintain(connection -> Statements.run(connection, change));
      assertEquals(List.of(finding), audit(store));
    }
  }

  @Test
  void an_entry_that_does_not_bear_itself_out_is_named_among_the_256_of_its_row() {
    try (EmbeddedStore store = create()) {
      record(store, 1000, 1000);
      byte[] envelope = store.at(300).orElseThrow().envelope().clone();
      envelope[envelope.length - 1] ^= 1;
      store.maintain(connection ->
          Statements.run(
              connection, "UPDATE entry SET envelope = ? WHERE position = 300", envelope));
      assertEquals(
          List.of(
              "300: it is not the entry that a row in the table tree_hash stands on",
              "1000: the tree's edge is not what the entries come to"),
          audit(store));
    }
  }

  @Test
  void a_proof_out_of_damaged_tiles_is_refused_and_not_made_up() {
    try (EmbeddedStore store = create()) {
      record(store, 1000, 1000);
      store.maintain(
          connection -> Statements.run(connection, "DELETE FROM tree_hash WHERE number = 1"));
      var tree = new TreeProofs(new TiledTree(store.reads(), store));
      assertThrows(QueryFailed.class, () -> tree.inclusion(5, 1000));
    }
  }
}
