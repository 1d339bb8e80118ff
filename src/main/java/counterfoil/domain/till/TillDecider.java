package counterfoil.domain.till;

import static counterfoil.domain.Decision.refused;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.till.TillCommand.AcceptCash;
import counterfoil.domain.till.TillCommand.BringIn;
import counterfoil.domain.till.TillCommand.CloseTill;
import counterfoil.domain.till.TillCommand.CountCash;
import counterfoil.domain.till.TillCommand.DeclineCash;
import counterfoil.domain.till.TillCommand.MoveCash;
import counterfoil.domain.till.TillCommand.OfOneTill;
import counterfoil.domain.till.TillCommand.OfferCash;
import counterfoil.domain.till.TillCommand.OpenTill;
import counterfoil.domain.till.TillCommand.SendOut;
import counterfoil.domain.till.TillEvent.CashOffered;
import counterfoil.domain.till.TillEvent.CashOverShortBooked;
import counterfoil.domain.till.TillEvent.TillCashCounted;
import counterfoil.domain.till.TillEvent.TillCashMoved;
import counterfoil.domain.till.TillEvent.TillClosed;
import counterfoil.domain.till.TillEvent.TillOpened;
import counterfoil.domain.till.TillRefusal.NoCashMoved;
import counterfoil.domain.till.TillRefusal.OffersOutstanding;
import counterfoil.domain.till.TillRefusal.OffersWaiting;
import counterfoil.domain.till.TillRefusal.OverShortNeedsReason;
import counterfoil.domain.till.TillRefusal.SessionOfAnotherDay;
import counterfoil.domain.till.TillRefusal.TellerHasTill;
import counterfoil.domain.till.TillRefusal.TillAlreadyOpen;
import counterfoil.domain.till.TillRefusal.TillNotOpen;
import counterfoil.domain.till.TillRefusal.TillOfAnother;
import counterfoil.domain.till.TillRefusal.TillUnknown;
import counterfoil.domain.till.TillRefusal.VaultHasNoTeller;
import counterfoil.domain.till.TillState.Session;
import counterfoil.domain.till.TillState.Used;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;

/** The rules of tills and vault: states and command in, events or a refusal out. */
public final class TillDecider {
  private final Denominations denominations;
  private final TillLimits limits;

  /**
   * @param denominations of the ledger's currency; other pieces are refused
   * @param limits of every till but the vault
   */
  public TillDecider(Denominations denominations, TillLimits limits) {
    this.denominations = denominations;
    this.limits = limits;
  }

  /**
   * Why {@code teller} cannot serve from this till under {@code businessDate}, with cash or
   * without: it is closed, somebody else's, or open since another day.
   */
  public static Optional<Refusal> refuseServing(
      TillState state, TillId till, String teller, LocalDate businessDate) {
    if (state.session().isEmpty()) {
      return Optional.of(new TillNotOpen(till));
    }
    Session session = state.session().get();
    if (!session.teller().equals(teller)) {
      return Optional.of(new TillOfAnother(till, session.teller()));
    }
    return session.id().businessDate().equals(businessDate)
        ? Optional.empty()
        : Optional.of(new SessionOfAnotherDay(till, session.id().businessDate(), businessDate));
  }

  /** Decides a command over one drawer. */
  public Decision<TillEvent> decide(TillState state, OfOneTill command) {
    return switch (command) {
      case MoveCash c -> move(state, c);
      case CountCash c -> count(state, c);
      case CloseTill c -> close(state, c);
      case OfferCash c -> new Handover(denominations.currency(), limits).offer(state, c);
      case BringIn c -> new VaultDoor(denominations).bringIn(state, c);
      case SendOut c -> new VaultDoor(denominations).sendOut(state, c);
    };
  }

