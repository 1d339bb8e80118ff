package counterfoil.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.BigMoney;

/** Writes orders as the lines that `post -` takes, in the documented words. */
final class OrderLines {
  /** Stands for every password: a line cannot be written from a hash. */
  static final String PASSWORD = "a password for practice";

  private static final ObjectMapper JSON = new ObjectMapper();

  private OrderLines() {}

  static ObjectNode of(UUID commandId, Order order) {
    ObjectNode line = JSON.createObjectNode().put("command_id", commandId.toString());
    switch (order) {
      case Order.Serve o -> serve(line, o);
      case Order.Reverse o -> {
        line.put("do", "reverse").put("position", o.position()).put("reason", o.reason());
        slip(line, o.cash());
      }
      case Order.KeepCustomer(RegisterCustomer(var number, var details)) ->
          customer(line.put("do", "register_customer").put("customer", number.value()), details);
      case Order.KeepCustomer(ChangeCustomerDetails(var number, var details)) ->
          customer(line.put("do", "change_customer").put("customer", number.value()), details);
      case Order.EraseCustomer o ->
          line.put("do", "erase_customer")
              .put("customer", o.number().value())
              .put("reason", o.reason());
      case Order.OpenTill o ->
          cash(till(line, "open_till", o.till().value(), o.reason()), "cash", o.counted());
      case Order.CountTill o ->
          cash(till(line, "count_till", o.till().value(), o.reason()), "cash", o.counted());
      case Order.CloseTill o -> {
        cash(till(line, "close_till", o.till().value(), o.reason()), "cash", o.counted());
        line.put("hand_over", o.handOver());
      }
      case Order.OfferCash o ->
          cash(
              line.put("do", "offer_cash").put("from", o.from().value()).put("to", o.to().value()),
              "cash",
              o.cash());
      case Order.AcceptCash o ->
          line.put("do", "accept_cash")
              .put("offer", o.offer().toString())
              .put("from", o.from().value())
              .put("to", o.to().value());
      case Order.DeclineCash o ->
          line.put("do", "decline_cash")
              .put("offer", o.offer().toString())
              .put("from", o.from().value())
              .put("to", o.to().value())
              .put("reason", o.reason());
      case Order.BringCashIn o ->
          cash(line.put("do", "bring_cash_in").put("source", o.source()), "cash", o.cash());
      case Order.SendCashOut o ->
          cash(
              line.put("do", "send_cash_out").put("destination", o.destination()),
              "cash",
              o.cash());
      case Order.OpenBusinessDay o ->
          line.put("do", "open_business_day").put("date", o.date().toString());
      case Order.CloseBusinessDay o ->
          line.put("do", "close_business_day").put("force", o.forced()).put("reason", o.reason());
      case Order.ChangeSettings o -> settings(line, o.command());
      case Order.ManageStaff o -> staff(line, o.command());
      case Order.Approve o -> line.put("do", "approve").put("approval", o.approval().toString());
      case Order.Reject o ->
          line.put("do", "reject")
              .put("approval", o.approval().toString())
              .put("reason", o.reason());
      case Order.WithdrawRequest o ->
          line.put("do", "withdraw_request").put("approval", o.approval().toString());
      case Order.SignOff o ->
          line.put("do", "sign_off").put("position", o.position()).put("comment", o.comment());
      case Order.ReprintReceipt o ->
          line.put("do", "reprint_receipt").put("position", o.position());
      case Order.RecordExport o -> throw new IllegalArgumentException("nobody posts " + o);
      case Order.AcceptRestore o -> throw new IllegalArgumentException("nobody posts " + o);
    }
    return line;
  }

  private static void serve(ObjectNode line, Order.Serve order) {
    if (order.commands().size() == 1) {
      act(line, order.commands().getFirst());
    } else {
      ArrayNode acts = line.put("do", "serve").putArray("acts");
      order.commands().forEach(command -> act(acts.addObject(), command));
    }
    slip(line, order.cash());
  }

  private static void slip(ObjectNode line, CashSlip slip) {
    slip.received().ifPresent(cash -> cash(line, "received", cash));
    slip.given().ifPresent(cash -> cash(line, "given", cash));
  }

  private static void cash(ObjectNode line, String name, Cash cash) {
    ObjectNode pieces = line.putObject(name);
    cash.written().forEach(pieces::put);
  }

  private static ObjectNode till(ObjectNode line, String name, String till, String reason) {
    return line.put("do", name).put("till", till).put("reason", reason);
  }

