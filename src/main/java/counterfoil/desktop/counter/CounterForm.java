package counterfoil.desktop.counter;

import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome;
import counterfoil.application.Outcome.ChangedMeanwhile;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.desktop.kit.Handover;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OfTwoAccounts;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.Circumstances;
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
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.joda.money.CurrencyUnit;

/**
 * The form at the right of the counter: what is typed, what it would come to, what is wrong with
 * it, and its posting. What was typed stays until it is posted or cleared by hand.
 */
public final class CounterForm {
  private final FormFields fields = new FormFields();
  private final ObservableValue<Locale> locale;
  private final CurrencyUnit currency;
  private final AccountSheet sheet;
  private final ObservableValue<Optional<AccountLine>> account;
  private final PayeeLookup payee;
  private final Handover handover;
  private final Consumer<AccountNumber> whenPosted;
  private final Answers answers = new Answers();
  private final Set<Field> left = EnumSet.noneOf(Field.class);
  private final ReadOnlyObjectWrapper<Reading> reading;
  private final ReadOnlyObjectWrapper<Map<Field, Message>> problems =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Attention> attention =
      new ReadOnlyObjectWrapper<>(Attention.FIND);

  /**
   * @param sheet the account on the desk
   * @param whenPosted hears the number of the account that an act was recorded for
   */
  CounterForm(
      ObservableValue<Locale> locale,
      CurrencyUnit currency,
      AccountSheet sheet,
      PayeeLookup payee,
      Handover handover,
      Consumer<AccountNumber> whenPosted) {
    this.locale = locale;
    this.currency = currency;
    this.sheet = sheet;
    this.account = sheet.accountProperty();
    this.payee = payee;
    this.handover = handover;
    this.whenPosted = whenPosted;
    this.reading = new ReadOnlyObjectWrapper<>(read());
    fields.text(Field.PAYEE).subscribe(payee::seek);
    fields.whenChanged(this::typed);
    locale.subscribe(this::readAgain);
    payee.stateProperty().subscribe(this::readAgain);
    account.subscribe(this::turnTo);
  }

  public ReadOnlyObjectProperty<Act> actProperty() {
    return fields.actProperty();
  }

  public StringProperty textProperty(Field field) {
    return fields.text(field);
  }

  public BooleanProperty payoutProperty() {
    return fields.payoutProperty();
  }

  public CurrencyUnit currency() {
    return currency;
  }

  /** What the slip comes to as it is typed now. */
  public ReadOnlyObjectProperty<Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** What is wrong, to be said under the field. */
  public ReadOnlyObjectProperty<Map<Field, Message>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty underWayProperty() {
    return handover.underWayProperty();
  }

  /** What was posted last, until the next act begins. */
  public ReadOnlyObjectProperty<Optional<Message>> confirmationProperty() {
    return answers.confirmationProperty();
  }

  /** Why the last posting found no answer. */
  public ReadOnlyObjectProperty<Optional<Message>> faultProperty() {
    return answers.faultProperty();
  }

  /** What was recorded on the account while the form was filled in; unless empty: post again. */
  public ReadOnlyObjectProperty<List<JournalLine>> betweenProperty() {
    return answers.betweenProperty();
  }

  /** The account that a transfer's payee number names. */
  public ReadOnlyObjectProperty<Optional<AccountLine>> payeeProperty() {
    return payee.accountProperty();
  }

  public ReadOnlyObjectProperty<Attention> attentionProperty() {
    return attention.getReadOnlyProperty();
  }

  /** Why an act cannot be done now. */
  public Optional<Message> whyNot(Act act) {
    if (!act.needsAccount()) {
      return Optional.empty();
    }
    return account.getValue().isEmpty()
        ? Optional.of(Message.of("counter.problem.no-account"))
        : account
            .getValue()
            .filter(line -> line.status() == AccountStatus.CLOSED)
            .map(line -> Message.of("kit.refusal.account-closed", line.number()));
  }

  public void choose(Act act) {
    if (!handover.underWayProperty().get()) {
      fields.choose(act);
      attend(Optional.of(firstField()));
    }
  }

