package counterfoil.domain.approval;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why an act needs a second person. */
public enum Condition {
  /** More than the maker's role may move alone. */
  AMOUNT,
  /** Needs money that is on hold. */
  HOLD,
  /** The customer or account is dormant. */
  DORMANT,
  /** Takes the account below zero, within its overdraft limit; of a fee, beyond that. */
  OVERDRAFT,
  REVERSAL,
  /** A till's shortage or surplus above the branch's limit. */
  OVER_SHORT,
  /** Outside the branch's opening hours. */
  AFTER_HOURS,
  /** The customer is not of age. */
  MINOR;

  /** The name that entries and scripts know it by; never changes. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Condition> of(String code) {
    return Stream.of(values()).filter(condition -> condition.code().equals(code)).findFirst();
  }
}
