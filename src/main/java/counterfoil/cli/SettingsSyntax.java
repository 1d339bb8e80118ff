package counterfoil.cli;

import counterfoil.application.Order;
import counterfoil.application.Quoted;
import counterfoil.domain.branch.LimitName;
import counterfoil.domain.branch.Product;
import counterfoil.domain.branch.SettingName;
import counterfoil.domain.branch.SettingsCommand.ChangeSetting;
import counterfoil.domain.branch.SettingsCommand.DefineProduct;
import counterfoil.domain.branch.SettingsCommand.SetDenominations;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Commands over the branch's settings. */
final class SettingsSyntax implements CommandSyntax.Family {
  private static final int MOST_ACROSS = 78;

  private final CurrencyUnit currency;

  SettingsSyntax(CurrencyUnit currency) {
    this.currency = currency;
  }

  /** Those that people set; that people sign in is set with the first member of staff. */
  static Stream<SettingName> settings() {
    return Arrays.stream(SettingName.values()).filter(name -> name != SettingName.SIGN_IN);
  }

  /** What can be set by its name, in lines for a terminal. */
  static String[] names() {
    List<String> lines = new ArrayList<>();
    lines.addAll(lines("Limits:", Arrays.stream(LimitName.values())));
    lines.addAll(lines("Settings:", settings()));
    return lines.toArray(String[]::new);
  }

  /** Broken here: the help would break a name at its dot. */
  private static List<String> lines(String heading, Stream<?> names) {
    List<String> lines = new ArrayList<>(List.of(heading));
    names.forEach(name -> {
      String longer = lines.getLast() + " " + name;
      if (longer.length() > MOST_ACROSS) {
        lines.add("  " + name);
      } else {
        lines.set(lines.size() - 1, longer);
      }
    });
    return lines;
  }

  @Override
  public Optional<Order> read(String name, CommandFields fields) {
    return switch (name) {
      case "set_limit" ->
          Optional.of(new Order.ChangeSettings(new SetLimit(fields.text("limit"), limit(fields))));
      case "set_setting" ->
          Optional.of(
              new Order.ChangeSettings(
                  new ChangeSetting(fields.text("setting"), fields.text("value"))));
      case "define_product" -> Optional.of(new Order.ChangeSettings(product(fields)));
      case "set_denominations" ->
          Optional.of(new Order.ChangeSettings(new SetDenominations(fields.texts("faces"))));
      default -> Optional.empty();
    };
  }

  /** That there is to be no limit must be said: a field forgotten must not take one away. */
  private Optional<BigMoney> limit(CommandFields fields) {
    boolean none = fields.flag("none");
    Optional<BigDecimal> amount = fields.optionalAmount("amount");
    if (none == amount.isPresent()) {
      throw fields.malformed("A limit needs its amount, or none: true to take it away.");
    }
    return amount.map(this::money);
  }

  private DefineProduct product(CommandFields fields) {
    return new DefineProduct(
        fields.text("product"),
        fields.text("name"),
        kind(fields),
        money(fields.optionalAmount("minimum_balance").orElse(BigDecimal.ZERO)),
        fields.flag("overdraft_allowed"),
        money(fields.optionalAmount("withdrawal_fee").orElse(BigDecimal.ZERO)),
        fields.optionalAmount("interest_percent").orElse(BigDecimal.ZERO));
  }

  private static Product.Kind kind(CommandFields fields) {
    String kind = fields.text("kind");
    return switch (kind) {
      case "current" -> Product.Kind.CURRENT;
      case "savings" -> Product.Kind.SAVINGS;
      default ->
          throw fields.malformed(
              "%s in the field kind is not current or savings.".formatted(Quoted.of(kind)));
    };
  }

  private BigMoney money(BigDecimal amount) {
    return BigMoney.of(currency, amount);
  }
}
