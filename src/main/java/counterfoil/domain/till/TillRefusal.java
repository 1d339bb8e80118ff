package counterfoil.domain.till;

import counterfoil.domain.Refusal;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/** Why a command over a till or the vault was not carried out. */
public sealed interface TillRefusal extends Refusal {
  @Override
  default String code() {
    return switch (this) {
      case TillNotOpen _ -> "till_not_open";
      case TillAlreadyOpen _ -> "till_already_open";
      case TellerHasTill _ -> "teller_has_till";
      case TillOfAnother _ -> "till_of_another";
      case SessionOfAnotherDay _ -> "till_session_of_another_day";
      case VaultHasNoTeller _ -> "vault_has_no_teller";
      case OverShortNeedsReason _ -> "over_short_needs_reason";
      case TillAboveLimit _ -> "till_above_limit";
      case NoCashMoved _ -> "no_cash_moved";
      case OfferToItself _ -> "offer_to_itself";
      case OfferOfNothing _ -> "offer_of_nothing";
      case OfferExists _ -> "offer_exists";
      case OfferNotFound _ -> "offer_not_found";
      case OfferAccepted _ -> "offer_accepted";
      case OfferDeclined _ -> "offer_declined";
      case OfferForAnother _ -> "offer_for_another";
      case OffersOutstanding _ -> "offers_outstanding";
      case OffersWaiting _ -> "offers_waiting";
      case TillUnknown _ -> "till_unknown";
    };
  }

  record TillNotOpen(TillId till) implements TillRefusal {}

  record TillAlreadyOpen(TillId till, String teller) implements TillRefusal {}

  /** One teller, one open till. */
  record TellerHasTill(String teller, TillId till) implements TillRefusal {}

  /** Serving from a till that {@code teller} has open. */
  record TillOfAnother(TillId till, String teller) implements TillRefusal {}

  /** A till left open from {@code opened}; it is to be closed before it serves again. */
  record SessionOfAnotherDay(TillId till, LocalDate opened, LocalDate businessDate)
      implements TillRefusal {}

  /** Opening, closing or serving customers from the vault. */
  record VaultHasNoTeller() implements TillRefusal {}

  /**
   * @param difference counted less expected
   */
  record OverShortNeedsReason(TillId till, Money expected, Money counted, Money difference)
      implements TillRefusal {}

  /** The drawer would hold {@code cash}, above the hard limit: sell to the vault first. */
  record TillAboveLimit(TillId till, Money cash, Money limit) implements TillRefusal {}

  record NoCashMoved(TillId till) implements TillRefusal {}

  record OfferToItself(TillId till) implements TillRefusal {}

  record OfferOfNothing(TillId till) implements TillRefusal {}

  record OfferExists(UUID offer) implements TillRefusal {}

  /** Never made, or answered already. */
  record OfferNotFound(UUID offer, TillId from) implements TillRefusal {}

  record OfferAccepted(UUID offer, TillId from, TillId to) implements TillRefusal {}

  /** Declined by whom it was for, or taken back. */
  record OfferDeclined(UUID offer, TillId from, TillId to) implements TillRefusal {}

  record OfferForAnother(UUID offer, TillId to) implements TillRefusal {}

  /** Closing a till with cash of its own still in the bag. */
  record OffersOutstanding(TillId till, int offers, Money total) implements TillRefusal {}

  /** Closing a till while others' bags wait for its answer. */
  record OffersWaiting(TillId till, int offers, Money total) implements TillRefusal {}

  /** A teller's offer to a till that was never in use; only the vault gives a new till its cash. */
  record TillUnknown(TillId till) implements TillRefusal {}
}
