package counterfoil.desktop.counter;

import counterfoil.desktop.counter.CashForm.Count;
import counterfoil.desktop.counter.CashForm.Way;
import counterfoil.desktop.kit.Message;
import java.util.Optional;

/** Why an act cannot be posted with the notes and coins as they are typed. */
final class CashProblem {
  private CashProblem() {}

  static Optional<Message> of(Count count) {
    if (count.fits()) {
      return Optional.empty();
    }
    return count
        .wrong()
        .or(() -> count.missing().map(sum -> Message.of("counter.cash.missing", sum)))
        .or(() ->
            count
                .beyond()
                .filter(_ -> count.way() == Way.OUT)
                .map(sum -> Message.of("counter.cash.beyond", sum)));
  }
}
