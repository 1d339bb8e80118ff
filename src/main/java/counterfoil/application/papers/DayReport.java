package counterfoil.application.papers;

import counterfoil.application.Actor;
import counterfoil.application.notary.NotContinued;
import counterfoil.application.notary.Notary;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillId;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStoreException;
import counterfoil.projection.BranchTotals;
import counterfoil.projection.DayInquiries.Stretch;
import counterfoil.projection.DayLine;
import counterfoil.projection.ExceptionInquiries.Acts;
import counterfoil.projection.ExceptionLine;
import counterfoil.projection.QueryFailed;
import counterfoil.projection.SessionLine;
import counterfoil.projection.TillLine;
import counterfoil.proof.VerifierKey;
import counterfoil.report.EndOfDay;
import counterfoil.report.EndOfDay.Balances;
import counterfoil.report.EndOfDay.Exceptional;
import counterfoil.report.EndOfDay.KindTotal;
import counterfoil.report.EntryKind;
import counterfoil.report.Imprint;
import counterfoil.report.Journal;
import counterfoil.report.PaperTexts;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** A business day added up, as of its end. */
final class DayReport {
  private final Branch branch;
  private final PaperTexts texts;

  DayReport(Branch branch, PaperTexts texts) {
    this.branch = branch;
    this.texts = texts;
  }

  /**
   * Nothing for a date on which nothing was recorded.
   *
   * @param maker whose paper it is while the day is open
   * @param withJournal whether the postings stand on the same paper
   */
  Optional<EndOfDay> on(LocalDate date, Actor maker, boolean withJournal) {
    List<Stretch> stretches = branch.ledger().inquiries().days().stretches(date);
    if (stretches.isEmpty()) {
      return Optional.empty();
    }
    Optional<DayLine> day = branch.ledger().inquiries().branch().day(date);
    long end = end(day, stretches);
    // Tills and accounts are read from different streams: each by a hand of its own.
    CompletableFuture<List<EndOfDay.TillLine>> sessions =
        CompletableFuture.supplyAsync(() -> sessions(date), Thread::startVirtualThread);
    var acts = new Acts();
    List<Journal.Line> postings = new DayPostings(branch).on(date, acts::note);
    BranchTotals totals = branch.ledger().inquiries().totals(end);
    List<TillLine> tills = branch.ledger().inquiries().tills().tills(end);
    Cash vault =
        tills.stream()
            .filter(line -> line.till().isVault())
            .findFirst()
            .map(line -> line.state().drawer(branch.currency()))
            .orElseGet(() -> Cash.none(branch.currency()));
    return Optional.of(
        new EndOfDay(
            branch.letterhead(),
            imprint(day, date, maker),
            isOpen(day),
            EventStoreException.await(sessions),
            vault,
            movements(postings),
            new Balances(
                Math.toIntExact(totals.openAccounts()), totals.depositsOnBook(), inTills(tills)),
            exceptions(date, acts),
            leftOpen(day),
            withJournal ? postings : List.of(),
            branch.ledger().notary().map(notary -> checkpoint(notary, end)).orElse("")));
  }

  /** What is recorded after the day's closing, such as a sign-in, is no part of its report. */
  private static long end(Optional<DayLine> day, List<Stretch> stretches) {
    return day.flatMap(DayLine::closing)
        .map(DayLine.Closing::position)
        .orElse(stretches.getLast().to());
  }

  /** The first that was signed behind the day's end, or one that is signed now. */
  private static String checkpoint(Notary notary, long end) {
    try {
      return notary.firstBehind(end).orElseGet(() -> notary.sign().checkpoint().toText())
          + notary.trusted().stream().map(VerifierKey::text).collect(Collectors.joining("\n"));
    } catch (NotContinued | EventStoreException | QueryFailed _) {
      // The sheet is needed all the same; what is wrong is said where the ledger is looked after.
      return "";
    }
  }

  private static boolean isOpen(Optional<DayLine> day) {
    return day.filter(line -> line.closing().isEmpty()).isPresent();
  }

  private static List<String> leftOpen(Optional<DayLine> day) {
    return day.flatMap(DayLine::closing).map(DayLine.Closing::leftOpen).orElse(List.of());
  }

  private Imprint imprint(Optional<DayLine> day, LocalDate date, Actor maker) {
    Optional<Entry> closing =
        day.flatMap(DayLine::closing).flatMap(end -> branch.ledger().store().at(end.position()));
    return closing
        .map(branch::imprint)
        .orElseGet(() ->
            new Imprint(
                date,
                branch.latestMoment(),
                maker.workstation(),
                Optional.empty(),
                branch.fullName(maker.name())));
  }

  private List<EndOfDay.TillLine> sessions(LocalDate date) {
    var tills = branch.ledger().inquiries().tills();
    return tills.sessions(date).stream().map(session -> sheet(session).line(branch)).toList();
  }

  private SessionSheet sheet(SessionLine session) {
    return new SessionSheet(
        session,
        branch.ledger().inquiries().tills().movements(session.session()),
        branch.currency());
  }

  /** In the drawers, with what is in a bag on its way from one to another. */
  private Money inTills(List<TillLine> tills) {
    Money sum = Money.zero(branch.currency());
    for (TillLine line : tills) {
      if (!line.till().equals(TillId.VAULT)) {
        sum = sum.plus(line.state().drawer(branch.currency()).total());
      }
      sum = sum.plus(line.state().bag(branch.currency()).total());
    }
    return sum;
  }

  private List<KindTotal> movements(List<Journal.Line> postings) {
    Money zero = Money.zero(branch.currency());
    Map<EntryKind, KindTotal> totals = new EnumMap<>(EntryKind.class);
    for (Journal.Line line : postings) {
      boolean in = line.amount().isPositive();
      totals.merge(
          line.kind(),
          new KindTotal(
              line.kind(), 1, in ? line.amount() : zero, in ? zero : line.amount().negated()),
          (one, other) ->
              new KindTotal(
                  one.kind(),
                  one.count() + other.count(),
                  one.in().plus(other.in()),
                  one.out().plus(other.out())));
    }
    return List.copyOf(totals.values());
  }

  private List<Exceptional> exceptions(LocalDate date, Acts acts) {
    return branch
        .ledger()
        .inquiries()
        .exceptions()
        .exceptions(date, branch.ledger().zone(), acts)
        .stream()
        .map(this::exception)
        .toList();
  }

  private Exceptional exception(ExceptionLine exception) {
    var line = exception.line();
    return new Exceptional(
        line.position(),
        line.recordedAt(),
        exception.kinds().stream()
            .sorted()
            .map(kind -> texts.exception(kind.name()))
            .collect(Collectors.joining(" \u00b7 ")),
        line.account().map(Object::toString).orElse(line.till()),
        branch.fullName(line.actor()),
        exception.review().map(review -> branch.fullName(review.by().value())),
        exception.review().map(ExceptionLine.Review::comment).orElse(""));
  }
}
