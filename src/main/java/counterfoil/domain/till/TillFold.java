package counterfoil.domain.till;

import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillEvent.CashAccepted;
import counterfoil.domain.till.TillEvent.CashBroughtIn;
import counterfoil.domain.till.TillEvent.CashDeclined;
import counterfoil.domain.till.TillEvent.CashDelivered;
import counterfoil.domain.till.TillEvent.CashOffered;
import counterfoil.domain.till.TillEvent.CashOverShortBooked;
import counterfoil.domain.till.TillEvent.CashSentOut;
import counterfoil.domain.till.TillEvent.TillCashCounted;
import counterfoil.domain.till.TillEvent.TillCashMoved;
import counterfoil.domain.till.TillEvent.TillClosed;
import counterfoil.domain.till.TillEvent.TillOpened;
import counterfoil.domain.till.TillState.Session;
import counterfoil.domain.till.TillState.Used;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.joda.money.Money;

/** How each event changes a till; see {@link TillState#after}. */
public final class TillFold {
  private final TillEvent event;
  private final Optional<TillSession> latest;
  private final Optional<Session> session;
  private final SequencedMap<UUID, Offer> offers;

  private TillFold(TillState before, TillEvent event) {
    this.event = event;
    this.latest = before instanceof Used used ? used.latest() : Optional.empty();
    this.session = before.session();
    this.offers = before.offers();
  }

  static TillState after(TillState before, TillEvent event) {
    TillFold fold = new TillFold(before, event);
    if (before instanceof Used used && !used.till().equals(event.till())) {
      throw fold.outOfOrder();
    }
    try {
      return fold.after(before);
    } catch (IllegalArgumentException e) {
      // Cash that was not in the drawer, or more than there can be.
      throw new IllegalStateException(fold.outOfOrder().getMessage(), e);
    }
  }

  private TillState after(TillState before) {
    return switch (event) {
      case TillOpened e -> opened(e);
      case TillCashMoved e -> moved(before, e);
      case TillCashCounted e -> with(counted(e.expected(), e.counted()), session);
      case CashOverShortBooked e -> with(e.counted(), session.map(s -> overShort(s, e)));
      case CashOffered e -> {
        if (offers.containsKey(e.offer())) {
          throw outOfOrder();
        }
        SequencedMap<UUID, Offer> more = new LinkedHashMap<>(offers);
        more.put(e.offer(), new Offer(e.offer(), e.till(), e.to(), e.cash()));
        yield new Used(
            e.till(), drawer(before, e.cash()).minus(e.cash()), latest, out(e.cash()), more);
      }
      case CashDelivered e ->
          new Used(e.till(), drawer(before, e.cash()), latest, session, without(e.offer()));
      case CashDeclined e ->
          new Used(
              e.till(),
              drawer(before, e.cash()).plus(e.cash()),
              latest,
              in(e.cash()),
              without(e.offer()));
      case CashAccepted e -> with(drawer(before, e.cash()).plus(e.cash()), in(e.cash()));
      case CashBroughtIn e -> with(drawer(before, e.cash()).plus(e.cash()), session);
      case CashSentOut e -> with(drawer(before, e.cash()).minus(e.cash()), session);
      case TillClosed e -> {
        running(e.session());
        // A difference has been booked before.
        if (!drawer(before, e.counted()).total().equals(e.counted().total())) {
          throw outOfOrder();
        }
        yield with(e.counted(), Optional.empty());
      }
    };
  }

  private TillState opened(TillOpened e) {
    if (session.isPresent() || e.till().isVault()) {
      throw outOfOrder();
    }
    Cash drawer = counted(e.expected(), e.counted());
    return new Used(
        e.till(),
        drawer,
        Optional.of(e.session()),
        Optional.of(Session.opened(e.session(), e.teller(), drawer.total())),
        offers);
  }

  private TillState moved(TillState before, TillCashMoved e) {
    Session running = running(e.session());
    // What is received first: change may be given from it.
    Cash drawer = drawer(before, e.received()).plus(e.received()).minus(e.given());
    return with(drawer, Optional.of(net(running, e.received().total().minus(e.given().total()))));
  }

  /** Where the totals differ, the drawer changes with the booking of over or short only. */
  private static Cash counted(Cash expected, Cash counted) {
    return expected.total().equals(counted.total()) ? counted : expected;
  }

  private static Cash drawer(TillState before, Cash moved) {
    return before.drawer(moved.currency());
  }

  private Session running(TillSession id) {
    return session.filter(s -> s.id().equals(id)).orElseThrow(this::outOfOrder);
  }

  private static Session net(Session s, Money net) {
    if (net.isZero()) {
      return s;
    }
    return net.isPositive()
        ? new Session(
            s.id(),
            s.teller(),
            s.opening(),
            s.cashIn().plus(net),
            s.cashOut(),
            s.movedIn(),
            s.movedOut(),
            s.over(),
            s.shortage())
        : new Session(
            s.id(),
            s.teller(),
            s.opening(),
            s.cashIn(),
            s.cashOut().plus(net.negated()),
            s.movedIn(),
            s.movedOut(),
            s.over(),
            s.shortage());
  }

  private Optional<Session> in(Cash cash) {
    return session.map(s ->
        new Session(
            s.id(),
            s.teller(),
            s.opening(),
            s.cashIn(),
            s.cashOut(),
            s.movedIn().plus(cash.total()),
            s.movedOut(),
            s.over(),
            s.shortage()));
  }

  private Optional<Session> out(Cash cash) {
    return session.map(s ->
        new Session(
            s.id(),
            s.teller(),
            s.opening(),
            s.cashIn(),
            s.cashOut(),
            s.movedIn(),
            s.movedOut().plus(cash.total()),
            s.over(),
            s.shortage()));
  }

  private static Session overShort(Session s, CashOverShortBooked e) {
    Money over = e.difference().isPositive() ? s.over().plus(e.difference()) : s.over();
    Money shortage =
        e.difference().isNegative() ? s.shortage().minus(e.difference()) : s.shortage();
    return new Session(
        s.id(),
        s.teller(),
        s.opening(),
        s.cashIn(),
        s.cashOut(),
        s.movedIn(),
        s.movedOut(),
        over,
        shortage);
  }

  private Used with(Cash drawer, Optional<Session> now) {
    return new Used(event.till(), drawer, latest, now, offers);
  }

  private SequencedMap<UUID, Offer> without(UUID offer) {
    SequencedMap<UUID, Offer> fewer = new LinkedHashMap<>(offers);
    if (fewer.remove(offer) == null) {
      throw outOfOrder();
    }
    return fewer;
  }

  private IllegalStateException outOfOrder() {
    return new IllegalStateException(
        event.getClass().getSimpleName() + " cannot follow in this till's history");
  }
}
