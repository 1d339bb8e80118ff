package counterfoil.cli;

import counterfoil.application.Order;
import counterfoil.application.Order.Serve;
import counterfoil.application.Quoted;
import counterfoil.application.signin.Passwords;
import counterfoil.domain.InputRefusal;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/** The commands that can be posted: their names, their fields, and what they come to. */
final class CommandSyntax {
  /** A line longer than this would be refused anyway. */
  private static final int MAX_ACTS = 20;

  private final CurrencyUnit currency;
  private final AccountSyntax accounts;
  private final CashSyntax cash;
  private final CustomerSyntax customers;
  private final List<Family> families;

  CommandSyntax(CurrencyUnit currency, BranchFacts branch, Passwords passwords) {
    this.currency = currency;
    this.cash = new CashSyntax(currency, branch);
    this.accounts = new AccountSyntax(currency, branch);
    this.customers = new CustomerSyntax(branch);
    this.families =
        List.of(
            new TillSyntax(cash),
            new DaySyntax(branch),
            new SettingsSyntax(currency),
            new StaffSyntax(passwords),
            new ReviewSyntax());
  }

  /** Commands over one subject. */
  interface Family {
    /** Nothing where there is no command of that name among them. */
    Optional<Order> read(String name, CommandFields fields);
  }

  /** A command that was understood. */
  sealed interface Understood {
    UUID commandId();
  }

  /** One that says everything. */
  record Complete(UUID commandId, Order order, Consent consent) implements Understood {}

  /** An opening of an account that leaves the number to us. */
  record Unnumbered(UUID commandId, Function<AccountNumber, Order> opening, Consent consent)
      implements Understood {}

  /** A registration of a customer that leaves the number to us. */
  record UnnumberedCustomer(UUID commandId, Function<CustomerNumber, Order> registration)
      implements Understood {}

  /** One that no rule could ever let pass: another currency, a face value that there is not. */
  record Unlawful(UUID commandId, Refusal refusal) implements Understood {}

  /**
   * @param values the fields with their names, {@code do} among them
   * @throws MalformedCommand if it cannot be understood
   */
  Understood understand(Map<String, FieldValue> values) {
    var fields = CommandFields.of(values);
    try {
      var understood = understood(fields);
      fields.refuseLeftover();
      return understood;
    } catch (UnlawfulCommand e) {
      return new Unlawful(fields.commandId(), e.refusal());
    }
  }

  private Understood understood(CommandFields fields) {
    String name = fields.text("do");
    String given = fields.textOr("currency", currency.getCode());
    if (!given.equals(currency.getCode())) {
      throw new UnlawfulCommand(
          new InputRefusal.OtherCurrency(Quoted.plain(given), currency.getCode()));
    }
    var consent = Consent.read(fields);
    return switch (name) {
      case "open_account" -> opening(fields, consent);
      case "register_customer" -> registration(fields);
      default -> new Complete(fields.commandId(), order(name, fields), consent);
    };
  }

  private Order order(String name, CommandFields fields) {
    if (name.equals("serve")) {
      return serve(fields);
    }
    return accounts
        .read(name, fields, 0)
        .<Order>map(command -> new Serve(List.of(command), cash.slip(command, fields)))
        .or(() -> name.equals("reverse") ? Optional.of(reversal(fields)) : Optional.empty())
        .or(() ->
            name.equals("change_customer")
                ? Optional.of(customers.change(fields))
                : Optional.empty())
        .or(() ->
            name.equals("erase_customer")
                ? Optional.of(CustomerSyntax.erasure(fields))
                : Optional.empty())
        .or(() ->
            families.stream().flatMap(family -> family.read(name, fields).stream()).findFirst())
        .orElseThrow(() -> unknown(name, fields));
  }

  private static MalformedCommand unknown(String name, CommandFields fields) {
    return fields.malformed("There is no command " + Quoted.of(name) + ".");
  }

  private Order reversal(CommandFields fields) {
    return new Order.Reverse(fields.position("position"), fields.text("reason"), cash.slip(fields));
  }

  /** Several acts of one customer's, one after the other, with the cash of all of them. */
  private Order serve(CommandFields fields) {
    List<CommandFields> acts = fields.nestedList("acts");
    if (acts.size() > MAX_ACTS) {
      throw fields.malformed(
          "There are %d acts in one order; %d are allowed.".formatted(acts.size(), MAX_ACTS));
    }
    var commands = new ArrayList<AccountCommand>();
    for (CommandFields act : acts) {
      commands.add(act(act, commands.size()));
      act.refuseLeftover();
    }
    return new Serve(commands, cash.slip(fields));
  }

  private AccountCommand act(CommandFields act, int place) {
    String name = act.text("do");
    return name.equals("open_account")
        ? accounts.opening(act).apply(act.account("account"))
        : accounts.read(name, act, place).orElseThrow(() -> unknown(name, act));
  }

  private Understood opening(CommandFields fields, Consent consent) {
    Function<AccountNumber, ? extends AccountCommand> opening = accounts.opening(fields);
    var slip = cash.paidIn(fields);
    Function<AccountNumber, Order> order =
        number -> new Serve(List.of(opening.apply(number)), slip);
    Optional<AccountNumber> number = fields.optionalAccount("account");
    if (number.isEmpty() && consent instanceof Consent.Asked) {
      throw fields.malformed(
          "An opening that asks for its approval needs the account's number: it is approved with"
              + " it.");
    }
    return number.isPresent()
        ? new Complete(fields.commandId(), order.apply(number.get()), consent)
        : new Unnumbered(fields.commandId(), order, consent);
  }

  private Understood registration(CommandFields fields) {
    Optional<CustomerNumber> number = CustomerSyntax.optionalNumber("customer", fields);
    Function<CustomerNumber, Order> registration = customers.registration(fields);
    return number.isPresent()
        ? new Complete(fields.commandId(), registration.apply(number.get()), Consent.NONE)
        : new UnnumberedCustomer(fields.commandId(), registration);
  }
}
