package counterfoil.application.papers;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillSession;
import counterfoil.eventstore.Entry;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.TillEvents;
import counterfoil.report.Journal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What moved money on a business date, in the order of the ledger: accounts, tills, vault. */
final class DayPostings {
  private final Branch branch;

  DayPostings(Branch branch) {
    this.branch = branch;
  }

  /** A posting before its account's holder is known. */
  private record Found(
      Entry entry, Move move, Optional<AccountNumber> account, String place, String reference) {}

  List<Journal.Line> on(LocalDate date) {
    return on(date, _ -> {});
  }

  /**
   * @param also hears of every entry of the date: reading them is what takes the time
   */
  List<Journal.Line> on(LocalDate date, Consumer<Entry> also) {
    List<Found> found = new ArrayList<>();
    branch
        .ledger()
        .inquiries()
        .days()
        .eachEntryOn(
            date,
            entry -> {
              also.accept(entry);
              read(entry).ifPresent(found::add);
            });
    branch.know(found.stream().flatMap(line -> line.account().stream()).distinct().toList());
    return found.stream().map(this::line).toList();
  }

  private static Optional<Found> read(Entry entry) {
    return switch (entry.stream().category()) {
      case AccountEvents.CATEGORY -> {
        var event = AccountEvents.decode(entry.type(), entry.payload());
        yield Move.of(event)
            .map(move ->
                new Found(
                    entry,
                    move,
                    Optional.of(event.account()),
                    event.account().value(),
                    event.details().reference()));
      }
      case TillEvents.CATEGORY -> {
        if (entry.type().name().equals(TillEvents.TILL_CASH_MOVED)) {
          // What crosses the counter stands in the accounts; half of a day's entries are this.
          yield Optional.empty();
        }
        TillEvent event = TillEvents.KIND.decode(entry.type(), entry.payload());
        yield Move.of(event)
            .map(move -> new Found(entry, move, Optional.empty(), event.till().value(), ""));
      }
      default -> Optional.empty();
    };
  }

  private Journal.Line line(Found found) {
    var where = found.entry().provenance();
    var move = found.move();
    return new Journal.Line(
        found.entry().position(),
        found.entry().recordedAt(),
        where.businessDate(),
        move.kind(),
        found.place(),
        found.account().map(branch::holder).orElse(""),
        move.amount(),
        found.reference(),
        narrative(move),
        where.actor(),
        where
            .tillSession()
            .map(session ->
                TillSession.parse(session).map(own -> own.till().value()).orElse(session))
            .orElse(""));
  }

  private static String narrative(Move move) {
    return move.with().isEmpty() || move.narrative().isEmpty()
        ? move.with() + move.narrative()
        : move.with() + ": " + move.narrative();
  }
}
