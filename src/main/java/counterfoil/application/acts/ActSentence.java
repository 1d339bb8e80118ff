package counterfoil.application.acts;

import counterfoil.application.Order;
import counterfoil.application.Order.CashSlip;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.RemoveHolder;
import counterfoil.domain.account.AccountCommand.Reverse;
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.branch.SettingsCommand;
import counterfoil.domain.branch.SettingsCommand.ChangeSetting;
import counterfoil.domain.branch.SettingsCommand.DefineProduct;
import counterfoil.domain.branch.SettingsCommand.SetDenominations;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.customer.CustomerCommand;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffCommand.Administration;
import counterfoil.domain.staff.StaffCommand.CertifyKey;
import counterfoil.domain.staff.StaffCommand.ChangePassword;
import counterfoil.domain.staff.StaffCommand.GrantRole;
import counterfoil.domain.staff.StaffCommand.ReinstateStaff;
import counterfoil.domain.staff.StaffCommand.RevokeKey;
import counterfoil.domain.staff.StaffCommand.RevokeRole;
import counterfoil.domain.staff.StaffCommand.SuspendStaff;
import counterfoil.domain.staff.StaffCommand.UnlockSignIn;
import counterfoil.domain.workstation.Export;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;

/**
 * An order as one person would say it to another across the counter: in English, all that was asked
 * for in it. It is the beginning of what an approver signs.
 */
final class ActSentence {
  private ActSentence() {}

  static String of(Order order) {
    return said(order) + ".";
  }

  private static String said(Order order) {
    return switch (order) {
      case Order.Serve o ->
          o.commands().stream().map(ActSentence::said).collect(Collectors.joining(". Then "))
              + said(o.cash());
      case Order.Reverse o ->
          "Take back entry " + o.position() + because(o.reason()) + said(o.cash());
      case Order.KeepCustomer o -> said(o.command());
      case Order.EraseCustomer o ->
          "Erase what is known of customer " + o.number() + because(o.reason());
      case Order.OpenTill o ->
          "Open till " + o.till() + ": counted " + counted(o.counted()) + because(o.reason());
      case Order.CountTill o ->
          "Count till " + o.till() + ": counted " + counted(o.counted()) + because(o.reason());
      case Order.CloseTill o ->
          "Close till "
              + o.till()
              + ": counted "
              + counted(o.counted())
              + because(o.reason())
              + (o.handOver() ? ", all of it offered to the vault" : "");
      case Order.OfferCash o ->
          "Offer " + counted(o.cash()) + " from " + o.from() + " to " + o.to();
      case Order.AcceptCash o ->
          "Accept at " + o.to() + " what " + o.from() + " has offered, offer " + o.offer();
      case Order.DeclineCash o ->
          "Decline at "
              + o.to()
              + " what "
              + o.from()
              + " has offered, offer "
              + o.offer()
              + because(o.reason());
      case Order.BringCashIn o ->
          "Bring " + counted(o.cash()) + " into the vault from " + typed(o.source());
      case Order.SendCashOut o ->
          "Send " + counted(o.cash()) + " out of the vault to " + typed(o.destination());
      case Order.OpenBusinessDay o -> "Open the business day of " + o.date();
      case Order.CloseBusinessDay o ->
          "Close the business day"
              + (o.forced() ? " over what is still open" : "")
              + because(o.reason());
      case Order.ChangeSettings o -> said(o.command());
      case Order.ManageStaff o -> said(o.command());
      case Order.Approve o -> "Approve request " + o.approval();
      case Order.Reject o -> "Reject request " + o.approval() + because(o.reason());
      case Order.WithdrawRequest o -> "Withdraw request " + o.approval();
      case Order.SignOff o -> "Sign off entry " + o.position() + typed(", comment ", o.comment());
      case Order.ReprintReceipt o -> "Print the receipt of entry " + o.position() + " again";
      case Order.RecordExport o -> said(o.export());
      case Order.AcceptRestore o ->
          "Accept the restored ledger of "
              + o.entries()
              + " entries with the root "
              + o.root()
              + because(o.reason());
    };
  }

