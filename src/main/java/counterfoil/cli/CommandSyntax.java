package counterfoil.cli;

import counterfoil.application.Quoted;
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
import counterfoil.domain.account.AccountNumber;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** The commands that can be posted: their names, their fields, and what they come to. */
final class CommandSyntax {
  private static final String DEFAULT_PRODUCT = "current";

  private final CurrencyUnit currency;

  CommandSyntax(CurrencyUnit currency) {
    this.currency = currency;
  }

  /** A command that was understood. */
  sealed interface Understood {
    UUID commandId();
  }

  /** One that says everything. */
  record Complete(UUID commandId, AccountCommand command) implements Understood {}

  /** An opening of an account that leaves the number to us. */
  record Unnumbered(UUID commandId, Function<AccountNumber, OpenAccount> opening)
      implements Understood {}

  /** One in another currency than the ledger's. */
  record Foreign(UUID commandId, String given, String expected) implements Understood {}

  /**
   * @param values the fields with their names, {@code do} among them
   * @throws MalformedCommand if it cannot be understood
   */
  Understood understand(Map<String, FieldValue> values) {
    var fields = CommandFields.of(values);
    String name = fields.text("do");
    String given = fields.textOr("currency", currency.getCode());
    var details = new Details(fields.textOr("reference", ""), fields.textOr("narrative", ""));
    var understood =
        name.equals("open_account")
            ? opening(fields, details)
            : new Complete(fields.commandId(), command(name, fields, details));
    fields.refuseLeftover();
    return given.equals(currency.getCode())
        ? understood
        : new Foreign(fields.commandId(), Quoted.plain(given), currency.getCode());
  }

  private Understood opening(CommandFields fields, Details details) {
    String holder = fields.text("holder_name");
    String product = fields.textOr("product", DEFAULT_PRODUCT);
    var deposit = money(fields.optionalAmount("opening_deposit").orElse(BigDecimal.ZERO));
    Function<AccountNumber, OpenAccount> opening =
        number -> new OpenAccount(number, holder, product, deposit, details);
    Optional<AccountNumber> number = fields.optionalAccount("account");
    return number.isPresent()
        ? new Complete(fields.commandId(), opening.apply(number.get()))
        : new Unnumbered(fields.commandId(), opening);
  }

  private AccountCommand command(String name, CommandFields fields, Details details) {
    return switch (name) {
      case "deposit" -> new Deposit(fields.account("account"), amount(fields), details);
      case "withdraw" -> new Withdraw(fields.account("account"), amount(fields), details);
      case "transfer" ->
          new Transfer(fields.account("from"), fields.account("to"), amount(fields), details);
      case "close_account" ->
          new CloseAccount(fields.account("account"), fields.flag("payout"), details);
      case "charge_fee" -> new ChargeFee(fields.account("account"), amount(fields), details);
      case "credit_interest" ->
          new CreditInterest(fields.account("account"), amount(fields), details);
      case "set_overdraft" ->
          new SetOverdraftLimit(fields.account("account"), money(fields.amount("limit")), details);
      default -> throw fields.malformed("There is no command " + Quoted.of(name) + ".");
    };
  }

  private BigMoney amount(CommandFields fields) {
    return money(fields.amount("amount"));
  }

  private BigMoney money(BigDecimal amount) {
    return BigMoney.of(currency, amount);
  }
}
