package counterfoil.desktop.customer;

import counterfoil.application.Order.EraseCustomer;
import counterfoil.application.Order.KeepCustomer;
import counterfoil.application.Outcome;
import counterfoil.application.Outcome.Refused;
import counterfoil.application.Posting;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.customer.CustomerCommand;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.customer.CustomerRefusal.CustomerExists;
import counterfoil.domain.staff.Permission;
import counterfoil.projection.AccountLine;
import counterfoil.projection.CustomerInquiries.Change;
import counterfoil.projection.CustomerInquiries.Erasure;
import counterfoil.projection.CustomerLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The customers: found while one types, one of them in full, and the form that keeps them. */
public final class CustomersViewModel {
  static final int MAX_FOUND = 200;

  /** A customer in full, as last read. */
  public record Card(
      CustomerLine line,
      List<AccountLine> accounts,
      List<Change> changes,
      Optional<Erasure> erasure,
      LocalDate today) {}

  /** Where the cursor is to go; nothing for the field that finds. */
  public record Attention(long count, Optional<Detail> detail) {}

  private final Desk desk;
  private final CustomerQuestions customers;
  private final Background background;
  private final LatestQuestion<String, List<CustomerLine>> search;
  private final LatestQuestion<CustomerNumber, Optional<Card>> question;
  private final CustomerForm form = new CustomerForm();
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<CustomerLine>> found =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Card>> card =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> note =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Attention> attention =
      new ReadOnlyObjectWrapper<>(new Attention(0, Optional.empty()));
  private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
  private final ErasureForm erasure = new ErasureForm();
  private Optional<CustomerNumber> wanted = Optional.empty();

  public CustomersViewModel(Desk desk, CustomerQuestions customers, Background background) {
    this.desk = desk;
    this.customers = customers;
    this.background = background;
    this.search =
        new LatestQuestion<>(
            background,
            sought -> customers.find(sought, MAX_FOUND),
            (_, lines) -> found.set(lines),
            this::failed);
    this.question = new LatestQuestion<>(background, this::read, this::show, this::failed);
    text.subscribe(_ -> search());
  }

  public CustomerForm form() {
    return form;
  }

  /** What is asked before somebody is erased. */
  public ErasureForm erasure() {
    return erasure;
  }

  /** Whether the person at this desk may erase the customer who is shown. */
  public boolean mayErase() {
    return desk.may(Permission.ERASE_CUSTOMERS)
        && card.get().filter(known -> known.erasure().isEmpty()).isPresent();
  }

  /** Erases the customer who is shown, for good; a reason must be given. */
  public void erase() {
    if (underWay.get() || !mayErase() || !erasure.ready().get()) {
      return;
    }
    CustomerNumber number = card.get().orElseThrow().line().number();
    note.set(Optional.empty());
    underWay.set(true);
    desk.post(
        Posting.of(new EraseCustomer(number, erasure.reasonProperty().get().strip())),
        outcome -> erased(number, outcome),
        this::failed);
  }

  private void erased(CustomerNumber number, Outcome outcome) {
    underWay.set(false);
    if (outcome instanceof Refused(_, var refusal)) {
      note.set(Optional.of(Refusals.message(refusal)));
      return;
    }
    erasure.close();
    open(number);
    note.set(Optional.of(Message.of("customer.erasure.done", number)));
    search();
  }

  /** What is typed to find somebody. */
  public StringProperty textProperty() {
    return text;
  }

  public ReadOnlyObjectProperty<List<CustomerLine>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** The customer in the form; nothing for somebody new. */
  public ReadOnlyObjectProperty<Optional<Card>> cardProperty() {
    return card.getReadOnlyProperty();
  }