  private static String said(AccountCommand command) {
    return asked(command)
        + typed(", reference ", command.details().reference())
        + typed(", narrative ", command.details().narrative());
  }

  private static String asked(AccountCommand command) {
    return switch (command) {
      case OpenAccount c -> opening(c);
      case Deposit c -> "Deposit " + amount(c.amount()) + " to account " + c.account();
      case DepositCheque c -> cheque(c);
      case Withdraw c ->
          "Withdraw "
              + amount(c.amount())
              + " from account "
              + c.account()
              + amount(", with a fee of ", c.fee());
      case Transfer c ->
          "Transfer " + amount(c.amount()) + " from account " + c.from() + " to account " + c.to();
      case ChargeFee c -> "Charge account " + c.account() + " a fee of " + amount(c.amount());
      case CreditInterest c ->
          "Credit account "
              + c.account()
              + " with interest of "
              + amount(c.amount())
              + c.period().map(p -> " for " + p.from() + " to " + p.to()).orElse("");
      case SetOverdraftLimit c ->
          "Set the overdraft limit of account " + c.account() + " to " + amount(c.limit());
      case SetMinimumBalance c ->
          "Set the minimum balance of account " + c.account() + " to " + amount(c.amount());
      case PlaceHold c ->
          "Hold "
              + amount(c.amount())
              + " on account "
              + c.account()
              + given(" until ", c.releaseOn())
              + because(c.reason())
              + ", hold "
              + c.holdId();
      case ReleaseHold c ->
          "Release hold " + c.holdId() + " on account " + c.account() + because(c.reason());
      case Freeze c -> "Freeze account " + c.account() + because(c.reason());
      case Unfreeze c -> "Unfreeze account " + c.account() + because(c.reason());
      case AddHolder c -> "Add customer " + c.holder() + " as a holder of account " + c.account();
      case RemoveHolder c ->
          "Remove customer " + c.holder() + " from the holders of account " + c.account();
      case Reverse c ->
          "Take back entry " + c.position() + " of account " + c.account() + because(c.reason());
      case CloseAccount c ->
          "Close account "
              + c.account()
              + (c.payout() ? " and pay out its balance" : " without a payout");
      case CloseInto c ->
          "Close account " + c.from() + " and move its balance to account " + c.to();
    };
  }

  private static String opening(OpenAccount c) {
    return "Open account "
        + c.account()
        + " for "
        + typed(c.holder())
        + typed(", product ", c.product())
        + (c.holders().isEmpty() ? "" : ", customers " + all(c.holders()))
        + ", with a deposit of "
        + amount(c.openingDeposit())
        + amount(", minimum balance ", c.terms().minimumBalance())
        + amount(", overdraft limit ", c.terms().overdraftLimit());
  }

  private static String cheque(DepositCheque c) {
    return "Take in cheque "
        + typed(c.cheque().number())
        + " of "
        + typed(c.cheque().drawerBank())
        + " dated "
        + c.cheque().date()
        + c.cheque().drawerAccount().map(own -> ", drawn on account " + typed(own)).orElse("")
        + ", "
        + amount(c.amount())
        + " to account "
        + c.account()
        + ", held until "
        + c.releaseOn()
        + " by hold "
        + c.holdId();
  }

  private static String said(CustomerCommand command) {
    return switch (command) {
      case RegisterCustomer c -> "Register customer " + c.number() + said(c.details());
      case ChangeCustomerDetails c ->
          "Change what is known of customer " + c.number() + " to" + said(c.details());
    };
  }

  private static String said(CustomerDetails details) {
    String flags =
        details.flags().stream().map(Enum::name).sorted().collect(Collectors.joining(" and "));
    return " "
        + typed(details.name())
        + given(", born ", details.birthDate())
        + typed(", document ", details.documentType())
        + typed(", document number ", details.documentNumber())
        + typed(", phone ", details.phone())
        + typed(", address ", details.address())
        + (flags.isEmpty() ? "" : ", marked " + flags)
        + typed(", note ", details.noteToTeller());
  }

