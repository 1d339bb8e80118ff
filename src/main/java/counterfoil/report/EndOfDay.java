package counterfoil.report;

import counterfoil.domain.cash.Cash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A branch's business day.
 *
 * @param imprint of the closing; of the making while the day is open
 * @param open whether the day has not ended yet: the paper then shows it as it stands
 * @param tills every session of the day
 * @param vault what lies in it at the end
 * @param movements what each kind of posting came to
 * @param leftOpen what was not settled when the day was force-closed; empty for an orderly close
 * @param postings the day's journal; may be empty where it is printed apart
 * @param checkpoint the signed head of the ledger, several lines; empty for none
 */
public record EndOfDay(
    Letterhead letterhead,
    Imprint imprint,
    boolean open,
    List<TillLine> tills,
    Cash vault,
    List<KindTotal> movements,
    Balances balances,
    List<Exceptional> exceptions,
    List<String> leftOpen,
    List<Journal.Line> postings,
    String checkpoint) {
  public EndOfDay {
    tills = List.copyOf(tills);
    movements = List.copyOf(movements);
    exceptions = List.copyOf(exceptions);
    leftOpen = List.copyOf(leftOpen);
    postings = List.copyOf(postings);
  }

  /**
   * One till session.
   *
   * @param counted nothing while the till is open
   */
  public record TillLine(
      String till,
      String staff,
      Money opening,
      Money in,
      Money out,
      Optional<Money> counted,
      String reason) {
    public Money expected() {
      return opening.plus(in).minus(out);
    }

    /** Positive for over, negative for short; nothing while the till is open. */
    public Optional<Money> difference() {
      return counted.map(money -> money.minus(expected()));
    }
  }

  /** How often something was done, and what it added and took. */
  public record KindTotal(EntryKind kind, int count, Money in, Money out) {}

  /**
   * What customers have and what lies in the tills.
   *
   * @param accounts how many are open
   * @param customers the sum of all ledger balances
   */
  public record Balances(int accounts, Money customers, Money tills) {}

  /**
   * Something a supervisor looks at.
   *
   * @param what it was, in words
   * @param signedOffBy nothing while nobody has
   */
  public record Exceptional(
      long position,
      Instant at,
      String what,
      String account,
      String staff,
      Optional<String> signedOffBy,
      String comment) {}

  CurrencyUnit currency() {
    return balances.customers().getCurrencyUnit();
  }

  /** The sum of all differences counted; positive for over. */
  public Money difference() {
    return tills.stream()
        .flatMap(till -> till.difference().stream())
        .reduce(Money.zero(currency()), Money::plus);
  }
}
