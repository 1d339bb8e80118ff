package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Demand;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.VersionConflict;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An append is recorded whole or not at all, over all the streams that it writes or demands. */
public abstract class AtomicityPromise extends Promise {
  @Test
  void one_append_writes_several_streams() throws Exception {
    taken(
        append(
            write(ALICE, ExpectedVersion.noStream(), "sent"),
            write(BOB, ExpectedVersion.noStream(), "received")));
    assertEquals(List.of("sent"), payloads(store.load(ALICE, 0)));
    assertEquals(List.of("received"), payloads(store.load(BOB, 0)));
  }

  @Test
  void if_one_stream_conflicts_none_is_written() throws Exception {
    fill(BOB, 2);
    VersionConflict conflict =
        conflict(
            append(
                write(ALICE, ExpectedVersion.noStream(), "sent"),
                write(BOB, ExpectedVersion.exactly(0), "received")));
    assertEquals(BOB, conflict.stream());
    assertEquals(List.of(), store.load(ALICE, 0));
    assertEquals(2, store.head().position());
  }

  @Test
  void a_stream_that_a_refused_append_would_have_begun_does_not_exist() throws Exception {
    fill(BOB, 1);
    conflict(append(write(ALICE, ANY, "a"), write(BOB, ExpectedVersion.noStream(), "b")));
    taken(append(ALICE, ExpectedVersion.noStream(), "now"));
    assertEquals(List.of("now"), payloads(store.load(ALICE, 0)));
  }

  @Test
  void a_demand_that_holds_writes_nothing_to_its_stream() throws Exception {
    fill(BOB, 2);
    taken(demanding(new Demand(BOB, ExpectedVersion.exactly(1))));
    assertEquals(1, store.load(ALICE, 0).size());
    assertEquals(2, store.load(BOB, 0).size());
  }

  @Test
  void a_demand_that_does_not_hold_refuses_the_append() throws Exception {
    fill(BOB, 2);
    VersionConflict conflict = conflict(demanding(new Demand(BOB, ExpectedVersion.exactly(0))));
    assertEquals(BOB, conflict.stream());
    assertEquals(1, conflict.actual());
    assertEquals(List.of(), store.load(ALICE, 0));
  }

  @Test
  void a_demand_may_be_that_a_stream_does_not_exist() throws Exception {
    taken(demanding(new Demand(BOB, ExpectedVersion.noStream())));
    fill(BOB, 1);
    conflict(demanding(new Demand(BOB, ExpectedVersion.noStream())));
    assertEquals(1, store.load(ALICE, 0).size());
  }

  @Test
  void a_refusal_does_not_touch_what_is_submitted_beside_it() throws Exception {
    var before = store.submit(append(ALICE, ANY, "a"));
    var refused = store.submit(append(ALICE, ExpectedVersion.noStream(), "refused"));
    var after = store.submit(append(ALICE, ExpectedVersion.exactly(0), "b"));
    assertEquals(1, outcome(before).firstPosition());
    assertThrows(VersionConflict.class, () -> outcome(refused));
    assertEquals(2, outcome(after).firstPosition());
  }

  private static Append demanding(Demand demand) {
    return append(UUID.randomUUID(), digest(1), List.of(write(ALICE, ANY, "a")), List.of(demand));
  }
}
