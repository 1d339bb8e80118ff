package counterfoil.eventstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.CommandIdReused;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.VersionConflict;
import counterfoil.eventstore.conformance.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds within one life of an embedded store holds across its lives. */
class RestartTest {
  private static final StreamName ALICE = StreamName.of("account", "alice");

  @TempDir Path folder = Path.of("");
  private final SettableClock clock = new SettableClock();
  private final RandomAppends appends = new RandomAppends(11);

  @Test
  void entries_head_charter_and_read_models_are_as_they_were() throws Exception {
    List<Entry> before;
    Head head;
    try (EmbeddedStore store = Ledgers.create(folder, clock, new CountModel())) {
      for (int i = 0; i < 120; i++) {
        store.append(appends.append());
      }
      before = store.read(1, 1000);
      head = store.head();
    }
    try (EmbeddedStore store = Ledgers.open(folder, clock, new CountModel())) {
      assertEquals(Ledgers.CHARTER, store.charter());
      assertEquals(120, store.head().position());
      assertArrayEquals(head.root(), store.head().root());
      List<Entry> after = store.read(1, 1000);
      for (int i = 0; i < 120; i++) {
        assertArrayEquals(before.get(i).envelope(), after.get(i).envelope());
        assertArrayEquals(before.get(i).payload(), after.get(i).payload());
      }
      assertEquals(120, CountModel.counts(store.reads()).values().stream().mapToLong(n -> n).sum());
    }
  }

  @Test
  void positions_and_versions_go_on() {
    try (EmbeddedStore store = Ledgers.create(folder, clock)) {
      store.append(to(ALICE, ExpectedVersion.noStream()));
    }
    try (EmbeddedStore store = Ledgers.open(folder, clock)) {
      assertThrows(
          VersionConflict.class, () -> store.append(to(ALICE, ExpectedVersion.noStream())));
      Appended appended = store.append(to(ALICE, ExpectedVersion.exactly(0)));
      assertEquals(2, appended.firstPosition());
      assertEquals(1, appended.entries().getFirst().version());
    }
  }

  @Test
  void a_command_given_again_gives_its_first_outcome() {
    Append append = to(ALICE, ExpectedVersion.noStream());
    try (EmbeddedStore store = Ledgers.create(folder, clock)) {
      assertFalse(store.append(append).before());
    }
    try (EmbeddedStore store = Ledgers.open(folder, clock)) {
      Appended again = store.append(append);
      assertTrue(again.before());
      assertEquals(1, again.firstPosition());
      Append other =
          new Append(
              append.commandId(),
              appends.bytes(32),
              append.provenance(),
              append.writes(),
              List.of());
      assertThrows(CommandIdReused.class, () -> store.append(other));
      assertEquals(1, store.head().position());
    }
  }

  @Test
  void time_does_not_go_back() {
    Instant last;
    try (EmbeddedStore store = Ledgers.create(folder, clock)) {
      last = store.append(appends.append()).entries().getFirst().recordedAt();
    }
    clock.advance(Duration.ofDays(-1));
    try (EmbeddedStore store = Ledgers.open(folder, clock)) {
      assertEquals(last, store.append(appends.append()).entries().getFirst().recordedAt());
    }
  }

  @Test
  void many_lives_make_one_ledger() {
    Ledgers.create(folder, clock).close();
    for (int life = 0; life < 12; life++) {
      try (EmbeddedStore store = Ledgers.open(folder, clock)) {
        for (int i = 0; i < 10; i++) {
          store.append(appends.append());
        }
      }
    }
    try (EmbeddedStore store = Ledgers.open(folder, clock)) {
      assertEquals(120, store.head().position());
      assertEquals(List.of(), store.audit(Progress.NONE));
    }
  }

  private Append to(StreamName stream, ExpectedVersion expected) {
    return appends.append(List.of(new Append.Write(stream, expected, List.of(appends.event()))));
  }
}
