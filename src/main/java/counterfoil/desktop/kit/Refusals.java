package counterfoil.desktop.kit;

import counterfoil.application.RefusalFigures;
import counterfoil.domain.InputRefusal;
import counterfoil.domain.InputRefusal.AmountNegative;
import counterfoil.domain.InputRefusal.AmountNotPositive;
import counterfoil.domain.InputRefusal.AmountTooLarge;
import counterfoil.domain.InputRefusal.OtherCurrency;
import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.InputRefusal.TextNotPlain;
import counterfoil.domain.InputRefusal.TextTooLong;
import counterfoil.domain.InputRefusal.TooManyDecimals;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountRefusal;
import counterfoil.domain.account.AccountRefusal.AccountExists;
import counterfoil.domain.account.AccountRefusal.AccountIsClosed;
import counterfoil.domain.account.AccountRefusal.AccountNotFound;
import counterfoil.domain.account.AccountRefusal.AccountOverdrawn;
import counterfoil.domain.account.AccountRefusal.BalanceNotZero;
import counterfoil.domain.account.AccountRefusal.BalanceTooLarge;
import counterfoil.domain.account.AccountRefusal.InsufficientFunds;
import counterfoil.domain.account.AccountRefusal.TransferToItself;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Permissions;

/** Why an act was refused, in plain words with the figures that help to do better. */
public final class Refusals {
  private Refusals() {}

  public static Message message(Refusal refusal) {
    return switch (refusal) {
      case InputRefusal input -> input(input);
      case AccountRefusal account -> account(account);
      default ->
          Message.of(
              "refusal." + refusal.code(),
              RefusalFigures.of(refusal).stream().map(Refusals::figure).toArray());
    };
  }

  private static Object figure(Object figure) {
    return figure instanceof Permission permission ? roles(permission) : figure;
  }

  /** Who may do it, any one of them. */
  private static Message roles(Permission permission) {
    Object[] roles =
        Permissions.holding(permission).stream()
            .map(role -> Message.of(RefusalFigures.roleKey(role)))
            .toArray();
    return Message.of(RefusalFigures.rolesKey(roles.length), roles);
  }

  private static Message input(InputRefusal refusal) {
    return switch (refusal) {
      case AmountNotPositive _ -> Message.of("kit.refusal.amount-not-positive");
      case AmountNegative _ -> Message.of("kit.refusal.amount-negative");
      case TooManyDecimals r ->
          Message.of("kit.refusal.too-many-decimals", r.currency(), r.allowed());
      case AmountTooLarge r -> Message.of("kit.refusal.amount-too-large", r.limit());
      case OtherCurrency r -> Message.of("kit.refusal.other-currency", r.given(), r.expected());
      case TextMissing r -> Message.of("kit.refusal.text-missing", field(r.field()));
      case TextTooLong r ->
          Message.of("kit.refusal.text-too-long", field(r.field()), r.length(), r.allowed());
      case TextNotPlain r -> Message.of("kit.refusal.text-not-plain", field(r.field()));
    };
  }

  private static Message account(AccountRefusal refusal) {
    return switch (refusal) {
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
    };
  }

  private static Message field(String name) {
    return switch (name) {
      case "holder_name" -> Message.of("kit.field.holder");
      case "product" -> Message.of("kit.field.product");
      case "reference" -> Message.of("kit.field.reference");
      case "narrative" -> Message.of("kit.field.narrative");
      case "full_name" -> Message.of("kit.field.full-name");
      case "reason" -> Message.of("kit.field.reason");
      case "comment" -> Message.of("kit.field.comment");
      case "branch" -> Message.of("kit.field.branch");
      case "person" -> Message.of("kit.field.person");
      case "workstation" -> Message.of("kit.field.workstation");
      case "what" -> Message.of("kit.field.what");
      case "source" -> Message.of("kit.field.source");
      case "destination" -> Message.of("kit.field.destination");
      case "product_name" -> Message.of("kit.field.product-name");
      case "cheque_number" -> Message.of("kit.field.cheque-number");
      case "drawer_bank" -> Message.of("kit.field.drawer-bank");
      case "name" -> Message.of("kit.field.name");
      case "document_type" -> Message.of("kit.field.document-type");
      case "document_number" -> Message.of("kit.field.document-number");
      case "phone" -> Message.of("kit.field.phone");
      case "address" -> Message.of("kit.field.address");
      case "note_to_teller" -> Message.of("kit.field.note-to-teller");
      default -> Message.of("kit.field.other", name);
    };
  }
}
