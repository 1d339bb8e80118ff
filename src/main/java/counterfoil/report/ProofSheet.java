package counterfoil.report;

import counterfoil.domain.cash.Cash;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A till session from its float to its count.
 *
 * @param imprint of the count
 * @param till its name; the session stands in the imprint
 * @param opening what was counted when the till was opened
 * @param movements cash in and out by kind, moves to and from the vault and other tills included
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
    Cash expected,
    Cash counted,
    String reason,
    Optional<String> secondPerson) {
  /**
   * @throws IllegalArgumentException if float and movements do not lead to what is expected by
   *     denomination: such a paper must not be handed out
   */
  public ProofSheet {
    movements = List.copyOf(movements);
    moves = List.copyOf(moves);
    var leadsTo = opening;
    for (var movement : movements) {
      leadsTo = leadsTo.plus(movement.in()).minus(movement.out());
    }
    if (!leadsTo.equals(expected.total())) {
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

  CurrencyUnit currency() {
    return opening.getCurrencyUnit();
  }

  /** Every denomination that should be there or is, the highest first. */
  List<Money> denominations() {
    return Stream.of(expected, counted)
        .flatMap(cash -> cash.pieces().keySet().stream())
        .distinct()
        .sorted(Comparator.reverseOrder())
        .map(face -> Money.ofMinor(currency(), face))
        .toList();
  }

  /** Positive for over, negative for short. */
  public Money difference() {
    return counted.total().minus(expected.total());
  }
}