  /**
   * Decides an opening. Every waiting offer is accepted first: its giver's event, then the till's.
   *
   * @param tillOfTeller the till that the teller has open elsewhere
   * @param waiting what other tills and the vault have offered this one, as their states hold it
   */
  public Decision<TillEvent> open(
      TillState state, OpenTill c, Optional<TillId> tillOfTeller, List<Offer> waiting) {
    if (c.till().isVault()) {
      return refused(new VaultHasNoTeller());
    }
    if (state.session().isPresent()) {
      return refused(new TillAlreadyOpen(c.till(), state.session().get().teller()));
    }
    if (tillOfTeller.isPresent()) {
      return refused(new TellerHasTill(c.teller(), tillOfTeller.get()));
    }
    Cash expected = state.drawer(denominations.currency());
    for (Offer offer : waiting) {
      Optional<Refusal> refusal = Handover.refuseTaking(offer, c.till(), expected);
      if (refusal.isPresent()) {
        return refused(refusal.get());
      }
      expected = expected.plus(offer.cash());
    }
    return open(nextSession(state, c), c, expected, waiting);
  }

  private Decision<TillEvent> open(
      TillSession session, OpenTill c, Cash expected, List<Offer> waiting) {
    Count count = new Count(c.till(), Optional.of(session), expected, c.counted(), c.reason());
    return decision(
        refuse(count),
        () -> {
          List<TillEvent> events = new ArrayList<>();
          waiting.forEach(offer -> events.addAll(Handover.events(offer)));
          events.add(new TillOpened(c.till(), session, c.teller(), expected, c.counted()));
          overShort(count).ifPresent(events::add);
          return events;
        });
  }

  /**
   * Decides a closing.
   *
   * @param waiting what other tills and the vault have offered this one
   */
  public Decision<TillEvent> close(TillState state, CloseTill c, List<Offer> waiting) {
    if (state.session().isPresent() && !waiting.isEmpty()) {
      Money total =
          waiting.stream()
              .map(Offer::cash)
              .reduce(Cash.none(denominations.currency()), Cash::plus)
              .total();
      return refused(new OffersWaiting(c.till(), waiting.size(), total));
    }
    return close(state, c);
  }

  /**
   * Decides an offer.
   *
   * @param known whether the addressee has been in use; the vault is, and gives any till its first
   *     cash
   */
  public Decision<TillEvent> offer(TillState giver, OfferCash c, boolean known) {
    return known || c.to().isVault() || c.till().isVault()
        ? decide(giver, c)
        : refused(new TillUnknown(c.to()));
  }

  /** Decides an acceptance: the giver's event first, the receiver's second. */
  public Decision<TillEvent> accept(TillState giver, TillState receiver, AcceptCash c) {
    return new Handover(denominations.currency(), limits).accept(giver, receiver, c);
  }

  /** Decides that an offer is declined by its addressee or taken back: the giver's event. */
  public Decision<TillEvent> decline(TillState giver, DeclineCash c) {
    return new Handover(denominations.currency(), limits).decline(giver, c);
  }

  private Decision<TillEvent> move(TillState state, MoveCash c) {
    Optional<TillSession> session = state.session().map(Session::id);
    if (session.isEmpty()) {
      return refused(c.till().isVault() ? new VaultHasNoTeller() : new TillNotOpen(c.till()));
    }
    if (c.received().isEmpty() && c.given().isEmpty()) {
      return refused(new NoCashMoved(c.till()));
    }
    Cash drawer = state.drawer(denominations.currency());
    return decision(
        denominations
            .refuse(c.received())
            .or(() -> drawer.refusePlus(c.received()))
            .or(() -> drawer.plus(c.received()).refuseMinus(c.given()))
            .or(() -> Limits.refuseName("what", c.what(), Limits.MAX_NARRATIVE_LENGTH))
            .or(() -> refuseTakingIn(c, drawer.plus(c.received()).minus(c.given()))),
        () ->
            List.of(
                new TillCashMoved(
                    c.till(),
                    session.get(),
                    c.received(),
                    c.given(),
                    c.account(),
                    c.what(),
                    c.proposed())));
  }

