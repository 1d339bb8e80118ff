package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.jdbc.LedgerStore;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A read model gets every entry once and in order, in the transaction that adds it; one that does
 * not know what to do with an entry stops the store, and nothing is skipped.
 */
public abstract class ReadModelsPromise extends Promise {
  @Override
  protected abstract LedgerFixture fixture();

  private LedgerStore keeping(PositionsModel model) {
    LedgerStore opened = fixture().reopen(store, clock, List.of(model));
    store = opened;
    return opened;
  }

  @Test
  void it_gets_every_entry_once_and_in_order_and_who_was_acknowledged_sees_it() throws Exception {
    LedgerStore ledger = keeping(new PositionsModel());
    for (int i = 1; i <= 60; i++) {
      long last = taken(append(write(ALICE, ANY, "a"), write(BOB, ANY, "b"))).lastPosition();
      assertEquals(positionsTo(last), PositionsModel.read(ledger.reads()));
    }
  }

  @Test
  void it_gets_what_was_recorded_before_it_was_there() throws Exception {
    taken(append(ALICE, ANY, "a", "b", "c"));
    LedgerStore ledger = keeping(new PositionsModel());
    taken(append(ALICE, ANY, "d"));
    assertEquals(positionsTo(4), PositionsModel.read(ledger.reads()));
  }

  @Test
  void an_event_that_it_does_not_know_stops_the_store() throws Exception {
    LedgerStore ledger = keeping(new PositionsModel());
    taken(append(ALICE, ANY, "a"));
    var unknown = store.submit(unknown());
    assertThrows(StoreStopped.class, () -> outcome(unknown));
    assertThrows(StoreStopped.class, () -> outcome(store.submit(append(BOB, ANY, "b"))));
    assertEquals(positionsTo(1), PositionsModel.read(ledger.reads()));
  }

  @Test
  void an_event_that_it_does_not_know_is_not_skipped_when_the_ledger_is_opened_again()
      throws Exception {
    keeping(new PositionsModel());
    taken(append(ALICE, ANY, "a"));
    var unknown = store.submit(unknown());
    assertThrows(StoreStopped.class, () -> outcome(unknown));
    try {
      LedgerStore again = keeping(new PositionsModel());
      // Either the event was never recorded, or the ledger must not open.
      assertEquals(1, again.head().position());
      assertEquals(positionsTo(1), PositionsModel.read(again.reads()));
    } catch (EventStoreException refusal) {
      assertEquals("LedgerUnavailable", refusal.getClass().getSimpleName());
    }
  }

  @Test
  void made_again_from_the_entries_it_is_the_same() throws Exception {
    LedgerStore ledger = keeping(new PositionsModel());
    for (int i = 0; i < 30; i++) {
      taken(append(write(ALICE, ANY, "a"), write(BOB, ANY, "b")));
    }
    assertEquals(60, ledger.rebuild(Progress.NONE));
    assertEquals(positionsTo(60), PositionsModel.read(ledger.reads()));
    taken(append(ALICE, ANY, "after"));
    assertEquals(positionsTo(61), PositionsModel.read(ledger.reads()));
  }

  private static Append unknown() {
    var event = new NewEvent(new EventType(PositionsModel.UNKNOWN, 1), new byte[] {'{', '}'});
    return append(new Write(ALICE, ANY, List.of(event)));
  }

  private static List<Long> positionsTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
