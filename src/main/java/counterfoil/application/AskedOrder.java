package counterfoil.application;

import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.CloseTill;
import counterfoil.application.Order.CountTill;
import counterfoil.application.Order.OpenTill;
import counterfoil.application.Order.Reverse;
import counterfoil.application.Order.Serve;
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
import counterfoil.domain.approval.ActDigest;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.till.TillId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * The order that an approval was asked for, read back from its text: so that its maker can post it
 * once it is granted, also after the program was started anew. What is read back has the digest of
 * what was asked for, or there is no answer.
 */
public final class AskedOrder {
  private final CurrencyUnit currency;
  private final List<Map<String, String>> acts = new ArrayList<>();

  private AskedOrder(CurrencyUnit currency) {
    this.currency = currency;
  }

  /** Nothing where the text does not hold the whole order, as of a customer or a setting. */
  public static Optional<Order> of(ApprovalRequested request, CurrencyUnit currency) {
    try {
      return new AskedOrder(currency)
          .read(ActText.of(request.text()))
          .filter(order -> ActDigest.of(CommandDigest.of(order)).equals(request.digest()));
    } catch (IllegalArgumentException
        | ArithmeticException
        | DateTimeException
        | IndexOutOfBoundsException
        | NoSuchElementException _) {
      return Optional.empty();
    }
  }

  private Optional<Order> read(ActText text) {
    for (var part : text.parts()) {
      if (part.name().endsWith("_effect")) {
        // What it does to accounts and tills stands behind the order.
        break;
      }
      if (part.name().equals(ActText.WORDS)) {
        continue;
      }
      if (part.name().equals("do")) {
        acts.add(new LinkedHashMap<>());
      }
      if (acts.isEmpty()) {
        return Optional.empty();
      }
      acts.getLast().put(part.name(), part.value());
    }
    Fields first = new Fields(acts.getFirst());
    return switch (first.text("do")) {
      case "reverse" ->
          Optional.of(
              new Reverse(Long.parseLong(first.text("position")), first.text("reason"), slip()));
      case "open_till" ->
          Optional.of(
              new OpenTill(
                  new TillId(first.text("till")),
                  cash(first.text("counted")),
                  first.orEmpty("reason")));
      case "count_till" ->
          Optional.of(
              new CountTill(
                  new TillId(first.text("till")),
                  cash(first.text("counted")),
                  first.orEmpty("reason")));
      case "close_till" ->
          Optional.of(
              new CloseTill(
                  new TillId(first.text("till")),
                  cash(first.text("counted")),
                  first.orEmpty("reason"),
                  Boolean.parseBoolean(first.text("hand_over"))));
      default -> Optional.of(serve());
    };
  }

  private Order serve() {
    List<AccountCommand> commands = new ArrayList<>();
    acts.forEach(act -> commands.add(command(new Fields(act))));
    return new Serve(commands, slip());
  }

