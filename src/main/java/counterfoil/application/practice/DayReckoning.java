package counterfoil.application.practice;

import counterfoil.application.Ledger;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillState;
import counterfoil.eventstore.Entry;
import counterfoil.payload.TillEvents;
import counterfoil.projection.AccountLine;
import counterfoil.projection.JournalLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Adds a played day up again, in three ways: as its script does, from the entries themselves, and
 * from what the ledger answers now. All must agree to the cent.
 */
public final class DayReckoning {
  private static final int ENTRIES_A_READ = 1000;

  private final Ledger ledger;
  private final DayFigures figures;
  private final CashTrail trail;
  private final List<String> differences = new ArrayList<>();

  private DayReckoning(Ledger ledger, DayFigures figures) {
    this.ledger = ledger;
    this.figures = figures;
    this.trail = new CashTrail(ledger.currency());
  }

  /**
   * @param from the day's first entry
   * @return where they differ, a sentence each; empty where all agree
   */
  public static List<String> differences(Ledger ledger, long from, DayFigures figures) {
    var reckoning = new DayReckoning(ledger, figures);
    reckoning.trail(from);
    figures.balances().forEach(reckoning::compare);
    figures.drawers().forEach(reckoning::compare);
    return reckoning.differences;
  }

  private void trail(long from) {
    long last = ledger.head().position();
    for (long next = from; next <= last; next += ENTRIES_A_READ) {
      List<Entry> entries =
          ledger.store().read(next, (int) Math.min(ENTRIES_A_READ, last - next + 1));
      entries.forEach(trail::follow);
    }
    trail.contradiction().ifPresent(differences::add);
    compare("over and short", figures.overShort(), trail.overShort());
    compare("cash in bags", Money.zero(ledger.currency()), trail.inBags());
  }

  private void compare(AccountNumber account, Money expected) {
    Money none = Money.zero(ledger.currency());
    compare("the entries of " + account, expected, trail.moved().getOrDefault(account, none));
    compare(
        "the balance of " + account,
        expected,
        ledger.inquiries().account(account).map(AccountLine::ledger).orElse(none));
    Optional<Money> running =
        ledger.inquiries().history(account, Long.MAX_VALUE, 1).stream()
            .findFirst()
            .flatMap(JournalLine::balance);
    compare("the journal of " + account, expected, running.orElse(none));
  }

  private void compare(TillId till, Cash expected) {
    TillState state = ledger.streams().load(TillEvents.stream(till), TillEvents.KIND).state();
    compare("the drawer of " + till, expected, state.drawer(ledger.currency()));
    compare(
        "the entries of " + till,
        expected,
        trail.drawers().getOrDefault(till, Cash.none(ledger.currency())));
  }

  private void compare(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      differences.add("%s should be %s, but is %s".formatted(what, expected, found));
    }
  }
}
