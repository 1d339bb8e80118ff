package counterfoil.cli;

import counterfoil.application.Order;
import counterfoil.domain.till.TillId;
import java.util.Optional;

/** Commands over tills, the vault, and cash on its way between them. */
final class TillSyntax implements CommandSyntax.Family {
  private final CashSyntax cash;

  TillSyntax(CashSyntax cash) {
    this.cash = cash;
  }

  @Override
  public Optional<Order> read(String name, CommandFields fields) {
    return switch (name) {
      case "open_till" ->
          Optional.of(new Order.OpenTill(till("till", fields), cash.told(fields), reason(fields)));
      case "count_till" ->
          Optional.of(new Order.CountTill(till("till", fields), cash.told(fields), reason(fields)));
      case "close_till" ->
          Optional.of(
              new Order.CloseTill(
                  till("till", fields),
                  cash.told(fields),
                  reason(fields),
                  fields.flag("hand_over")));
      case "offer_cash" ->
          Optional.of(
              new Order.OfferCash(till("from", fields), till("to", fields), cash.told(fields)));
      case "accept_cash" ->
          Optional.of(
              new Order.AcceptCash(fields.id("offer"), till("from", fields), till("to", fields)));
      case "decline_cash" ->
          Optional.of(
              new Order.DeclineCash(
                  fields.id("offer"), till("from", fields), till("to", fields), reason(fields)));
      case "bring_cash_in" ->
          Optional.of(new Order.BringCashIn(cash.told(fields), fields.text("source")));
      case "send_cash_out" ->
          Optional.of(new Order.SendCashOut(cash.told(fields), fields.text("destination")));
      default -> Optional.empty();
    };
  }

  private static TillId till(String name, CommandFields fields) {
    return fields.parsed(
        name,
        TillId::parse,
        "a till's name: VAULT, or 1 to %d capital letters, digits and hyphens, such as T-01"
            .formatted(TillId.MAX_LENGTH));
  }

  private static String reason(CommandFields fields) {
    return fields.textOr("reason", "");
  }
}
