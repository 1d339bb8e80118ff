package counterfoil.cli;

import counterfoil.application.Order;
import java.util.Optional;

/** Commands over the business day. */
final class DaySyntax implements CommandSyntax.Family {
  private final BranchFacts branch;

  DaySyntax(BranchFacts branch) {
    this.branch = branch;
  }

  @Override
  public Optional<Order> read(String name, CommandFields fields) {
    return switch (name) {
      case "open_business_day" ->
          Optional.of(
              new Order.OpenBusinessDay(fields.optionalDate("date").orElseGet(branch::today)));
      case "close_business_day" ->
          Optional.of(
              new Order.CloseBusinessDay(fields.flag("force"), fields.textOr("reason", "")));
      default -> Optional.empty();
    };
  }
}
