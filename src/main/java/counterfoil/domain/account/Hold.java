package counterfoil.domain.account;

import counterfoil.domain.account.AccountEvent.HoldKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;

/**
 * Money of an account that is not available.
 *
 * @param releaseOn from this business date on it may be released without more ado; nothing where
 *     that is not foreseen
 */
public record Hold(
    UUID id, Money amount, HoldKind kind, Optional<LocalDate> releaseOn, String reason) {

  /** Whether its day has come. */
  public boolean dueOn(LocalDate businessDate) {
    return releaseOn.filter(day -> !day.isAfter(businessDate)).isPresent();
  }
}
