package counterfoil.desktop.kit;

import counterfoil.domain.account.Refusal;
import counterfoil.domain.account.Refusal.AccountExists;
import counterfoil.domain.account.Refusal.AccountIsClosed;
import counterfoil.domain.account.Refusal.AccountNotFound;
import counterfoil.domain.account.Refusal.AccountOverdrawn;
import counterfoil.domain.account.Refusal.AmountNegative;
import counterfoil.domain.account.Refusal.AmountNotPositive;
import counterfoil.domain.account.Refusal.AmountTooLarge;
import counterfoil.domain.account.Refusal.BalanceNotZero;
import counterfoil.domain.account.Refusal.BalanceTooLarge;
import counterfoil.domain.account.Refusal.InsufficientFunds;
import counterfoil.domain.account.Refusal.OtherCurrency;
import counterfoil.domain.account.Refusal.TextMissing;
import counterfoil.domain.account.Refusal.TextNotPlain;
import counterfoil.domain.account.Refusal.TextTooLong;
import counterfoil.domain.account.Refusal.TooManyDecimals;
import counterfoil.domain.account.Refusal.TransferToItself;

/** Why an act was refused, in plain words with the figures that help to do better. */
public final class Refusals {
  private Refusals() {}

  public static Message message(Refusal refusal) {
    return switch (refusal) {
      case AmountNotPositive _ -> Message.of("kit.refusal.amount-not-positive");
      case AmountNegative _ -> Message.of("kit.refusal.amount-negative");
      case TooManyDecimals r ->
          Message.of("kit.refusal.too-many-decimals", r.currency(), r.allowed());
      case AmountTooLarge r -> Message.of("kit.refusal.amount-too-large", r.limit());
      case OtherCurrency r -> Message.of("kit.refusal.other-currency", r.given(), r.expected());
      case InsufficientFunds r ->
          Message.of("kit.refusal.insufficient-funds", r.account(), r.available(), r.amount());
      case BalanceTooLarge r -> Message.of("kit.refusal.balance-too-large", r.account(), r.limit());
      case AccountNotFound r -> Message.of("kit.refusal.account-not-found", r.account());
      case AccountExists r -> Message.of("kit.refusal.account-exists", r.account());
      case AccountIsClosed r -> Message.of("kit.refusal.account-closed", r.account());
      case BalanceNotZero r -> Message.of("kit.refusal.balance-not-zero", r.account(), r.balance());
      case AccountOverdrawn r ->
          Message.of("kit.refusal.account-overdrawn", r.account(), r.balance().negated());
      case TransferToItself r -> Message.of("kit.refusal.transfer-to-itself", r.account());
      case TextMissing r -> Message.of("kit.refusal.text-missing", field(r.field()));
      case TextTooLong r ->
          Message.of("kit.refusal.text-too-long", field(r.field()), r.length(), r.allowed());
      case TextNotPlain r -> Message.of("kit.refusal.text-not-plain", field(r.field()));
    };
  }

  private static Message field(String name) {
    return switch (name) {
      case "holder_name" -> Message.of("kit.field.holder");
      case "product" -> Message.of("kit.field.product");
      case "reference" -> Message.of("kit.field.reference");
      case "narrative" -> Message.of("kit.field.narrative");
      case "branch" -> Message.of("kit.field.branch");
      case "person" -> Message.of("kit.field.person");
      case "workstation" -> Message.of("kit.field.workstation");
      default -> Message.of("kit.field.other", name);
    };
  }
}
