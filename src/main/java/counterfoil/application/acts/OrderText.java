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
import counterfoil.domain.approval.ActText;
import counterfoil.domain.approval.ActText.Part;
import counterfoil.domain.branch.SettingsCommand;
import counterfoil.domain.branch.SettingsCommand.ChangeSetting;
import counterfoil.domain.branch.SettingsCommand.DefineProduct;
import counterfoil.domain.branch.SettingsCommand.SetDenominations;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
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
import counterfoil.proof.TreeHash;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;

/**
 * An order as a list of named values, whole and in one order: what an approver reads, and what a
 * repetition is told by. Its digest is kept with the entries: names, order and forms here may never
 * change. A text that was not given is left out; 12.5 and 12.50 are the same amount.
 */
public final class OrderText {
  private final Order order;
  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  private OrderText(Order order) {
    this.order = order;
  }

  public static OrderText of(Order order) {
    var text = new OrderText(order);
    text.write(order);
    return text;
  }

  /** The name of the (first) command. */
  public String firstValue() {
    return values.getFirst();
  }

  /** As an approver reads it: in words, then value by value; without what it does. */
  public ActText text() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(ActText.WORDS, ActSentence.of(order)));
    for (int i = 0; i < names.size(); i++) {
      parts.add(new Part(names.get(i), values.get(i)));
    }
    return new ActText(parts);
  }

  /** SHA-256 over all names and values, each behind its length. */
  public byte[] digest() {
    MessageDigest sha256 = TreeHash.sha256();
    for (int i = 0; i < names.size(); i++) {
      update(sha256, names.get(i));
      update(sha256, values.get(i));
    }
    return sha256.digest();
  }

  private static void update(MessageDigest sha256, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    sha256.update(bytes);
  }

  private void write(Order order) {
    switch (order) {
      case Order.Serve o -> {
        o.commands().forEach(this::write);
        add(o.cash());
      }
      case Order.Reverse o -> {
        add("do", "reverse").add("position", o.position()).add("reason", o.reason());
        add(o.cash());
      }
      case Order.KeepCustomer o -> write(o.command());
      case Order.EraseCustomer o ->
          add("do", "erase_customer").add("customer", o.number()).add("reason", o.reason());
      case Order.OpenTill o ->
          add("do", "open_till")
              .add("till", o.till())
              .add("counted", o.counted())
              .add("reason", o.reason());
      case Order.CountTill o ->
          add("do", "count_till")
              .add("till", o.till())
              .add("counted", o.counted())
              .add("reason", o.reason());
      case Order.CloseTill o ->
          add("do", "close_till")
              .add("till", o.till())
              .add("counted", o.counted())
              .add("reason", o.reason())
              .add("hand_over", o.handOver());
      case Order.OfferCash o ->
          add("do", "offer_cash").add("from", o.from()).add("to", o.to()).add("cash", o.cash());
      case Order.AcceptCash o ->
          add("do", "accept_cash").add("offer", o.offer()).add("from", o.from()).add("to", o.to());
      case Order.DeclineCash o ->
          add("do", "decline_cash")
              .add("offer", o.offer())
              .add("from", o.from())
              .add("to", o.to())
              .add("reason", o.reason());
      case Order.BringCashIn o ->
          add("do", "bring_cash_in").add("cash", o.cash()).add("source", o.source());
      case Order.SendCashOut o ->
          add("do", "send_cash_out").add("cash", o.cash()).add("destination", o.destination());
      case Order.OpenBusinessDay o -> add("do", "open_business_day").add("date", o.date());
      case Order.CloseBusinessDay o ->
          add("do", "close_business_day").add("forced", o.forced()).add("reason", o.reason());
      case Order.ChangeSettings o -> write(o.command());
      case Order.ManageStaff o -> write(o.command());
      case Order.Approve o -> add("do", "approve").add("approval", o.approval());
      case Order.Reject o ->
          add("do", "reject").add("approval", o.approval()).add("reason", o.reason());
      case Order.WithdrawRequest o -> add("do", "withdraw_request").add("approval", o.approval());
      case Order.SignOff o ->
          add("do", "sign_off").add("position", o.position()).add("comment", o.comment());
      case Order.ReprintReceipt o -> add("do", "reprint_receipt").add("position", o.position());
      case Order.RecordExport o -> write(o.export());
      case Order.AcceptRestore o ->
          add("do", "accept_restore")
              .add("entries", o.entries())
              .add("root", o.root())
              .add("reason", o.reason());
    }
  }

  private void write(Export export) {
    add("do", "export")
        .add("format", export.format().code())
        .add("content", export.content().code())
        .add("account", export.account())
        .add("from", export.period().map(Export.Period::from))
        .add("to", export.period().map(Export.Period::to))
        .add("position", export.position())
        .add("files", export.files())
        .add("sha256", export.sha256());
  }

  /** The name that scripts know a command by. */
  static String nameOf(AccountCommand command) {
    return switch (command) {
      case OpenAccount _ -> "open_account";
      case Deposit _ -> "deposit";
      case DepositCheque _ -> "deposit_cheque";
      case Withdraw _ -> "withdraw";
      case Transfer _ -> "transfer";
      case ChargeFee _ -> "charge_fee";
      case CreditInterest _ -> "credit_interest";
      case SetOverdraftLimit _ -> "set_overdraft";
      case SetMinimumBalance _ -> "set_minimum";
      case PlaceHold _ -> "hold";
      case ReleaseHold _ -> "release_hold";
      case Freeze _ -> "freeze";
      case Unfreeze _ -> "unfreeze";
      case AddHolder _ -> "add_holder";
      case RemoveHolder _ -> "remove_holder";
      case Reverse _ -> "reverse";
      case CloseAccount _, CloseInto _ -> "close_account";
    };
  }

  private void write(AccountCommand command) {
    add("do", nameOf(command));
    switch (command) {
      case OpenAccount c ->
          add("account", c.account())
              .add("holder_name", c.holder())
              .add("product", c.product())
              .add("customers", c.holders().isEmpty() ? "" : c.holders())
              .add("opening_deposit", c.openingDeposit())
              .add("minimum_balance", c.terms().minimumBalance())
              .add("overdraft_limit", c.terms().overdraftLimit());
      case Deposit c -> add("account", c.account()).add("amount", c.amount());
      case DepositCheque c ->
          add("account", c.account())
              .add("amount", c.amount())
              .add("cheque_number", c.cheque().number())
              .add("drawer_bank", c.cheque().drawerBank())
              .add("cheque_date", c.cheque().date())
              .add("drawer_account", c.cheque().drawerAccount())
              .add("release_on", c.releaseOn())
              .add("hold", c.holdId());
      case Withdraw c -> add("account", c.account()).add("amount", c.amount()).add("fee", c.fee());
      case Transfer c -> add("from", c.from()).add("to", c.to()).add("amount", c.amount());
      case ChargeFee c -> add("account", c.account()).add("amount", c.amount());
      case CreditInterest c -> {
        add("account", c.account()).add("amount", c.amount());
        c.period().ifPresent(period -> add("from", period.from()).add("to", period.to()));
      }
      case SetOverdraftLimit c -> add("account", c.account()).add("limit", c.limit());
      case SetMinimumBalance c -> add("account", c.account()).add("amount", c.amount());
      case PlaceHold c ->
          add("account", c.account())
              .add("hold", c.holdId())
              .add("amount", c.amount())
              .add("release_on", c.releaseOn())
              .add("reason", c.reason());
      case ReleaseHold c ->
          add("account", c.account()).add("hold", c.holdId()).add("reason", c.reason());
      case Freeze c -> add("account", c.account()).add("reason", c.reason());
      case Unfreeze c -> add("account", c.account()).add("reason", c.reason());
      case AddHolder c -> add("account", c.account()).add("customer", c.holder());
      case RemoveHolder c -> add("account", c.account()).add("customer", c.holder());
      case Reverse c ->
          add("account", c.account()).add("position", c.position()).add("reason", c.reason());
      case CloseAccount c -> add("account", c.account()).add("payout", c.payout());
      case CloseInto c -> add("account", c.from()).add("into", c.to());
    }
    add("reference", command.details().reference());
    add("narrative", command.details().narrative());
  }

  private void write(CustomerCommand command) {
    switch (command) {
      case RegisterCustomer c -> {
        add("do", "register_customer").add("customer", c.number());
        write(c.details());
      }
      case ChangeCustomerDetails c -> {
        add("do", "change_customer").add("customer", c.number());
        write(c.details());
      }
    }
  }

  private void write(CustomerDetails details) {
    add("name", details.name())
        .add("birth_date", details.birthDate())
        .add("document_type", details.documentType())
        .add("document_number", details.documentNumber())
        .add("phone", details.phone())
        .add("address", details.address())
        .add("flags", joined(details.flags().stream().map(Enum::name).sorted().toList()))
        .add("note", details.noteToTeller());
  }

  private void write(SettingsCommand command) {
    switch (command) {
      case SetLimit c -> add("do", "set_limit").add("limit", c.limit()).add("amount", c.amount());
      case ChangeSetting c ->
          add("do", "set_setting").add("setting", c.setting()).add("value", c.value());
      case SetDenominations c -> add("do", "set_denominations").add("faces", joined(c.faces()));
      case DefineProduct c ->
          add("do", "define_product")
              .add("product", c.code())
              .add("name", c.name())
              .add("kind", c.kind())
              .add("minimum_balance", c.minimumBalance())
              .add("overdraft_allowed", c.overdraftAllowed())
              .add("withdrawal_fee", c.withdrawalFee())
              .add("interest_percent", plain(c.interestPercent()));
    }
  }

  /** Without the password, which would be another one each time it is hashed. */
  private void write(Administration command) {
    switch (command) {
      case AddStaffMember c ->
          add("do", "add_staff")
              .add("name", c.name())
              .add("full_name", c.fullName())
              .add("roles", joined(c.roles().stream().sorted().map(Role::code).toList()))
              .add("temporary", ifSo(c.temporary()));
      case GrantRole c ->
          add("do", "grant_role").add("name", c.name()).add("role", c.role().code());
      case RevokeRole c ->
          add("do", "revoke_role").add("name", c.name()).add("role", c.role().code());
      case ChangePassword c ->
          add("do", "change_password").add("name", c.name()).add("temporary", ifSo(c.temporary()));
      case SuspendStaff c ->
          add("do", "suspend_staff").add("name", c.name()).add("reason", c.reason());
      case ReinstateStaff c ->
          add("do", "reinstate_staff").add("name", c.name()).add("reason", c.reason());
      case UnlockSignIn c -> add("do", "unlock_staff").add("name", c.name());
      case CertifyKey c ->
          add("do", "certify_key").add("name", c.name()).add("public_key", c.publicKey());
      case RevokeKey c -> add("do", "revoke_key").add("name", c.name()).add("reason", c.reason());
    }
  }

  private void add(CashSlip slip) {
    add("received", slip.received()).add("given", slip.given());
  }

  private OrderText add(String name, Object value) {
    String text =
        switch (value) {
          case BigMoney money -> plain(money.getAmount()) + " " + money.getCurrencyUnit().getCode();
          case List<?> list -> joined(list.stream().map(Object::toString).toList());
          default -> value.toString();
        };
    if (!text.isEmpty()) {
      names.add(name);
      values.add(text);
    }
    return this;
  }

  private OrderText add(String name, Optional<?> value) {
    return value.isPresent() ? add(name, (Object) value.get()) : this;
  }

  private static Optional<Boolean> ifSo(boolean value) {
    return value ? Optional.of(true) : Optional.empty();
  }

  private static String joined(List<String> texts) {
    return texts.stream().collect(Collectors.joining(", "));
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
