package counterfoil.application;

import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Serve;
import counterfoil.application.acts.OrderText;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.InterestDue;
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
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.proof.TreeHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;

/**
 * SHA-256 over what a command asks for, so that a repetition can be told from another act under the
 * same id. Kept with the entries: the order and form of the fields below may never change; what is
 * not given is left out, what is given stands behind its name. 12.5 and 12.50 are the same amount.
 */
final class CommandDigest {
  private final List<String> fields = new ArrayList<>();

  private CommandDigest(String name, String... first) {
    fields.add(name);
    fields.addAll(List.of(first));
  }

  /** One act for one customer has the digest it always had; any other order that of its text. */
  static byte[] of(Order order) {
    return order instanceof Serve(var commands, var cash)
            && commands.size() == 1
            && cash.equals(CashSlip.NONE)
        ? of(commands.getFirst())
        : OrderText.of(order).digest();
  }

  static byte[] of(AccountCommand command) {
    return fields(command).hash(command.details());
  }

  private static CommandDigest fields(AccountCommand command) {
    return switch (command) {
      case OpenAccount c -> fieldsOf(c);
      case Deposit c -> new CommandDigest("deposit", c.account().value(), plain(c.amount()));
      case DepositCheque c -> fieldsOf(c);
      case Withdraw c ->
          new CommandDigest("withdraw", c.account().value(), plain(c.amount()))
              .amount("fee", c.fee());
      case Transfer c ->
          new CommandDigest("transfer", c.from().value(), c.to().value(), plain(c.amount()));
      case ChargeFee c -> new CommandDigest("charge_fee", c.account().value(), plain(c.amount()));
      case CreditInterest c ->
          new CommandDigest("credit_interest", c.account().value(), plain(c.amount()))
              .period(c.period());
      case SetOverdraftLimit c ->
          new CommandDigest("set_overdraft", c.account().value(), plain(c.limit()));
      case SetMinimumBalance c ->
          new CommandDigest("set_minimum_balance", c.account().value(), plain(c.amount()));
      case PlaceHold c -> fieldsOf(c);
      case ReleaseHold c ->
          new CommandDigest("release_hold", c.account().value(), c.holdId().toString(), c.reason());
      case Freeze c -> new CommandDigest("freeze", c.account().value(), c.reason());
      case Unfreeze c -> new CommandDigest("unfreeze", c.account().value(), c.reason());
      case AddHolder c -> new CommandDigest("add_holder", c.account().value(), c.holder().value());
      case RemoveHolder c ->
          new CommandDigest("remove_holder", c.account().value(), c.holder().value());
      case Reverse c ->
          new CommandDigest(
              "reverse", c.account().value(), String.valueOf(c.position()), c.reason());
      case CloseAccount c ->
          new CommandDigest("close_account", c.account().value(), String.valueOf(c.payout()))
              .interest(c.interest());
      case CloseInto c ->
          new CommandDigest("close_into", c.from().value(), c.to().value()).interest(c.interest());
    };
  }

  private static CommandDigest fieldsOf(OpenAccount c) {
    var digest =
        new CommandDigest(
            "open_account",
            c.account().value(),
            c.holder(),
            c.product(),
            plain(c.openingDeposit()));
    c.holders().forEach(holder -> digest.named("holder", holder.value()));
    return digest
        .amount("minimum_balance", c.terms().minimumBalance())
        .amount("overdraft_limit", c.terms().overdraftLimit());
  }

  private static CommandDigest fieldsOf(DepositCheque c) {
    var digest =
        new CommandDigest(
            "deposit_cheque",
            c.account().value(),
            plain(c.amount()),
            c.cheque().number(),
            c.cheque().drawerBank(),
            c.cheque().date().toString(),
            c.releaseOn().toString(),
            c.holdId().toString());
    c.cheque().drawerAccount().ifPresent(own -> digest.named("drawer_account", own));
    return digest;
  }

  private static CommandDigest fieldsOf(PlaceHold c) {
    var digest =
        new CommandDigest(
            "place_hold",
            c.account().value(),
            c.holdId().toString(),
            plain(c.amount()),
            c.reason());
    c.releaseOn().ifPresent(day -> digest.named("release_on", day.toString()));
    return digest;
  }

  private CommandDigest named(String name, String value) {
    fields.add(name);
    fields.add(value);
    return this;
  }

  private CommandDigest amount(String name, Optional<BigMoney> amount) {
    amount.ifPresent(given -> named(name, plain(given)));
    return this;
  }

  private CommandDigest period(Optional<InterestPeriod> period) {
    period.ifPresent(given ->
        named("interest_from", given.from().toString())
            .named("interest_to", given.to().toString()));
    return this;
  }

  private CommandDigest interest(Optional<InterestDue> interest) {
    interest.ifPresent(due -> named("interest", plain(due.amount())).period(due.period()));
    return this;
  }

  private byte[] hash(Details details) {
    MessageDigest sha256 = TreeHash.sha256();
    fields.forEach(field -> update(sha256, field));
    update(sha256, details.reference());
    update(sha256, details.narrative());
    return sha256.digest();
  }

  /** Each field behind its length, so that no two lists of fields come to the same bytes. */
  private static void update(MessageDigest sha256, String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    sha256.update(bytes);
  }

  private static String plain(BigMoney amount) {
    return amount.getCurrencyUnit().getCode()
        + amount.getAmount().stripTrailingZeros().toPlainString();
  }
}
