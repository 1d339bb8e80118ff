package counterfoil.application;

import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.proof.TreeHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.joda.money.BigMoney;

/**
 * SHA-256 over what a command asks for, so that a repetition can be told from another act under the
 * same id. Kept with the entries: the order and form of the fields below may never change. 12.5 and
 * 12.50 are the same amount.
 */
final class CommandDigest {
  private CommandDigest() {}

  static byte[] of(AccountCommand command) {
    return switch (command) {
      case OpenAccount c ->
          hash(
              c.details(),
              "open_account",
              c.account().value(),
              c.holder(),
              c.product(),
              plain(c.openingDeposit()));
      case Deposit c -> hash(c.details(), "deposit", c.account().value(), plain(c.amount()));
      case Withdraw c -> hash(c.details(), "withdraw", c.account().value(), plain(c.amount()));
      case Transfer c ->
          hash(c.details(), "transfer", c.from().value(), c.to().value(), plain(c.amount()));
      case ChargeFee c -> hash(c.details(), "charge_fee", c.account().value(), plain(c.amount()));
      case CreditInterest c ->
          hash(c.details(), "credit_interest", c.account().value(), plain(c.amount()));
      case SetOverdraftLimit c ->
          hash(c.details(), "set_overdraft", c.account().value(), plain(c.limit()));
      case CloseAccount c ->
          hash(c.details(), "close_account", c.account().value(), String.valueOf(c.payout()));
    };
  }

  private static byte[] hash(Details details, String... fields) {
    MessageDigest sha256 = TreeHash.sha256();
    List.of(fields).forEach(field -> update(sha256, field));
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
