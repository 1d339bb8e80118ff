package counterfoil.application.papers;

import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillEvent.CashOverShortBooked;
import counterfoil.domain.till.TillEvent.TillCashMoved;
import counterfoil.domain.till.TillEvent.TillClosed;
import counterfoil.domain.till.TillEvent.TillOpened;
import counterfoil.eventstore.Entry;
import counterfoil.projection.SessionLine;
import counterfoil.projection.TillMovement;
import counterfoil.report.EndOfDay;
import counterfoil.report.EntryKind;
import counterfoil.report.ProofSheet;
import counterfoil.report.ProofSheet.CashMove;
import counterfoil.report.ProofSheet.Movement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A till session added up: the float that was counted, what came and went, the count. */
final class SessionSheet {
  private final SessionLine session;
  private final CurrencyUnit currency;
  private final Map<EntryKind, Movement> movements = new EnumMap<>(EntryKind.class);
  private final List<CashMove> moves = new ArrayList<>();
  private Money opening;
  private Optional<Closed> closing = Optional.empty();
  private String reason = "";

  /** How the session ended. */
  private record Closed(Entry entry, TillClosed event) {}

  /**
   * @param happened as {@link counterfoil.projection.TillInquiries#movements} gives it
   */
  SessionSheet(SessionLine session, List<TillMovement> happened, CurrencyUnit currency) {
    this.session = session;
    this.currency = currency;
    this.opening = Money.zero(currency);
    Optional<UUID> openingAct = happened.stream().findFirst().map(m -> m.entry().commandId());
    Optional<UUID> closingAct =
        happened.stream()
            .filter(m -> m.event() instanceof TillClosed)
            .findFirst()
            .map(m -> m.entry().commandId());
    for (TillMovement movement : happened) {
      UUID act = movement.entry().commandId();
      if (openingAct.filter(act::equals).isPresent()) {
        open(movement.event());
      } else if (closingAct.filter(act::equals).isPresent()) {
        close(movement);
      } else {
        take(movement);
      }
    }
  }

  /** What was found at the opening is the float; over or short then is not of this session. */
  private void open(TillEvent event) {
    if (event instanceof TillOpened opened) {
      opening = opened.counted().total();
    }
  }

  /** What is handed over after the count is not of the session either. */
  private void close(TillMovement movement) {
    switch (movement.event()) {
      case CashOverShortBooked booked -> reason = booked.reason();
      case TillClosed closed -> closing = Optional.of(new Closed(movement.entry(), closed));
      default -> {}
    }
  }

  private void take(TillMovement movement) {
    TillEvent event = movement.event();
    Optional<Move> move =
        event instanceof TillCashMoved moved ? Move.acrossTheCounter(moved) : Move.of(event);
    move.ifPresent(m -> {
      add(m);
      if (!(event instanceof TillCashMoved || event instanceof CashOverShortBooked)) {
        Entry entry = movement.entry();
        moves.add(
            new CashMove(entry.position(), entry.recordedAt(), m.kind(), m.with(), m.amount()));
      }
    });
  }

  private void add(Move move) {
    Money zero = Money.zero(currency);
    boolean in = move.amount().isPositive();
    movements.merge(
        move.kind(),
        new Movement(
            move.kind(), 1, in ? move.amount() : zero, in ? zero : move.amount().negated()),
        (one, other) ->
            new Movement(
                one.kind(),
                one.count() + other.count(),
                one.in().plus(other.in()),
                one.out().plus(other.out())));
  }

  boolean closed() {
    return closing.isPresent();
  }

  /** Its line in the day's report. */
  EndOfDay.TillLine line(Branch branch) {
    Money zero = Money.zero(currency);
    return new EndOfDay.TillLine(
        session.session().till().value(),
        branch.fullName(session.teller()),
        opening,
        movements.values().stream().map(Movement::in).reduce(zero, Money::plus),
        movements.values().stream().map(Movement::out).reduce(zero, Money::plus),
        closing.map(end -> end.event().counted().total()),
        reason);
  }

  /** Nothing while the session runs. */
  Optional<ProofSheet> proof(Branch branch) {
    return closing.map(end -> {
      Cash expected = end.event().expected();
      var imprint = branch.imprint(end.entry());
      Instant openedAt = session.openedAt();
      return new ProofSheet(
          branch.letterhead(),
          new counterfoil.report.Imprint(
              session.session().businessDate(),
              imprint.at(),
              imprint.workstation(),
              Optional.of(session.session().toString()),
              branch.fullName(session.teller())),
          session.session().till().value(),
          openedAt,
          opening,
          List.copyOf(movements.values()),
          moves,
          expected,
          end.event().counted(),
          reason,
          second(branch, end.entry()));
    });
  }

  /** Who approved the count, or who counted in the teller's place. */
  private Optional<String> second(Branch branch, Entry end) {
    var where = end.provenance();
    return where
        .approver()
        .or(() -> Optional.of(where.actor()).filter(actor -> !actor.equals(session.teller())))
        .map(branch::fullName);
  }
}
