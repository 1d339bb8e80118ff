package counterfoil.domain.branch;

import counterfoil.domain.Refusal;
import counterfoil.domain.till.TillId;
import java.math.BigDecimal;
import org.joda.money.Money;

/** Why a setting was not changed. */
public sealed interface SettingsRefusal extends Refusal {
  @Override
  default String code() {
    return switch (this) {
      case UnknownLimit _ -> "unknown_limit";
      case LimitNotPositive _ -> "limit_not_positive";
      case LimitsOutOfOrder _ -> "limits_out_of_order";
      case UnknownSetting _ -> "unknown_setting";
      case NumberOutOfRange _ -> "number_out_of_range";
      case HoursMalformed _ -> "hours_malformed";
      case TooManyLines _ -> "too_many_lines";
      case InterestOutOfRange _ -> "interest_out_of_range";
      case NothingChanged _ -> "nothing_changed";
      case DenominationHeld _ -> "denomination_held";
    };
  }

  record UnknownLimit(String limit) implements SettingsRefusal {}

  /** Zero would forbid everything; no limit at all is said by leaving it away. */
  record LimitNotPositive(LimitName limit, BigDecimal amount) implements SettingsRefusal {}

  /** The lower one of a pair (soft and hard, approval and supervisor) above the higher one. */
  record LimitsOutOfOrder(LimitName lower, Money lowerAmount, LimitName higher, Money higherAmount)
      implements SettingsRefusal {}

  record UnknownSetting(String setting) implements SettingsRefusal {}

  record NumberOutOfRange(SettingName setting, String given, int least, int most)
      implements SettingsRefusal {}

  record HoursMalformed(String given) implements SettingsRefusal {}

  record TooManyLines(SettingName setting, int lines, int allowed) implements SettingsRefusal {}

  record InterestOutOfRange(BigDecimal given, BigDecimal most, int decimals)
      implements SettingsRefusal {}

  /** {@code till} still holds {@code pieces} of a face that was to be taken off the list. */
  record DenominationHeld(String face, TillId till, int pieces) implements SettingsRefusal {}

  record NothingChanged(String setting) implements SettingsRefusal {}
}
