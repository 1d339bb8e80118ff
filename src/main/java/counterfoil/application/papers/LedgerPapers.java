package counterfoil.application.papers;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.till.TillSession;
import counterfoil.projection.SessionLine;
import counterfoil.report.EndOfDay;
import counterfoil.report.Journal;
import counterfoil.report.LargeCash;
import counterfoil.report.PaperTexts;
import counterfoil.report.ProofSheet;
import counterfoil.report.Receipt;
import counterfoil.report.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The contents of every paper, read from the ledger. Safe from any thread; reads, so not for the
 * screen's thread. The same ledger gives the same papers, whenever they are made.
 */
public final class LedgerPapers {
  /** A journal over more days than this is no paper that anybody reads. */
  public static final int MOST_DAYS = 366;

  private final Ledger ledger;

  public LedgerPapers(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * A business day as of its end, or as it stands while it is open. Nothing for a date on which
   * nothing was recorded.
   *
   * @param maker whose paper it is while the day is open
   * @param texts of the language that exceptions are named in
   * @param withJournal whether the postings stand on the same paper
   */
  public Optional<EndOfDay> endOfDay(
      LocalDate date, Actor maker, PaperTexts texts, boolean withJournal) {
    return new DayReport(new Branch(ledger), texts).on(date, maker, withJournal);
  }

  /** Nothing where there is no such session, or while it runs. */
  public Optional<ProofSheet> proofSheet(TillSession session) {
    var tills = ledger.inquiries().tills();
    Optional<SessionLine> line = tills.session(session);
    return line.flatMap(found ->
        new SessionSheet(found, tills.movements(session), ledger.currency())
            .proof(new Branch(ledger)));
  }

  /**
   * All that moved money, accounts and cash, from one business date to another, both included.
   *
   * @param stop asked before each date
   * @throws java.util.concurrent.CancellationException if {@code stop} said so
   * @throws IllegalArgumentException for a period that ends before it begins, or is longer than
   *     {@link #MOST_DAYS}
   */
  public Journal journal(LocalDate from, LocalDate to, Actor maker, BooleanSupplier stop) {
    check(from, to);
    var branch = new Branch(ledger);
    var postings = new DayPostings(branch);
    List<Journal.Line> lines = new ArrayList<>();
    for (LocalDate date : from.datesUntil(to.plusDays(1)).toList()) {
      if (stop.getAsBoolean()) {
        throw new java.util.concurrent.CancellationException("journal");
      }
      lines.addAll(postings.on(date));
    }
    // Imported history may come date by date in another order than it was recorded in.
    lines.sort((one, other) -> Long.compare(one.position(), other.position()));
    return new Journal(
        branch.letterhead(), branch.imprint(maker), from, to, ledger.currency(), lines);
  }

  /**
   * Customers whose cash reached the branch's threshold on a day of the period; nothing where none
   * is set.
   *
   * @throws IllegalArgumentException as {@link #journal}
   */
  public Optional<LargeCash> largeCash(LocalDate from, LocalDate to, Actor maker) {
    check(from, to);
    return new CashReport(new Branch(ledger)).over(from, to, maker);
  }

  /**
   * An account over business dates, both included; nothing for an account that there is not.
   *
   * @throws IllegalArgumentException for a period that ends before it begins
   */
  public Optional<Statement> statement(AccountNumber account, LocalDate from, LocalDate to) {
    return statements().of(account, from, to);
  }

  /** For the statements of many accounts: what they have in common is read once. */
  public Statements statements() {
    var statements = new AccountStatement(new Branch(ledger));
    return (account, from, to) -> {
      checkOrder(from, to);
      return statements.of(account, from, to);
    };
  }

  /** Makes statements; see {@link #statement}. */
  public interface Statements {
    Optional<Statement> of(AccountNumber account, LocalDate from, LocalDate to);
  }

  /**
   * Nothing for an entry that moved no money of an account.
   *
   * @param copy 0 for the first print, then 1, 2, ...
   */
  public Optional<Receipt> receipt(long position, int copy) {
    return new ActReceipt(new Branch(ledger)).of(position, copy);
  }

  private static void checkOrder(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the period ends before it begins");
    }
  }

  private static void check(LocalDate from, LocalDate to) {
    if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
      throw new IllegalArgumentException("no period of at most a year");
    }
  }
}
