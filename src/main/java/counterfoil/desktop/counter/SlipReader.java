package counterfoil.desktop.counter;

import counterfoil.desktop.kit.AmountText;
import counterfoil.desktop.kit.AmountText.Amount;
import counterfoil.desktop.kit.AmountText.NotAnAmount;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.Decision;
import counterfoil.domain.Decision.Accepted;
import counterfoil.domain.Decision.Refused;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OfTwoAccounts;
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
import counterfoil.domain.account.AccountDecider;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.HoldKind;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Restrictions;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.account.Circumstances;
import counterfoil.domain.account.Hold;
import counterfoil.projection.AccountLine;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Reads a slip as a command and asks the account's own rules about it, so that the form says at
 * once what the ledger would say later.
 */
final class SlipReader {
  private final Slip slip;
  private final Locale locale;
  private final CurrencyUnit currency;
  private final Circumstances now;
  private final Optional<AccountLine> account;
  private final Map<Field, Message> unfilled = new EnumMap<>(Field.class);

  private SlipReader(Slip slip, Locale locale, Circumstances now, Optional<AccountLine> account) {
    this.slip = slip;
    this.locale = locale;
    this.currency = now.currency();
    this.now = now;
    this.account = account;
  }

  /**
   * @param account the one the form is about, as last read
   * @param payee the receiver of a transfer; nothing while it is looked up, {@link Unopened} if
   *     there is none of that number
   */
  static Reading read(
      Slip slip,
      Locale locale,
      Circumstances now,
      Optional<AccountLine> account,
      Optional<AccountState> payee) {
    var reader = new SlipReader(slip, locale, now, account);
    Optional<AccountCommand> command = reader.command();
    if (command.isEmpty()) {
      return reader.reading(command, Optional.empty(), Optional.empty());
    }
    AccountState state = account.map(SlipReader::state).orElseGet(Unopened::new);
    return reader
        .decide(command.get(), state, payee)
        .map(decision -> reader.judged(command, decision, state))
        .orElseGet(() -> reader.reading(command, Optional.empty(), Optional.empty()));
  }

  /** Knows the holds by their sum only; of a freeze the ledger itself tells, with its reason. */
  static AccountState state(AccountLine line) {
    return switch (line.status()) {
      case OPEN ->
          new Open(
              line.number(),
              line.holder(),
              line.product(),
              line.ledger(),
              line.overdraftLimit(),
              new Restrictions(line.minimumBalance(), holds(line), Optional.empty()),
              List.of(),
              List.of());
      case CLOSED ->
          new Closed(line.number(), line.holder(), line.product(), line.ledger().getCurrencyUnit());
    };
  }

  private static List<Hold> holds(AccountLine line) {
    return line.held().isZero()
        ? List.of()
        : List.of(new Hold(new UUID(0, 0), line.held(), HoldKind.HOLD, Optional.empty(), ""));
  }

  private Optional<AccountCommand> command() {
    Optional<AccountNumber> number =
        slip.act() == Act.OPEN
            ? number(Field.NUMBER)
            : account.map(AccountLine::number).or(this::noAccount);
    Optional<AccountNumber> payee =
        slip.act() == Act.TRANSFER ? number(Field.PAYEE) : Optional.empty();
    Optional<BigMoney> amount =
        slip.act().fields().contains(Field.AMOUNT) ? amount() : Optional.empty();
    if (slip.act() == Act.OPEN) {
      required(Field.HOLDER);
      required(Field.PRODUCT);
    }
    return unfilled.isEmpty() ? number.map(n -> command(n, payee, amount)) : Optional.empty();
  }

  private AccountCommand command(
      AccountNumber number, Optional<AccountNumber> payee, Optional<BigMoney> amount) {
    var details = new Details(slip.text(Field.REFERENCE), slip.text(Field.NARRATIVE));
    return switch (slip.act()) {
      case DEPOSIT -> new Deposit(number, amount.orElseThrow(), details);
      case WITHDRAW -> new Withdraw(number, amount.orElseThrow(), details);
      case TRANSFER -> new Transfer(number, payee.orElseThrow(), amount.orElseThrow(), details);
      case OPEN ->
          new OpenAccount(
              number,
              slip.text(Field.HOLDER),
              slip.text(Field.PRODUCT),
              amount.orElseThrow(),
              details);
      case CLOSE -> new CloseAccount(number, slip.payout(), details);
    };
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

  private void required(Field field) {
    if (slip.text(field).isEmpty()) {
      unfilled.put(
          field,
          Message.of(
              field == Field.HOLDER
                  ? "counter.problem.holder-missing"
                  : "counter.problem.product-missing"));
    }
  }

  /** An account may be opened without a deposit; every other act needs its amount. */
  private Optional<BigMoney> amount() {
    String typed = slip.text(Field.AMOUNT);
    if (typed.isEmpty() && slip.act() == Act.OPEN) {
      return Optional.of(BigMoney.zero(currency));
    }
    return switch (AmountText.parse(typed, locale, currency)) {
      case Amount(BigMoney money) -> Optional.of(money);
      case NotAnAmount(Message message) -> {
        unfilled.put(Field.AMOUNT, message);
        yield Optional.empty();
      }
    };
  }

  private Optional<Decision<AccountEvent>> decide(
      AccountCommand command, AccountState state, Optional<AccountState> payee) {
    return switch (command) {
      case OfTwoAccounts two -> payee.map(to -> AccountDecider.decide(state, to, two, now));
      // Whether the number is taken is the ledger's to say: the account on the card is another one.
      case OpenAccount open -> Optional.of(AccountDecider.decide(new Unopened(), open, now));
      case OfOneAccount one -> Optional.of(AccountDecider.decide(state, one, now));
    };
  }

  private Reading judged(
      Optional<AccountCommand> command, Decision<AccountEvent> decision, AccountState before) {
    return switch (decision) {
      case Refused(var refusal) ->
          reading(
              command, Optional.of(Problem.of(refusal, slip.text(Field.PAYEE))), Optional.empty());
      case Accepted(var events) -> {
        AccountState start = slip.act() == Act.OPEN ? new Unopened() : before;
        yield reading(command, Optional.empty(), Optional.of(after(start, events.getFirst())));
      }
    };
  }

  private Reading.After after(AccountState before, AccountEvent event) {
    return switch (before.after(event)) {
      case Open open -> new Reading.After(open.ledger(), open.available());
      case Unopened _, Closed _ -> new Reading.After(Money.zero(currency), Money.zero(currency));
    };
  }

  private Reading reading(
      Optional<AccountCommand> command, Optional<Problem> refused, Optional<Reading.After> after) {
    return new Reading(
        command,
        unfilled,
        refused,
        command.flatMap(this::moved).filter(BigMoney::isPositive),
        after);
  }

  private Optional<BigMoney> moved(AccountCommand command) {
    return switch (command) {
      case Deposit c -> Optional.of(c.amount());
      case DepositCheque c -> Optional.of(c.amount());
      case Withdraw c -> Optional.of(c.amount());
      case Transfer c -> Optional.of(c.amount());
      case OpenAccount c -> Optional.of(c.openingDeposit());
      case CloseAccount c ->
          account.map(AccountLine::ledger).map(Money::toBigMoney).filter(_ -> c.payout());
      case AddHolder _,
          ChargeFee _,
          CloseInto _,
          CreditInterest _,
          Freeze _,
          PlaceHold _,
          ReleaseHold _,
          RemoveHolder _,
          Reverse _,
          SetMinimumBalance _,
          SetOverdraftLimit _,
          Unfreeze _ ->
          Optional.empty();
    };
  }
}
