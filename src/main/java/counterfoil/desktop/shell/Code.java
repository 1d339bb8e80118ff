package counterfoil.desktop.shell;

import counterfoil.desktop.kit.Message;
import counterfoil.domain.till.TillId;
import java.util.Optional;

/** A function code as it was typed into the command field: {@code d 1004-2213 250}. */
public sealed interface Code {
  /** An act for the counter. */
  record AtCounter(CounterRequest request) implements Code {}

  /** {@code o}, {@code o T-01}: to the tills, to open one. */
  record AtTill(Optional<TillId> till) implements Code {}

  /** {@code i}, {@code i 48221}: to what the ledger is worth, to the proof of an entry. */
  record AtIntegrity(Optional<Long> entry) implements Code {}

  /**
   * A code that is not whole yet, or has something that will not do.
   *
   * @param help how the code is typed
   * @param wrong what will not do; nothing while it is only not whole
   */
  record Unfinished(Message help, Optional<Message> wrong) implements Code {}
}
