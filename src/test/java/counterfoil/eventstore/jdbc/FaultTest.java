package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.VersionConflict;
import counterfoil.eventstore.conformance.SettableClock;
import counterfoil.eventstore.tape.SimulatedDisk;
import counterfoil.eventstore.tape.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever fails, nothing acknowledged is lost, and nothing is acknowledged that may be lost. */
class FaultTest {
  private static final int SEGMENT_BYTES = 32 << 10;

  @TempDir Path folder = Path.of("");
  private final SettableClock clock = new SettableClock();
  private final RandomAppends appends = new RandomAppends(13);
  private final GatedModel model = new GatedModel();
  private final List<Entry> acknowledged = new ArrayList<>();
  private SimulatedDisk disk = new SimulatedDisk(Path.of("tape"));

  @Test
  void a_full_disk_stops_the_store_for_good_and_says_so() {
    try (EmbeddedStore store = create()) {
      disk.leaveSpace(SEGMENT_BYTES / 2);
      StoreStopped stop = assertThrows(StoreStopped.class, () -> appendForEver(store));
      assertTrue(String.valueOf(stop.getMessage()).contains("disk is full"), stop.getMessage());
      assertTrue(store.hasStopped());
      assertThrows(StoreStopped.class, () -> store.append(appends.append()));
      assertEquals(store.head().position(), store.read(1, 10_000).size(), "reading goes on");
    }
    assertReopensWithEverythingAcknowledged();
  }

  @Test
  void a_failing_force_stops_the_store_for_good() {
    try (EmbeddedStore store = create()) {
      for (int i = 0; i < 20; i++) {
        acknowledged(store.append(appends.append()));
      }
      disk.failForceAfter(0);
      assertThrows(StoreStopped.class, () -> store.append(appends.append()));
      assertThrows(StoreStopped.class, () -> store.append(appends.append()));
      assertEquals(20, store.head().position());
      assertEquals(20, store.read(1, 100).size(), "the database has nothing that is not forced");
    }
    disk = disk.cutPower(new SplittableRandom(1));
    assertReopensWithEverythingAcknowledged();
  }

  @Test
  void a_write_cut_short_stops_the_store_for_good() {
    try (EmbeddedStore store = create()) {
      for (int i = 0; i < 20; i++) {
        acknowledged(store.append(appends.append()));
      }
      disk.failWriteAfter(0);
      assertThrows(StoreStopped.class, () -> store.append(appends.append()));
      assertEquals(20, store.read(1, 100).size());
    }
    assertReopensWithEverythingAcknowledged();
    assertEquals(20, acknowledged.size());
  }

  @Test
  void a_failing_database_stops_the_store_and_the_tape_brings_it_back() {
    CompletableFuture<Appended> failed;
    try (EmbeddedStore store = create()) {
      acknowledged(store.append(appends.append()));
      model.failWith(new SQLException("the database does not want to"));
      failed = store.submit(appends.append());
      assertThrows(CompletionException.class, failed::join);
      assertTrue(store.whyStopped().isPresent());
      assertEquals(1, store.read(1, 100).size());
    }
    model.failWith(new SQLException("still not"));
    assertThrows(LedgerUnavailable.class, this::open);
    GatedModel willing = new GatedModel();
    try (EmbeddedStore store = EmbeddedStore.open(place(willing), Progress.NONE)) {
      assertEquals(2, store.head().position(), "the force had returned: it is on the tape");
      assertEquals(List.of(), store.audit(Progress.NONE));
    }
  }

  @Test
  void everybody_waiting_at_a_fault_is_told() throws Exception {
    try (EmbeddedStore store = create()) {
      disk.holdForces();
      CompletableFuture<Appended> first = store.submit(appends.append());
      disk.awaitHeldForce();
      List<CompletableFuture<Appended>> waiting = submit(store, 100);
      disk.failForceAfter(1);
      disk.letForcesGo();
      acknowledged(first.join());
      waiting.forEach(FaultTest::assertStopped);
    }
    assertReopensWithEverythingAcknowledged();
  }

  @Test
  void those_behind_a_group_at_which_the_database_fails_are_told_too() throws Exception {
    try (EmbeddedStore store = create()) {
      acknowledged(store.append(appends.append()));
      model.close();
      List<CompletableFuture<Appended>> waiting = submit(store, 1);
      model.awaitArrival();
      waiting.addAll(submit(store, 100));
      model.failWith(new SQLException("the database does not want to"));
      model.open();
      waiting.forEach(FaultTest::assertStopped);
      assertTrue(store.hasStopped());
    }
    model.recover();
    assertReopensWithEverythingAcknowledged();
  }

