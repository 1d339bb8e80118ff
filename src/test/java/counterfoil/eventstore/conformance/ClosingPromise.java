package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.eventstore.Appended;
import counterfoil.eventstore.StoreStopped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Closing waits for what was submitted and refuses the rest. */
public abstract class ClosingPromise extends Promise {
  @Test
  void what_was_submitted_before_is_acknowledged() throws Exception {
    List<CompletableFuture<Appended>> submitted = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      submitted.add(store.submit(append(ALICE, ANY, "x")));
    }
    store.close();
    for (int i = 0; i < submitted.size(); i++) {
      assertEquals(i + 1, outcome(submitted.get(i)).firstPosition());
    }
  }

  @Test
  void what_is_submitted_afterwards_is_refused() {
    store.close();
    var late = store.submit(append(ALICE, ANY, "late"));
    assertThrows(StoreStopped.class, () -> outcome(late));
    assertThrows(StoreStopped.class, () -> store.append(append(ALICE, ANY, "late")));
  }

  @Test
  void reading_afterwards_is_refused() {
    store.close();
    assertThrows(StoreStopped.class, () -> store.load(ALICE, 0));
    assertThrows(StoreStopped.class, () -> store.read(1, 1));
    assertThrows(StoreStopped.class, () -> store.head());
  }

  @Test
  void closing_twice_is_no_fault() {
    store.close();
    store.close();
    assertThrows(StoreStopped.class, () -> store.head());
  }
}