  private static ObjectNode act(ObjectNode line, AccountCommand command) {
    line.put("reference", command.details().reference());
    line.put("narrative", command.details().narrative());
    return switch (command) {
      case OpenAccount c -> {
        line.put("do", "open_account")
            .put("account", c.account().value())
            .put("holder_name", c.holder())
            .put("product", c.product())
            .put("opening_deposit", plain(c.openingDeposit()));
        optional(line, "minimum_balance", c.terms().minimumBalance());
        optional(line, "overdraft_limit", c.terms().overdraftLimit());
        ArrayNode holders = line.putArray("customers");
        c.holders().forEach(holder -> holders.add(holder.value()));
        yield line;
      }
      case Deposit c -> one(line, "deposit", c).put("amount", plain(c.amount()));
      case Withdraw c -> {
        optional(line, "fee", c.fee());
        yield one(line, "withdraw", c).put("amount", plain(c.amount()));
      }
      case DepositCheque c ->
          one(line, "deposit_cheque", c)
              .put("amount", plain(c.amount()))
              .put("cheque_number", c.cheque().number())
              .put("drawer_bank", c.cheque().drawerBank())
              .put("cheque_date", c.cheque().date().toString())
              .put("release_on", c.releaseOn().toString())
              .put("hold", c.holdId().toString());
      case Transfer c ->
          line.put("do", "transfer")
              .put("from", c.from().value())
              .put("to", c.to().value())
              .put("amount", plain(c.amount()));
      case ChargeFee c -> one(line, "charge_fee", c).put("amount", plain(c.amount()));
      case CreditInterest c -> {
        c.period()
            .ifPresent(period ->
                line.put("period_from", period.from().toString())
                    .put("period_to", period.to().toString()));
        yield one(line, "credit_interest", c).put("amount", plain(c.amount()));
      }
      case SetOverdraftLimit c -> one(line, "set_overdraft", c).put("limit", plain(c.limit()));
      case SetMinimumBalance c -> one(line, "set_minimum", c).put("amount", plain(c.amount()));
      case PlaceHold c -> {
        c.releaseOn().ifPresent(date -> line.put("release_on", date.toString()));
        yield one(line, "hold", c)
            .put("hold", c.holdId().toString())
            .put("amount", plain(c.amount()))
            .put("reason", c.reason());
      }
      case ReleaseHold c ->
          one(line, "release_hold", c).put("hold", c.holdId().toString()).put("reason", c.reason());
      case Freeze c -> one(line, "freeze", c).put("reason", c.reason());
      case Unfreeze c -> one(line, "unfreeze", c).put("reason", c.reason());
      case AddHolder c -> one(line, "add_holder", c).put("customer", c.holder().value());
      case RemoveHolder c -> one(line, "remove_holder", c).put("customer", c.holder().value());
      case CloseAccount c -> one(line, "close_account", c).put("payout", c.payout());
      case CloseInto c ->
          line.put("do", "close_account")
              .put("account", c.from().value())
              .put("into", c.to().value());
      case Reverse c -> throw new IllegalArgumentException("nobody asks for " + c);
    };
  }

  private static ObjectNode one(ObjectNode line, String name, AccountCommand.OfOneAccount c) {
    return line.put("do", name).put("account", c.account().value());
  }

  private static void customer(ObjectNode line, CustomerDetails details) {
    line.put("name", details.name());
    details.birthDate().ifPresent(date -> line.put("birth_date", date.toString()));
    line.put("document_type", details.documentType())
        .put("document_number", details.documentNumber())
        .put("phone", details.phone())
        .put("address", details.address())
        .put("note", details.noteToTeller());
    ArrayNode flags = line.putArray("flags");
    details.flags().forEach(flag -> flags.add(flag.name().toLowerCase(Locale.ROOT)));
    if (details.flags().isEmpty()) {
      flags.add("none");
    }
  }

  private static void settings(ObjectNode line, SettingsCommand command) {
    switch (command) {
      case SetLimit c -> {
        line.put("do", "set_limit").put("limit", c.limit()).put("none", c.amount().isEmpty());
        optional(line, "amount", c.amount());
      }
      case ChangeSetting c ->
          line.put("do", "set_setting").put("setting", c.setting()).put("value", c.value());
      case SetDenominations c -> {
        ArrayNode faces = line.put("do", "set_denominations").putArray("faces");
        c.faces().forEach(faces::add);
      }
      case DefineProduct c ->
          line.put("do", "define_product")
              .put("product", c.code())
              .put("name", c.name())
              .put("kind", c.kind().name().toLowerCase(Locale.ROOT))
              .put("minimum_balance", plain(c.minimumBalance()))
              .put("overdraft_allowed", c.overdraftAllowed())
              .put("withdrawal_fee", plain(c.withdrawalFee()))
              .put("interest_percent", c.interestPercent().toPlainString());
    }
  }

  private static void staff(ObjectNode line, Administration command) {
    line.put("name", command.name().value());
    switch (command) {
      case AddStaffMember c -> {
        line.put("do", "add_staff").put("full_name", c.fullName()).put("password", PASSWORD);
        ArrayNode roles = line.putArray("roles");
        List.copyOf(c.roles()).stream().map(Role::code).forEach(roles::add);
      }
      case GrantRole c -> line.put("do", "grant_role").put("role", c.role().code());
      case RevokeRole c -> line.put("do", "revoke_role").put("role", c.role().code());
      case ChangePassword _ -> line.put("do", "change_password").put("password", PASSWORD);
      case SuspendStaff c -> line.put("do", "suspend_staff").put("reason", c.reason());
      case ReinstateStaff c -> line.put("do", "reinstate_staff").put("reason", c.reason());
      case UnlockSignIn _ -> line.put("do", "unlock_staff");
      case CertifyKey c -> line.put("do", "certify_key").put("public_key", c.publicKey());
      case RevokeKey c -> line.put("do", "revoke_key").put("reason", c.reason());
    }
  }

  private static void optional(ObjectNode line, String name, Optional<BigMoney> amount) {
    amount.ifPresent(money -> line.put(name, plain(money)));
  }

  private static String plain(BigMoney amount) {
    return amount.getAmount().toPlainString();
  }
}
