package counterfoil.desktop.counter;

import counterfoil.desktop.kit.AmountText;
import counterfoil.desktop.kit.AmountText.Amount;
import counterfoil.desktop.kit.AmountText.NotAnAmount;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
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
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.account.Circumstances;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.projection.CustomerLine;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;

/** Reads a slip as a command, and says of each field what is missing or cannot be read. */
final class SlipReader {
  /** What a slip is read on. */
  record Ground(Locale locale, Circumstances now, boolean staffed) {}

  /**
   * What has been looked up besides the account.
   *
   * @param payee the receiver of a transfer; nothing while it is looked up, {@link Unopened} if
   *     there is none of that number
   * @param into the same for the account that takes what is left at a closing
   * @param holders the customers whose numbers are typed, as far as they are known
   */
  record LookedUp(
      Optional<AccountState> payee, Optional<AccountState> into, Holders.Found holders) {}

  private final Slip slip;
  private final Ground ground;
  private final Optional<Served> served;
  private final LookedUp lookedUp;
  private final Map<Field, Message> unfilled = new EnumMap<>(Field.class);

  private SlipReader(Slip slip, Ground ground, Optional<Served> served, LookedUp lookedUp) {
    this.slip = slip;
    this.ground = ground;
    this.served = served;
    this.lookedUp = lookedUp;
  }

  /**
   * @param served the account the form is about, as last read
   */
  static Reading read(Slip slip, Ground ground, Optional<Served> served, LookedUp lookedUp) {
    var reader = new SlipReader(slip, ground, served, lookedUp);
    Optional<AccountCommand> command = reader.command();
    Reading reading = Reading.of(command, reader.unfilled, served);
    // Where there is staff, the ledger itself says what an order comes to: it knows drawer and
    // limits.
    return ground.staffed()
        ? reading
        : command
            .map(c -> Judgement.of(reading, c, reader.slip, ground, served, lookedUp))
            .orElse(reading);
  }

  private Optional<AccountCommand> command() {
    Optional<AccountNumber> number =
        slip.act() == Act.OPEN
            ? number(Field.NUMBER)
            : served.map(account -> account.line().number()).or(this::noAccount);
    Optional<AccountCommand> command = number.flatMap(this::command);
    return unfilled.isEmpty() ? command : Optional.empty();
  }

  private Optional<AccountCommand> command(AccountNumber number) {
    var details = new Details(slip.text(Field.REFERENCE), slip.text(Field.NARRATIVE));
    return switch (slip.act()) {
      case DEPOSIT -> amount().map(amount -> new Deposit(number, amount, details));
      case WITHDRAW -> amount().map(amount -> new Withdraw(number, amount, details));
      case TRANSFER -> transfer(number, details);
      case CHEQUE -> cheque(number, details);
      case OPEN -> ground.staffed() ? openFor(number, details) : openNamed(number, details);
      case CLOSE -> close(number, details);
      case HOLD -> hold(number, details);
      case RELEASE -> release(number, details);
      case FEE -> amount().map(amount -> new ChargeFee(number, amount, details));
      case OVERDRAFT -> amount().map(limit -> new SetOverdraftLimit(number, limit, details));
      case MINIMUM -> amount().map(least -> new SetMinimumBalance(number, least, details));
      case ADD_HOLDER -> oneCustomer().map(holder -> new AddHolder(number, holder, details));
      case REMOVE_HOLDER -> oneCustomer().map(holder -> new RemoveHolder(number, holder, details));
      case FREEZE -> reason().map(reason -> new Freeze(number, reason, details));
      case UNFREEZE -> reason().map(reason -> new Unfreeze(number, reason, details));
      // It takes back an act, not an account's doing: the form asks for it by its entry.
      case REVERSE -> reason().flatMap(_ -> Optional.empty());
    };
  }

  private Optional<AccountCommand> transfer(AccountNumber number, Details details) {
    Optional<AccountNumber> payee = number(Field.PAYEE);
    Optional<BigMoney> amount = amount();
    return payee.flatMap(to -> amount.map(moved -> new Transfer(number, to, moved, details)));
  }

  private Optional<AccountCommand> cheque(AccountNumber number, Details details) {
    Optional<BigMoney> amount = amount();
    String chequeNumber = required(Field.CHEQUE_NUMBER, "counter.problem.cheque-number-missing");
    String bank = required(Field.CHEQUE_BANK, "counter.problem.cheque-bank-missing");
    Optional<String> drawerAccount =
        Optional.of(slip.text(Field.CHEQUE_ACCOUNT)).filter(text -> !text.isEmpty());
    Optional<LocalDate> date = date(Field.CHEQUE_DATE).or(() -> missing(Field.CHEQUE_DATE));
    Optional<LocalDate> release = date(Field.RELEASE_ON).or(() -> missing(Field.RELEASE_ON));
    return amount.flatMap(money ->
        date.flatMap(made ->
            release.map(good ->
                new DepositCheque(
                    number,
                    money,
                    new Cheque(chequeNumber, bank, made, drawerAccount),
                    good,
                    slip.id(),
                    details))));
  }