  private Optional<Refusal> refuseTakingIn(MoveCash c, Cash drawer) {
    return c.received().total().isGreaterThan(c.given().total())
        ? limits.refuseAboveHard(c.till(), drawer)
        : Optional.empty();
  }

  private Decision<TillEvent> count(TillState state, CountCash c) {
    if (!c.till().isVault() && state.session().isEmpty()) {
      return refused(new TillNotOpen(c.till()));
    }
    Cash expected = state.drawer(denominations.currency());
    Optional<TillSession> session = state.session().map(Session::id);
    Count count = new Count(c.till(), session, expected, c.counted(), c.reason());
    return decision(
        refuse(count),
        () -> {
          List<TillEvent> events = new ArrayList<>();
          events.add(new TillCashCounted(c.till(), session, expected, c.counted()));
          overShort(count).ifPresent(events::add);
          return events;
        });
  }

  private Decision<TillEvent> close(TillState state, CloseTill c) {
    if (c.till().isVault()) {
      return refused(new VaultHasNoTeller());
    }
    if (state.session().isEmpty()) {
      return refused(new TillNotOpen(c.till()));
    }
    TillSession session = state.session().get().id();
    Cash expected = state.drawer(denominations.currency());
    Count count = new Count(c.till(), Optional.of(session), expected, c.counted(), c.reason());
    return decision(
        refuseOutstanding(state, c.till()).or(() -> refuse(count)),
        () -> {
          List<TillEvent> events = new ArrayList<>();
          overShort(count).ifPresent(events::add);
          events.add(new TillClosed(c.till(), session, expected, c.counted()));
          c.handOver()
              .filter(_ -> !c.counted().isEmpty())
              .map(offer -> new CashOffered(c.till(), offer, TillId.VAULT, c.counted()))
              .ifPresent(events::add);
          return events;
        });
  }

  private Optional<Refusal> refuseOutstanding(TillState state, TillId till) {
    return state.offers().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OffersOutstanding(
                till, state.offers().size(), state.bag(denominations.currency()).total()));
  }

  private record Count(
      TillId till, Optional<TillSession> session, Cash expected, Cash counted, String reason) {}

  /** What a count books: nothing where the totals agree, over or short where they do not. */
  private Optional<Refusal> refuse(Count count) {
    return denominations
        .refuse(count.counted(), count.expected())
        .or(() -> Limits.refuseText("reason", count.reason(), Limits.MAX_NARRATIVE_LENGTH))
        .or(() -> refuseUnexplained(count));
  }

  private static Optional<Refusal> refuseUnexplained(Count count) {
    Money expected = count.expected().total();
    Money counted = count.counted().total();
    return !counted.isEqual(expected) && count.reason().isBlank()
        ? Optional.of(
            new OverShortNeedsReason(count.till(), expected, counted, counted.minus(expected)))
        : Optional.empty();
  }

  private static Optional<TillEvent> overShort(Count count) {
    Money difference = count.counted().total().minus(count.expected().total());
    return difference.isZero()
        ? Optional.empty()
        : Optional.of(
            new CashOverShortBooked(
                count.till(), count.session(), difference, count.counted(), count.reason()));
  }

  /** The number runs within the business date. */
  private static TillSession nextSession(TillState state, OpenTill c) {
    int number =
        state instanceof Used used
            ? used.latest()
                .filter(last -> last.businessDate().equals(c.businessDate()))
                .map(last -> last.number() + 1)
                .orElse(1)
            : 1;
    return new TillSession(c.till(), c.businessDate(), number);
  }

  private static Decision<TillEvent> decision(
      Optional<Refusal> refusal, Supplier<List<TillEvent>> events) {
    return refusal
        .<Decision<TillEvent>>map(Decision::refused)
        .orElseGet(() -> new Decision.Accepted<>(events.get()));
  }
}