  /** Goes on from a field to the next one; from the last one it posts. */
  public void goOnFrom(Field field) {
    leave(field);
    List<Field> order = fields.act().fields();
    int next = order.indexOf(field) + 1;
    if (next < order.size()) {
      attend(Optional.of(order.get(next)));
    } else if (betweenProperty().get().isEmpty()) {
      post();
    } else {
      // The account has changed: a key pressed twice must not post on what nobody has read.
      attend(Optional.of(Field.FORM));
    }
  }

  /** The cursor has left a field: what is wrong in it may be said. */
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
    left.clear();
    boolean something = answers.forget();
    something |= fields.clear();
    showProblems();
    if (something) {
      attend(Optional.of(firstField()));
    }
    return something;
  }

  /** Asks for the cursor; nothing for the field that finds an account. */
  void attend(Optional<Field> place) {
    attention.set(attention.get().next(place));
  }

  Field firstField() {
    return fields.act().fields().getFirst();
  }

  /** Hands the act to the ledger, or says what is wrong. */
  public void post() {
    if (handover.underWayProperty().get() || answers.awaits(account.getValue())) {
      return;
    }
    answers.begin();
    left.addAll(fields.act().fields());
    left.add(Field.FORM);
    showProblems();
    Act act = fields.act();
    reading
        .get()
        .command()
        .filter(_ -> reading.get().complete())
        .ifPresentOrElse(
            command ->
                handover.hand(
                    new Serve(List.of(command), CashSlip.NONE),
                    seenVersion(act),
                    o -> answered(act, command, o),
                    answers::failed),
            this::attendToProblem);
  }

  private void attendToProblem() {
    Map<Field, Message> said = problems.get();
    attend(
        fields.act().fields().stream()
            .filter(said::containsKey)
            .findFirst()
            .or(() -> Optional.of(firstField())));
  }

  private OptionalLong seenVersion(Act act) {
    return act.needsAccount()
        ? account.getValue().map(a -> OptionalLong.of(a.version())).orElse(OptionalLong.empty())
        : OptionalLong.empty();
  }

  private void answered(Act act, AccountCommand command, Outcome outcome) {
    switch (outcome) {
      case Posted posted -> recorded(act, command, posted);
      case Refused refused -> {
        answers.refused(refused.refusal(), fields.slip().text(Field.PAYEE));
        showProblems();
        attendToProblem();
      }
      case Outcome.ApprovalNeeded _ ->
          throw new IllegalStateException("a ledger without staff asks for no approval");
      case ChangedMeanwhile changed -> {
        answers.changed(changed);
        sheet.refresh();
        attend(Optional.of(Field.FORM));
      }
    }
  }

  private void recorded(Act act, AccountCommand command, Posted posted) {
    AccountNumber number =
        switch (command) {
          case OfTwoAccounts two -> two.from();
          case OfOneAccount one -> one.account();
        };
    left.clear();
    fields.clear();
    if (act == Act.OPEN) {
      fields.choose(Act.DEPOSIT);
    }
    answers.posted(
        Message.of(
            "counter.posted." + act.word(),
            posted.position(),
            posted.balance().orElseThrow(),
            number));
    showProblems();
    attend(act == Act.CLOSE ? Optional.empty() : Optional.of(firstField()));
    whenPosted.accept(number);
  }

  /** Another account on the desk: what was said about the one before no longer holds. */
  private void turnTo(Optional<AccountLine> before, Optional<AccountLine> now) {
    if (!before.map(AccountLine::number).equals(now.map(AccountLine::number))) {
      left.clear();
      answers.forget();
    }
    readAgain();
  }

  private void typed() {
    answers.outdateRefusal();
    readAgain();
  }

  private void readAgain() {
    reading.set(read());
    showProblems();
  }

  private Reading read() {
    return SlipReader.read(
        fields.slip(),
        locale.getValue(),
        Circumstances.of(currency, sheet.businessDate()),
        account.getValue(),
        payee.stateProperty().get());
  }

  private void showProblems() {
    Map<Field, Message> said = reading.get().problems(left);
    answers.refusal().ifPresent(problem -> said.put(problem.field(), problem.message()));
    problems.set(said);
  }
}
