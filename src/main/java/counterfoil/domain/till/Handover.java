package counterfoil.domain.till;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.Decision.refused;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillCommand.AcceptCash;
import counterfoil.domain.till.TillCommand.DeclineCash;
import counterfoil.domain.till.TillCommand.OfferCash;
import counterfoil.domain.till.TillEvent.CashAccepted;
import counterfoil.domain.till.TillEvent.CashDeclined;
import counterfoil.domain.till.TillEvent.CashDelivered;
import counterfoil.domain.till.TillEvent.CashOffered;
import counterfoil.domain.till.TillRefusal.OfferExists;
import counterfoil.domain.till.TillRefusal.OfferForAnother;
import counterfoil.domain.till.TillRefusal.OfferNotFound;
import counterfoil.domain.till.TillRefusal.OfferOfNothing;
import counterfoil.domain.till.TillRefusal.OfferToItself;
import counterfoil.domain.till.TillRefusal.TillNotOpen;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** The rules of cash on its way between drawers: offered by one, accepted by the other. */
final class Handover {
  private final CurrencyUnit currency;
  private final TillLimits limits;

  Handover(CurrencyUnit currency, TillLimits limits) {
    this.currency = currency;
    this.limits = limits;
  }

  Decision<TillEvent> offer(TillState giver, OfferCash c) {
    return refuseClosed(giver, c.till())
        .or(() -> refuseOffer(giver, c))
        .or(() -> giver.drawer(currency).refuseMinus(c.cash()))
        .<Decision<TillEvent>>map(Decision::refused)
        .orElseGet(() -> accepted(new CashOffered(c.till(), c.offer(), c.to(), c.cash())));
  }

  Decision<TillEvent> accept(TillState giver, TillState receiver, AcceptCash c) {
    Optional<Offer> offer = Optional.ofNullable(giver.offers().get(c.offer()));
    if (offer.isEmpty()) {
      return refused(new OfferNotFound(c.offer(), c.from()));
    }
    Cash drawer = receiver.drawer(currency);
    return refuseClosed(receiver, c.till())
        .or(() -> refuseTaking(offer.get(), c.till(), drawer))
        .or(() -> limits.refuseAboveHard(c.till(), drawer.plus(offer.get().cash())))
        .<Decision<TillEvent>>map(Decision::refused)
        .orElseGet(() -> new Decision.Accepted<>(events(offer.get())));
  }

  Decision<TillEvent> decline(TillState giver, DeclineCash c) {
    Optional<Offer> offer = Optional.ofNullable(giver.offers().get(c.offer()));
    if (offer.isEmpty()) {
      return refused(new OfferNotFound(c.offer(), c.from()));
    }
    Cash cash = offer.get().cash();
    boolean takenBack = c.till().equals(c.from());
    return refuseAddressee(offer.get(), takenBack ? offer.get().to() : c.till())
        .or(() -> Limits.refuseText("reason", c.reason(), Limits.MAX_NARRATIVE_LENGTH))
        .or(() -> giver.drawer(currency).refusePlus(cash))
        .<Decision<TillEvent>>map(Decision::refused)
        .orElseGet(() ->
            accepted(new CashDeclined(c.from(), c.offer(), offer.get().to(), cash, c.reason())));
  }

  /** Why {@code till}, whose drawer holds {@code drawer}, cannot take the offer. */
  static Optional<Refusal> refuseTaking(Offer offer, TillId till, Cash drawer) {
    return refuseAddressee(offer, till).or(() -> drawer.refusePlus(offer.cash()));
  }

  /** The giver's event, and the receiver's. */
  static List<TillEvent> events(Offer offer) {
    return List.of(
        new CashDelivered(offer.from(), offer.id(), offer.to(), offer.cash()),
        new CashAccepted(offer.to(), offer.id(), offer.from(), offer.cash()));
  }

  private static Optional<Refusal> refuseOffer(TillState giver, OfferCash c) {
    if (c.till().equals(c.to())) {
      return Optional.of(new OfferToItself(c.till()));
    }
    if (c.cash().isEmpty()) {
      return Optional.of(new OfferOfNothing(c.till()));
    }
    return giver.offers().containsKey(c.offer())
        ? Optional.of(new OfferExists(c.offer()))
        : Optional.empty();
  }

  private static Optional<Refusal> refuseAddressee(Offer offer, TillId till) {
    return offer.to().equals(till)
        ? Optional.empty()
        : Optional.of(new OfferForAnother(offer.id(), offer.to()));
  }

  private static Optional<Refusal> refuseClosed(TillState state, TillId till) {
    return till.isVault() || state.session().isPresent()
        ? Optional.empty()
        : Optional.of(new TillNotOpen(till));
  }
}
