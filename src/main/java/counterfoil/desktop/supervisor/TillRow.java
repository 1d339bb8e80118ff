package counterfoil.desktop.supervisor;

import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillLimits;
import counterfoil.projection.TillLine;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * One till as the supervisor sees it.
 *
 * @param teller whose session runs; empty while the till is closed
 * @param bag what it has offered and nobody has accepted yet
 */
record TillRow(
    TillId till,
    Optional<String> teller,
    Optional<Instant> since,
    Money cash,
    Money bag,
    int offers,
    TillLimits limits) {

  static TillRow of(
      TillLine line,
      Optional<String> teller,
      Optional<Instant> since,
      TillLimits limits,
      CurrencyUnit currency) {
    Cash drawer = line.state().drawer(currency);
    return new TillRow(
        line.till(),
        teller,
        since,
        drawer.total(),
        line.state().bag(currency).total(),
        line.state().offers().size(),
        limits);
  }

  /** How the cash stands to the limits. */
  enum Level {
    WITHIN,
    ABOVE_SOFT,
    ABOVE_HARD
  }

  Level level() {
    if (limits.hard().filter(cash::isGreaterThan).isPresent()) {
      return Level.ABOVE_HARD;
    }
    return limits.soft().filter(cash::isGreaterThan).isPresent() ? Level.ABOVE_SOFT : Level.WITHIN;
  }

  /** Cash as a part of the highest limit, 0 to 1; nothing without a limit. */
  Optional<Double> share() {
    return highest().map(limit -> part(cash, limit));
  }

  /** Where on the same scale the soft limit stands; nothing unless both limits are set. */
  Optional<Double> softMark() {
    return limits
        .soft()
        .filter(_ -> limits.hard().isPresent())
        .flatMap(soft -> highest().map(limit -> part(soft, limit)));
  }

  private Optional<Money> highest() {
    return limits.hard().or(limits::soft);
  }

  private static double part(Money money, Money whole) {
    return Math.clamp(money.getAmount().doubleValue() / whole.getAmount().doubleValue(), 0.0, 1.0);
  }
}
