package counterfoil.domain.branch;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;

/** What may be asked of the settings. Values are as they were given; the decider checks them. */
public sealed interface SettingsCommand {
  /** Without an amount, the limit is taken away. */
  record SetLimit(String limit, Optional<BigMoney> amount) implements SettingsCommand {}

  /** A new product, or another definition of one. */
  record DefineProduct(
      String code,
      String name,
      Product.Kind kind,
      BigMoney minimumBalance,
      boolean overdraftAllowed,
      BigMoney withdrawalFee,
      BigDecimal interestPercent)
      implements SettingsCommand {}

  record ChangeSetting(String setting, String value) implements SettingsCommand {}

  /** Face values in major units: "50", "0.50". */
  record SetDenominations(List<String> faces) implements SettingsCommand {
    public SetDenominations {
      faces = List.copyOf(faces);
    }
  }
}
