package counterfoil.domain.branch;

import counterfoil.domain.cash.Denominations;
import counterfoil.domain.till.TillId;
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

  /**
   * A till came into use: it was opened for the first time, or got its first cash from the vault.
   * In the same append, so that whoever decides on all tills has met every one.
   */
  record TillAdded(TillId till) implements BranchEvent {}
}
