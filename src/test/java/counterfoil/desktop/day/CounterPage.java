package counterfoil.desktop.day;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.F;
import static javafx.scene.input.KeyCode.F10;
import static javafx.scene.input.KeyCode.F11;
import static javafx.scene.input.KeyCode.F2;
import static javafx.scene.input.KeyCode.F3;
import static javafx.scene.input.KeyCode.F4;
import static javafx.scene.input.KeyCode.F5;
import static javafx.scene.input.KeyCode.F6;
import static javafx.scene.input.KeyCode.F7;
import static javafx.scene.input.KeyCode.F8;
import static javafx.scene.input.KeyCode.F9;
import static javafx.scene.input.KeyCode.SHIFT;

import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Serve;
import counterfoil.desktop.Robot;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OfTwoAccounts;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import org.joda.money.BigMoney;

/** The counter as somebody uses it: by its keys, from field to field with Enter. */
final class CounterPage {
  private static final Map<String, String> PRODUCTS =
      Map.of("current", "Current account", "savings", "Savings account");

  private final Workstation at;
  private final Robot robot;
  private final UnaryOperator<CustomerNumber> customers;

  /**
   * @param customers the number that a customer got here, for the script's
   */
  CounterPage(Workstation at, UnaryOperator<CustomerNumber> customers) {
    this.at = at;
    this.robot = at.robot();
    this.customers = customers;
  }

  /** Types an order up to its last field: one more Enter records it. */
  void type(Serve order) {
    at.go("counter");
    List<AccountCommand> commands = order.commands();
    if (!(commands.getFirst() instanceof OpenAccount)) {
      bring(account(commands.getFirst()));
    }
    for (int i = 0; i < commands.size(); i++) {
      if (i > 0) {
        robot.press(CONTROL, ENTER);
        robot.until("the basket has the act before", () -> robot.node("amount") != null);
      }
      type(commands.get(i), i == commands.size() - 1 ? order.cash() : CashSlip.NONE);
    }
  }

  /** Types the one amount of an order that will not be had. */
  void typeOnly(Serve order) {
    at.go("counter");
    bring(account(order.commands().getFirst()));
    switch (order.commands().getFirst()) {
      case Withdraw c -> {
        choose("amount", F3);
        robot.type(c.amount().getAmount().toPlainString());
      }
      case Transfer c -> {
        choose("payee", F4);
        next("amount", c.to().value());
        robot.type(c.amount().getAmount().toPlainString());
      }
      default -> throw new AssertionError("nobody is refused this in the day: " + order);
    }
  }

  /** Finds an account by its number. */
  void bring(AccountNumber number) {
    robot.press(CONTROL, F);
    robot.untilFocused("find");
    robot.press(CONTROL, A);
    robot.type(number.value());
    robot.press(ENTER);
    robot.untilText("account-number", number.value());
    robot.until("the field is empty", () -> robot.text("find").isEmpty());
  }

  /** The account that a command is about; of two, the paying one. */
  static AccountNumber account(AccountCommand command) {
    return switch (command) {
      case OfTwoAccounts two -> two.from();
      case OfOneAccount one -> one.account();
    };
  }

  private void type(AccountCommand command, CashSlip cash) {
    switch (command) {
      case Deposit c -> {
        choose("amount", F2);
        amount(c.amount());
        count(cash);
        words(c.details());
      }
      case Withdraw c -> {
        choose("amount", F3);
        amount(c.amount());
        count(cash);
        words(c.details());
      }
      case Transfer c -> {
        choose("payee", F4);
        next("amount", c.to().value());
        amount(c.amount());
        words(c.details());
      }
      case DepositCheque c -> {
        choose("amount", F5);
        next("cheque-number", c.amount().getAmount().toPlainString());
        next("cheque-bank", c.cheque().number());
        next("cheque-account", c.cheque().drawerBank());
        next("cheque-date", c.cheque().drawerAccount().orElse(""));
        next("release-on", c.cheque().date().toString());
        next("narrative", c.releaseOn().toString());
        words(c.details());
      }
      case OpenAccount c -> open(c, cash);
      case CloseAccount c -> {
        choose("payout", F7);
        next("into", "");
        robot.press(ENTER);
        robot.untilText("cash-verdict", "counts to");
        count(cash);
        words(c.details());
      }
      case PlaceHold c -> {
        choose("amount", F8);
        next("release-on", c.amount().getAmount().toPlainString());
        next("reason", "");
        robot.type(c.reason());
      }
      case ReleaseHold c -> {
        choose("hold", SHIFT, F8);
        next("reason", "");
        robot.type(c.reason());
      }
      case ChargeFee c -> {
        choose("amount", F9);
        amount(c.amount());
        words(c.details());
      }
      case SetOverdraftLimit c -> {
        choose("amount", SHIFT, F9);
        amount(c.limit());
        words(c.details());
      }
      case SetMinimumBalance c -> {
        choose("amount", F10);
        amount(c.amount());
        words(c.details());
      }
      case AddHolder c -> {
        choose("holders", SHIFT, F6);
        holders(c.holder());
      }
      case Freeze c -> {
        choose("reason", F11);
        robot.type(c.reason());
      }
      case Unfreeze c -> {
        choose("reason", SHIFT, F11);
        robot.type(c.reason());
      }
      default -> throw new AssertionError("nobody does this in the day: " + command);
    }
  }

  private void choose(String first, KeyCode... keys) {
    robot.press(keys);
    robot.untilFocused(first);
  }

  /** Types into the field that has the cursor, and goes on to the next one. */
  private void next(String field, String text) {
    robot.type(text);
    robot.press(ENTER);
    robot.untilFocused(field);
  }

  private void amount(BigMoney amount) {
    robot.type(amount.getAmount().toPlainString());
    robot.press(ENTER);
  }

  private void open(OpenAccount command, CashSlip cash) {
    choose("number", F6);
    next("product", command.account().value());
    robot.press(CONTROL, A);
    next("holders", Objects.requireNonNull(PRODUCTS.get(command.product())));
    holders(command.holders().getFirst());
    robot.press(ENTER);
    robot.untilFocused("amount");
    amount(command.openingDeposit());
    count(cash);
    words(command.details());
  }

  private void holders(CustomerNumber number) {
    robot.type(customers.apply(number).value());
    robot.until("the holder is known", () -> !robot.text("holders-found").isEmpty());
  }

  private void count(CashSlip slip) {
    robot.untilFocused("cash-500");
    slip.received().or(slip::given).ifPresent(cash -> new Counting(robot, "cash-").type(cash));
    robot.press(ENTER);
    robot.untilFocused("narrative");
  }

  private void words(Details details) {
    robot.untilFocused("narrative");
    robot.type(details.narrative());
    robot.press(ENTER);
    robot.untilFocused("reference");
    robot.type(details.reference());
  }

  /** Chooses the newest entry of an account and types why it is taken back. */
  void reverseNewest(AccountNumber number, String reason) {
    at.go("counter");
    bring(number);
    robot.click(newestRow());
    robot.until("it can be reversed", () -> !robot.node("reverse").isDisabled());
    robot.click("reverse");
    robot.untilFocused("reason");
    robot.type(reason);
  }

  private Node newestRow() {
    robot.until("the history is read", () -> row() != null);
    return Robot.onScreen(this::row);
  }

  private Node row() {
    return robot.node("history").lookupAll(".table-row-cell").stream()
        .filter(node -> node instanceof TableRow<?> row && row.getIndex() == 0 && !row.isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