  private static AccountCommand command(Fields f) {
    return switch (f.text("do")) {
      case "deposit" -> new Deposit(f.account("account"), f.money("amount"), f.details());
      case "withdraw" ->
          new Withdraw(
              f.account("account"), f.money("amount"), f.optionalMoney("fee"), f.details());
      case "transfer" ->
          new Transfer(f.account("from"), f.account("to"), f.money("amount"), f.details());
      case "open_account" -> opening(f);
      case "freeze" -> new Freeze(f.account("account"), f.text("reason"), f.details());
      case "unfreeze" -> new Unfreeze(f.account("account"), f.text("reason"), f.details());
      case "add_holder" -> new AddHolder(f.account("account"), f.customer("customer"), f.details());
      case "remove_holder" ->
          new RemoveHolder(f.account("account"), f.customer("customer"), f.details());
      case "set_minimum" ->
          new SetMinimumBalance(f.account("account"), f.money("amount"), f.details());
      case "credit_interest" ->
          new CreditInterest(
              f.account("account"),
              f.money("amount"),
              f.has("from")
                  ? Optional.of(new InterestPeriod(f.date("from"), f.date("to")))
                  : Optional.empty(),
              f.details());
      case "charge_fee" -> new ChargeFee(f.account("account"), f.money("amount"), f.details());
      case "deposit_cheque" ->
          new DepositCheque(
              f.account("account"),
              f.money("amount"),
              new Cheque(
                  f.text("cheque_number"),
                  f.text("drawer_bank"),
                  f.date("cheque_date"),
                  f.optional("drawer_account")),
              f.date("release_on"),
              UUID.fromString(f.text("hold")),
              f.details());
      case "hold" ->
          new PlaceHold(
              f.account("account"),
              UUID.fromString(f.text("hold")),
              f.money("amount"),
              f.has("release_on") ? Optional.of(f.date("release_on")) : Optional.empty(),
              f.text("reason"),
              f.details());
      case "release_hold" ->
          new ReleaseHold(
              f.account("account"),
              UUID.fromString(f.text("hold")),
              f.orEmpty("reason"),
              f.details());
      case "set_overdraft" ->
          new SetOverdraftLimit(f.account("account"), f.money("limit"), f.details());
      case "close_account" ->
          f.has("into")
              ? new CloseInto(
                  f.account("account"), f.account("into"), Optional.empty(), f.details())
              : new CloseAccount(
                  f.account("account"), Boolean.parseBoolean(f.text("payout")), f.details());
      default -> throw new NoSuchElementException(f.text("do"));
    };
  }

  private static OpenAccount opening(Fields f) {
    return new OpenAccount(
        f.account("account"),
        f.text("holder_name"),
        f.orEmpty("product"),
        f.money("opening_deposit"),
        f.customers(),
        new Terms(f.optionalMoney("minimum_balance"), f.optionalMoney("overdraft_limit")),
        f.details());
  }

  /** The cash stands behind the last act. */
  private CashSlip slip() {
    Fields last = new Fields(acts.getLast());
    return new CashSlip(
        last.has("received") ? Optional.of(cash(last.text("received"))) : Optional.empty(),
        last.has("given") ? Optional.of(cash(last.text("given"))) : Optional.empty());
  }

  private Cash cash(String text) {
    if (text.equals("-")) {
      return Cash.none(currency);
    }
    Map<String, Integer> piles = new LinkedHashMap<>();
    for (String pile : text.split(" \\+ ", -1)) {
      String[] pieces = pile.split(" x ", -1);
      piles.put(pieces[1], Integer.parseInt(pieces[0]));
    }
    return Cash.ofWritten(currency, piles);
  }

  private record Fields(Map<String, String> values) {
    boolean has(String name) {
      return values.containsKey(name);
    }

    Optional<String> optional(String name) {
      return Optional.ofNullable(values.get(name));
    }

    String orEmpty(String name) {
      return values.getOrDefault(name, "");
    }

    String text(String name) {
      return Optional.ofNullable(values.get(name)).orElseThrow();
    }

    AccountNumber account(String name) {
      return new AccountNumber(text(name));
    }

    CustomerNumber customer(String name) {
      return new CustomerNumber(text(name));
    }

    List<CustomerNumber> customers() {
      return optional("customers").stream()
          .flatMap(all -> Stream.of(all.split(", ", -1)))
          .map(CustomerNumber::new)
          .toList();
    }

    Optional<BigMoney> optionalMoney(String name) {
      return has(name) ? Optional.of(money(name)) : Optional.empty();
    }

    LocalDate date(String name) {
      return LocalDate.parse(text(name));
    }

    BigMoney money(String name) {
      String[] parts = text(name).split(" ", -1);
      return BigMoney.of(CurrencyUnit.of(parts[1]), new BigDecimal(parts[0]));
    }

    Details details() {
      return new Details(orEmpty("reference"), orEmpty("narrative"));
    }
  }
}
