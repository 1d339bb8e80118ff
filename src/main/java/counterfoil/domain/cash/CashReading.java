package counterfoil.domain.cash;

import counterfoil.domain.Refusal;

/** What comes of reading cash that somebody told: the cash, or why it is none. */
public sealed interface CashReading {
  record Told(Cash cash) implements CashReading {}

  record Refused(Refusal refusal) implements CashReading {}
}
