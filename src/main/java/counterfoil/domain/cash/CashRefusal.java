package counterfoil.domain.cash;

import counterfoil.domain.Refusal;
import org.joda.money.Money;

/** Why cash cannot be taken, counted or handed out as told. */
public sealed interface CashRefusal extends Refusal {
  @Override
  default String code() {
    return switch (this) {
      case UnknownDenomination _ -> "unknown_denomination";
      case NegativePieces _ -> "negative_pieces";
      case TooManyPieces _ -> "too_many_pieces";
      case CashDoesNotMatch _ -> "cash_does_not_match";
      case DrawerLacks _ -> "drawer_lacks";
      case NoExactPayout _ -> "no_exact_payout";
      case NoSuchCash _ -> "no_such_cash";
      case DenominationsMalformed _ -> "denominations_malformed";
    };
  }

  /** A face value that the currency does not have, as it was given. */
  record UnknownDenomination(String given, String currency) implements CashRefusal {}

  record NegativePieces(String denomination, long pieces) implements CashRefusal {}

  record TooManyPieces(String denomination, long pieces, int allowed) implements CashRefusal {}

  /** The pieces told add up to another sum than the act needs. */
  record CashDoesNotMatch(Money expected, Money counted) implements CashRefusal {}

  /** The drawer has not got these pieces. */
  record DrawerLacks(Cash missing) implements CashRefusal {}

  /** The drawer holds enough or not, but no set of its pieces makes this sum. */
  record NoExactPayout(Money amount) implements CashRefusal {}

  /** No notes and coins of the currency make this sum: it is below the smallest coin's steps. */
  record NoSuchCash(Money amount) implements CashRefusal {}

  /** Face values that no table can be made of, as they were given. */
  record DenominationsMalformed(String given, String currency) implements CashRefusal {}
}
