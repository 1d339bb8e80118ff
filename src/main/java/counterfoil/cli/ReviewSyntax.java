package counterfoil.cli;

import counterfoil.application.Order;
import java.util.Optional;

/** Commands over what somebody else has done or wants to do. */
final class ReviewSyntax implements CommandSyntax.Family {
  @Override
  public Optional<Order> read(String name, CommandFields fields) {
    return switch (name) {
      case "approve" -> Optional.of(new Order.Approve(fields.id("approval")));
      case "reject" -> Optional.of(new Order.Reject(fields.id("approval"), fields.text("reason")));
      case "withdraw_request" -> Optional.of(new Order.WithdrawRequest(fields.id("approval")));
      case "sign_off" ->
          Optional.of(new Order.SignOff(fields.position("position"), fields.text("comment")));
      case "reprint_receipt" -> Optional.of(new Order.ReprintReceipt(fields.position("position")));
      default -> Optional.empty();
    };
  }
}