  private Optional<AccountCommand> openNamed(AccountNumber number, Details details) {
    String holder = required(Field.HOLDER, "counter.problem.holder-missing");
    String product = required(Field.PRODUCT, "counter.problem.product-missing");
    return amount().map(amount -> new OpenAccount(number, holder, product, amount, details));
  }

  private Optional<AccountCommand> openFor(AccountNumber number, Details details) {
    String product = required(Field.PRODUCT, "counter.problem.product-missing");
    Optional<BigMoney> amount = amount();
    lookedUp.holders().problem().ifPresent(why -> unfilled.put(Field.HOLDERS, why));
    List<CustomerLine> customers = lookedUp.holders().customers();
    List<CustomerNumber> numbers = customers.stream().map(CustomerLine::number).toList();
    return amount
        .filter(_ -> !customers.isEmpty())
        .map(deposit ->
            new OpenAccount(
                number,
                customers.getFirst().details().name(),
                product,
                deposit,
                numbers,
                Terms.NONE,
                details));
  }

  private Optional<CustomerNumber> oneCustomer() {
    lookedUp.holders().problem().ifPresent(why -> unfilled.put(Field.HOLDERS, why));
    List<CustomerLine> customers = lookedUp.holders().customers();
    if (customers.size() > 1) {
      unfilled.put(Field.HOLDERS, Message.of("counter.problem.one-customer"));
    }
    return customers.stream().findFirst().map(CustomerLine::number);
  }

  private Optional<AccountCommand> close(AccountNumber number, Details details) {
    if (slip.text(Field.INTO).isEmpty()) {
      return Optional.of(new CloseAccount(number, slip.payout(), details));
    }
    return number(Field.INTO).map(into -> new CloseInto(number, into, Optional.empty(), details));
  }

  private Optional<AccountCommand> hold(AccountNumber number, Details details) {
    Optional<BigMoney> amount = amount();
    Optional<LocalDate> until = date(Field.RELEASE_ON);
    Optional<String> reason = reason();
    return amount.flatMap(
        held -> reason.map(why -> new PlaceHold(number, slip.id(), held, until, why, details)));
  }

  private Optional<AccountCommand> release(AccountNumber number, Details details) {
    if (slip.hold().isEmpty()) {
      unfilled.put(Field.HOLD, Message.of("counter.problem.hold-missing"));
    }
    Optional<String> reason = reason();
    return slip.hold()
        .flatMap(hold -> reason.map(why -> new ReleaseHold(number, hold, why, details)));
  }

  private Optional<AccountNumber> noAccount() {
    unfilled.put(Field.FORM, Message.of("counter.problem.no-account"));
    return Optional.empty();
  }

  private Optional<AccountNumber> number(Field field) {
    String typed = slip.text(field);
    Optional<AccountNumber> number = AccountNumber.parse(typed);
    if (number.isEmpty()) {
      unfilled.put(field, whyNoNumber(typed));
    }
    return number;
  }

  private static Message whyNoNumber(String typed) {
    if (typed.isEmpty()) {
      return Message.of("counter.problem.number-missing");
    }
    if (typed.chars().anyMatch(Character::isWhitespace)) {
      return Message.of("counter.problem.number-spaces");
    }
    return typed.length() > AccountNumber.MAX_LENGTH
        ? Message.of("counter.problem.number-long", AccountNumber.MAX_LENGTH)
        : Message.of("counter.problem.number-form");
  }

  private String required(Field field, String whenMissing) {
    String typed = slip.text(field);
    if (typed.isEmpty()) {
      unfilled.put(field, Message.of(whenMissing));
    }
    return typed;
  }

  private Optional<String> reason() {
    return Optional.of(required(Field.REASON, "counter.problem.reason-missing"))
        .filter(text -> !text.isEmpty());
  }

  private Optional<LocalDate> date(Field field) {
    String typed = slip.text(field);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    return switch (DateText.parse(typed, ground.now().businessDate())) {
      case DateText.Date(var date) -> Optional.of(date);
      case DateText.NotADate(var message) -> {
        unfilled.put(field, message);
        yield Optional.empty();
      }
    };
  }

  private Optional<LocalDate> missing(Field field) {
    unfilled.putIfAbsent(field, Message.of("counter.problem.date-missing"));
    return Optional.empty();
  }

  /** An account may be opened without a deposit; every other act needs its amount. */
  private Optional<BigMoney> amount() {
    String typed = slip.text(Field.AMOUNT);
    if (typed.isEmpty() && slip.act() == Act.OPEN) {
      return Optional.of(BigMoney.zero(ground.now().currency()));
    }
    return switch (AmountText.parse(typed, ground.locale(), ground.now().currency())) {
      case Amount(BigMoney money) -> Optional.of(money);
      case NotAnAmount(Message message) -> {
        unfilled.put(Field.AMOUNT, message);
        yield Optional.empty();
      }
    };
  }
}
