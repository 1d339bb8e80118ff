package counterfoil.domain.branch;

import counterfoil.domain.cash.Denominations;
import java.util.Optional;
import org.joda.money.Money;

/** A change of the branch's settings, with what held before. */
public sealed interface BranchEvent {
  /** Nothing stands for no limit. */
  record LimitSet(LimitName limit, Optional<Money> before, Optional<Money> after)
      implements BranchEvent {}

  /** {@code before} is the product under the same code, if there was one. */
  record ProductDefined(Optional<Product> before, Product after) implements BranchEvent {}

  record SettingChanged(SettingName setting, String before, String after) implements BranchEvent {}

  record DenominationsSet(Denominations before, Denominations after) implements BranchEvent {}
}
