package counterfoil.domain.approval;

import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * How much each role may move, by kind of act; a kind without an amount has no limit.
 *
 * @param teller above: a teller needs an approval
 * @param supervisor above: nobody may, whoever approves
 */
public record Bands(Map<ActKind, Money> teller, Map<ActKind, Money> supervisor) {
  public static final Bands NONE = new Bands(Map.of(), Map.of());

  public Bands {
    teller = Map.copyOf(teller);
    supervisor = Map.copyOf(supervisor);
  }

  Optional<Money> tellers(ActKind kind) {
    return Optional.ofNullable(teller.get(kind));
  }

  Optional<Money> supervisors(ActKind kind) {
    return Optional.ofNullable(supervisor.get(kind));
  }
}