  @Test
  void what_is_forced_but_not_yet_in_the_database_counts_and_is_not_answered() throws Exception {
    StreamName alice = StreamName.of("account", "alice");
    try (EmbeddedStore store = create()) {
      model.close();
      Append first = to(alice, ExpectedVersion.noStream());
      CompletableFuture<Appended> winner = store.submit(first);
      model.awaitArrival();
      CompletableFuture<Appended> loser = store.submit(to(alice, ExpectedVersion.noStream()));
      CompletableFuture<Appended> again = store.submit(first);
      CompletableFuture<Appended> next = store.submit(to(alice, ExpectedVersion.exactly(0)));
      assertFalse(winner.isDone() || loser.isDone() || again.isDone() || next.isDone());
      model.open();
      assertEquals(1, winner.join().firstPosition());
      CompletionException refused = assertThrows(CompletionException.class, loser::join);
      VersionConflict conflict = assertInstanceOf(VersionConflict.class, refused.getCause());
      assertEquals(1, conflict.between().size());
      assertTrue(again.join().before());
      assertEquals(2, next.join().firstPosition());
    }
  }

  @Test
  void power_cuts_at_any_moment_lose_nothing_acknowledged() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    create().close();
    for (int life = 0; life < 12; life++) {
      try (EmbeddedStore store = open()) {
        disk.failForceAfter(random.nextInt(30));
        while (!store.hasStopped()) {
          store
              .submit(appends.append())
              .thenAccept(this::acknowledged)
              .exceptionally(_ -> null)
              .join();
        }
      }
      disk = disk.cutPower(random);
      if (random.nextBoolean()) {
        deleteDatabase();
      }
      assertReopensWithEverythingAcknowledged("seed " + seed + ", life " + life);
    }
  }

  @Test
  void founding_on_a_full_disk_leaves_no_ledger_behind() {
    disk.leaveSpace(1000);
    LedgerUnavailable refusal = assertThrows(LedgerUnavailable.class, this::create);
    assertEquals(Reason.DISK_FULL, refusal.reason());
    assertFalse(Files.exists(Ledgers.database(folder)));
    disk.leaveSpace(10 * SEGMENT_BYTES);
    create().close();
    open().close();
  }

  @Test
  void appends_that_wait_together_share_one_force() throws Exception {
    try (EmbeddedStore store = create()) {
      disk.holdForces();
      CompletableFuture<Appended> first = store.submit(appends.append());
      disk.awaitHeldForce();
      Append append = appends.append();
      CompletableFuture<Appended> second = store.submit(append);
      CompletableFuture<Appended> again = store.submit(append);
      CompletableFuture<Appended> third = store.submit(appends.append());
      disk.failForceAfter(2);
      disk.letForcesGo();
      assertEquals(1, first.join().firstPosition());
      assertEquals(2, second.join().firstPosition());
      assertEquals(2, again.join().firstPosition());
      assertFalse(second.join().before());
      assertTrue(again.join().before(), "a repetition within one group is one");
      assertEquals(3, third.join().firstPosition());
      assertEquals(2, model.largestGroup());
    }
  }

  private void acknowledged(Appended appended) {
    acknowledged.addAll(appended.entries());
  }

  private List<CompletableFuture<Appended>> submit(EmbeddedStore store, int count) {
    List<CompletableFuture<Appended>> submitted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      submitted.add(store.submit(appends.append()));
    }
    return submitted;
  }

  private Append to(StreamName stream, ExpectedVersion expected) {
    return appends.append(List.of(new Append.Write(stream, expected, List.of(appends.event()))));
  }

  private static void assertStopped(CompletableFuture<Appended> answer) {
    CompletionException end = assertThrows(CompletionException.class, answer::join);
    assertInstanceOf(StoreStopped.class, end.getCause());
  }

  private void appendForEver(EmbeddedStore store) {
    while (true) {
      acknowledged(store.append(appends.append()));
    }
  }

  private void assertReopensWithEverythingAcknowledged() {
    assertReopensWithEverythingAcknowledged("");
  }

  private void assertReopensWithEverythingAcknowledged(String message) {
    disk.leaveSpace(1L << 30);
    disk.failForceAfter(Long.MAX_VALUE);
    disk.failWriteAfter(Long.MAX_VALUE);
    try (EmbeddedStore store = open()) {
      List<Entry> entries = store.read(1, 100_000);
      for (Entry entry : acknowledged) {
        assertEquals(
            entry.commandId(), entries.get((int) entry.position() - 1).commandId(), message);
      }
      assertEquals(List.of(), store.audit(Progress.NONE), message);
    }
  }

  private void deleteDatabase() {
    try {
      Files.delete(Ledgers.database(folder));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private EmbeddedStore create() {
    return EmbeddedStore.create(place(model), Ledgers.CHARTER);
  }

  private EmbeddedStore open() {
    return EmbeddedStore.open(place(model), Progress.NONE);
  }

  private Place place(ReadModel readModel) {
    return new Place(
        folder,
        disk,
        new Tape.Preparation(SEGMENT_BYTES, Runnable::run),
        List.of(readModel),
        clock);
  }
}
