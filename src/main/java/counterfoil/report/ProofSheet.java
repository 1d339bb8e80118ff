package counterfoil.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A till session from its float to its count.
 *
 * @param imprint of the count
 * @param till its name; the session stands in the imprint
 * @param opening what was counted when the till was opened
 * @param movements cash in and out by kind, moves to and from the vault and other tills included
 * @param count by denomination, the largest first
 * @param reason for a difference; empty for none given
 */
public record ProofSheet(
    Letterhead letterhead,
    Imprint imprint,
    String till,
    Instant openedAt,
    Money opening,
    List<Movement> movements,
    List<CashMove> moves,
    List<Counted> count,
    String reason,
    Optional<String> secondPerson) {
  /**
   * @throws IllegalArgumentException if float and movements do not lead to what is expected by
   *     denomination: such a paper must not be handed out
   */
  public ProofSheet {
    movements = List.copyOf(movements);
    moves = List.copyOf(moves);
    count = List.copyOf(count);
    var leadsTo = opening;
    for (var movement : movements) {
      leadsTo = leadsTo.plus(movement.in()).minus(movement.out());
    }
    if (!leadsTo.equals(sumExpected(count, opening.getCurrencyUnit()))) {
      throw new IllegalArgumentException("float and movements do not lead to what is expected");
    }
  }

  /** What one kind of act brought in and took out. */
  public record Movement(EntryKind kind, int count, Money in, Money out) {}

  /**
   * One move of cash to or from the vault or another till.
   *
   * @param with the other till or the vault
   */
  public record CashMove(long position, Instant at, EntryKind kind, String with, Money amount) {}

  /** One denomination: the pieces there should be, and those there are. */
  public record Counted(Money value, int expected, int counted) {
    Money difference() {
      return value.multipliedBy((long) counted - expected);
    }
  }

  CurrencyUnit currency() {
    return opening.getCurrencyUnit();
  }

  public Money expected() {
    return sumExpected(count, currency());
  }

  public Money counted() {
    return count.stream()
        .map(line -> line.value().multipliedBy(line.counted()))
        .reduce(Money.zero(currency()), Money::plus);
  }

  /** Positive for over, negative for short. */
  public Money difference() {
    return counted().minus(expected());
  }

  private static Money sumExpected(List<Counted> count, CurrencyUnit currency) {
    return count.stream()
        .map(line -> line.value().multipliedBy(line.expected()))
        .reduce(Money.zero(currency), Money::plus);
  }
}
