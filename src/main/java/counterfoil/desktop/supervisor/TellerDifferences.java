package counterfoil.desktop.supervisor;

import counterfoil.projection.OverShortLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What one person's counts were over and short in some stretch of days.
 *
 * @param shortage as a positive amount
 * @param byDate what each date came to
 */
record TellerDifferences(
    String teller, int counts, Money over, Money shortage, SortedMap<LocalDate, Money> byDate) {

  /** Each person once, the largest sum of differences first. */
  static List<TellerDifferences> of(List<OverShortLine> lines, CurrencyUnit currency) {
    Map<String, List<OverShortLine>> byTeller = new LinkedHashMap<>();
    lines.forEach(
        line -> byTeller.computeIfAbsent(line.teller(), _ -> new ArrayList<>()).add(line));
    List<TellerDifferences> all = new ArrayList<>();
    byTeller.forEach((teller, own) -> all.add(of(teller, own, Money.zero(currency))));
    all.sort((one, other) -> other.sum().compareTo(one.sum()));
    return List.copyOf(all);
  }

  private static TellerDifferences of(String teller, List<OverShortLine> lines, Money zero) {
    Money over = zero;
    Money shortage = zero;
    SortedMap<LocalDate, Money> byDate = new TreeMap<>();
    for (OverShortLine line : lines) {
      if (line.difference().isPositive()) {
        over = over.plus(line.difference());
      } else {
        shortage = shortage.minus(line.difference());
      }
      byDate.merge(line.postedOn(), line.difference(), Money::plus);
    }
    return new TellerDifferences(teller, lines.size(), over, shortage, byDate);
  }

  Money net() {
    return over.minus(shortage);
  }

  private Money sum() {
    return over.plus(shortage);
  }
}