  private static String said(SettingsCommand command) {
    return switch (command) {
      case SetLimit c ->
          c.amount()
              .map(most -> "Set the limit " + typed(c.limit()) + " to " + amount(most))
              .orElseGet(() -> "Take away the limit " + typed(c.limit()));
      case ChangeSetting c -> "Set " + typed(c.setting()) + " to " + typed(c.value());
      case SetDenominations c -> "Set the notes and coins to " + all(c.faces());
      case DefineProduct c ->
          "Define the product "
              + typed(c.code())
              + " as "
              + typed(c.name())
              + ", "
              + c.kind()
              + ", minimum balance "
              + amount(c.minimumBalance())
              + ", "
              + (c.overdraftAllowed() ? "with" : "without")
              + " an overdraft, withdrawal fee "
              + amount(c.withdrawalFee())
              + ", interest "
              + c.interestPercent().stripTrailingZeros().toPlainString()
              + " percent";
    };
  }

  private static String said(Administration command) {
    return switch (command) {
      case AddStaffMember c ->
          "Add "
              + typed(c.fullName())
              + " as "
              + c.name()
              + ", "
              + all(c.roles().stream().sorted().map(Role::code).toList())
              + (c.temporary() ? ", with a temporary password" : "");
      case GrantRole c -> "Give " + c.name() + " the role " + c.role().code();
      case RevokeRole c -> "Take the role " + c.role().code() + " from " + c.name();
      case ChangePassword c ->
          "Set " + (c.temporary() ? "a temporary" : "a new") + " password for " + c.name();
      case SuspendStaff c -> "Suspend " + c.name() + because(c.reason());
      case ReinstateStaff c -> "Reinstate " + c.name() + because(c.reason());
      case UnlockSignIn c -> "Unlock the sign-in of " + c.name();
      case CertifyKey c -> "Certify the key " + c.publicKey() + " of " + c.name();
      case RevokeKey c -> "Revoke the key of " + c.name() + because(c.reason());
    };
  }

  private static String said(Export export) {
    return "Export "
        + export.content().code()
        + " as "
        + export.format().code()
        + export.account().map(account -> " of account " + account).orElse("")
        + export.period().map(p -> " for " + p.from() + " to " + p.to()).orElse("")
        + " up to entry "
        + export.position()
        + ", files: "
        + export.files()
        + ", SHA-256 "
        + export.sha256();
  }

  private static String said(CashSlip slip) {
    return slip.received().map(cash -> ", received " + counted(cash)).orElse("")
        + slip.given().map(cash -> ", given " + counted(cash)).orElse("");
  }

  /** The sum with its pieces. */
  private static String counted(Cash cash) {
    return amount(cash.total()) + (cash.isEmpty() ? "" : " (" + cash + ")");
  }

  private static String because(String reason) {
    return typed(", reason ", reason);
  }

  private static String given(String before, Optional<?> value) {
    return value.map(found -> before + found).orElse("");
  }

  /** What somebody typed stands in quotation marks; nothing where they typed nothing. */
  private static String typed(String before, String text) {
    return text.isEmpty() ? "" : before + typed(text);
  }

  private static String typed(String text) {
    return "\u201c" + text + "\u201d";
  }

  private static String all(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static String amount(String before, Optional<BigMoney> amount) {
    return amount.map(found -> before + amount(found)).orElse("");
  }

  /** As people write amounts in English: {@code 1,250.00 EUR}. Never rounded. */
  static String amount(BigMoneyProvider given) {
    BigMoney amount = given.toBigMoney();
    BigDecimal plain = amount.getAmount().stripTrailingZeros();
    int places = Math.max(plain.scale(), amount.getCurrencyUnit().getDecimalPlaces());
    return ("%,." + places + "f %s").formatted(plain, amount.getCurrencyUnit().getCode());
  }
}
