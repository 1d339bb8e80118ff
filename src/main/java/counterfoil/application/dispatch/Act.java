package counterfoil.application.dispatch;

import java.util.List;

/** Something to be done. Decided on states alone, so that it may be decided again. */
public interface Act {
  /**
   * The streams it concerns, each once; the first one is what a person looked at when deciding, and
   * what its entries begin with.
   */
  List<Concern> concerns();

  Ruling decide(Standing standing);
}
