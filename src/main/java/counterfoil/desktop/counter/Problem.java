package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
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
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountRefusal;
import counterfoil.domain.account.AccountRefusal.AccountExists;
import counterfoil.domain.account.AccountRefusal.AccountIsClosed;
import counterfoil.domain.account.AccountRefusal.AccountNotFound;
import counterfoil.domain.account.AccountRefusal.AccountOverdrawn;
import counterfoil.domain.account.AccountRefusal.BalanceNotZero;
import counterfoil.domain.account.AccountRefusal.BalanceTooLarge;
import counterfoil.domain.account.AccountRefusal.InsufficientFunds;
import counterfoil.domain.account.AccountRefusal.TransferToItself;
import counterfoil.domain.account.HolderRefusal;
import counterfoil.domain.account.PostingRefusal.ChequeInFuture;
import counterfoil.domain.account.PostingRefusal.ChequeStale;
import counterfoil.domain.account.RestrictionRefusal.FundsOnHold;
import counterfoil.domain.account.RestrictionRefusal.HoldBeyondBalance;
import counterfoil.domain.account.RestrictionRefusal.HoldNotFound;
import counterfoil.domain.account.RestrictionRefusal.ReleaseDatePassed;
import counterfoil.domain.approval.ApprovalRefusal.BeyondSupervisor;
import counterfoil.domain.cash.CashRefusal;
import counterfoil.domain.cheque.ChequeRefusal.ChequeTakenAlready;
import counterfoil.domain.customer.CustomerRefusal.CustomerNotFound;

/**
 * What is wrong on the form, and where it is to be said.
 *
 * @param atOnce whether it is said while the field is typed in; otherwise once it has been left, as
 *     further typing may well put it right ({@code 0} on the way to {@code 0.50})
 */
public record Problem(Field field, Message message, boolean atOnce) {

  /**
   * A refusal at its field.
   *
   * @param payee the account that the form names as receiver, empty if it names none
   */
  static Problem of(Refusal refusal, String payee) {
    return new Problem(field(refusal, payee), message(refusal), atOnce(refusal));
  }

  /** Which account it is stands above the form: at the counter the figure alone is said. */
  private static Message message(Refusal refusal) {
    return refusal instanceof InsufficientFunds r
        ? Message.of("counter.problem.only-available", r.available())
        : Refusals.message(refusal);
  }

  private static boolean atOnce(Refusal refusal) {
    return switch (refusal) {
      case AmountNotPositive _, AmountNegative _, TextMissing _ -> false;
      case AccountNotFound _, TransferToItself _, AccountExists _ -> false;
      default -> true;
    };
  }

  private static Field field(Refusal refusal, String payee) {
    return switch (refusal) {
      case InputRefusal input -> field(input);
      case AccountRefusal account -> field(account, payee);
      case CashRefusal _ -> Field.CASH;
      case FundsOnHold _, HoldBeyondBalance _, BeyondSupervisor _ -> Field.AMOUNT;
      case ReleaseDatePassed _ -> Field.RELEASE_ON;
      case HoldNotFound _ -> Field.HOLD;
      case ChequeInFuture _, ChequeStale _ -> Field.CHEQUE_DATE;
      case ChequeTakenAlready _ -> Field.CHEQUE_NUMBER;
      case HolderRefusal _, CustomerNotFound _ -> Field.HOLDERS;
      default -> Field.FORM;
    };
  }

  private static Field field(InputRefusal refusal) {
    return switch (refusal) {
      case AmountNotPositive _,
          AmountNegative _,
          TooManyDecimals _,
          AmountTooLarge _,
          OtherCurrency _ ->
          Field.AMOUNT;
      case TextMissing r -> named(r.field());
      case TextTooLong r -> named(r.field());
      case TextNotPlain r -> named(r.field());
    };
  }

  private static Field field(AccountRefusal refusal, String payee) {
    return switch (refusal) {
      case InsufficientFunds _ -> Field.AMOUNT;
      case BalanceTooLarge r -> payeeOr(Field.AMOUNT, r.account(), payee);
      case AccountNotFound r -> payeeOr(Field.FORM, r.account(), payee);
      case AccountIsClosed r -> payeeOr(Field.FORM, r.account(), payee);
      case TransferToItself _ -> Field.PAYEE;
      case AccountExists _ -> Field.NUMBER;
      case BalanceNotZero _ -> Field.PAYOUT;
      case AccountOverdrawn _ -> Field.FORM;
    };
  }

  private static Field payeeOr(Field otherwise, AccountNumber account, String payee) {
    return account.value().equals(payee) ? Field.PAYEE : otherwise;
  }

  private static Field named(String field) {
    return switch (field) {
      case "holder_name" -> Field.HOLDER;
      case "product" -> Field.PRODUCT;
      case "cheque_number" -> Field.CHEQUE_NUMBER;
      case "drawer_bank" -> Field.CHEQUE_BANK;
      case "drawer_account" -> Field.CHEQUE_ACCOUNT;
      case "reason" -> Field.REASON;
      case "narrative" -> Field.NARRATIVE;
      case "reference" -> Field.REFERENCE;
      default -> Field.FORM;
    };
  }
}
