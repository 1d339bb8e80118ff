package counterfoil.desktop.kit;

import counterfoil.application.Outcome;
import counterfoil.application.Outcome.ApprovalNeeded;
import counterfoil.application.Posting;
import java.util.function.Consumer;

/** Has somebody else sign what the person at the desk may not do alone. */
@FunctionalInterface
public interface SecondPerson {
  /**
   * Asks for it, over the exact text of {@code needed}. To be called on the screen's thread.
   *
   * @param whenAnswered hears, on the screen's thread, what came of the posting in the end; of an
   *     act that now waits in the queue, or that the person went back from, it hears {@code needed}
   */
  void ask(Posting posting, ApprovalNeeded needed, Consumer<Outcome> whenAnswered);
}
