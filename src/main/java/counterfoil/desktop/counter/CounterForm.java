package counterfoil.desktop.counter;

import counterfoil.application.Outcome;
import counterfoil.application.Outcome.ChangedMeanwhile;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountStatus;
import counterfoil.projection.JournalLine;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The form at the right of the counter: what is typed, what it would come to, what is wrong with
 * it, and its posting. What was typed stays until it is posted or cleared by hand.
 */
public final class CounterForm {
  private final FormFields fields = new FormFields();
  private final ObservableValue<Locale> locale;
  private final CurrencyUnit currency;
  private final ObservableValue<Optional<AccountLine>> account;
  private final PayeeLookup payee;
  private final Handover handover;
  private final Consumer<AccountNumber> whenRecorded;
  private final Set<Field> left = EnumSet.noneOf(Field.class);
  private final ReadOnlyObjectWrapper<Reading> reading;
  private final ReadOnlyObjectWrapper<Map<Field, Message>> problems =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Message> confirmText;
  private final ReadOnlyObjectWrapper<Optional<Message>> confirmation = nothing();
  private final ReadOnlyObjectWrapper<Optional<Message>> fault = nothing();
  private final ReadOnlyObjectWrapper<List<JournalLine>> between =
      new ReadOnlyObjectWrapper<>(List.of());
  private Optional<Problem> answered = Optional.empty();
  private OptionalLong versionToAwait = OptionalLong.empty();

  /**
   * @param account the one on the desk
   * @param whenRecorded hears the number of the account that an act was recorded for, or that has
   *     changed meanwhile
   */
  CounterForm(
      ObservableValue<Locale> locale,
      CurrencyUnit currency,
      ObservableValue<Optional<AccountLine>> account,
      PayeeLookup payee,
      Handover handover,
      Consumer<AccountNumber> whenRecorded) {
    this.locale = locale;
    this.currency = currency;
    this.account = account;
    this.payee = payee;
    this.handover = handover;
    this.whenRecorded = whenRecorded;
    this.reading = new ReadOnlyObjectWrapper<>(read());
    this.confirmText = new ReadOnlyObjectWrapper<>(naming(reading.get()));
    fields.text(Field.PAYEE).subscribe(payee::seek);
    fields.whenChanged(this::typed);
    locale.subscribe(this::readAgain);
    payee.stateProperty().subscribe(this::readAgain);
    account.subscribe(this::turnTo);
  }

  private static <T> ReadOnlyObjectWrapper<Optional<T>> nothing() {
    return new ReadOnlyObjectWrapper<>(Optional.empty());
  }

  public ObjectProperty<Act> actProperty() {
    return fields.act();
  }

  public StringProperty textProperty(Field field) {
    return fields.text(field);
  }

  public BooleanProperty payoutProperty() {
    return fields.payout();
  }

  public CurrencyUnit currency() {
    return currency;
  }

