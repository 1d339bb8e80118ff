package counterfoil.desktop.supervisor;

import counterfoil.domain.cash.Cash;
import counterfoil.projection.ExceptionLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Everything on the screen, read at once.
 *
 * @param live whether the date is the branch's present one, and it goes on
 * @param pending how many approvals wait now
 * @param overShort the date's differences by the position of their entry
 * @param names full names by sign-in name
 */
record BranchView(
    LocalDate date,
    LocalDate present,
    boolean live,
    boolean used,
    List<TillRow> tills,
    Cash vault,
    int pending,
    List<TellerDifferences> differences,
    List<ExceptionLine> exceptions,
    Map<Long, Money> overShort,
    Map<String, String> names) {

  Money inTills() {
    Money sum = Money.zero(vault.currency());
    for (TillRow row : tills) {
      sum = sum.plus(row.cash()).plus(row.bag());
    }
    return sum;
  }

  long open() {
    return tills.stream().filter(row -> row.teller().isPresent()).count();
  }

  long unsigned() {
    return exceptions.stream().filter(line -> line.review().isEmpty()).count();
  }

  /** What the entry moved, or what a count differed by. */
  Optional<Money> amount(ExceptionLine line) {
    return line.line()
        .amount()
        .or(() ->
            line.act().stream()
                .flatMap(position -> Optional.ofNullable(overShort.get(position)).stream())
                .findFirst());
  }

  String name(String actor) {
    return names.getOrDefault(actor, actor);
  }
}
