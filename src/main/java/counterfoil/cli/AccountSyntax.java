package counterfoil.cli;

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
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Terms;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Cheque;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.customer.CustomerRefusal.CustomerNotFound;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Commands over accounts. */
final class AccountSyntax {
  private static final String DEFAULT_PRODUCT = "current";

  private final CurrencyUnit currency;
  private final BranchFacts branch;

  AccountSyntax(CurrencyUnit currency, BranchFacts branch) {
    this.currency = currency;
    this.branch = branch;
  }

  /**
   * Nothing where there is no command of that name among them.
   *
   * @param place of the act among those of its order, from 0; a hold's id follows from it and from
   *     the command's id, so that the same command again is the same
   */
  Optional<AccountCommand> read(String name, CommandFields fields, int place) {
    return switch (name) {
      case "deposit" -> Optional.of(new Deposit(account(fields), amount(fields), details(fields)));
      case "withdraw" ->
          Optional.of(
              new Withdraw(account(fields), amount(fields), money("fee", fields), details(fields)));
      case "transfer" ->
          Optional.of(
              new Transfer(
                  fields.account("from"), fields.account("to"), amount(fields), details(fields)));
      case "deposit_cheque" -> Optional.of(cheque(fields, place));
      case "close_account" -> Optional.of(closing(fields));
      case "charge_fee" ->
          Optional.of(new ChargeFee(account(fields), amount(fields), details(fields)));
      case "credit_interest" ->
          Optional.of(
              new CreditInterest(account(fields), amount(fields), period(fields), details(fields)));
      default -> terms(name, fields).or(() -> restriction(name, fields, place));
    };
  }

  /** What is agreed about an account. */
  private Optional<AccountCommand> terms(String name, CommandFields fields) {
    return switch (name) {
      case "set_overdraft" ->
          Optional.of(
              new SetOverdraftLimit(
                  account(fields), money(fields.amount("limit")), details(fields)));
      case "set_minimum" ->
          Optional.of(new SetMinimumBalance(account(fields), amount(fields), details(fields)));
      case "add_holder" ->
          Optional.of(
              new AddHolder(
                  account(fields), CustomerSyntax.number("customer", fields), details(fields)));
      case "remove_holder" ->
          Optional.of(
              new RemoveHolder(
                  account(fields), CustomerSyntax.number("customer", fields), details(fields)));
      default -> Optional.empty();
    };
  }

  private Optional<AccountCommand> restriction(String name, CommandFields fields, int place) {
    return switch (name) {
      case "hold" ->
          Optional.of(
              new PlaceHold(
                  account(fields),
                  fields.optionalId("hold").orElseGet(() -> holdId(fields, place)),
                  amount(fields),
                  fields.optionalDate("release_on"),
                  fields.text("reason"),
                  details(fields)));
      case "release_hold" ->
          Optional.of(
              new ReleaseHold(
                  account(fields), fields.id("hold"), fields.text("reason"), details(fields)));
      case "freeze" ->
          Optional.of(new Freeze(account(fields), fields.text("reason"), details(fields)));
      case "unfreeze" ->
          Optional.of(new Unfreeze(account(fields), fields.text("reason"), details(fields)));
      default -> Optional.empty();
    };
  }

  /** The opening of an account but for its number. Its holder is named, or is a customer's name. */
  Function<AccountNumber, OpenAccount> opening(CommandFields fields) {
    var holders = new ArrayList<CustomerNumber>();
    CustomerSyntax.optionalNumber("customer", fields).ifPresent(holders::add);
    fields.texts("customers").forEach(text -> holders.add(CustomerSyntax.parsed(text, fields)));
    String holder = fields.optionalText("holder_name").orElseGet(() -> nameOf(holders, fields));
    String product = fields.textOr("product", DEFAULT_PRODUCT);
    var deposit = money(fields.optionalAmount("opening_deposit").orElse(BigDecimal.ZERO));
    var terms = new Terms(money("minimum_balance", fields), money("overdraft_limit", fields));
    var details = details(fields);
    return number -> new OpenAccount(number, holder, product, deposit, holders, terms, details);
  }

  private String nameOf(List<CustomerNumber> holders, CommandFields fields) {
    if (holders.isEmpty()) {
      throw fields.missing("holder_name");
    }
    return branch
        .customer(holders.getFirst())
        .orElseThrow(() -> new UnlawfulCommand(new CustomerNotFound(holders.getFirst())))
        .name();
  }

  private DepositCheque cheque(CommandFields fields, int place) {
    return new DepositCheque(
        account(fields),
        amount(fields),
        new Cheque(
            fields.text("cheque_number"),
            fields.text("drawer_bank"),
            fields.date("cheque_date"),
            fields.optionalText("drawer_account")),
        fields.date("release_on"),
        fields.optionalId("hold").orElseGet(() -> holdId(fields, place)),
        details(fields));
  }

  private AccountCommand closing(CommandFields fields) {
    AccountNumber account = account(fields);
    Optional<AccountNumber> into = fields.optionalAccount("into");
    boolean payout = fields.flag("payout");
    if (payout && into.isPresent()) {
      throw fields.malformed("What is left is paid out, or goes into another account: not both.");
    }
    return into.<AccountCommand>map(
            other -> new CloseInto(account, other, Optional.empty(), details(fields)))
        .orElseGet(() -> new CloseAccount(account, payout, details(fields)));
  }

  private Optional<InterestPeriod> period(CommandFields fields) {
    Optional<LocalDate> from = fields.optionalDate("period_from");
    Optional<LocalDate> to = fields.optionalDate("period_to");
    if (from.isPresent() != to.isPresent()) {
      throw fields.malformed("A period needs period_from and period_to.");
    }
    return from.map(first -> new InterestPeriod(first, to.orElseThrow()));
  }

  /** The command's id for the first act of an order, and one that follows from it for others. */
  static UUID holdId(CommandFields fields, int place) {
    UUID commandId = fields.commandId();
    return place == 0
        ? commandId
        : UUID.nameUUIDFromBytes((commandId + "/" + place).getBytes(StandardCharsets.US_ASCII));
  }

  private static AccountNumber account(CommandFields fields) {
    return fields.account("account");
  }

  private static Details details(CommandFields fields) {
    return new Details(fields.textOr("reference", ""), fields.textOr("narrative", ""));
  }

  private BigMoney amount(CommandFields fields) {
    return money(fields.amount("amount"));
  }

  private Optional<BigMoney> money(String name, CommandFields fields) {
    return fields.optionalAmount(name).map(this::money);
  }

  private BigMoney money(BigDecimal amount) {
    return BigMoney.of(currency, amount);
  }
}