  /** What came of the last saving. */
  public ReadOnlyObjectProperty<Optional<Message>> noteProperty() {
    return note.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty underWayProperty() {
    return underWay.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Attention> attentionProperty() {
    return attention.getReadOnlyProperty();
  }

  /** Why nothing can be saved by the person at this desk; nothing where it can. */
  public Optional<Message> whyNot() {
    return desk.may(Permission.SERVE_CUSTOMERS)
        ? Optional.empty()
        : Optional.of(Message.of("customer.not-permitted"));
  }

  public void find() {
    attend(Optional.empty());
  }

  /** Begins with somebody new; what is typed in the search is mostly their name. */
  public void register() {
    wanted = Optional.empty();
    card.set(Optional.empty());
    note.set(Optional.empty());
    form.show(Optional.empty());
    if (text.get().strip().chars().noneMatch(Character::isDigit)) {
      form.textProperty(Detail.NAME).set(text.get().strip());
    }
    attend(Optional.of(Detail.NAME));
  }

  public void open(CustomerNumber number) {
    note.set(Optional.empty());
    if (!wanted.equals(Optional.of(number))) {
      erasure.close();
    }
    wanted = Optional.of(number);
    question.ask(number);
  }

  /** Reads again what may have changed with the ledger. */
  public void refresh() {
    search();
    wanted.ifPresent(question::ask);
  }

  /** One step back: what was typed, then the customer. */
  public void back() {
    if (!underWay.get() && !form.undo()) {
      wanted = Optional.empty();
      card.set(Optional.empty());
      form.show(Optional.empty());
      find();
    }
  }

  /** Goes on from a field to the next; from the last one it saves. */
  public void goOnFrom(Detail detail) {
    form.leave(detail);
    List<Detail> order = List.of(Detail.values());
    int next = order.indexOf(detail) + 1;
    if (next < order.size()) {
      attend(Optional.of(order.get(next)));
    } else {
      save();
    }
  }

  /** Registers somebody new, or records what was changed. */
  public void save() {
    Optional<Detail> wrong = form.judge();
    if (underWay.get() || whyNot().isPresent() || wrong.isPresent()) {
      wrong.ifPresent(detail -> attend(Optional.of(detail)));
      return;
    }
    if (!form.changed()) {
      note.set(Optional.of(Message.of("customer.unchanged")));
      return;
    }
    note.set(Optional.empty());
    underWay.set(true);
    CustomerDetails details = form.details().orElseThrow();
    card.get()
        .ifPresentOrElse(
            known -> hand(new ChangeCustomerDetails(known.line().number(), details)),
            () -> registerUnder(details));
  }

  private void registerUnder(CustomerDetails details) {
    background.run(
        customers::nextNumber, number -> hand(new RegisterCustomer(number, details)), this::failed);
  }

  private void hand(CustomerCommand command) {
    desk.post(
        Posting.of(new KeepCustomer(command)), outcome -> answered(command, outcome), this::failed);
  }

  private void answered(CustomerCommand command, Outcome outcome) {
    if (outcome instanceof Refused(_, var refusal)) {
      if (refusal instanceof CustomerExists && command instanceof RegisterCustomer(_, var d)) {
        // Somebody else got the number in between: the next one, then.
        registerUnder(d);
        return;
      }
      underWay.set(false);
      attend(Optional.of(form.refuse(refusal)));
      return;
    }
    underWay.set(false);
    open(command.number());
    note.set(
        Optional.of(
            Message.of(
                command instanceof RegisterCustomer
                    ? "customer.saved.new"
                    : "customer.saved.changes",
                command.number())));
    search();
  }

  private void attend(Optional<Detail> detail) {
    attention.set(new Attention(attention.get().count() + 1, detail));
  }

  private void search() {
    search.ask(text.get().strip());
  }

  private Optional<Card> read(CustomerNumber number) {
    return customers
        .customer(number)
        .map(line ->
            new Card(
                line,
                customers.accounts(number),
                customers.changes(number),
                customers.erasure(number),
                customers.businessDate()));
  }

  private void show(CustomerNumber asked, Optional<Card> read) {
    if (wanted.filter(asked::equals).isEmpty()) {
      return;
    }
    Optional<CustomerDetails> known = card.get().map(shown -> shown.line().details());
    boolean other = !card.get().map(shown -> shown.line().number()).equals(Optional.of(asked));
    card.set(read);
    Optional<CustomerDetails> now = read.map(shown -> shown.line().details());
    // What is being typed is not overwritten by what somebody else does meanwhile.
    if (other || (!now.equals(known) && !form.changed()) || form.details().equals(now)) {
      form.show(now);
    }
  }

  private void failed(Throwable fault) {
    underWay.set(false);
    note.set(Optional.of(Faults.message(fault)));
  }
}