  /** What the slip comes to as it is typed now. */
  ReadOnlyObjectProperty<Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** What is wrong, to be said under the field. */
  public ReadOnlyObjectProperty<Map<Field, Message>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /** What the confirm button says: the act and the amount. */
  public ReadOnlyObjectProperty<Message> confirmTextProperty() {
    return confirmText.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty underWayProperty() {
    return handover.underWayProperty();
  }

  /** What was posted last, until the next act begins. */
  public ReadOnlyObjectProperty<Optional<Message>> confirmationProperty() {
    return confirmation.getReadOnlyProperty();
  }

  /** Why the last posting found no answer. */
  public ReadOnlyObjectProperty<Optional<Message>> faultProperty() {
    return fault.getReadOnlyProperty();
  }

  /** What was recorded on the account while the teller filled in the form; not empty: post again. */
  public ReadOnlyObjectProperty<List<JournalLine>> betweenProperty() {
    return between.getReadOnlyProperty();
  }

  /** The account that a transfer's payee number names. */
  public ReadOnlyObjectProperty<Optional<AccountLine>> payeeProperty() {
    return payee.accountProperty();
  }

  /** Why an act cannot be chosen now. */
  public Optional<Message> whyNot(Act act) {
    if (!act.needsAccount()) {
      return Optional.empty();
    }
    return account
        .getValue()
        .map(
            line ->
                line.status() == AccountStatus.CLOSED
                    ? Optional.of(Message.of("kit.refusal.account-closed", line.number()))
                    : Optional.<Message>empty())
        .orElseGet(() -> Optional.of(Message.of("counter.problem.no-account")));
  }

  public void choose(Act act) {
    if (!handover.underWayProperty().get()) {
      fields.act().set(act);
    }
  }

  /** The teller has gone on from a field: what is wrong in it may be said. */
  public void leave(Field field) {
    if (left.add(field)) {
      showProblems();
    }
  }

  /** Empties the form; returns whether there was anything to empty. */
  public boolean clear() {
    if (handover.underWayProperty().get()) {
      return true;
    }
    boolean something = !between.get().isEmpty() || fault.get().isPresent();
    forgetAnswers();
    return fields.clear() || something;
  }

  /** Hands the act to the ledger, or says what is wrong. */
  public void post() {
    if (handover.underWayProperty().get() || awaitsAccount()) {
      return;
    }
    confirmation.set(Optional.empty());
    fault.set(Optional.empty());
    answered = Optional.empty();
    left.addAll(fields.act().get().fields());
    left.add(Field.FORM);
    showProblems();
    if (reading.get().complete()) {
      Act act = fields.act().get();
      reading.get()
          .command()
          .ifPresent(c -> handover.hand(c, seenVersion(), o -> answered(act, c, o), this::failed));
    }
  }

  private OptionalLong seenVersion() {
    return fields.act().get().needsAccount()
        ? account.getValue().map(a -> OptionalLong.of(a.version())).orElse(OptionalLong.empty())
        : OptionalLong.empty();
  }

  /** After a conflict: until the card shows what came in between, nothing is posted on it. */
  private boolean awaitsAccount() {
    return versionToAwait.isPresent()
        && account.getValue().filter(a -> a.version() >= versionToAwait.getAsLong()).isEmpty();
  }

  private void answered(Act act, AccountCommand command, Outcome outcome) {
    switch (outcome) {
      case Posted posted -> recorded(act, command, posted);
      case Refused refused -> {
        between.set(List.of());
        answered =
            Optional.of(
                Problem.of(refused.refusal(), fields.slip().text(Field.PAYEE)));
        showProblems();
      }
      case ChangedMeanwhile changed -> {
        versionToAwait = changed.between().stream().mapToLong(JournalLine::version).max();
        between.set(changed.between());
        whenRecorded.accept(changed.account());
      }
    }
  }

  private void recorded(Act act, AccountCommand command, Posted posted) {
    AccountNumber number = accountOf(command);
    forgetAnswers();
    fields.clear();
    if (act == Act.OPEN) {
      fields.act().set(Act.DEPOSIT);
    }
    left.clear();
    showProblems();
    confirmation.set(
        Optional.of(
            Message.of(
                "counter.posted." + act.word(), posted.position(), posted.balance(), number)));
    whenRecorded.accept(number);
  }

  private static AccountNumber accountOf(AccountCommand command) {
    return switch (command) {
      case Transfer transfer -> transfer.from();
      case AccountCommand.OfOneAccount one -> one.account();
    };
  }

  private void failed(Throwable why) {
    fault.set(Optional.of(Faults.message(why)));
  }

  /** Another account on the desk: what was said about the one before no longer holds. */
  private void turnTo(Optional<AccountLine> before, Optional<AccountLine> now) {
    if (!before.map(AccountLine::number).equals(now.map(AccountLine::number))) {
      forgetAnswers();
    }
    readAgain();
  }

  private void forgetAnswers() {
    left.clear();
    answered = Optional.empty();
    versionToAwait = OptionalLong.empty();
    between.set(List.of());
    fault.set(Optional.empty());
  }

  private void typed() {
    answered = Optional.empty();
    readAgain();
  }

  private void readAgain() {
    reading.set(read());
    confirmText.set(naming(reading.get()));
    showProblems();
  }

  private Reading read() {
    return SlipReader.read(
        fields.slip(), locale.getValue(), currency, account.getValue(), payee.stateProperty().get());
  }

  private void showProblems() {
    Map<Field, Message> said = reading.get().problems(left);
    answered.ifPresent(problem -> said.put(problem.field(), problem.message()));
    problems.set(said);
  }

  private Message naming(Reading read) {
    String key = "counter.confirm." + fields.act().get().word();
    return read.command()
        .flatMap(this::amountOf)
        .map(amount -> Message.of(key + ".amount", amount))
        .orElseGet(() -> Message.of(key));
  }

  private Optional<BigMoney> amountOf(AccountCommand command) {
    Optional<BigMoney> amount =
        switch (command) {
          case Deposit c -> Optional.of(c.amount());
          case Withdraw c -> Optional.of(c.amount());
          case Transfer c -> Optional.of(c.amount());
          case OpenAccount c -> Optional.of(c.openingDeposit());
          case CloseAccount c when c.payout() ->
              account.getValue().map(AccountLine::ledger).map(Money::toBigMoney);
          case AccountCommand _ -> Optional.empty();
        };
    return amount.filter(BigMoney::isPositive);
  }
}
