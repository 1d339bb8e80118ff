package counterfoil.desktop.counter;

import counterfoil.application.Order;
import counterfoil.application.Order.CashSlip;
import counterfoil.application.Rehearsal;
import counterfoil.application.Rehearsal.Impossible;
import counterfoil.application.Rehearsal.Possible;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.Circumstances;
import counterfoil.projection.AccountLine;
import counterfoil.projection.JournalLine;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
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
  private final AccountSheet sheet;
  private final Lookups lookups;
  private final Checkout checkout;
  private final CounterPosting posting;
  private final boolean staffed;
  private final CurrencyUnit currency;
  private final ActPermissions permissions;
  private final Set<Field> left = EnumSet.noneOf(Field.class);
  private final ReadOnlyObjectWrapper<Reading> reading;
  private final ReadOnlyObjectWrapper<Map<Field, Message>> problems =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Attention> attention =
      new ReadOnlyObjectWrapper<>(Attention.FIND);
  private final ReadOnlyObjectWrapper<Optional<JournalLine>> reversing =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param sheet the account on the desk
   */
  CounterForm(
      CounterParts parts,
      ObservableValue<Locale> locale,
      AccountSheet sheet,
      Lookups lookups,
      CounterPosting posting) {
    this.locale = locale;
    this.sheet = sheet;
    this.lookups = lookups;
    this.posting = posting;
    this.staffed = parts.staffed();
    this.currency = parts.currency();
    this.checkout = parts.checkout();
    this.permissions = new ActPermissions(parts.desk(), sheet);
    this.reading = new ReadOnlyObjectWrapper<>(read());
    fields.text(Field.PAYEE).subscribe(lookups.payee()::seek);
    fields.text(Field.INTO).subscribe(lookups.into()::seek);
    fields.text(Field.HOLDERS).subscribe(lookups.holders()::seek);
    fields.whenChanged(this::typed);
    checkout.cash().whenTyped(this::typed);
    checkout.basket().linesProperty().subscribe(_ -> readAgain());
    checkout.forecast().saidProperty().subscribe(_ -> readAgain());
    locale.subscribe(this::readAgain);
    lookups.whenAnswered(this::readAgain);
    sheet.accountProperty().subscribe(this::turnTo);
    sheet.detailProperty().subscribe(_ -> readAgain());
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

  /** The hold to be released. */
  public ObjectProperty<Optional<UUID>> holdProperty() {
    return fields.holdProperty();
  }

  public CurrencyUnit currency() {
    return currency;
  }

  /** Whether tills, approvals and registered customers take part. */
  public boolean staffed() {
    return staffed;
  }

  public CashForm cash() {
    return checkout.cash();
  }

  public Basket basket() {
    return checkout.basket();
  }

  /** The names behind the numbers that are typed. */
  public Lookups lookups() {
    return lookups;
  }

  /** What the slip comes to as it is typed now. */
  public ReadOnlyObjectProperty<Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** What the ledger says the whole order would come to; nothing while it has not said. */
  public Optional<Possible> foretold() {
    return order()
        .flatMap(order -> checkout.forecast().of(Optional.of(order)))
        .filter(Possible.class::isInstance)
        .map(Possible.class::cast);
  }

  /** What is wrong, to be said under the field. */
  public ReadOnlyObjectProperty<Map<Field, Message>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty underWayProperty() {
    return posting.underWayProperty();
  }

  /** What came of the postings. */
  public Answers answers() {
    return posting.answers();
  }

  /** What was posted last, until the next act begins. */
  public ReadOnlyObjectProperty<Optional<Message>> confirmationProperty() {
    return answers().confirmationProperty();
  }

  /** Why the last posting found no answer. */
  public ReadOnlyObjectProperty<Optional<Message>> faultProperty() {
    return answers().faultProperty();
  }

  /** What was recorded on the account while the form was filled in; unless empty: post again. */
  public ReadOnlyObjectProperty<List<JournalLine>> betweenProperty() {
    return answers().betweenProperty();
  }

  /** The account that a transfer's payee number names. */
  public ReadOnlyObjectProperty<Optional<AccountLine>> payeeProperty() {
    return lookups.payee().accountProperty();
  }

  /** The entry that is to be taken back. */
  public ReadOnlyObjectProperty<Optional<JournalLine>> reversingProperty() {
    return reversing.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Attention> attentionProperty() {
    return attention.getReadOnlyProperty();
  }

  /** Why an act cannot be done now. */
  public Optional<Message> whyNot(Act act) {
    return act == Act.REVERSE && reversing.get().isEmpty()
        ? permissions
            .whyNot(act)
            .or(() -> Optional.of(Message.of("counter.problem.no-entry-chosen")))
        : permissions.whyNot(act);
  }

  /** Why an entry of the history cannot be taken back. */
  public Optional<Message> whyNotReverse(Optional<JournalLine> line, Optional<Long> reversedBy) {
    return permissions
        .whyNot(Act.REVERSE)
        .or(() ->
            line.isEmpty()
                ? Optional.of(Message.of("counter.problem.no-entry-chosen"))
                : Optional.empty())
        .or(() -> reversedBy.map(by -> Message.of("counter.problem.reversed-already", by)))
        .or(() ->
            line.filter(entry -> entry.type().equals("TransactionReversed"))
                .map(_ -> Message.of("counter.problem.reversal")))
        .or(() ->
            line.filter(entry -> entry.amount().filter(money -> !money.isZero()).isEmpty())
                .map(_ -> Message.of("counter.problem.moved-nothing")));
  }

  /** The fields of the chosen act's form, in their order. */
  public List<Field> fields() {
    return fields.act().fields(staffed);
  }

  public void choose(Act act) {
    if (!posting.underWayProperty().get()) {
      fields.choose(act);
      attend(Optional.of(firstField()));
    }
  }

  /** Takes a hold of the account to be released. */
  public void chooseHold(UUID hold) {
    if (whyNot(Act.RELEASE).isEmpty() && !posting.underWayProperty().get()) {
      fields.holdProperty().set(Optional.of(hold));
      fields.choose(Act.RELEASE);
      attend(Optional.of(Field.REASON));
    }
  }

  /** Takes an entry of the history to be reversed. */
  public void reverse(JournalLine line) {
    if (!posting.underWayProperty().get()) {
      reversing.set(Optional.of(line));
      choose(Act.REVERSE);
      readAgain();
    }
  }

  /** Fills the form with an act and what belongs to it, as a code asked for; nothing is posted. */
  void fill(Act act, Map<Field, String> texts) {
    choose(act);
    texts.forEach((field, text) -> fields.text(field).set(text));
    attend(
        fields().stream()
            .filter(field -> field == Field.CASH || fields.text(field).get().isEmpty())
            .findFirst()
            .or(() -> Optional.of(firstField())));
  }

  /** Puts the act into the basket, to be recorded together with the next one. */
  public void andAlso() {
    Reading now = reading.get();
    left.addAll(fields());
    left.add(Field.FORM);
    showProblems();
    if (!staffed || checkout.basket().full() || fields.act() == Act.REVERSE || !now.complete()) {
      attendToProblem();
      return;
    }
    var words = CounterPosting.words(fields.act(), now);
    now.command().ifPresent(c -> checkout.basket().add(new Basket.Line(c, words)));
    left.clear();
    fields.clear();
    checkout.cash().clear();
    showProblems();
    attend(Optional.of(firstField()));
  }

  /** Goes on from a field to the next one; from the last one it posts. */
  public void goOnFrom(Field field) {
    leave(field);
    List<Field> order = fields();
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
    if (posting.underWayProperty().get()) {
      return true;
    }
    left.clear();
    boolean something = answers().forget();
    something |= fields.clear();
    something |= checkout.clear();
    if (fields.act() == Act.REVERSE) {
      reversing.set(Optional.empty());
      fields.choose(Act.DEPOSIT);
      something = true;
    }
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
    return fields().getFirst();
  }

  /** What the button says that posts. */
  public Message confirm() {
    return CounterPosting.confirm(
        fields.act(),
        reading.get(),
        checkout.basket().linesProperty().get().size(),
        nothingTyped());
  }

  private boolean nothingTyped() {
    return fields.empty();
  }

  /** Hands the act to the ledger, or says what is wrong. */
  public void post() {
    if (posting.underWayProperty().get() || answers().awaits(sheet.accountProperty().get())) {
      return;
    }
    answers().begin();
    left.addAll(fields());
    left.add(Field.FORM);
    showProblems();
    Optional<Order> order = order().filter(_ -> problems.get().isEmpty());
    if (order.isEmpty()) {
      attendToProblem();
      return;
    }
    Act act = fields.act();
    var job =
        new CounterPosting.Job(act, order.get(), seen(act), checkout.basket().commands().size());
    posting.post(
        job,
        new CounterPosting.Ending() {
          @Override
          public void recorded(Optional<AccountNumber> number) {
            emptied(act);
          }

          @Override
          public void refused() {
            showProblems();
            attendToProblem();
          }

          @Override
          public void toBeLookedAt() {
            sheet.refresh();
            attend(Optional.of(Field.FORM));
          }
        },
        fields.slip().text(Field.PAYEE));
  }

  private OptionalLong seen(Act act) {
    return act.needsAccount()
        ? sheet
            .accountProperty()
            .get()
            .map(line -> OptionalLong.of(line.version()))
            .orElse(OptionalLong.empty())
        : OptionalLong.empty();
  }

  /** The act is recorded, or waits elsewhere: the form is ready for the next one. */
  private void emptied(Act act) {
    left.clear();
    fields.clear();
    checkout.clear();
    reversing.set(Optional.empty());
    if (act == Act.OPEN || act == Act.REVERSE) {
      fields.choose(Act.DEPOSIT);
    }
    showProblems();
    attend(act == Act.CLOSE ? Optional.empty() : Optional.of(firstField()));
  }

  private void attendToProblem() {
    Map<Field, Message> said = problems.get();
    attend(
        fields().stream()
            .filter(said::containsKey)
            .findFirst()
            .or(() -> Optional.of(firstField())));
  }

  /** Another account on the desk: what was said about the one before no longer holds. */
  private void turnTo(Optional<AccountLine> before, Optional<AccountLine> now) {
    if (!before.map(AccountLine::number).equals(now.map(AccountLine::number))) {
      left.clear();
      answers().forget();
      fields.holdProperty().set(Optional.empty());
      reversing.set(Optional.empty());
    }
    readAgain();
  }

  private void typed() {
    answers().outdateRefusal();
    readAgain();
  }

  private void readAgain() {
    Reading typed = read();
    checkout.expectCash(commands(typed));
    Optional<Order> order = order(typed);
    Optional<Rehearsal> said = Optional.empty();
    if (staffed) {
      checkout.forecast().ask(order);
      said = checkout.forecast().of(order);
      checkout.propose(said);
    }
    reading.set(
        order.isEmpty()
            ? Judgement.beforehand(typed, fields.act(), sheet.served())
            : said.map(rehearsal -> foretold(typed, rehearsal)).orElse(typed));
    showProblems();
  }

  private Reading foretold(Reading typed, Rehearsal rehearsal) {
    return switch (rehearsal) {
      case Impossible(var refusal) ->
          typed.refused(Problem.of(refusal, fields.slip().text(Field.PAYEE)));
      case Possible possible ->
          typed
              .command()
              .map(CounterPosting::account)
              .or(() -> sheet.accountProperty().get().map(AccountLine::number))
              .flatMap(number -> Optional.ofNullable(possible.accounts().get(number)))
              .map(state -> typed.coming(Judgement.after(state, currency)))
              .orElse(typed);
    };
  }

  private Reading read() {
    return SlipReader.read(
        fields.slip(),
        new SlipReader.Ground(
            locale.getValue(), Circumstances.of(currency, sheet.businessDate()), staffed),
        sheet.served(),
        lookups.now());
  }

  private Optional<List<AccountCommand>> commands(Reading typed) {
    return fields.act() == Act.REVERSE
        ? Optional.empty()
        : checkout.commands(typed.command(), nothingTyped());
  }

  /** What is to be done as typed now; nothing while it is not whole. */
  private Optional<Order> order() {
    return order(reading.get());
  }

  private Optional<Order> order(Reading typed) {
    return fields.act() == Act.REVERSE ? reversal() : commands(typed).map(checkout::order);
  }

  private Optional<Order> reversal() {
    String reason = fields.slip().text(Field.REASON);
    return reversing
        .get()
        .filter(_ -> !reason.isEmpty())
        .map(line -> new Order.Reverse(line.position(), reason, CashSlip.NONE));
  }

  private void showProblems() {
    Map<Field, Message> said = new EnumMap<>(Field.class);
    if (order().isEmpty()
        || reading.get().command().isPresent()
        || reading.get().refused().isPresent()) {
      said.putAll(reading.get().problems(left));
    }
    CashProblem.of(checkout.cash().countProperty().get())
        .filter(_ -> left.contains(Field.CASH))
        .ifPresent(message -> said.putIfAbsent(Field.CASH, message));
    answers().refusal().ifPresent(problem -> said.put(problem.field(), problem.message()));
    problems.set(said);
  }
}
